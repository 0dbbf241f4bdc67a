"""Which lines of a page may be furniture: those that an extractor did not take for the article.

Every piece is a run of whole lines that stands in the text once, as `article.yaml` asks for. Lines are compared by
their words alone: an extractor adds marks of its own (`|` between cells, `-` and numbers before items), and what it
loses of a line here and there does not make the rest of it furniture.
"""

import re
from collections.abc import Collection, Iterator
from itertools import groupby, pairwise

from explainer.text.folding import fold

_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_WORD = re.compile(rf"[{_UNSPACED}]|(?:(?![{_UNSPACED}])[^\W_])+")
"""In scripts without spaces every character is a word here."""
_TELLING = 5
"""So many words do not stand in an article by chance."""
_LONG = 8
"""Words of which some may be lost: half of what is left tells."""

_Words = tuple[str, ...]


def pieces(text: str, article: str, keep: str = "", captions: Collection[str] = ()) -> tuple[str, ...]:
    """The runs of lines of `text` of which `article` has no words; never the line `keep`, which is the headline.

    Captions between lines of the article are part of it, though extractors leave them out. Left out are runs that
    stand in the text several times: nobody could tell which is meant. Where the headline stands several times, as in
    the head of a page, the last before the article is kept.
    """
    lines = [line.strip() for line in text.split("\n")]
    known = _ArticleLines(article)
    is_known = [line == keep or known.has(_words(line)) for line in lines]
    if lines.count(keep) > 1:
        _keep_last(keep, lines, is_known)
    _keep_tables(lines, is_known)
    _keep_captions(lines, is_known, {caption.strip() for caption in captions})
    is_other = [bool(line) and not its for line, its in zip(lines, is_known, strict=True)]
    return tuple(piece for piece in _runs(lines, is_other) if _times(lines, piece.split("\n")) == 1)


class _ArticleLines:
    """The words of an article, to look for lines in."""

    def __init__(self, text: str) -> None:
        lines = [_words(line) for line in text.split("\n")]
        # Without the number of an item, which the extractor adds.
        self._lines = {*lines, *(line[1:] for line in lines if line and line[0].isdecimal())}
        words = _words(text)
        self._whole = f" {' '.join(words)} "
        self._threes = set(_threes(words))

    def has(self, line: _Words) -> bool:
        """Whether the article has the line, or a longer one that holds it; a word or two stand in any article."""
        if not line or line in self._lines:
            return bool(line)
        if len(line) >= _TELLING and f" {' '.join(line)} " in self._whole:
            return True
        if len(line) < _LONG:
            return False
        threes = list(_threes(line))
        return 2 * sum(three in self._threes for three in threes) >= len(threes)


def _words(text: str) -> _Words:
    return tuple(_WORD.findall(fold(text).text))


def _threes(words: _Words) -> Iterator[str]:
    return (" ".join(words[at : at + 3]) for at in range(len(words) - 2))


def _keep_last(keep: str, lines: list[str], is_known: list[bool]) -> None:
    """Of a line that stands several times, only the last before the other lines of the article, or else the first."""
    places = [at for at, line in enumerate(lines) if line == keep]
    begin = next((at for at, its in enumerate(is_known) if its and lines[at] != keep), len(lines))
    kept = max((at for at in places if at < begin), default=places[0])
    for at in places:
        is_known[at] = at == kept


def _keep_tables(lines: list[str], is_known: list[bool]) -> None:
    """A row next to a row of the article is of the same table."""
    for order in (range(len(lines)), range(len(lines) - 1, -1, -1)):
        for before, at in pairwise(order):
            if is_known[before] and "\t" in lines[before] and "\t" in lines[at]:
                is_known[at] = True


def _keep_captions(lines: list[str], is_known: list[bool], captions: Collection[str]) -> None:
    found = [at for at, its in enumerate(is_known) if its]
    for at in range(found[0], found[-1]) if found else ():
        is_known[at] = is_known[at] or lines[at] in captions


def _runs(lines: list[str], is_other: list[bool]) -> Iterator[str]:
    """Runs of such lines, with the empty lines between them."""
    runs = [is_other[at] or (not lines[at] and between) for at, between in enumerate(_between(lines, is_other))]
    for found, group in groupby(range(len(lines)), runs.__getitem__):
        run = "\n".join(lines[at] for at in group).strip("\n") if found else ""
        if run:
            yield run


def _between(lines: list[str], is_other: list[bool]) -> list[bool]:
    """Of each line, whether the last line with words before it and the first behind it are such lines."""
    before, behind = False, [False] * len(lines)
    for at in range(len(lines) - 1, -1, -1):
        before = is_other[at] if lines[at] else before
        behind[at] = before
    before = False
    for at, line in enumerate(lines):
        before = is_other[at] if line else before
        behind[at] = behind[at] and before
    return behind


def _times(lines: list[str], run: list[str]) -> int:
    return sum(line == run[0] and lines[at : at + len(run)] == run for at, line in enumerate(lines))
