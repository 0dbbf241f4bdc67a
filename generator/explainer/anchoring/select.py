"""The inverse of the matcher: the shortest selector that finds one span and nothing else.

Prefix and suffix grow by whole words. Among those that tell the span apart, the pair with the fewest
characters is taken; of two as short, the one that needs only one side.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

from explainer.anchoring.edges import cut, is_whole, widen
from explainer.anchoring.match import Match, Selector, find
from explainer.text.folding import Folded


def select(passage: Folded, start: int, end: int) -> Selector:
    """The shortest unique selector of the written text from `start` up to, not including, `end` (offsets).

    Words that the span cuts are made whole, and white space at its ends is left out. `passage` is the folded
    text that is shown. Raises ValueError where nothing but white space lies in the span.
    """
    match = without_spaces(passage, Match(*passage.indexes(start, end)))
    if match.start == match.end:
        raise ValueError("the span holds no text")
    return describe(passage, widen(passage, match))


def without_spaces(passage: Folded, match: Match) -> Match:
    """A match without the white space at its ends; empty where it holds nothing else.

    A mark may stand on a space, and is then part of the white space: a quote cannot begin with it.
    """
    first, last = match.start, match.end
    while first < last and passage.text[first] == " ":
        first = next(index for index in range(first + 1, last + 1) if passage.is_edge(index))
    while first < last and passage.text[_cluster(passage, last - 1)] == " ":
        last = _cluster(passage, last - 1)
    return Match(first, last)


def _cluster(passage: Folded, index: int) -> int:
    """Where the cluster begins to which the character at `index` belongs."""
    return next(start for start in range(index, -1, -1) if passage.is_edge(start))


@dataclass(frozen=True)
class Places:
    """All places of the same words, to be told apart: made once for as many of them as are described."""

    passage: Folded
    matches: tuple[Match, ...]

    @cached_property
    def surroundings(self) -> tuple[tuple[int, int], ...]:
        """Where the text before each place ends, and where that after it begins, without a space between."""
        text = self.passage.text
        return tuple((_end_before(text, each.start), _start_after(text, each.end)) for each in self.matches)


def places_of(passage: Folded, words: str) -> Places:
    """Every place of some words as whole words."""
    return Places(passage, tuple(each for each in find(passage, Selector(words)) if is_whole(passage, each)))


def describe(passage: Folded, match: Match, places: Places | None = None) -> Selector:
    """The shortest selector of which `match`, which must be whole words, is the only whole-word match.

    `places` are those of its words, where the caller knows them.
    """
    text, quote = passage.text, passage.written[match.start : match.end]
    before, after = _end_before(text, match.start), _start_after(text, match.end)
    last, first = text[before - 1 : before], text[after : after + 1]
    # Most places share nothing with this one; what is shared is looked at only where one character is.
    shared = sorted(
        {
            (
                _shared_before(text, before, end) if text[end - 1 : end] == last else 0,
                _shared_after(text, after, start) if text[start : start + 1] == first else 0,
            )
            for end, start in (places or places_of(passage, quote)).surroundings
            if (end, start) != (before, after)
        }
    )
    if not shared:
        return Selector(quote)
    prefixes = list(_lengths_before(passage, before, shared[-1][0]))
    suffixes = list(_lengths_after(passage, after, max(length for _, length in shared)))
    pairs = []
    rest = -1
    for prefix in reversed(prefixes):
        # A longer prefix rules out every other match that shares less than it; the suffix must do the rest.
        while shared and shared[-1][0] >= prefix:
            rest = max(rest, shared.pop()[1])
        longer = bisect_right(suffixes, rest)
        if longer < len(suffixes):
            suffix = suffixes[longer]
            pairs.append((prefix + suffix, (prefix > 0) + (suffix > 0), prefix, suffix))
    _, _, prefix, suffix = min(pairs)
    written = passage.written
    return Selector(quote, written[before - prefix : before], written[after : after + suffix])


def _end_before(text: str, index: int) -> int:
    return index - 1 if index > 0 and text[index - 1] == " " else index


def _start_after(text: str, index: int) -> int:
    return index + 1 if index < len(text) and text[index] == " " else index


def _shared_before(text: str, one: int, other: int) -> int:
    """How many characters the texts that end at two indexes share."""
    return _longest(lambda length: text[one - length : one] == text[other - length : other], min(one, other))


def _shared_after(text: str, one: int, other: int) -> int:
    """How many characters the texts that begin at two indexes share."""
    limit = len(text) - max(one, other)
    return _longest(lambda length: text[one : one + length] == text[other : other + length], limit)


def _longest(are_alike: Callable[[int], bool], limit: int) -> int:
    """The greatest length up to `limit` at which the texts are alike; found in few comparisons of many characters."""
    low, step = 0, 1
    while low + step <= limit and are_alike(low + step):
        low, step = low + step, step * 2
    while step:
        if low + step <= limit and are_alike(low + step):
            low += step
        step //= 2
    return low


def _lengths_before(passage: Folded, end: int, shared: int) -> Iterator[int]:
    """Lengths of prefixes of one or more whole words that end at `end`, from none to the first longer than `shared`."""
    yield 0
    has_word = False
    first = 1 if passage.text.startswith(" ") else 0
    for index in range(end - 1, first - 1, -1):
        has_word = has_word or passage.text[index].isalnum()
        if index == first or (has_word and _parts(passage, index, before=True)):
            yield end - index
            if end - index > shared:
                return


def _lengths_after(passage: Folded, start: int, shared: int) -> Iterator[int]:
    """As `_lengths_before`, of suffixes that begin at `start`."""
    yield 0
    has_word = False
    last = len(passage.text) - (1 if passage.text.endswith(" ") else 0)
    for index in range(start + 1, last + 1):
        has_word = has_word or passage.text[index - 1].isalnum()
        if index == last or (has_word and _parts(passage, index, before=False)):
            yield index - start
            if index - start > shared:
                return


def _parts(passage: Folded, index: int, *, before: bool) -> bool:
    """Whether white space, or the edge of a word in a script without it, lies at the outer side of `index`."""
    outer, inner = (index - 1, index) if before else (index, index - 1)
    if passage.text[inner] == " ":
        return False
    if passage.text[outer] == " ":
        return True
    return passage.text[outer].isalnum() and passage.text[inner].isalnum() and cut(passage, index) is None
