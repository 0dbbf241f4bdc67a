"""Which scripts may stand in a preview: those of the site that the main branch builds, letter for letter.

A script is a file, an element of a page that names a file, or an element with words of its own. What differs from page
to page is only the way to the site's root: elements are kept with a sign in its place, so that a page in a folder that
the main branch does not have is judged like the others.
"""

import base64
import hashlib
import json
import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

_ANY = re.compile(r"<script", re.IGNORECASE)
# A stranger's tag may have millions of attributes; no script of ours has many. (Possessive groups would say it as
# well, but do not match as they should in Python 3.11.2, which Debian 12 has.)
_FROM_FILE = re.compile(
    r'(<script(?: (?!src=)[a-z]{1,40}(?:="[^"<>]*")?){0,20} src=")([^"<>]*)'
    r'("(?: [a-z]{1,40}(?:="[^"<>]*")?){0,20}></script>)'
)
_OPENS = re.compile(r"<script[^<>]*>")
_DATA = re.compile(r'<script(?: id="__config")? type="application/(?:ld\+)?json">')
_CONFIG = '<script id="__config" '
_END = "</script>"
# What every browser takes for the same file: no signs that are written in several ways, no other site.
_PLAIN = re.compile(r"(?!/)[A-Za-z0-9._~/-]+")
_ROOT = "\0"
"""Stands for the way to the root; no page that is accepted holds this character."""
_SCOPE = 'new URL("{}",location)'
"""How the theme tells a page where the site's root is."""


@dataclass(frozen=True, slots=True)
class Scripts:
    """`files` by their path on the site; `named` are elements that name a file, `inline` those with words."""

    files: Mapping[str, bytes] = field(default_factory=dict)
    named: frozenset[str] = frozenset()
    inline: frozenset[str] = frozenset()
    texts: Mapping[str, bytes] = field(default_factory=dict)
    """Plain texts of the main branch. Anything can be written in such a file, a script too."""

    def policy(self, roots: Iterable[str]) -> str:
        """The Content-Security-Policy of pages with these ways to the root: everything from the site, nothing else."""
        own = "'self'" if self.files else "'none'"
        hashes = {_hash(element.replace(_ROOT, root)) for element in self.inline for root in roots}
        return "; ".join(
            (
                "default-src 'none'",
                " ".join(("script-src", own, *sorted(hashes))),
                f"worker-src {own}",
                "style-src 'self' 'unsafe-inline'",
                "img-src 'self' data:",
                "font-src 'self'",
                "connect-src 'self'",
                "base-uri 'none'",
                "form-action 'none'",
            )
        )

    def refusal(self, page: str, name: str) -> str | None:
        """Why a page holds a script that the main branch does not have, or None. `name` is its path on the site.

        Every `<script` is looked at, wherever it stands: what a browser takes for a comment or a text is not guessed.
        """
        root = root_of(name)
        inline = [element.replace(_ROOT, root) for element in self.inline]
        done = 0
        while found := _ANY.search(page, done):
            start = done = found.start()
            for element in inline:
                if page.startswith(element, start):
                    done = start + len(element)
            if data := _DATA.match(page, start):
                if page.startswith(_CONFIG, start) and not self._leads_to_ours(page, data.end(), name):
                    return "it makes the theme's script load a file that is none of the main branch's scripts"
                done = data.end()
            elif of_file := _FROM_FILE.match(page, start):
                done = of_file.end() if _canonical(of_file, name, self.files) in self.named else start
            if done == start:
                return "it holds a script that is not, letter for letter, one of the main branch's"
        return None

    def _leads_to_ours(self, page: str, start: int, name: str) -> bool:
        """Whether the settings that the theme's script reads name the site's root, and a script of it for search."""
        end = page.find(_END, start)
        try:
            settings = json.loads(page[start : max(start, end)])
            root, search = settings["base"], settings["search"]
        except (ValueError, RecursionError, TypeError, KeyError):
            return False
        # An edition is a site of its own in a folder, with scripts of its own, where the main branch has them.
        folder, _, inside = name.partition("/")
        is_edition = any(path.startswith(f"{folder}/assets/javascripts/") for path in self.files)
        if root == "/" or (is_edition and root == f"/{folder}/"):  # the page for missing addresses
            return isinstance(search, str) and search[:1] == "/" and search[1:] in self.files
        leads = root == root_of(name) or (is_edition and root == root_of(inside))
        return leads and isinstance(search, str) and _resolved(search, name) in self.files


def of_site(site: Path) -> Scripts:
    """The scripts of a site that was built from the main branch."""
    files = {path.relative_to(site).as_posix(): path.read_bytes() for path in sorted(site.rglob("*.js"))}
    named, inline = set(), set()
    for path in sorted(site.rglob("*.html")):
        name, page = path.relative_to(site).as_posix(), path.read_text(encoding="utf-8")
        for element in _elements(page):
            if of_file := _FROM_FILE.fullmatch(element):
                named.add(_canonical(of_file, name, files))
            elif not _DATA.match(element):
                inline.add(element.replace(_SCOPE.format(root_of(name)), _SCOPE.format(_ROOT)))
    texts = {path.relative_to(site).as_posix(): path.read_bytes() for path in sorted(site.rglob("*.txt"))}
    return Scripts(files, frozenset(named), frozenset(inline), texts)


def _elements(page: str) -> Iterator[str]:
    done = 0
    while (opens := _OPENS.search(page, done)) and (end := page.find(_END, opens.end())) >= 0:
        done = end + len(_END)
        yield page[opens.start() : done]


def root_of(name: str) -> str:
    """The way from a page to the site's root, as the theme writes it."""
    return posixpath.relpath(".", posixpath.dirname(name) or ".")


def _canonical(element: re.Match[str], name: str, files: Mapping[str, bytes]) -> str:
    """The element with its file named from the root. An address that is none of the site's stays; its element is
    marked, so that it is not taken for one that names a file.
    """
    file = _resolved(element[2], name)
    return f"{element[1]}{file}{element[3]}" if file in files else f"{_ROOT}{element[0]}"


def _resolved(address: str, name: str) -> str:
    """The path on the site, or nothing."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(name), address)) if _PLAIN.fullmatch(address) else ""


def _hash(element: str) -> str:
    words = element.partition(">")[2].removesuffix(_END)
    return f"'sha256-{base64.b64encode(hashlib.sha256(words.encode()).digest()).decode()}'"
