"""Makes a built site open from a disk: unzip it, open `index.html`, and links, styles and search work.

Addresses stay those of the published site, so that a page can be compared with its published form. What changes:
a link to a folder says `index.html`, because no server adds it; the search has its index in a script; and no face is
loaded in advance, because browsers want a server for that, so texts wait for theirs instead of doing without.
"""

import json
import posixpath
import re
from collections.abc import Callable, Iterator, Mapping
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

from explainer.engine.search import pieces

INDEX_SCRIPT = f"{pieces.FOLDER}/from-disk.js"
"""The theme's script asks for it where there is no server (`theme/assets/later/search.js`)."""
_AT_ONCE_OR_NEVER = b"font-display:optional"
_LINK = re.compile(r'(?<=\shref=")[^"]*|(?<=\scontent="0; url=)[^"]*')


def convert(site: Path, write: Callable[[Path, bytes], object] = Path.write_bytes) -> None:
    """Change the site in its folder, file by file. A second time changes nothing."""
    pages = {path.relative_to(site).as_posix(): path for path in site.rglob("*.html")}
    # The page for missing addresses is only ever shown by a server, and its links are absolute.
    pages.pop("404.html", None)
    for name, path in sorted(pages.items()):
        page = path.read_text(encoding="utf-8")
        changed = "".join(_with_files(name, page, set(pages)))
        if changed != page:
            write(path, changed.encode())
    for path in site.rglob("*.css"):
        style = path.read_bytes()
        if _AT_ONCE_OR_NEVER in style:
            write(path, style.replace(_AT_ONCE_OR_NEVER, b"font-display:block"))
    files = {path.relative_to(site).as_posix(): path.read_bytes() for path in (site / pieces.FOLDER).rglob("*.json")}
    if pieces.INDEX in files:
        write(site / INDEX_SCRIPT, index_script(files))


def index_script(files: Mapping[str, bytes]) -> bytes:
    """The files of the search, by their path, as one script; the links in them with `index.html`."""
    read = {name: json.loads(content) for name, content in sorted(files.items())}
    for entries in read.values():
        for entry in entries if isinstance(entries, list) else ():
            path, hash_, fragment = entry["url"].partition("#")
            if path.endswith("/") or not path:
                entry["url"] = f"{path}index.html{hash_}{fragment}"
    # Parsed, not written as an object: as such, some names of keys would mean more than a key.
    return f"window.explainerIndex = JSON.parse({json.dumps(json.dumps(read, separators=(',', ':')))})\n".encode()


def with_file(link: str, page: str, pages: set[str]) -> str:
    """A link of `page` that names a folder of the site, with `index.html`; any other as it is."""
    path, hash_, fragment = link.partition("#")
    if not path or path.startswith("/") or urlsplit(path).scheme or "?" in path:
        return link
    target = posixpath.normpath(posixpath.join(posixpath.dirname(page), unquote(path), "index.html"))
    names_a_folder = path.endswith("/") or posixpath.basename(path) in (".", "..")
    if not names_a_folder or target not in pages:
        return link
    return f"{path.rstrip('/')}/index.html{hash_}{fragment}"


def _with_files(name: str, page: str, pages: set[str]) -> Iterator[str]:
    """The page in pieces, with its links changed. Only tags are looked at: a text may quote a link."""
    done = 0
    for start, tag in _tags(page):
        yield page[done:start]
        if ' rel="preload"' not in tag:
            yield _LINK.sub(lambda match: with_file(match[0], name, pages), tag)
        done = start + len(tag)
    yield page[done:]


def _tags(page: str) -> list[tuple[int, str]]:
    """Where each link stands in the page, and its tag as it is written."""
    lines = [0, *(match.end() for match in re.finditer("\n", page))]
    found: list[tuple[int, str]] = []

    class Links(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            if tag in ("a", "link", "meta"):
                line, column = self.getpos()
                found.append((lines[line - 1] + column, self.get_starttag_text() or ""))

    Links(convert_charrefs=False).feed(page)
    return found
