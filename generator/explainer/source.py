"""Text with positions: the ground that every diagnostic stands on.

Decides how an offset becomes a line and a column. Lines and columns count from 1, columns in
characters (Unicode code points), because that is what editors and GitHub annotations print.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

_LINE_FEED = re.compile("\n")


class Span(NamedTuple):
    """A stretch of one file, from its first character up to, not including, `end_*`.

    A tuple, because each key and each value of the seeds has one: it is made and hashed in a fraction of the time.
    """

    path: str
    line: int = 1
    column: int = 1
    end_line: int = 1
    end_column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True)
class SourceFile:
    """A file of the seeds: its path below the project's root, with `/`, and its decoded text."""

    path: str
    text: str = field(repr=False)

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(match.end() for match in _LINE_FEED.finditer(self.text))]

    def line_and_column(self, offset: int) -> tuple[int, int]:
        """Line and column, both from 1, of the character at `offset` (or of the end)."""
        line = bisect_right(self._line_starts, offset)
        return line, offset - self._line_starts[line - 1] + 1

    def offset(self, line: int, column: int) -> int:
        """The inverse of `line_and_column`."""
        return self._line_starts[line - 1] + column - 1

    def span(self, start: int, end: int) -> Span:
        """The span of the characters `start` up to, not including, `end`."""
        return Span(self.path, *self.line_and_column(start), *self.line_and_column(end))

    def line(self, number: int) -> str:
        """The text of line `number`, without its line break; empty past the end."""
        if not 1 <= number <= len(self._line_starts):
            return ""
        start = self._line_starts[number - 1]
        end = self.text.find("\n", start)
        return self.text[start : len(self.text) if end < 0 else end].rstrip("\r")
