#!/usr/bin/env bash
# bagit 1.9.0 (bagit-python), manifests of BagIt 1.0.
# Expected: in a manifest a line feed, a carriage return and a percent sign of a file's name are percent-encoded
#   (RFC 8493, 2.1.3); who reads it decodes them.
# Seen: `%25` stays as it is, so a bag whose manifest follows the RFC is “incomplete”; `make_bag` writes the sign itself,
#   which the RFC forbids. Of `%0A` the first two of a name are decoded, the third is not.
# Why it matters: saved web pages have names such as `a%20b.html`; a whole bag is told to be broken, or one is made that
#   others read otherwise.
# In this project: `generator/explainer/exporting/archive/bag.py` writes what the RFC asks for.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q --disable-pip-version-check bagit==1.9.0
"$work/venv/bin/python" - "$work" <<'PYTHON'
import hashlib
import sys
from importlib.metadata import version
from pathlib import Path

import bagit

print("bagit", version("bagit"))
words = b"words\n"
digest = hashlib.sha256(words).hexdigest()
seen = {}
for number, (name, written) in enumerate((
    ("plain.txt", "plain.txt"), ("100%.txt", "100%25.txt"), ("a\nb\nc.txt", "a%0Ab%0Ac.txt"),
    ("a\nb\nc\nd.txt", "a%0Ab%0Ac%0Ad.txt"),
)):
    bag = Path(sys.argv[1], str(number))
    (bag / "data").mkdir(parents=True)
    (bag / "data" / name).write_bytes(words)
    (bag / "bagit.txt").write_text("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n")
    (bag / "manifest-sha256.txt").write_text(f"{digest}  data/{written}\n")
    seen[name] = bagit.Bag(str(bag)).is_valid()
    print(f"  {name!r}, in the manifest {written}: {'valid' if seen[name] else 'not valid'}")
made = Path(sys.argv[1], "made")
made.mkdir()
(made / "100%.txt").write_bytes(words)
bagit.make_bag(str(made), checksums=["sha256"])
line = (made / "manifest-sha256.txt").read_text().split()[1]
print("  make_bag writes", line)
expected = {"plain.txt": True, "100%.txt": False, "a\nb\nc.txt": True, "a\nb\nc\nd.txt": False}
sys.exit(0 if seen == expected and line == "data/100%.txt" else "no longer so")
PYTHON
