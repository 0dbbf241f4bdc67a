"""Which lines of a page may be furniture: those that an extractor did not take for the article.

Every piece is a run of whole lines that stands in the text once, as `article.yaml` asks for.
"""

from collections.abc import Iterator
from itertools import groupby

from generator.folding import fold

_MARK = '"'
_TELLING = 5
"""So many words do not stand in an article by chance."""


def pieces(text: str, article: str, keep: str = "") -> tuple[str, ...]:
    """The runs of lines of `text` of which `article` has no words; never the line `keep`, which is the headline.

    Left out are runs that stand in the text several times: nobody could tell which is meant.
    """
    lines = [line.strip() for line in text.split("\n")]
    known = {_words(line) for line in article.split("\n")}
    whole = _words(article)
    is_other = [bool(line) and line != keep and not _is_known(_words(line), known, whole) for line in lines]
    return tuple(piece for piece in _runs(lines, is_other) if _times(lines, piece.split("\n")) == 1)


def _is_known(line: str, lines: set[str], whole: str) -> bool:
    """Whether the article has the line, or a longer one that holds it; a word or two stand in any article."""
    return line in lines or (len(line.split()) >= _TELLING and line in whole)


def _runs(lines: list[str], is_other: list[bool]) -> Iterator[str]:
    """Runs of such lines, with the empty lines between them."""

    def key(at: int) -> bool:
        return is_other[at] or (not lines[at] and 0 < at < len(lines) - 1 and _between(at, lines, is_other))

    for found, group in groupby(range(len(lines)), key):
        places = list(group)
        if found:
            run = "\n".join(lines[at] for at in places).strip("\n")
            if run:
                yield run


def _between(at: int, lines: list[str], is_other: list[bool]) -> bool:
    before = next((place for place in range(at, -1, -1) if lines[place]), None)
    after = next((place for place in range(at, len(lines)) if lines[place]), None)
    return before is not None and after is not None and is_other[before] and is_other[after]


def _times(lines: list[str], run: list[str]) -> int:
    return sum(line == run[0] and lines[at : at + len(run)] == run for at, line in enumerate(lines))


def _words(text: str) -> str:
    """A text to look for in another: folded, with a space on each side.

    Without quotation marks: those of `<q>` are added by us, and not by the extractor.
    """
    return f" {' '.join(fold(text).text.replace(_MARK, ' ').split())} "
