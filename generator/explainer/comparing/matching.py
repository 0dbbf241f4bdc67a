"""Which item of a list in the old state is which in the new one: by what names it, not by its number.

Everything here is the same from both sides: what is paired from old to new is paired from new to old.
"""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from explainer.model import seeds as shapes

_KEYS: dict[type, tuple[tuple[str, ...], ...]] = {
    shapes.Account: (("side",),),
    shapes.Aspect: (("id",),),
    shapes.Column: (("id",),),
    shapes.ControlClaim: (("party", "date"), ("party",)),
    shapes.Evidence: (("source",),),
    shapes.Figure: (("party", "aspect", "date"), ("party", "aspect")),
    shapes.Finding: (("question",),),
    shapes.Frame: (("id",),),
    shapes.Furniture: (("text",), ("what",)),
    shapes.MapLabel: (("text",),),
    shapes.PageBeginning: (("page",),),
    shapes.Position: (("party", "aspect", "date"), ("party", "aspect"), ("party",)),
    shapes.Role: (("title",),),
    shapes.SideSummary: (("side",),),
    shapes.Unannotated: (("quote",),),
}
"""What names an item; where that leaves some over on both sides, what names it less exactly."""
LEAST_LIKENESS = 0.5
"""From so many shared words on, of all words, two texts of a list are one text that was changed."""
_MOST_PAIRS = 10_000


@dataclass(frozen=True, slots=True)
class Pairs:
    """Indexes into the old and the new list."""

    both: tuple[tuple[int, int], ...]
    """By the place in the new list."""
    removed: tuple[int, ...]
    added: tuple[int, ...]

    @property
    def is_reordered(self) -> bool:
        before = [old for old, _ in self.both]
        return before != sorted(before)


def keys_of(shape: type) -> tuple[str, ...]:
    """The fields that name an item; empty where only the whole of it does."""
    return _KEYS.get(shape, ((),))[0]


def pair_parts(old: Sequence[Any], new: Sequence[Any]) -> Pairs:
    """Items that are records: equal ones first, then by what names them."""
    both = _pair_by(old, new, range(len(old)), range(len(new)), repr)
    for keys in _KEYS.get(type((*old, *new)[0]), ()):
        left, right = _left_over(both, len(old), len(new))
        both += _pair_by(old, new, left, right, partial(_values, keys))
    return _pairs(both, len(old), len(new))


def pair_texts(old: Sequence[str], new: Sequence[str], same: Callable[[str], Hashable]) -> Pairs:
    """Items that are texts: those that are the same first, then the most alike."""
    both = _pair_by(old, new, range(len(old)), range(len(new)), same)
    left, right = _left_over(both, len(old), len(new))
    if len(left) * len(right) <= _MOST_PAIRS:
        words = {(0, i): Counter(old[i].split()) for i in left} | {(1, j): Counter(new[j].split()) for j in right}
        scored = [(_likeness(words[0, i], words[1, j]), i, j) for i in left for j in right]
        # Of equal scores, none is preferred for being old or new.
        for score, i, j in sorted(scored, key=lambda each: (-each[0], abs(each[1] - each[2]), each[1] + each[2])):
            if score >= LEAST_LIKENESS and all(i != a and j != b for a, b in both):
                both.append((i, j))
    return _pairs(both, len(old), len(new))


def _pair_by(
    old: Sequence[Any], new: Sequence[Any], left: Iterable[int], right: Iterable[int], key: Callable[[Any], Hashable]
) -> list[tuple[int, int]]:
    """Items of one key in their order: the first with the first."""
    waiting: dict[Hashable, list[int]] = {}
    for i in left:
        waiting.setdefault(key(old[i]), []).append(i)
    return [(waiting[name].pop(0), j) for j in right if waiting.get(name := key(new[j]))]


def _values(keys: tuple[str, ...], item: Any) -> tuple[Any, ...]:
    return tuple(getattr(item, key) for key in keys)


def _left_over(both: Iterable[tuple[int, int]], old: int, new: int) -> tuple[list[int], list[int]]:
    taken = list(both)
    lost, found = {i for i, _ in taken}, {j for _, j in taken}
    return [i for i in range(old) if i not in lost], [j for j in range(new) if j not in found]


def _pairs(both: list[tuple[int, int]], old: int, new: int) -> Pairs:
    removed, added = _left_over(both, old, new)
    return Pairs(tuple(sorted(both, key=lambda pair: pair[1])), tuple(removed), tuple(added))


def _likeness(first: Counter[str], second: Counter[str]) -> float:
    return 2 * (first & second).total() / max(1, first.total() + second.total())
