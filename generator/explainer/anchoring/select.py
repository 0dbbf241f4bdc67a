"""The inverse of the matcher: the shortest selector that finds one span and nothing else.

Prefix and suffix grow by whole words. Among those that tell the span apart, the pair with the fewest
characters is taken; of two as short, the one that needs only one side.
"""

from dataclasses import dataclass
from functools import cached_property

from explainer.anchoring.alike import Around, Going
from explainer.anchoring.edges import cut, is_whole, widen
from explainer.anchoring.match import Match, Selector, find
from explainer.text.folded import Folded


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
    def numbers(self) -> dict[Match, int]:
        return {match: number for number, match in enumerate(self.matches)}

    def holding(self, match: Match) -> "Places":
        """The places with `match` among them: one that ends with a mark on a space is found without that space."""
        if match in self.numbers:
            return self
        others = (each for each in self.matches if (each.start, each.end) != (match.start, match.end - 1))
        return Places(self.passage, (*others, match))

    @cached_property
    def around(self) -> Around:
        """The texts before and after the places, without a space between."""
        text = self.passage.text
        before = [len(text) - _end_before(text, each.start) for each in self.matches]
        return Around(Going(text[::-1], before), Going(text, [_start_after(text, each.end) for each in self.matches]))


def places_of(passage: Folded, words: str) -> Places:
    """Every place of some words as whole words."""
    return Places(passage, tuple(each for each in find(passage, Selector(words)) if is_whole(passage, each)))


def describe(passage: Folded, match: Match, places: Places | None = None) -> Selector:
    """The shortest selector of which `match`, which must be whole words, is the only whole-word match.

    `places` are those of its words, where the caller knows them.
    """
    text, written = passage.text, passage.written
    quote = written[match.start : match.end]
    places = (places or places_of(passage, quote)).holding(match)
    place = places.numbers[match]
    before, after = _end_before(text, match.start), _start_after(text, match.end)
    pairs: list[tuple[int, int, int, int]] = []
    prefix: int | None = 0
    # A longer prefix rules out the places that share the most after this one; the suffix must do the rest.
    while prefix is not None and (not pairs or prefix <= min(pairs)[0]):
        rest = places.around.most(place, prefix)
        suffix = _longer_after(passage, after, rest[0]) if rest else 0
        if suffix is not None:
            pairs.append((prefix + suffix, (prefix > 0) + (suffix > 0), prefix, suffix))
        prefix = _longer_before(passage, before, rest[1]) if rest else None
    _, _, prefix, suffix = min(pairs)
    return Selector(quote, written[before - prefix : before], written[after : after + suffix])


def _end_before(text: str, index: int) -> int:
    return index - 1 if index > 0 and text[index - 1] == " " else index


def _start_after(text: str, index: int) -> int:
    return index + 1 if index < len(text) and text[index] == " " else index


def _longer_before(passage: Folded, end: int, length: int) -> int | None:
    """The length of the shortest prefix of whole words that ends at `end` and is longer than `length`."""
    first = 1 if passage.text.startswith(" ") else 0
    has_word = any(char.isalnum() for char in passage.text[end - length : end])
    for index in range(end - length - 1, first - 1, -1):
        has_word = has_word or passage.text[index].isalnum()
        if index == first or (has_word and _parts(passage, index, before=True)):
            return end - index
    return None


def _longer_after(passage: Folded, start: int, length: int) -> int | None:
    """As `_longer_before`, of a suffix that begins at `start`."""
    last = len(passage.text) - (1 if passage.text.endswith(" ") else 0)
    has_word = any(char.isalnum() for char in passage.text[start : start + length])
    for index in range(start + length + 1, last + 1):
        has_word = has_word or passage.text[index - 1].isalnum()
        if index == last or (has_word and _parts(passage, index, before=False)):
            return index - start
    return None


def _parts(passage: Folded, index: int, *, before: bool) -> bool:
    """Whether white space, or the edge of a word in a script without it, lies at the outer side of `index`."""
    outer, inner = (index - 1, index) if before else (index, index - 1)
    if passage.text[inner] == " ":
        return False
    if passage.text[outer] == " ":
        return True
    return passage.text[outer].isalnum() and passage.text[inner].isalnum() and cut(passage, index) is None
