"""The words that stand in a box on a page, where a note of another program says no more than that."""

from collections.abc import Iterable, Iterator
from typing import TypeAlias

from explainer.authoring.receiving.pdf.glyphs import Glyph, PdfPage, opened

BoxOnPage: TypeAlias = tuple[float, float, float, float]
"""Left, right, upper and lower edge, as parts of the width and the height, from the upper left corner."""


class WordsOfPdf:
    """The words of a file, by page and box. A word belongs to a box that holds most of its letters."""

    def __init__(self, content: bytes) -> None:
        with opened(content) as document:
            self._pages = list(document.sheets)

    def inside(self, number: int, box: BoxOnPage) -> str:
        """Those in a box of the page of that number, counted from 0, in the order of the file; nothing if none are."""
        if not 0 <= number < len(self._pages):
            return ""
        page = self._pages[number]
        words = ("".join(glyph.text for glyph in word) for word in _words(page.glyphs) if _most(word, page, box))
        return " ".join(words).replace("\u00ad ", "").replace("\u00ad", "")  # parted at the end of a line


def _words(glyphs: Iterable[Glyph]) -> Iterator[list[Glyph]]:
    word: list[Glyph] = []
    for glyph in glyphs:
        if word and (glyph.text == " " or abs(glyph.base - word[-1].base) > 0.5 * max(glyph.size, word[-1].size)):
            yield word
            word = []
        if glyph.text != " ":
            word.append(glyph)
    if word:
        yield word


def _most(word: list[Glyph], page: PdfPage, box: BoxOnPage) -> bool:
    left, right, upper, lower = box
    within = sum(
        left <= (glyph.left + glyph.right) / 2 / page.width <= right
        and upper <= 1 - (glyph.head + glyph.foot) / 2 / page.height <= lower
        for glyph in word
    )
    return 2 * within > len(word)
