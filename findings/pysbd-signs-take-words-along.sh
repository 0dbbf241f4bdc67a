#!/usr/bin/env bash
# pysbd 0.3.4, in English, with `clean=False`.
# Expected: sentences whose characters are those of the text: `clean=False` leaves the text as it is, and the segments are
#   documented as parts of it.
# Seen: the library marks places in the text with signs of Unicode (`☉` for a question mark, `♭`, `♬`, `☝`, `♨`, `☄`, `∯`
#   and others) and does not ask whether the text has them. A clarinet in B♭, a star of 2 M☉: the words before the sign
#   are in no segment, nor is the sign; nothing is raised or warned of.
# Why it matters: what is counted, translated or annotated sentence by sentence lacks a sentence, in texts on music,
#   astronomy and mathematics above all.
# In this project: `generator/explainer/text/sentences.py` only looks for edges, and never makes a text of what it found.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q --disable-pip-version-check pysbd==0.3.4
"$work/venv/bin/python" -W ignore - <<'PYTHON'
import sys
from importlib.metadata import version

import pysbd

print("pysbd", version("pysbd"))
cut = pysbd.Segmenter(language="en", clean=False).segment
texts = {
    "A clarinet in B flat is common. Two play.": True,
    "A clarinet in B♭ is common. Two play.": False,
    "A star of 2 suns is heavy. It shines.": True,
    "A star of 2 M☉ is heavy. It shines.": False,
}
whole = {}
for text in texts:
    found = cut(text)
    whole[text] = "".join(found) == text
    print(f"  {text!r} -> {found}")
sys.exit(0 if whole == texts else "no longer so")
PYTHON
