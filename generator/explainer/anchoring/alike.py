"""What places of the same words have in common with the text around them, without comparing each with each.

The texts that follow the places are sorted, as in a suffix array: of all of them, a neighbour shares the most.
What comes before the places is the same question asked of the text read backwards.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property, cmp_to_key

_CHUNK = 32  # Characters compared at once: most places part within so many.


@dataclass(frozen=True)
class Going:
    """The texts that begin at some places of a text, all different; a place is known by its number."""

    text: str
    starts: Sequence[int]

    @cached_property
    def order(self) -> tuple[int, ...]:
        """The places, sorted by the text that begins there."""
        return tuple(sorted(range(len(self.starts)), key=cmp_to_key(self._compare)))

    @cached_property
    def ranks(self) -> tuple[int, ...]:
        """Where each place comes in that order."""
        ranks = [0] * len(self.starts)
        for rank, place in enumerate(self.order):
            ranks[place] = rank
        return tuple(ranks)

    def shared(self, one: int, other: int) -> int:
        """How many characters the texts at two places have in common."""
        text, first, second = self.text, self.starts[one], self.starts[other]
        return _longest(
            lambda length: text[first : first + length] == text[second : second + length],
            len(text) - max(first, second),
        )

    def sharing(self, place: int, length: int) -> tuple[int, int]:
        """Which ranks, from and up to, have at least so many characters in common with a place: itself among them."""
        text, rank = self.text, self.ranks[place]
        start = text[self.starts[place] : self.starts[place] + length]

        def begins(other: int) -> bool:
            return text.startswith(start, self.starts[other])

        return (
            bisect_left(self.order, True, hi=rank, key=begins),
            bisect_right(self.order, False, lo=rank, key=lambda other: not begins(other)),
        )

    def _compare(self, one: int, other: int) -> int:
        text, first, second, size = self.text, self.starts[one], self.starts[other], _CHUNK
        while (left := text[first : first + size]) == (right := text[second : second + size]) and left:
            first, second, size = first + size, second + size, 2 * size  # a text may repeat itself over and over
        return -1 if left < right else 1 if left > right else 0


@dataclass(frozen=True)
class Around:
    """What comes before some places, and what after."""

    before: Going
    after: Going

    @cached_property
    def _among(self) -> dict[tuple[int, int], list[int]]:
        return {}

    def most(self, place: int, before: int) -> tuple[int, int] | None:
        """Of the other places that share `before` characters before them, those that share the most after it.

        How many that is, and how many these at most share before; None where there is no such place.
        """
        ranks = self.before.sharing(place, before)
        if ranks not in self._among:
            self._among[ranks] = sorted(self.after.ranks[each] for each in self.before.order[slice(*ranks)])
        among = self._among[ranks]
        own = bisect_left(among, self.after.ranks[place])
        others = [self.after.order[rank] for rank in (*among[max(own - 1, 0) : own], *among[own + 1 : own + 2])]
        if not others:
            return None
        most = max(self.after.shared(place, other) for other in others)
        same = [other for other in others if self.after.shared(place, other) == most]
        return most, max(self.before.shared(place, other) for other in same)


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
