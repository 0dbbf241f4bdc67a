#!/usr/bin/env bash
# Chromium 156.0.8078.114 as Debian 12 packages it: the structure of a printed, tagged PDF.
# Expected: a role from DPUB-ARIA says more about an element than its name alone; in the PDF an aside stays an aside and
#   a heading a heading, or becomes something more precise (PDF has `Note` and `Aside`).
# Seen: the role takes the tag away. `<aside>` is tagged `Aside`; `<aside role="doc-footnote">` is `NonStruct`, which
#   means that nothing is known of it. A heading with `role="doc-subtitle"` is `NonStruct` where the one without a role
#   is `H2`. The general ARIA role `heading` on a paragraph does become a heading.
# Why it matters: notes marked with the very roles made for publications are better to read on the screen, and worse in the PDF
#   that is printed from the same page; nothing but a look into the file shows it.
# In this project: `generator/explainer/rendering/templates/article.md.j2` writes notes as `<aside role="doc-footnote">` for the screen.
# Needs apt with Debian 12 (its security updates), and the libraries of Debian's own chromium.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
chmod 755 "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q --disable-pip-version-check playwright==1.65.2 pypdf==7.1.1
version=156.0.8078.114-1~deb12u1
(cd "$work" && apt-get -qq download "chromium=$version" "chromium-common=$version" 2> /dev/null)
for package in "$work"/*.deb; do dpkg -x "$package" "$work/browser"; done
"$work/venv/bin/python" - "$work" <<'PYTHON'
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright
from pypdf import PdfReader

work = Path(sys.argv[1])
ELEMENTS = {
    "<aside>The ferry is late.</aside>": "/Aside",
    '<aside role="doc-footnote">The ferry is late.</aside>': "/NonStruct",
    "<h2>The ferry</h2>": "/H2",
    '<h2 role="doc-subtitle">The ferry</h2>': "/NonStruct",
    '<p role="heading" aria-level="2">The ferry</p>': "/H2",
}
seen = {}
with sync_playwright() as driver:
    browser = driver.chromium.launch(
        executable_path=work / "browser/usr/lib/chromium/chromium", args=["--no-sandbox"]
    )
    print("Chromium", browser.version)
    for element in ELEMENTS:
        page = browser.new_page()
        page.set_content(f'<!doctype html><html lang="en"><title>Quay</title>{element}')
        page.pdf(path=work / "page.pdf", tagged=True)
        node = PdfReader(work / "page.pdf").trailer["/Root"]["/StructTreeRoot"]
        while node.get("/S") in (None, "/Document"):
            kids = node["/K"]
            node = (kids[0] if isinstance(kids, list) else kids).get_object()
        seen[element] = node["/S"]
        print(f"  {element} -> {node['/S']}")
    browser.close()
sys.exit(0 if seen == ELEMENTS else "no longer so")
PYTHON
