"""The passage nearest to a quote that is not there. It only proposes: nothing is ever anchored by it.

Words that the quote shares with the text vote for where it may stand, rare words more; the best places are
aligned by similarity and snapped to words. Where no words are shared (one misspelt name), windows of the whole
text are compared. Both are bounded: the first by the number of places looked at, the second by one pass.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from explainer.anchoring.match import Match
from explainer.text.folded import Folded

LEAST_SIMILARITY = 60.0
"""Of 100 (rapidfuzz's `ratio`): below it, no passage is worth showing."""

_PLACES = 6  # Places aligned for one quote.
_COMMON = 400  # A word that stands in the text more often does not vote.
_LONGEST = 1500  # Characters that are compared at once; of a longer quote its beginning and its end.
_SLACK = 3  # Words by which an end may be moved.


@dataclass(frozen=True)
class Words:
    """The words of a folded text, with an index of where each stands. Made once an article, on the first miss."""

    passage: Folded

    @cached_property
    def places(self) -> list[tuple[int, int]]:
        """Start and end of what stands between spaces, in order."""
        return [word.span() for word in re.finditer(r"\S+", self.passage.text)]

    @cached_property
    def index(self) -> dict[str, list[int]]:
        found = defaultdict(list)
        for number, (start, end) in enumerate(self.places):
            found[_key(self.passage.text[start:end])].append(number)
        return dict(found)

    def text(self, first: int, last: int) -> str:
        """The words from number `first` up to, not including, `last`."""
        return self.passage.text[self.places[first][0] : self.places[last - 1][1]]


def nearest(words: Words, quote: str) -> Match | None:
    """The stretch of words most similar to a folded quote, or None where nothing is similar."""
    if len(quote) > _LONGEST:
        return _nearest_ends(words, quote)
    size = len(quote.split())
    if not size or not words.places:
        return None
    best = max((_fit(words, quote, first, size) for first in _voted(words, quote)), default=(0.0, Match(0, 0)))
    if best[0] < 75:
        best = max(best, *(_fit(words, quote, first, size) for first in _scanned(words, quote, size)))
    return best[1] if best[0] >= LEAST_SIMILARITY else None


def _nearest_ends(words: Words, quote: str) -> Match | None:
    """What lies from the passage nearest to the beginning of a long quote to the one nearest to its end."""
    first = nearest(words, quote[:_LONGEST].rsplit(" ", 1)[0])
    last = nearest(words, quote[-_LONGEST:].split(" ", 1)[-1])
    if first is None or last is None:
        return first or last
    if len(quote) / 2 < last.end - first.start < len(quote) * 2:
        return Match(first.start, last.end)
    return first


def _key(word: str) -> str:
    return re.sub(r"\W", "", word).casefold()


def _voted(words: Words, quote: str) -> Iterable[int]:
    """Numbers of words at which the quote may begin, by the votes of its words."""
    votes: defaultdict[int, float] = defaultdict(float)
    for number, word in enumerate(quote.split()):
        standing = words.index.get(_key(word), [])
        if len(standing) <= _COMMON:
            for place in standing:
                votes[max(0, place - number)] += 1.0 / len(standing)
    return [place for place, _ in sorted(votes.items(), key=lambda vote: (-vote[1], vote[0]))[:_PLACES]]


def _scanned(words: Words, quote: str, size: int) -> Iterable[int]:
    """The word at which the most similar window of the whole text begins."""
    from rapidfuzz import fuzz, process  # here, because a site without a misquote never asks

    step = max(1, size // 4)
    begins = range(0, max(1, len(words.places) - size + 1), step)
    windows = [words.text(first, min(first + size, len(words.places))) for first in begins]
    found = process.extract(quote, windows, scorer=fuzz.ratio, limit=2, score_cutoff=LEAST_SIMILARITY / 2)
    return [begins[index] for _, _, index in found] or [0]


def _fit(words: Words, quote: str, first: int, size: int) -> tuple[float, Match]:
    """The most similar stretch that begins about word `first`, and its similarity."""
    from rapidfuzz import fuzz

    slack = _SLACK if size > 2 else 1
    count = len(words.places)
    candidates = (
        (words.places[begin][0], words.places[end - 1][1])
        for begin in range(max(0, first - slack), min(count, first + slack + 1))
        for end in range(max(begin + 1, first + size - slack), min(count, first + size + slack) + 1)
    )
    text = words.passage.text
    score, start, end = max(
        ((fuzz.ratio(quote, text[start:end]), start, end) for start, end in candidates),
        key=lambda fit: (fit[0], -fit[1], -fit[2]),
        default=(0.0, 0, 0),
    )
    return score, trimmed(words.passage, quote, start, end)


def trimmed(passage: Folded, quote: str, start: int, end: int) -> Match:
    """A passage without the punctuation at its ends that the quote lacks; a pair of quotation marks stays a pair."""
    text = passage.text
    first, last = start, end
    while last - first > 1 and not text[last - 1].isalnum() and text[last - 1] != quote[-1]:
        last -= 1
    while last - first > 1 and not text[first].isalnum() and text[first] != quote[0]:
        first += 1
    halves_a_pair = text.count('"', first, last) % 2 > text.count('"', start, end) % 2
    return Match(start, end) if halves_a_pair else Match(first, last)
