"""The line of a file that a diagnostic points at, cut to a readable width, with carets under the place."""

from dataclasses import dataclass

from explainer.reporting.printable import printable
from explainer.source import SourceFile, Span

WIDTH = 96
"""Characters of a line that are shown: paragraphs of an article are one line of thousands."""
_BEFORE = 30
"""Characters shown before the place where a line is cut on the left."""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """`indent` and `carets` are widths in columns of a terminal, where some characters take two."""

    line: int
    text: str
    indent: int
    carets: int


def excerpt(file: SourceFile, span: Span) -> Excerpt | None:
    """None where the line is empty or not there: a place in a file that could not be read."""
    from rich.cells import cell_len  # here, because most runs find no mistake to show

    line = file.line(span.line)
    if not line.strip():
        return None
    start = min(span.column - 1, len(line))
    end = len(line) if span.end_line > span.line else min(max(span.end_column - 1, start), len(line))
    left = _next_word(line, start - _BEFORE, start) if len(line) > WIDTH and start > WIDTH - _BEFORE else 0
    right = left + WIDTH
    opening, closing = "…" * (left > 0), "…" * (right < len(line))
    before = opening + printable(line[left:start])
    marked = printable(line[start : min(end, right)])
    after = printable(line[min(end, right) : right]) + closing
    return Excerpt(span.line, (before + marked + after).rstrip(), cell_len(before), max(cell_len(marked), 1))


def _next_word(line: str, start: int, end: int) -> int:
    """Where the first whole word between the two places begins, or `start` where there is none."""
    space = line.find(" ", start, end - 1)
    return start if space < 0 else space + 1
