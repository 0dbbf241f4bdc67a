#!/usr/bin/env bash
# bibtexparser 2.1.0, `SeparateCoAuthors` and `SplitNameParts`.
# Expected: BibTeX does not tell `Author` from `author`; a middleware that splits names does so for either.
# Seen: only the field spelt `author` in small letters is split. `Author = {…}`, as several reference managers write it,
#   stays one string, and `entry["author"]` is a `KeyError`; no block is reported as failed. A file can hold both
#   spellings, so one entry has a list of people and the next a string. (Another middleware, `NormalizeFieldKeys`,
#   has to be named first; the two that split names neither need it nor mention it when it is missing.)
# Why it matters: an importer that asks for `author` silently gives a source without any author.
# In this project: `generator/explainer/authoring/importing/bibtex_entries.py` brings the names of fields to small letters before it looks.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q --disable-pip-version-check bibtexparser==2.1.0
"$work/venv/bin/python" - <<'PYTHON'
import sys
from importlib.metadata import version

import bibtexparser
from bibtexparser.middlewares import SeparateCoAuthors, SplitNameParts

file = """
@book{small,  author = {Ann Reed and Bo Lund}, title = {Ferries} }
@book{large,  Author = {Ann Reed and Bo Lund}, title = {Ferries} }
"""
library = bibtexparser.parse_string(file, append_middleware=[SeparateCoAuthors(), SplitNameParts()])
print("bibtexparser", version("bibtexparser"))
values = {entry.key: next(f.value for f in entry.fields if f.key.lower() == "author") for entry in library.entries}
for key, value in values.items():
    print(f"  {key}: {value!r}")
print("  blocks that failed:", len(library.failed_blocks))
seen = isinstance(values["small"], list) and isinstance(values["large"], str) and not library.failed_blocks
sys.exit(0 if seen else "no longer so")
PYTHON
