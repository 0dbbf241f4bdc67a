"""The cells of tables, while a page is read: behind tabs, a row a line, unless paragraphs stand in them.

Pages of former days are laid out by tables whose cells hold paragraphs: these stay paragraphs.
"""

from dataclasses import dataclass


@dataclass(slots=True)
class _Row:
    begins: int = -1
    """Of which part on the open cell is; -1 where none is open."""
    cells: int = 0
    is_layout: bool = False


class Tables:
    """The tables that are open, the innermost last. `parts` are the pieces of the text that was read so far."""

    def __init__(self, parts: list[str]) -> None:
        self._parts = parts
        self._rows: list[_Row] = []

    def at(self, tag: str) -> None:
        """A tag of `table`, `tr`, `td` or `th`, or of a part of a table; an end tag as `/tr`."""
        if self._rows and tag != "table":
            self._end_cell(self._rows[-1])
        if tag == "table":
            self._parts.append("\n\n")
            self._rows.append(_Row())
        elif tag == "/table":
            self._parts.append("\n\n")
            self._rows[-1:] = []
        elif tag in ("td", "th"):
            self._begin_cell()
        elif tag not in ("/td", "/th"):
            self._begin_line()

    def _begin_cell(self) -> None:
        while self._parts and self._parts[-1] == " ":
            self._parts.pop()
        if not self._rows:  # a cell outside of a table
            self._parts.append("\t" if self._parts and self._parts[-1][-1:] not in ("\n", "\t") else "")
            return
        row = self._rows[-1]
        if row.cells:
            self._parts.append("\n\n" if row.is_layout else "\t")
        row.begins = len(self._parts)
        row.cells += 1

    def _end_cell(self, row: _Row) -> None:
        if row.begins < 0:
            return
        cell = "".join(self._parts[row.begins :]).strip(" \n")
        row.is_layout = row.is_layout or "\n" in cell
        self._parts[row.begins :] = [cell]
        row.begins = -1

    def _begin_line(self) -> None:
        row = self._rows[-1] if self._rows else _Row()
        end = "".join(self._parts[-1:]).rstrip(" ")[-1:]
        if row.is_layout:
            self._parts.append("\n\n")
        elif row.cells or end not in ("\n", ""):
            self._parts.append("\n")
        row.cells, row.is_layout = 0, False
