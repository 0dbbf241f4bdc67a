#!/usr/bin/env bash
# pylatexenc 2.11, `LatexNodes2Text().latex_to_text`.
# Expected: the words of a text written in LaTeX depend on that text alone; what has no plain form is told of, or kept.
# Seen: `\today` becomes the day on which the program runs, so that one input has another output tomorrow; `\enquote`,
#   the usual command for quoted words, loses its quotation marks; an unknown command (`\euro{}`) leaves no trace, so
#   that a toll of 3 euros is printed as a toll of “3”.
# Why it matters: a title taken over from a bibliography has to read as its author wrote it, and a page that is built
#   twice from the same seeds has to be the same page. A lost pair of quotation marks turns reported speech into fact.
# In this project: `generator/explainer/authoring/importing/latex.py` uses the tables of the library, not its decoder, and leaves out `\today`.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q --disable-pip-version-check pylatexenc==2.11
"$work/venv/bin/python" - <<'PYTHON'
import sys
from datetime import date
from importlib.metadata import version

from pylatexenc.latex2text import LatexNodes2Text

texts = [r"Ferry log, \today", r"The \enquote{new} footbridge", r"A toll of 3 \euro{} a day"]
plain = [LatexNodes2Text().latex_to_text(text) for text in texts]
print("pylatexenc", version("pylatexenc"))
for text, words in zip(texts, plain):
    print(f"  {text!r} -> {words!r}")
days = {str(date.today().year), str(date.fromordinal(date.today().toordinal() - 1).year)}
seen = [
    plain[0].rsplit(" ", 1)[-1] in days,
    plain[1] == "The new footbridge",
    "euro" not in plain[2] and "€" not in plain[2],
]
print("the clock is printed, the marks are lost, the unknown command is lost:", seen)
sys.exit(0 if all(seen) else "no longer so")
PYTHON
