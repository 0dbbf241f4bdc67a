"""A stranger's text as code of Markdown: the one place in which no platform looks for markup, mentions or links."""

import re
from textwrap import wrap

from explainer.reporting.printable import printable

LONGEST = 600
"""Characters of one value that are shown."""
_LABEL = 100
_LINE = 90
"""Characters of a line of code that a comment shows at once."""


def code(text: str, longest: int = _LABEL) -> str:
    """A text in which nothing means anything, on one line."""
    shown = printable(" ".join(text.split())) or " "
    if len(shown) > longest:
        shown = f"{shown[:longest]} …"
    fence = "`" * (longest_run(shown) + 1)
    pad = " " if shown.startswith("`") or shown.endswith("`") else ""
    return f"{fence}{pad}{shown}{pad}{fence}"


def longest_run(text: str) -> int:
    """Of the marks between which code stands."""
    return max(map(len, re.findall("`+", text)), default=0)


def on_one_line(text: str) -> str:
    """Not longer than is shown."""
    shown = printable(" ".join(text.split()))
    return shown if len(shown) <= LONGEST else f"{shown[:LONGEST]} …"


def signed(sign: str, text: str) -> list[str]:
    """In lines that are short enough to be read without scrolling, each with the sign."""
    lines = wrap(on_one_line(text), _LINE, break_long_words=False, break_on_hyphens=False)
    return [f"{sign} {line}" for line in lines]
