"""The Content-Security-Policy of a built page: it runs the site's scripts and asks the site's host, and nothing else.

Texts are escaped wherever they are shown; the policy is there for the day on which one is not. It stands in the page,
because many hosts take no headers. The few scripts that stand in pages are the theme's: each is named by its hash. A
script within what the pipeline printed is named never, because the pipeline prints none.
"""

import base64
import hashlib
import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

_SCRIPT = re.compile(r"<script\b([^<>]*)>", re.IGNORECASE)
_END = re.compile("</script>", re.IGNORECASE)
_DATA = re.compile(r'\bsrc=|\btype="application/(?:ld\+)?json"')
_START = re.compile(r'<head>(?:\s*<meta charset="utf-8">)?', re.IGNORECASE)
_RELOADING = b"livereload("


def with_policy(page: str, content: str = "") -> str:
    """The page with its policy at the start of its head. No script within `content` is allowed by it."""
    start = _START.search(page)
    if start is None:
        return page
    theme = page.replace(content, "") if content else page
    meta = f'\n    <meta http-equiv="Content-Security-Policy" content="{_policy(_hashes(theme))}">'
    return page[: start.end()] + meta + page[start.end() :]


def allowing_reload(app: "WSGIApplication") -> "WSGIApplication":
    """The server of `mkdocs serve`, which puts a script into every page that it hands out, with that script allowed."""

    def answer(environ: "WSGIEnvironment", start: "StartResponse") -> Iterable[bytes]:
        told: list[tuple[str, list[tuple[str, str]]]] = []

        def hear(status: str, headers: list[tuple[str, str]], *_: object) -> object:
            told.append((status, headers))
            return lambda _: None

        body = b"".join(app(environ, hear))  # type: ignore[arg-type]
        (status, headers), *_ = told
        if any(name == "Content-Type" and value.startswith("text/html") for name, value in headers):
            body = _with_reload(body)
        kept = [(name, value) for name, value in headers if name != "Content-Length"]
        start(status, [*kept, ("Content-Length", str(len(body)))])
        return [body]

    return answer


def _with_reload(page: bytes) -> bytes:
    begin, end = page.rfind(b"<script>"), page.rfind(b"</script>")
    script = page[begin + len(b"<script>") : end]
    if begin < 0 or _RELOADING not in script:
        return page
    return page.replace(b"; style-src", f" {_hash(script)}; style-src".encode(), 1)


def _policy(hashes: Iterable[str]) -> str:
    return "; ".join(
        (
            "default-src 'self'",
            " ".join(("script-src 'self'", *hashes)),
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data:",
            "object-src 'none'",
            "frame-src 'none'",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


def _hashes(page: str) -> list[str]:
    """Of each script that stands in the page itself, in the form of a policy."""
    found: set[str] = set()
    done = 0
    while (start := _SCRIPT.search(page, done)) and (end := _END.search(page, start.end())):
        done = end.end()
        if not _DATA.search(start[1]):
            found.add(_hash(page[start.end() : end.start()].encode()))
    return sorted(found)


def _hash(script: bytes) -> str:
    normal = script.replace(b"\r\n", b"\n").replace(b"\r", b"\n")  # as a browser reads it
    return f"'sha256-{base64.b64encode(hashlib.sha256(normal).digest()).decode()}'"
