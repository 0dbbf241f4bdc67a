"""What an open page is told: which state it should be in, and what is wrong, as values that JSON can hold."""

import hashlib
import re
from typing import Any

from explainer import reporting
from explainer.diagnostics import Diagnostic
from explainer.engine.local.files import BASE
from explainer.reporting.grouping import worst_first
from explainer.reporting.text import one_text
from explainer.serving.live import Live

_MOST = 30
"""Mistakes that are shown one by one."""
_ARTICLE = re.compile(rb"<article\b")


def state_of(page: bytes | None) -> dict[str, str] | None:
    """What tells whether a page is the one that a browser shows, and whether it differs outside its `<article>`."""
    if page is None:
        return None
    start, (_, ends, after) = _ARTICLE.search(page), page.rpartition(b"</article>")
    frame = page[: start.start()] + after if start and ends else b""
    return {"page": digest(page), "frame": digest(frame) if frame else ""}


def with_scripts(page: bytes) -> bytes:
    """The page with what keeps it up to date, and quotes from it."""
    state = state_of(page) or {}
    told = " ".join(f'data-{key}="{value}"' for key, value in state.items())
    scripts = f'<script src="{BASE}live.js" {told} defer></script><script src="{BASE}quote.js" defer></script>'
    before, end, after = page.rpartition(b"</body>")
    return before + scripts.encode() + end + after if end else page + scripts.encode()


def problems(live: Live) -> dict[str, Any] | None:
    """What is wrong; None where nothing is."""
    diagnostics, troubles = live.preview.diagnostics, live.troubles
    if not diagnostics and not troubles:
        return None
    listed = [{"title": trouble.title, "text": trouble.text, "is-error": True} for trouble in troubles]
    listed += [_one(diagnostic, live) for diagnostic in worst_first(diagnostics)[:_MOST]]
    return {
        "title": reporting.counted(diagnostics) if diagnostics else troubles[0].title,
        "items": listed,
        "more": max(len(diagnostics) - _MOST, 0),
        "has-errors": bool(troubles) or any(diagnostic.is_error for diagnostic in diagnostics),
    }


def _one(diagnostic: Diagnostic, live: Live) -> dict[str, Any]:
    place, _, text = one_text(diagnostic, live.preview.linked.seeds.files).partition(": ")
    span = diagnostic.span
    editor = f"vscode://file/{live.root.resolve().as_posix().lstrip('/')}/{span.path}:{span.line}:{span.column}"
    return {"title": place, "text": text, "is-error": diagnostic.is_error, "editor": editor}


def digest(content: bytes) -> str:
    """What tells two contents apart."""
    return hashlib.blake2s(content, digest_size=8).hexdigest()
