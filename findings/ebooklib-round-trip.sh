#!/usr/bin/env bash
# ebooklib 0.20: a book that is read and written again, with nothing changed in between.
# Expected: the same book. What the library does not know may go; what a page says of itself, its language above all, stays.
# Seen, of a valid EPUB 3 in English with a page in Ukrainian:
#   - the page is in English now: `lang` and `xml:lang` of each page become the language of the book;
#   - its title, style sheets, direction and the classes of its body are gone;
#   - a footnote is listed as a page, in a page list that the book did not have (each element with an `epub:type` and an id becomes one);
#   - the spine names an item `ncx` that is not there, which EPUBCheck calls an error, as it does a page without a title.
# Why it matters: a screen reader speaks Ukrainian with an English voice; a shop refuses the book; nothing says so.
# In this project: `generator/explainer/books/epub` writes books itself, and `generator/explainer/authoring/receiving/book.py`
#   reads them without it.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q --disable-pip-version-check ebooklib==0.20
"$work/venv/bin/python" -W ignore - "$work" <<'PYTHON'
import re
import sys
import zipfile
from importlib.metadata import version

from ebooklib import epub

HTML = 'xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"'
FILES = {
    "mimetype": "application/epub+zip",
    "META-INF/container.xml": """<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles></container>""",
    "EPUB/package.opf": """<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:identifier id="id">urn:example:ferry</dc:identifier>
<dc:title>The ferry</dc:title><dc:language>en</dc:language>
<meta property="dcterms:modified">2031-02-06T00:00:00Z</meta></metadata>
<manifest><item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="page" href="page.xhtml" media-type="application/xhtml+xml"/>
<item id="style" href="style.css" media-type="text/css"/></manifest>
<spine><itemref idref="page"/></spine></package>""",
    "EPUB/nav.xhtml": f"""<html {HTML}><head><title>Contents</title></head><body>
<nav epub:type="toc"><ol><li><a href="page.xhtml">Пором</a></li></ol></nav></body></html>""",
    "EPUB/style.css": "p { margin: 0 }",
    "EPUB/page.xhtml": f"""<html {HTML} lang="uk" xml:lang="uk" dir="ltr"><head><title>Пором</title>
<link rel="stylesheet" href="style.css" type="text/css"/></head><body class="article">
<p>Пором<a epub:type="noteref" href="#note">1</a></p>
<aside epub:type="footnote" id="note"><p>На березі.</p></aside></body></html>""",
}
with zipfile.ZipFile(f"{sys.argv[1]}/first.epub", "w") as zipped:
    for path, text in FILES.items():
        zipped.writestr(path, text)
epub.write_epub(f"{sys.argv[1]}/second.epub", epub.read_epub(f"{sys.argv[1]}/first.epub"))
with zipfile.ZipFile(f"{sys.argv[1]}/second.epub") as zipped:
    written = {name: zipped.read(name).decode() for name in zipped.namelist()}
package, page, nav = (next(text for name, text in written.items() if name.endswith(end)) for end in (".opf", "page.xhtml", "nav.xhtml"))
seen = {
    "language of the page": re.findall(r'(?<!:)lang="(\w+)"', page),
    "its title, style sheet, direction, class": [word for word in ("<title", "style.css", "dir=", "article") if word in page],
    "page list": re.findall(r'page\.xhtml#(\w+)', nav),
    "item that the spine names": re.findall(r'<spine[^>]* toc="(\w+)"', package),
    "items": sorted(re.findall(r'<item [^>]*id="(\w+)"', package)),
}
print("ebooklib", version("ebooklib"))
for name, values in seen.items():
    print(f"  {name}: {values}")
expected = [["en"], [], ["note"], ["ncx"], ["nav", "page", "style"]]
sys.exit(0 if list(seen.values()) == expected else "no longer so")
PYTHON
