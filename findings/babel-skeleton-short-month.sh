#!/usr/bin/env bash
# Babel 2.18.0, `format_skeleton` and `format_interval`.
# Expected: a skeleton names what is to be printed: `yMMMMd` asks for the month in full. Where CLDR has no pattern for it,
#   the nearest one is taken and its fields are widened to what was asked (UTS #35, “Matching Skeletons”).
# Seen: with `fuzzy=True`, the default, the nearest pattern is taken as it is. In British English and Ukrainian, which
#   have no `yMMMMd`, the month comes out short, without a word: “12 Mar 2024”, “12 бер. 2024 р.”; in German in full.
# Why it matters: the same call gives long dates in one language and short ones in the next, and a reader of one
#   language sees what nobody asked for. `format_date(…, "long")` and `format_interval` of the same day then differ.
# In this project: `generator/explainer/interface/dates_in_words.py` takes whole dates by style, and widens the month of the patterns
#   of intervals itself.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q --disable-pip-version-check babel==2.18.0
"$work/venv/bin/python" - <<'PYTHON'
import sys
from datetime import date
from importlib.metadata import version

from babel.dates import format_date, format_interval, format_skeleton

print("babel", version("babel"))
first, last = date(2024, 3, 12), date(2024, 3, 14)
short = {}
for locale in ("en_GB", "uk", "de"):
    asked = format_skeleton("yMMMMd", first, locale=locale)
    print(f"  {locale}: {asked!r}; long is {format_date(first, 'long', locale=locale)!r};",
          repr(format_interval(first, last, "yMMMMd", locale=locale)))
    short[locale] = asked != format_date(first, "long", locale=locale)
sys.exit(0 if short == {"en_GB": True, "uk": True, "de": False} else "no longer so")
PYTHON
