"""Which part of one text belongs to which of another: the alignment in order that is worth most in all."""

from collections import Counter
from collections.abc import Callable

ALIKE = 0.35
"""Which part of their words two parts share at least that are laid beside each other."""

Places = tuple[int | None, int | None]
"""A part of each text by its number from 0, or of one of them alone."""


def aligned(ours: int, theirs: int, worth: Callable[[int, int], float]) -> list[Places]:
    """All parts of both texts, of which there are so many; pairs that are worth nothing stand alone."""
    worths = [[worth(i, j) for j in range(theirs)] for i in range(ours)]
    best = [[0.0] * (theirs + 1) for _ in range(ours + 1)]
    for i in reversed(range(ours)):
        row, below = best[i], best[i + 1]
        for j in reversed(range(theirs)):
            row[j] = max(below[j], row[j + 1], worths[i][j] + below[j + 1])
    found: list[Places] = []
    i = j = 0
    while i < ours or j < theirs:
        value = worths[i][j] if i < ours and j < theirs else 0.0
        if value and best[i][j] == value + best[i + 1][j + 1]:
            found.append((i, j))
            i, j = i + 1, j + 1
        elif i < ours and (j == theirs or best[i][j] == best[i + 1][j]):
            found.append((i, None))
            i += 1
        else:
            found.append((None, j))
            j += 1
    return found


def likeness(one: Counter[str], other: Counter[str]) -> float:
    """Which part of their words two parts share, from 0 to 1; 0 where that is too little to say anything."""
    count, fewer = one.total() + other.total(), min(one.total(), other.total())
    if not count or 2 * fewer / count < ALIKE:
        return 0.0
    alike = 2 * (one & other).total() / count
    return alike if alike >= ALIKE else 0.0
