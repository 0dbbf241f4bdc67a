"""From characters to lines: what stands on one line, without a gap that parts columns or cells."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median

from explainer.authoring.receiving.pdf.glyphs import Glyph

_GAP = 0.9
"""Of the height of a line: a wider gap may part columns, or the cells of a row."""
_SAME = 0.55
"""How far a raised or lowered character may stand from the line of the others, of the height of the larger."""
_FORMS = re.compile("[\ufb00-\ufb4f\ufb50-\ufdff\ufe70-\ufefc]+")
"""Ligatures and the forms in which fonts have letters: one character for what is written as several, or as another."""
_RIGHT_TO_LEFT = ("R", "AL")


@dataclass(frozen=True, slots=True)
class PdfLine:
    text: str
    left: float
    right: float
    foot: float
    head: float
    base: float
    size: float
    is_bold: bool = False

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def is_rtl(self) -> bool:
        return is_rtl(self.text)


def is_rtl(text: str) -> bool:
    """Whether most letters of a text run from right to left."""
    kinds = [unicodedata.bidirectional(char) for char in text if char.isalpha()]
    return 2 * sum(kind in _RIGHT_TO_LEFT for kind in kinds) > len(kinds)


def lines(glyphs: Iterable[Glyph]) -> list[PdfLine]:
    """Pieces of lines, in the order in which the file has them."""
    runs: list[list[Glyph]] = []
    for glyph in glyphs:
        if glyph.text == " ":
            if runs:
                runs[-1].append(glyph)
        elif runs and _goes_on(runs[-1], glyph):
            runs[-1].append(glyph)
        else:
            runs.append([glyph])
    return [line for run in runs if (line := _line(run))]


def row(pieces: Sequence[PdfLine], mark: str) -> PdfLine:
    """One line of several pieces beside each other, with the mark between them."""
    if len(pieces) == 1:
        return pieces[0]
    ordered = sorted(pieces, key=lambda piece: piece.left, reverse=pieces[0].is_rtl)
    return PdfLine(
        mark.join(piece.text for piece in ordered),
        min(piece.left for piece in pieces),
        max(piece.right for piece in pieces),
        min(piece.foot for piece in pieces),
        max(piece.head for piece in pieces),
        pieces[0].base,
        max(piece.size for piece in pieces),
        all(piece.is_bold for piece in pieces),
    )


def _goes_on(run: list[Glyph], glyph: Glyph) -> bool:
    last = next((each for each in reversed(run) if each.text != " "), run[-1])
    size = max(last.size, glyph.size)
    is_level = abs(last.base - glyph.base) < _SAME * size and glyph.foot < last.head and last.foot < glyph.head
    gap = max(glyph.left - last.right, last.left - glyph.right)
    return is_level and gap < _GAP * size and glyph.is_turned == last.is_turned


def _line(run: list[Glyph]) -> PdfLine | None:
    text = " ".join(_FORMS.sub(_usual, "".join(glyph.text for glyph in run)).split())
    shown = [glyph for glyph in run if glyph.text != " "]
    if not text or not shown:
        return None
    size = median(glyph.size for glyph in shown)
    main = [glyph for glyph in shown if glyph.size > 0.8 * size] or shown
    return PdfLine(
        text,
        min(glyph.left for glyph in shown),
        max(glyph.right for glyph in shown),
        min(glyph.foot for glyph in main),
        max(glyph.head for glyph in main),
        median(glyph.base for glyph in main),
        size,
        2 * sum(glyph.weight >= 600 for glyph in shown) > len(shown),
    )


def _usual(match: re.Match[str]) -> str:
    return unicodedata.normalize("NFKC", match[0])
