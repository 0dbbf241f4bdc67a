#!/usr/bin/env bash
# poppler 22.12.0 (poppler-utils of Debian 12).
# Expected: a tagged PDF may say `/Suspects false` in its `/MarkInfo`: ISO 32000-1, table 321, has it as a boolean, whose
#   default is false.
# Seen: pdfinfo, pdftotext and pdftoppm print “Syntax Error: Suspects object is wrong type (boolean)” for false, and
#   nothing for true, which is what says that tags may be wrong. A value that is no boolean gets the same message.
# Why it matters: Typst writes the entry, because PDF/UA-1 (7.1) forbids `true`; whoever looks at what poppler says about
#   a file takes the sound one for a broken one.
# In this project: `generator/explainer/books/paged/packing.py` takes the entry out; what is not said is false.
# Needs apt with Debian 12, and the libraries of Debian's own poppler-utils.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
chmod 755 "$work"
version=22.12.0-2+deb12u3
(cd "$work" && apt-get -qq download "poppler-utils=$version" "libpoppler126=$version" 2> /dev/null)
for package in "$work"/*.deb; do dpkg -x "$package" "$work/poppler"; done
LD_LIBRARY_PATH=$(dirname "$(find "$work/poppler" -name 'libpoppler.so.126' | head -1)")
export LD_LIBRARY_PATH
python3 - "$work" <<'PYTHON'
import subprocess
import sys
from pathlib import Path

work = Path(sys.argv[1])


def pdf(suspects):
    mark = b"<</Marked true" + suspects + b">>"
    objects = [
        b"<</Type/Catalog/Pages 2 0 R/Lang(en)/StructTreeRoot 4 0 R/MarkInfo" + mark + b">>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Resources<<>>>>",
        b"<</Type/StructTreeRoot>>",
    ]
    made, places = b"%PDF-1.7\n", []
    for number, each in enumerate(objects, 1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    count = len(objects) + 1
    tail = b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n"
    return made + tail % (count, table, count, len(made))


def said(name, suspects):
    path = work / f"{name}.pdf"
    path.write_bytes(pdf(suspects))
    run = subprocess.run([work / "poppler/usr/bin/pdfinfo", path], capture_output=True, text=True)
    line = next(line for line in run.stdout.splitlines() if line.startswith("Suspects"))
    print(f"  {name:8} {' '.join(line.split()):14} {run.stderr.strip() or '(nothing)'}")
    return run.stderr.strip()


print(subprocess.run([work / "poppler/usr/bin/pdfinfo", "-v"], capture_output=True, text=True).stderr.splitlines()[0])
absent, true, false = said("absent", b""), said("true", b"/Suspects true"), said("false", b"/Suspects false")
seen = not absent and not true and false == "Syntax Error: Suspects object is wrong type (boolean)"
sys.exit(0 if seen else "no longer so")
PYTHON
