#!/usr/bin/env bash
# Translate Toolkit 3.20.4, `xliff2po` and `pocount` with a file of XLIFF 2.0.
# Expected: the toolkit has a parser for XLIFF 2 (`translate.storage.xliff2`), so its tools read such a file, or say that they
#   cannot and end with an error.
# Seen: both choose the parser of XLIFF 1.2 by the ending `.xliff` or `.xlf`; it refuses the file. `xliff2po` warns, writes an empty file
#   and ends with exit code 0; `pocount` warns and ends with a traceback, KeyError: 'filename'.
# Why it matters: a script that converts what a translator sent back goes on without the translations.
# In this project: `explainer edition import` reads XLIFF 2 itself; the tests read what is exported with the toolkit's own class.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q --disable-pip-version-check translate-toolkit==3.20.4
cat >"$work/a.xliff" <<'XLIFF'
<?xml version="1.0" encoding="UTF-8"?>
<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="en" trgLang="de">
  <file id="f1">
    <unit id="u1"><segment state="translated"><source>bridge</source><target>Brücke</target></segment></unit>
  </file>
</xliff>
XLIFF
cd "$work"
venv/bin/python - <<'PYTHON'
from importlib.metadata import version

from translate.storage.xliff2 import Xliff2File

print("translate-toolkit", version("translate-toolkit"))
print("  its own class reads:", [(unit.source, unit.target) for unit in Xliff2File.parsefile("a.xliff").units])
PYTHON
code=0; venv/bin/xliff2po a.xliff a.po >xliff2po.txt 2>&1 || code=$?
echo "  xliff2po ends with $code; a.po holds $(wc -c <a.po) bytes: $(grep -o 'This file appears.*' xliff2po.txt)"
counted=0; venv/bin/pocount a.xliff >pocount.txt 2>&1 || counted=$?
echo "  pocount ends with $counted: $(tail -1 pocount.txt)"
test "$code" = 0 && test ! -s a.po && test "$counted" = 1 && grep -q "KeyError: 'filename'" pocount.txt
