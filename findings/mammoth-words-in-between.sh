#!/usr/bin/env bash
# mammoth 1.13.0, on a document of Word with words of another direction, a field, a reading above letters and a line break.
# Expected: `w:dir` and `w:bdo` say in which direction the words in them run, `w:fldSimple` holds what a field shows, the
#   base of `w:ruby` is text (ISO/IEC 29500-1, 17.3.2.3, 17.3.2.8, 17.16.19, 17.3.3.25); all are words on the page. A
#   `w:cr` ends a line (17.3.3.4).
# Seen: whatever stands in the first four is not there, in the middle of a sentence, and the words around a `w:cr` become
#   one. The message is “An unrecognised element was ignored”, the same as for settings without words; `w:smartTag` and
#   `w:sdt`, which are wrappers too, are looked into.
# Why it matters: names in Arabic and Hebrew, and the days and names that templates of press offices fill in, are missing
#   from what is taken for the whole text.
# In this project: `generator/explainer/authoring/receiving/word.py` opens these before mammoth sees them.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q --disable-pip-version-check mammoth==1.13.0
"$work/venv/bin/python" - <<'PYTHON'
import io
import sys
import zipfile
from importlib.metadata import version

import mammoth

TYPES = """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override
PartName="/word/document.xml"
ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"""
RELATIONS = """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r"
Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
Target="word/document.xml"/></Relationships>"""
run = '<w:r><w:t xml:space="preserve">{}</w:t></w:r>'.format
PIECES = {
    "w:dir": f'<w:dir w:val="rtl">{run("غرناطة")}</w:dir>',
    "w:bdo": f'<w:bdo w:val="rtl">{run("غرناطة")}</w:bdo>',
    "w:fldSimple": f'<w:fldSimple w:instr=" DOCPROPERTY Day ">{run("6 February")}</w:fldSimple>',
    "w:ruby": f'<w:r><w:ruby><w:rt>{run("かん")}</w:rt><w:rubyBase>{run("漢")}</w:rubyBase></w:ruby></w:r>',
    "w:cr": "<w:r><w:cr/></w:r>",
    "w:smartTag": f'<w:smartTag w:element="day">{run("6 February")}</w:smartTag>',
}
print("mammoth", version("mammoth"))
found = {}
for name, piece in PIECES.items():
    body = f"<w:p>{run('The ferry')}{piece}{run('left.')}</w:p>"
    document = f'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{body}</w:body></w:document>'
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as zipped:
        for path, text in (("[Content_Types].xml", TYPES), ("_rels/.rels", RELATIONS), ("word/document.xml", document)):
            zipped.writestr(path, text)
    file.seek(0)
    made = mammoth.convert_to_html(file)
    found[name] = made.value
    print(f"  {name:12} {made.value}  {[each.message for each in made.messages]}")
lost = {name: value == "<p>The ferryleft.</p>" for name, value in found.items()}
sys.exit(0 if lost == {name: name != "w:smartTag" for name in PIECES} else "no longer so")
PYTHON
