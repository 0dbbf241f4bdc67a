"""What pages load while they are served, and how a file is sent."""

import mimetypes
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wsgiref.types import StartResponse

BASE = "/_explainer/"
"""Where it lies on the served site. No page of a site can have this address: ids have no underscore."""
_BROWSER = Path(__file__).parent / "browser"
_OK, _NOT_FOUND = "200 OK", "404 Not Found"


def answer(name: str, start: "StartResponse") -> Iterable[bytes]:
    """One of our own files."""
    known = {path.name: path for path in _BROWSER.iterdir() if path.suffix in (".js", ".css")}
    if name not in known:
        return send(start, b"Not found", "text/plain", _NOT_FOUND)
    return send(start, known[name].read_bytes(), content_type(name))


def send(
    start: "StartResponse", content: bytes, kind: str, status: str = _OK, more: Iterable[tuple[str, str]] = ()
) -> Iterable[bytes]:
    """An answer that no browser keeps: the next may differ."""
    own = [("Content-Type", kind), ("Content-Length", str(len(content))), ("Cache-Control", "no-store")]
    start(status, [*own, *more])
    return [content]


def content_type(name: str) -> str:
    if name.endswith((".js", ".mjs")):  # what a machine's registry says of them differs
        return "text/javascript; charset=utf-8"
    guessed = mimetypes.guess_type(name)[0] or "application/octet-stream"
    return f"{guessed}; charset=utf-8" if guessed.startswith("text/") else guessed
