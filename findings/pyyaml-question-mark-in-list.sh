#!/usr/bin/env bash
# pyyaml 6.0.3, with the two readers that it brings: its own, and the one on top of libyaml.
# Expected: the two read the same language; the second is the faster one. A plain text inside of a list in brackets may hold
#   a `?` (YAML 1.1, 9.1.3, and 1.2.2, 7.3.3, forbid it there only as an indicator, with a space behind it).
# Seen: the Python one ends with a ParserError at any `?` within a plain text in brackets or braces, also in the middle of a
#   word; the one on top of libyaml reads all of them. On a line of its own both do.
# Why it matters: a list of questions is read, or not, depending on which of the two a program took, and many take the second
#   only where it was compiled in.
# In this project: `generator/explainer/reading` takes libyaml’s wherever it is there; docs/authors/recipes.md says that
#   questions in a list stand in quotation marks, which both read.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q --disable-pip-version-check pyyaml==6.0.3
"$work/venv/bin/python" - <<'PYTHON'
import sys

import yaml

print("pyyaml", yaml.__version__, "with libyaml" if yaml.__with_libyaml__ else "without libyaml")
if not yaml.__with_libyaml__:
    sys.exit("this wheel has no libyaml")


def read(text, loader):
    try:
        return yaml.load(text, Loader=loader)
    except yaml.YAMLError as error:
        return type(error).__name__


agrees = True
for text, value in (
    ("asked: [How many?, Where]", {"asked": ["How many?", "Where"]}),
    ("asked: {en: Who was it?}", {"asked": {"en": "Who was it?"}}),
    ("asked: [ferry?late]", {"asked": ["ferry?late"]}),
):
    own, fast = read(text, yaml.SafeLoader), read(text, yaml.CSafeLoader)
    print(f"  {text}\n    SafeLoader: {own}\n    CSafeLoader: {fast}")
    agrees = agrees and own == "ParserError" and fast == value
for text in ("asked: How many?", 'asked: ["How many?", Where]'):
    agrees = agrees and read(text, yaml.SafeLoader) == read(text, yaml.CSafeLoader) != "ParserError"
sys.exit(0 if agrees else "no longer so")
PYTHON
