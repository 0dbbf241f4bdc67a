#!/usr/bin/env bash
# Chromium 156.0.8078.114 as Debian 12 packages it: a page with a component (shadow DOM), saved as one file (MHTML).
# Expected: the inside of the component is written as HTML has it, `<template shadowrootmode="open">`, so that whoever reads
#   the page out of the file has what the reader saw.
# Seen: it is written as `<template shadowmode="open">`. Opened as MHTML the words are there; the same HTML taken out of the
#   file, in the same browser, has a template that nobody shows: the words are gone, without a warning.
# Why it matters: archives and readers of saved pages take the HTML out of the file; what stood in components, whole articles
#   of some sites, is lost to them.
# In this project: `generator/explainer/text/hypertext/reader.py` reads both names.
# Needs apt with Debian 12 (its security updates), and the libraries of Debian's own chromium.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
chmod 755 "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q --disable-pip-version-check playwright==1.65.2
version=156.0.8078.114-1~deb12u1
(cd "$work" && apt-get -qq download "chromium=$version" "chromium-common=$version" 2> /dev/null)
for package in "$work"/*.deb; do dpkg -x "$package" "$work/browser"; done
"$work/venv/bin/python" - "$work" <<'PYTHON'
import email
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

work = Path(sys.argv[1])
PAGE = (
    "<!doctype html><title>Quay</title><p>The ferry is late.</p>"
    '<tide-box><template shadowrootmode="open"><p>High water at noon.</p></template></tide-box>'
)
WORDS = "High water at noon."
with sync_playwright() as driver:
    browser = driver.chromium.launch(
        executable_path=work / "browser/usr/lib/chromium/chromium", args=["--no-sandbox"]
    )
    print("Chromium", browser.version)
    page = browser.new_page()
    (work / "page.html").write_text(PAGE)
    page.goto(f"file://{work}/page.html")
    shown = page.get_by_text(WORDS).is_visible()
    saved = page.context.new_cdp_session(page).send("Page.captureSnapshot", {"format": "mhtml"})["data"]
    parts = email.message_from_string(saved).walk()
    html = next(part for part in parts if part.get_content_type() == "text/html").get_payload(decode=True).decode()
    (work / "saved.mhtml").write_text(saved)
    page.goto(f"file://{work}/saved.mhtml")
    as_saved = page.get_by_text(WORDS).is_visible()
    (work / "taken.html").write_text(html)
    page.goto(f"file://{work}/taken.html")
    as_taken = page.get_by_text(WORDS).count() > 0 and page.get_by_text(WORDS).is_visible()
    browser.close()
print("  shown on the page:", shown)
print("  shown in the saved file:", as_saved)
print("  shown in its HTML:", as_taken)
print("  written as:", html[html.index("<template") : html.index(">", html.index("<template")) + 1])
is_so = shown and as_saved and not as_taken and "shadowmode=" in html and "shadowrootmode" not in html
sys.exit(0 if is_so else "no longer so")
PYTHON
