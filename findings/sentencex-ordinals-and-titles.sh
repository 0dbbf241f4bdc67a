#!/usr/bin/env bash
# sentencex 1.0.32, `segment`, with the language named.
# Expected: it is made for many languages, each with its abbreviations; a German ordinal number (“19.”), the French title “M.”
#   and a Japanese quotation that the sentence goes on after are no ends of a sentence.
# Seen: all three are cut: “Im 19. | Jahrhundert …”, “… de M. | Dupont …”, “「…。」| と言った。”. In English “Mr.” and
#   “p.m.” are kept.
# Why it matters: whether a passage is covered by a note, and which sentence a source is cited for, is told by sentence;
#   half a sentence can say the contrary of the whole.
# In this project: `generator/explainer/text/sentences.py` with the words of `generator/explainer/text/abbreviations.py`: where it cannot tell, it does not cut.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q --disable-pip-version-check sentencex==1.0.32
"$work/venv/bin/python" - <<'PYTHON'
import sys
from importlib.metadata import version

from sentencex import segment

SENTENCES = {
    "de": ("Im 19. Jahrhundert fuhr die Fähre.", 2),
    "fr": ("La passerelle de M. Dupont est fermée.", 2),
    "ja": ("「行く。」と言った。", 2),
    "en": ("Mr. Reed took the ferry at 5 p.m. on Monday.", 1),
}
print("sentencex", version("sentencex"))
seen = True
for language, (sentence, count) in SENTENCES.items():
    found = [part.strip() for part in segment(language, sentence)]
    print(f"  {language}: {' | '.join(found)}")
    seen = seen and len(found) == count
sys.exit(0 if seen else "no longer so")
PYTHON
