#!/usr/bin/env bash
# pypdf 7.1.1 and pdfminer.six 20260107, on a PDF as Chromium 156.0.8078.114 prints it.
# Expected: the text taken out of a printed page has the words of the page. A soft hyphen (U+00AD) or a word joiner
#   (U+2060) that is not shown leaves a word whole; where a PDF draws something else than it says, it names the true
#   characters in `/ActualText`, and these are what a program that extracts text has to use (ISO 32000-1, 14.9.4).
# Seen: “foot&shy;bridge” comes out as “foot bridge”. Chromium draws the unseen character as the glyph of a space and
#   writes U+00AD as its `/ActualText`; both libraries take the glyph and do not look at `/ActualText`. The same happens to
#   U+2060, which is there to keep two parts together.
# Why it matters: a quotation is looked for in what was published as PDF, or a page is checked in print: the words are on the
#   paper, and are not found. Long compound words, for which soft hyphens are made, are hit most.
# In this project: `generator/explainer/theme/assets/search.js` and `generator/explainer/engine/search_words.py` take these characters out of
#   words before they look for them.
# Needs apt with Debian 12 (its security updates), and the libraries of Debian's own chromium.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
chmod 755 "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q --disable-pip-version-check playwright==1.65.2 pypdf==7.1.1 pdfminer.six==20260107
version=156.0.8078.114-1~deb12u1
(cd "$work" && apt-get -qq download "chromium=$version" "chromium-common=$version" 2> /dev/null)
for package in "$work"/*.deb; do dpkg -x "$package" "$work/browser"; done
"$work/venv/bin/python" - "$work" <<'PYTHON'
import sys
from importlib.metadata import version
from pathlib import Path

from pdfminer.high_level import extract_text
from playwright.sync_api import sync_playwright
from pypdf import PdfReader

work = Path(sys.argv[1])
with sync_playwright() as driver:
    browser = driver.chromium.launch(
        executable_path=work / "browser/usr/lib/chromium/chromium", args=["--no-sandbox"]
    )
    print("Chromium", browser.version)
    page = browser.new_page()
    page.set_content('<!doctype html><html lang="en"><title>Quay</title><p>A foot&shy;bridge and a ferry&#x2060;man.</p>')
    page.pdf(path=work / "page.pdf")
    browser.close()
first = PdfReader(work / "page.pdf").pages[0]
names = first.get_contents().get_data()
texts = {
    f"pypdf {version('pypdf')}": first.extract_text().strip(),
    f"pdfminer.six {version('pdfminer.six')}": extract_text(work / "page.pdf").strip(),
}
print("  /ActualText in the page:", [code for code in ("00AD", "2060") if f"<FEFF{code}>".encode() in names])
for program, text in texts.items():
    print(f"  {program}: {text!r}")
seen = b"<FEFF00AD>" in names and set(texts.values()) == {"A foot bridge and a ferry man."}
sys.exit(0 if seen else "no longer so")
PYTHON
