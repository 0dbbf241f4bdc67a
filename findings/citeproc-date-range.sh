#!/usr/bin/env bash
# citeproc-py 0.11.1, with the style that it brings along (Harvard, “cite them right”).
# Expected: a source that was issued over some weeks of one year (`"date-parts": [[2031, 4], [2031, 5]]`, as CSL-JSON
#   defines a range) is printed with the year, in a style that prints years.
# Seen: with no year at all, and without the brackets that the style puts around it; nothing is raised or warned of.
#   One month is printed as (2031), and a range that goes into another year as (2031–2032).
# Why it matters: a bibliography tells readers how old a source is; an undated one looks like one whose date is not known.
# In this project: `generator/explainer/rendering/bibliography.py` prints sources without it; CSL-JSON is only read and written
#   (`generator/explainer/authoring/importing/csl.py`, `generator/explainer/exporting/csl.py`).
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q --disable-pip-version-check citeproc-py==0.11.1
"$work/venv/bin/python" - <<'PYTHON'
import sys
from importlib.metadata import version

from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON


def printed(parts):
    book = {"id": "a", "type": "book", "title": "The ferry", "issued": {"date-parts": parts}, "publisher": "Quay",
            "author": [{"family": "Reed", "given": "Ann"}]}
    style = CitationStylesStyle("harvard-cite-them-right", validate=False)
    bibliography = CitationStylesBibliography(style, CiteProcJSON([book]), formatter.plain)
    bibliography.register(Citation([CitationItem("a")]))
    return str(bibliography.bibliography()[0])


print("citeproc-py", version("citeproc-py"))
one, within, across = printed([[2031, 4]]), printed([[2031, 4], [2031, 5]]), printed([[2031, 4], [2032, 5]])
print("  one month:           ", one)
print("  a range in one year: ", within)
print("  a range in two years:", across)
seen = "(2031)" in one and "2031" not in within and "(2031–2032)" in across
sys.exit(0 if seen else "no longer so")
PYTHON
