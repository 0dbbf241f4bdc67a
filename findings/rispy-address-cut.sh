#!/usr/bin/env bash
# rispy 0.10.0, `rispy.loads`.
# Expected: the value of one `UR` line is one address. A semicolon is an ordinary character of a URL (RFC 3986, 2.2),
#   and RIS has a line of its own for a further address.
# Seen: the value is cut at each semicolon, and the pieces are handed over as several addresses. The first leads to
#   another page than the source did, the others lead nowhere; nothing tells that it was cut.
# Why it matters: archives and library catalogues use such addresses (`…;view=page`); a page of sources has to link
#   what was consulted.
# In this project: `generator/explainer/authoring/importing/ris.py` reads RIS itself and keeps the value of `UR` whole.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q --disable-pip-version-check rispy==0.10.0
"$work/venv/bin/python" - <<'PYTHON'
import sys
from importlib.metadata import version

import rispy

address = "https://ferry.example/timetable;season=summer;page=2"
record = f"TY  - JOUR\nTI  - The ferry in summer\nUR  - {address}\nER  - \n"
found = rispy.loads(record)[0]["urls"]
print("rispy", version("rispy"))
print("  written:", address)
print("  read:   ", found)
sys.exit(0 if len(found) == 3 and address not in found else "no longer so")
PYTHON
