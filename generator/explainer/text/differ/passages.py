"""Passages that two texts share: so many words in a row that chance does not bring them about."""

from collections.abc import Sequence
from dataclasses import dataclass

LEAST = 8
"""So many words in a row stand in two texts of one event only where both have them from one text."""
_MOST = 50
"""Places of one run of words that are looked at."""


@dataclass(frozen=True, slots=True)
class SharedPassage:
    """Where it begins in each text, in words, and how many words it has."""

    ours: int
    theirs: int
    length: int


def shared_passages(ours: Sequence[str], theirs: Sequence[str]) -> tuple[SharedPassage, ...]:
    """Each as long as it can be, in the order of the first text, wherever it stands in the second."""
    places: dict[tuple[str, ...], list[int]] = {}
    for start in range(len(theirs) - LEAST + 1):
        places.setdefault(tuple(theirs[start : start + LEAST]), []).append(start)
    found = []
    start = 0
    while start + LEAST <= len(ours):
        near = places.get(tuple(ours[start : start + LEAST]), ())[:_MOST]
        longest = max(((_length(ours, theirs, start, at), -at) for at in near), default=None)
        if longest:
            found.append(SharedPassage(start, -longest[1], longest[0]))
        start += longest[0] if longest else 1
    return tuple(found)


def _length(ours: Sequence[str], theirs: Sequence[str], start: int, at: int) -> int:
    length = LEAST
    while start + length < len(ours) and at + length < len(theirs) and ours[start + length] == theirs[at + length]:
        length += 1
    return length
