"""The line of a closed note has at most eight words: it is shown whole, or not at all."""

from collections.abc import Iterator
from typing import Any

from explainer import rules
from explainer.diagnostics import Diagnostic
from explainer.model.stages import Entry

MOST = 8


def check(entry: Entry[Any]) -> Iterator[Diagnostic]:
    """Breaks it: a `gist` of nine words."""
    words = len((getattr(entry.value, "gist", None) or "").split())
    if words > MOST:
        yield Diagnostic(rules.GIST_IS_SHORT, entry.at("gist"), f"the gist has {words} words")
