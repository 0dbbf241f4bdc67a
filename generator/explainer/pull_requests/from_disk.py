"""Makes a built site open from a disk: unzip it, open `index.html`, and links, styles and search work.

Addresses stay those of the published site, so that a page can be compared with its published form. What changes:
a link to a folder says `index.html`, because no server adds it; search reads its index from a script; and no face is
loaded in advance, because browsers want a server for that, so texts wait for theirs instead of doing without.
"""

import json
import posixpath
import re
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

from explainer.engine import search_index

SCRIPT = "assets/from-disk.js"
INDEX_SCRIPT = search_index.INDEX.removesuffix(".json") + ".js"
_AT_ONCE_OR_NEVER = b"font-display:optional"
_LINK = re.compile(r'(?<=\shref=")[^"]*|(?<=\scontent="0; url=)[^"]*')


def convert(site: Path, write: Callable[[Path, bytes], object] = Path.write_bytes) -> None:
    """Change the site in its folder, file by file. A second time changes nothing."""
    pages = {path.relative_to(site).as_posix(): path for path in site.rglob("*.html")}
    # The page for missing addresses is only ever shown by a server, and its links are absolute.
    pages.pop("404.html", None)
    for name, path in sorted(pages.items()):
        page = path.read_text(encoding="utf-8")
        changed = _with_script(name, "".join(_with_files(name, page, set(pages))))
        if changed != page:
            write(path, changed.encode())
    for path in site.rglob("*.css"):
        style = path.read_bytes()
        if _AT_ONCE_OR_NEVER in style:
            write(path, style.replace(_AT_ONCE_OR_NEVER, b"font-display:block"))
    (site / SCRIPT).parent.mkdir(exist_ok=True)
    write(site / SCRIPT, script())
    if (site / search_index.INDEX).is_file():
        write(site / INDEX_SCRIPT, index_script((site / search_index.INDEX).read_bytes()))


def script() -> bytes:
    """What stands in the place of the server's part in the search."""
    return Path(__file__).with_name("from_disk.js").read_bytes()


def index_script(index: bytes) -> bytes:
    """The search index as the script that the theme loads where there is no server, its links with `index.html`."""
    read = json.loads(index)
    for entry in read["docs"]:
        path, hash_, fragment = entry["location"].partition("#")
        if path.endswith("/") or not path:
            entry["location"] = f"{path}index.html{hash_}{fragment}"
    return f"var __index = {json.dumps(read, separators=(',', ':'))}\n".encode()


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


def _with_script(name: str, page: str) -> str:
    """Before the theme's scripts; a page that has none needs none."""
    tag = f'<script src="{posixpath.relpath(SCRIPT, posixpath.dirname(name) or ".")}"></script>'
    return page if tag in page or "<script src=" not in page else page.replace("</head>", f"{tag}</head>", 1)
