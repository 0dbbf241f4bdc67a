"""Which words of a page an extractor takes for the article. Alone imports trafilatura, which need not be there.

It is a proposal: what it leaves out is only offered to the author as furniture.
"""

import re
from functools import cache
from typing import Any

_DROPPED = re.compile(r"</?(?:time|output|meter)\b[^<>]*>", re.IGNORECASE)
"""Tags inside of sentences whose words trafilatura 2.3 leaves out: without the tags it has them."""


def has_extractor() -> bool:
    """Whether the optional group `html` is installed."""
    return _extractor() is not None


def main_text(html: str) -> str | None:
    """The text of the article in a page; None where the extractor finds none, or is not there."""
    extractor = _extractor()
    if extractor is None:
        return None
    text = extractor.extract(
        _DROPPED.sub("", html),
        output_format="txt",
        include_comments=False,
        include_tables=True,
        favor_recall=True,
        deduplicate=False,
    )
    return text or None


@cache
def _extractor() -> Any:
    """Imported late: it takes half a second, and only this command needs it."""
    try:
        import trafilatura
    except ImportError:
        return None
    return trafilatura
