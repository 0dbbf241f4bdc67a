"""Running heads and page numbers: what stands at the same place of several pages, above or below all else."""

import re
from collections import Counter
from collections.abc import Sequence

from explainer.authoring.receiving.pdf.glyphs import PdfPage
from explainer.authoring.receiving.pdf.lines import PdfLine

_DEEPEST = 3
"""Lines from the edge of a page."""
_NUMBER = re.compile(
    r"[\W_]*(?:\w{1,6}\.?\s*)?(?:\d{1,4}|[ivxlc]{1,7})(?:\s*(?:/|of|von|de|z|из|из|з)\s*\d{1,4})?[\W_]*", re.IGNORECASE
)
_DIGITS = re.compile(r"\d+|\b[ivxlc]+\b", re.IGNORECASE)
_SAME_PLACE = 0.03
"""Of the height of a page."""
_MARGIN = 0.12

_Rows = Sequence[Sequence[PdfLine]]


def running(pages: Sequence[tuple[PdfPage, Sequence[PdfLine]]]) -> list[frozenset[int]]:
    """Of each page, which of its lines, by their place in the list, are running heads or page numbers."""
    rows = [_rows(lines) for _, lines in pages]
    counted: Counter[tuple[str, bool, int]] = Counter()
    for (sheet, _), of_page in zip(pages, rows, strict=True):
        for is_top in (True, False):
            counted.update({(_same(each), is_top, _place(each, sheet)) for each in _edge(of_page, is_top=is_top)})
    fewest = max(2, len(pages) // 4)
    found = []
    for (sheet, lines), of_page in zip(pages, rows, strict=True):
        taken: set[int] = set()
        for is_top in (True, False):
            for each in _edge(of_page, is_top=is_top):
                times = max(counted[_same(each), is_top, _place(each, sheet) + near] for near in (-1, 0, 1))
                is_alone = _NUMBER.fullmatch(_text(each)) and any(char.isdecimal() for char in _text(each))
                if times < fewest and not (is_alone and _is_in_margin(each, sheet)):
                    break
                taken |= {lines.index(line) for line in each}
        found.append(frozenset(taken) if len(taken) < len(lines) else frozenset())
    return found


def _rows(lines: Sequence[PdfLine]) -> list[list[PdfLine]]:
    """Lines by their height, from top to bottom."""
    rows: list[list[PdfLine]] = []
    for line in sorted(lines, key=lambda line: -line.base):
        if rows and abs(rows[-1][0].base - line.base) < 0.4 * line.size:
            rows[-1].append(line)
        else:
            rows.append([line])
    return rows


def _edge(rows: _Rows, *, is_top: bool) -> _Rows:
    return rows[:_DEEPEST] if is_top else rows[::-1][:_DEEPEST]


def _text(row: Sequence[PdfLine]) -> str:
    return " ".join(line.text for line in sorted(row, key=lambda line: line.left))


def _same(row: Sequence[PdfLine]) -> str:
    """The words of a row without its numbers. On facing pages they stand in the other order."""
    return " ".join(sorted(_DIGITS.sub("#", _text(row).casefold()).split()))


def _place(row: Sequence[PdfLine], sheet: PdfPage) -> int:
    return round(row[0].base / (sheet.height * _SAME_PLACE))


def _is_in_margin(row: Sequence[PdfLine], sheet: PdfPage) -> bool:
    return not sheet.height * _MARGIN < row[0].base < sheet.height * (1 - _MARGIN)
