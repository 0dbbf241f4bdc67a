#!/usr/bin/env bash
# courlan 1.4.0, which trafilatura and other crawlers clean addresses with.
# Expected: what is called to “normalize” an address gives one of the same page. A query is any text behind `?`; that it
#   consists of names and values with `=` between them is a habit of forms, not of addresses (RFC 3986, 3.4).
# Seen: a query without `=` is dropped: `?2024-03-12`, `/read?the-ferry` and `/post/7?single` become the page without it,
#   and so do two pages that differ in nothing else. A name with an empty value goes too. And `;`, which separates
#   parameters in a path, is written `%3B`, which RFC 3986 (2.2) says is another address.
# Why it matters: who keeps a source under its cleaned address keeps that of another page; a crawl takes all days of an
#   archive for one.
# In this project: `generator/explainer/text/addresses.py` compares addresses, and takes no query away.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q --disable-pip-version-check courlan==1.4.0
"$work/venv/bin/python" - <<'PYTHON'
import sys
from importlib.metadata import version

from courlan import extract_links, normalize_url

print("courlan", version("courlan"))
expected = {
    "https://paper.example/read?page=ferry": "https://paper.example/read?page=ferry",
    "https://paper.example/read?the-ferry": "https://paper.example/read",
    "https://paper.example/?2024-03-12": "https://paper.example/",
    "https://paper.example/find?words=&day=12": "https://paper.example/find?day=12",
    "https://paper.example/a;day=12": "https://paper.example/a%3Bday=12",
}
found = {address: normalize_url(address) for address in expected}
for address, normal in found.items():
    print(f"  {address} -> {normal}")
page = '<a href="https://paper.example/read?ferry">The ferry</a> <a href="https://paper.example/read?bridge">The bridge</a>'
links = extract_links(page, url="https://paper.example/", external_bool=False)
print(f"  of two links to articles: {sorted(links)}")
sys.exit(0 if found == expected and links == {"https://paper.example/read"} else "no longer so")
PYTHON
