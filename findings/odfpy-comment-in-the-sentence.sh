#!/usr/bin/env bash
# odfpy 1.4.1, `teletype.extractText` and `getElementsByType(P)`, the two ways in which its examples read a text.
# Expected: the words of a paragraph as they stand on the page. A comment (`office:annotation`) stands in the margin, its
#   author and time are no text of it at all, and a note stands at the foot of the page (ODF 1.2, 6.3 and 14.1).
# Seen: “The ferry left.” with a comment behind “ferry” is “The ferryAnn Reed2031-02-06T10:00:00check this left.”, and the
#   words of a note follow the word before it without a space. Both are then found once more, as paragraphs of their own.
# Why it matters: a remark of an editor, with name and time, becomes a part of what a press office said; a quotation is
#   not found, because its sentence has other words inside.
# In this project: `generator/explainer/authoring/receiving/opendocument.py` reads the paragraphs itself, and tells of
#   comments apart.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q --disable-pip-version-check setuptools wheel 2> /dev/null
"$work/venv/bin/pip" install -q --disable-pip-version-check odfpy==1.4.1 2> /dev/null
"$work/venv/bin/python" - "$work" <<'PYTHON'
import sys
from importlib.metadata import version

from odf import dc, office, teletype
from odf import text as parts
from odf.opendocument import OpenDocumentText, load

document, paragraph = OpenDocumentText(), parts.P(text="The ferry")
comment = office.Annotation()
for each in (dc.Creator(text="Ann Reed"), dc.Date(text="2031-02-06T10:00:00"), parts.P(text="check this")):
    comment.addElement(each)
paragraph.addElement(comment)
paragraph.addText(" left")
note, body = parts.Note(noteclass="footnote"), parts.NoteBody()
body.addElement(parts.P(text="So said Finch."))
note.addElement(parts.NoteCitation(text="1"))
note.addElement(body)
paragraph.addElement(note)
paragraph.addText(".")
document.text.addElement(paragraph)
document.save(f"{sys.argv[1]}/report.odt")
found = [teletype.extractText(each) for each in load(f"{sys.argv[1]}/report.odt").getElementsByType(parts.P)]
print("odfpy", version("odfpy"))
for each in found:
    print(f"  {each!r}")
expected = ["The ferryAnn Reed2031-02-06T10:00:00check this left1So said Finch..", "check this", "So said Finch."]
sys.exit(0 if found == expected else "no longer so")
PYTHON
