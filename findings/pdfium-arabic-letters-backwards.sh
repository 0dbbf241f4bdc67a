#!/usr/bin/env bash
# pypdfium2 5.15.2 (PDFium), on a page in Arabic as Chromium 156.0.8078.114 prints it; PDFium is what Chromium shows PDFs with.
# Expected: the words of the page. That text from right to left is turned round is what PDFium does while it extracts it,
#   and what it does right of the same words as Typst 0.15.2 sets them.
# Seen: the words come in their order, but the letters of most of them come backwards (“سلجم” for “مجلس”), and those of some
#   do not (“قال”). poppler 22.12 reads the same file right.
# Why it matters: a quotation is looked for in the PDF of a press office and is not found; a text that is taken out of it
#   has words that nobody wrote, and a reader of Arabic sees it at once, a program never.
# In this project: `generator/explainer/authoring/receiving/pdf` refuses pages from right to left, and says what to do.
# Needs apt with Debian 12 (its security updates), the libraries of Debian's own chromium, and a face with Arabic letters.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
chmod 755 "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q --disable-pip-version-check playwright==1.65.2 pypdfium2==5.15.2 typst==0.15.2
version=156.0.8078.114-1~deb12u1
(cd "$work" && apt-get -qq download "chromium=$version" "chromium-common=$version" fonts-dejavu-core 2> /dev/null)
for package in "$work"/*.deb; do dpkg -x "$package" "$work/unpacked"; done
"$work/venv/bin/python" - "$work" <<'PYTHON'
import sys
import unicodedata
from base64 import b64encode
from importlib.metadata import version
from pathlib import Path

import pypdfium2
import typst
from playwright.sync_api import sync_playwright

WORDS = "مجلس المدينة قال"
work = Path(sys.argv[1])
faces = work / "unpacked/usr/share/fonts/truetype/dejavu"
face = b64encode((faces / "DejaVuSans.ttf").read_bytes()).decode()
page = f"""<!doctype html><html lang="ar" dir="rtl"><meta charset="utf-8"><title>-</title>
<style>@font-face {{ font-family: F; src: url(data:font/ttf;base64,{face}) }} p {{ font: 20px F }}</style><p>{WORDS}</p>"""
with sync_playwright() as driver:
    browser = driver.chromium.launch(
        executable_path=work / "unpacked/usr/lib/chromium/chromium", args=["--no-sandbox"]
    )
    print("Chromium", browser.version, "and PDFium of pypdfium2", version("pypdfium2"))
    tab = browser.new_page()
    tab.set_content(page)
    tab.evaluate("async () => { await document.fonts.ready }")
    tab.pdf(path=work / "chromium.pdf")
    browser.close()
source = f'#set text(lang: "ar", font: "DejaVu Sans")\n{WORDS}'
(work / "typst.pdf").write_bytes(typst.compile(source.encode(), font_paths=[str(faces)], ignore_system_fonts=True))


def read(name):
    text = pypdfium2.PdfDocument(work / name)[0].get_textpage().get_text_range()
    return " ".join(unicodedata.normalize("NFKC", text).split())


by_chromium, by_typst = read("chromium.pdf"), read("typst.pdf")
print("  on the page:       ", WORDS)
print("  printed by Typst:  ", by_typst)
print("  printed by Chromium:", by_chromium)
first, second, third = WORDS.split()
seen = by_typst == WORDS and by_chromium == f"{first[::-1]} {second[::-1]} {third}"
sys.exit(0 if seen else "no longer so")
PYTHON
