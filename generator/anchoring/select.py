"""The inverse of the matcher: the shortest selector that finds one span and nothing else.

Prefix and suffix grow by whole words. Among those that tell the span apart, the pair with the fewest
characters is taken; of two as short, the one that needs only one side.
"""

from collections.abc import Iterator

from generator.anchoring.edges import cut, is_whole, widen
from generator.anchoring.match import Match, Selector, find
from generator.folding import Folded


def select(passage: Folded, start: int, end: int) -> Selector:
    """The shortest unique selector of the written text from `start` up to, not including, `end` (offsets).

    Words that the span cuts are made whole, and white space at its ends is left out. `passage` is the folded
    text that is shown. Raises ValueError where nothing but white space lies in the span.
    """
    first, last = passage.indexes(start, end)
    words = passage.text[first:last]
    if not words.strip(" "):
        raise ValueError("the span holds no text")
    first += len(words) - len(words.lstrip(" "))
    last -= len(words) - len(words.rstrip(" "))
    return describe(passage, widen(passage, Match(first, last)))


def describe(passage: Folded, match: Match) -> Selector:
    """The shortest selector of which `match`, which must be whole words, is the only whole-word match."""
    text, quote = passage.text, passage.written[match.start : match.end]
    others = [other for other in find(passage, Selector(quote)) if other != match and is_whole(passage, other)]
    if not others:
        return Selector(quote)
    before, after = _end_before(text, match.start), _start_after(text, match.end)
    shared = sorted(
        (
            (
                _shared_before(text, before, _end_before(text, other.start)),
                _shared_after(text, after, _start_after(text, other.end)),
            )
            for other in others
        ),
        reverse=True,
    )
    longest_before, longest_after = shared[0][0], max(length for _, length in shared)
    prefixes = list(_lengths_before(passage, before, longest_before))
    suffixes = list(_lengths_after(passage, after, longest_after))
    pairs = []
    for prefix in prefixes:
        # A longer prefix rules out every other match that shares less than it; the suffix must do the rest.
        rest = max((shared_after for shared_before, shared_after in shared if shared_before >= prefix), default=-1)
        suffix = next((length for length in suffixes if length > rest), None)
        if suffix is not None:
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
    length, limit = 0, min(one, other)
    while length < limit and text[one - length - 1] == text[other - length - 1]:
        length += 1
    return length


def _shared_after(text: str, one: int, other: int) -> int:
    """How many characters the texts that begin at two indexes share."""
    length, limit = 0, len(text) - max(one, other)
    while length < limit and text[one + length] == text[other + length]:
        length += 1
    return length


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
    """Lengths of suffixes of one or more whole words that begin at `start`, from none to the first longer than `shared`."""
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
