"""Where a selector matches: every place, so that ambiguity is visible to the caller, who decides.

A prefix or suffix adjoins the quote; white space between them does not count. It may begin or end inside a
word: it only tells places apart, and no reader sees it. (Those that `select` proposes are whole words.)
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from explainer.text.folded import Folded
from explainer.text.folding import fold


@dataclass(frozen=True, slots=True)
class Selector:
    """A quote with the text right before and right after it, as an author writes them."""

    quote: str
    prefix: str = ""
    suffix: str = ""


@dataclass(frozen=True, slots=True, order=True)
class Match:
    """Indexes into a folded text."""

    start: int
    end: int


@lru_cache(maxsize=4096)  # of a quote it is asked several times, and of the prefix that most do not have
def folded_words(text: str) -> str:
    """A text folded, without white space around it."""
    if text.isascii():  # of which white space alone is folded
        return " ".join(text.split())
    return fold(text).text.strip(" ")


def find(passage: Folded, selector: Selector) -> tuple[Match, ...]:
    """All places where the folded quote stands between its prefix and suffix, overlapping ones too, in order.

    Whether they begin and end with whole words is not asked. An empty quote is nowhere.
    """
    quote = folded_words(selector.quote)
    if not quote:
        return ()
    prefix, suffix = folded_words(selector.prefix), folded_words(selector.suffix)
    if not prefix and not suffix:
        return tuple([Match(position, position + len(quote)) for position in _positions(passage.text, quote)])
    found = {
        Match(position + len(before), position + len(before) + len(quote))
        for before in ((prefix, prefix + " ") if prefix else ("",))
        for after in ((suffix, " " + suffix) if suffix else ("",))
        for position in _positions(passage.text, before + quote + after)
    }
    return tuple(sorted(found))


def _positions(text: str, needle: str) -> Iterator[int]:
    position = text.find(needle)
    while position >= 0:
        yield position
        position = text.find(needle, position + 1)
