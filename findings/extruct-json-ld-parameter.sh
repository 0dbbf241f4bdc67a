#!/usr/bin/env bash
# extruct 0.18.0.
# Expected: the data of `<script type="application/ld+json; charset=utf-8">`. HTML has a MIME type there, which is written
#   in any case and may have parameters; JSON-LD 1.1 (7 and appendix C) names one of them, `profile`, for this very element.
# Seen: only a type that is `application/ld+json` to the letter is taken. With a parameter or in capitals the list is empty,
#   as for a page that has no data.
# Why it matters: who said what, when and where, is read from there; a page that says so looks as if it did not.
# In this project: `generator/explainer/text/hypertext/reader.py` takes the type with any parameters, in any case.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q --disable-pip-version-check extruct==0.18.0
"$work/venv/bin/python" -W ignore - <<'PYTHON'
import sys
from importlib.metadata import version

import extruct

print("extruct", version("extruct"))
expected = {
    "application/ld+json": 1,
    "application/ld+json; charset=utf-8": 0,
    "application/ld+json;profile=&quot;http://www.w3.org/ns/json-ld#compacted&quot;": 0,
    "APPLICATION/LD+JSON": 0,
}
found = {}
for type_ in expected:
    page = f'<title>Ferry</title><script type="{type_}">{{"@type": "NewsArticle", "headline": "The ferry"}}</script>'
    found[type_] = len(extruct.extract(page, syntaxes=["json-ld"])["json-ld"])
    print(f"  {type_}: {found[type_]}")
sys.exit(0 if found == expected else "no longer so")
PYTHON
