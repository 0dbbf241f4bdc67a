#!/usr/bin/env bash
# edtf 5.0.2 (Python) and edtf 4.11.1 (npm): the first and last day of one EDTF date.
# Expected: two libraries for one format (ISO 8601-2, EDTF of the Library of Congress) agree on the days that a date
#   spans, or decline; what the format leaves open, such as how far “about” reaches, is not filled with a number.
# Seen: - `2031-10?`, a month that is uncertain: 2030-09-01 to 2032-11-30 in Python (a year *and* a month are put on
#     each side), the month itself in npm.
#   - `2031-21`, spring: March to May in Python, January to March in npm. One month in common.
#   - `/2031`, whose beginning is unknown: from 2021 in Python, even where its “strict” bounds are asked for, from
#     1970 in npm. Both invent a beginning.
# Why it matters: a timeline sorted by such bounds puts an event into another year than its source names, and the
#   order of the page depends on the library, not on the source.
# In this project: `generator/explainer/text/dates.py` reads a subset of EDTF without a library: a mark does not move a date, and what has
#   no bounds of its own is not accepted.
# Needs node and npm.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q --disable-pip-version-check edtf==5.0.2
cd "$work"
npm install --silent --no-audit --no-fund --prefix "$work" edtf@4.11.1 > /dev/null
cat > "$work/bounds.mjs" <<'JS'
import edtf from "edtf";
const day = (milliseconds) => new Date(milliseconds).toISOString().slice(0, 10);
for (const written of process.argv.slice(2)) {
  const date = edtf(written);
  console.log(`${written} ${day(date.min)} ${day(date.max)}`);
}
JS
cat > "$work/bounds.py" <<'PYTHON'
import sys

from edtf import parse_edtf


def day(moment):
    return "{:04}-{:02}-{:02}".format(*moment[:3])


for written in sys.argv[1:]:
    date = parse_edtf(written)
    first, last = (date.lower_fuzzy(), date.upper_fuzzy()) if "?" in written else (date.lower_strict(), date.upper_strict())
    print(written, day(first), day(last))
PYTHON
dates=(2031-10 '2031-10?' 2031-21 /2031)
python=$("$work/venv/bin/python" "$work/bounds.py" "${dates[@]}")
npm=$(node "$work/bounds.mjs" "${dates[@]}")
printf 'edtf 5.0.2 (Python)\n%s\nedtf 4.11.1 (npm)\n%s\n' "$python" "$npm"
[ "$python" = "2031-10 2031-10-01 2031-10-31
2031-10? 2030-09-01 2032-11-30
2031-21 2031-03-01 2031-05-31
/2031 2021-12-31 2031-12-31" ] && [ "$npm" = "2031-10 2031-10-01 2031-10-31
2031-10? 2031-10-01 2031-10-31
2031-21 2031-01-01 2031-03-31
/2031 1970-01-01 2031-12-31" ] || { echo "no longer so"; exit 1; }
