"""Where the words of an article stand in a newer version of it, by comparing both word by word.

The comparison sees the whole text, so it knows which of two like passages is which; a search for one passage
alone does not.
"""

import re
from dataclasses import dataclass
from functools import cached_property

from explainer.anchoring.match import Match
from explainer.text.differ import Stretch, stretches
from explainer.text.folded import Folded
from explainer.text.folding import fold


@dataclass(frozen=True, slots=True)
class Mapped:
    """What stands in the new text in the place of a passage of the old."""

    match: Match
    has_same: bool
    """Whether one of its words at least is the same."""
    is_whole: bool
    """Whether nothing around it was replaced together with it: it begins and ends where the passage did."""


@dataclass(frozen=True)
class Alignment:
    old: Folded
    new: Folded

    def mapped(self, match: Match) -> Mapped | None:
        """The stretch of the new text that stands in the place of one of the old; None where its words are gone."""
        first, last = _covered(self._old_words, match)
        begins: list[int] = []
        ends: list[int] = []
        has_same, is_whole = False, True
        for stretch, at, there in self._stretches:
            start, end = max(first, at), min(last, at + len(stretch.ours))
            if start >= end:
                continue
            if stretch.is_equal:
                begins.append(there + start - at)
                ends.append(there + end - at)
                has_same = True
            elif stretch.theirs:
                begins.append(there)
                ends.append(there + len(stretch.theirs))
                is_whole = is_whole and end - start == len(stretch.ours)
        if not begins:
            return None
        found = Match(self._new_words[begins[0]][0], self._new_words[ends[-1] - 1][1])
        return Mapped(found, has_same, is_whole)

    @cached_property
    def _stretches(self) -> list[tuple[Stretch, int, int]]:
        """Each with the numbers of the words at which it begins in the old and in the new text."""
        found = []
        at = there = 0
        for stretch in stretches(self.old, self.new):
            found.append((stretch, at, there))
            at += len(stretch.ours)
            there += len(stretch.theirs)
        return found

    @cached_property
    def _old_words(self) -> list[tuple[int, int]]:
        return _words(self.old)

    @cached_property
    def _new_words(self) -> list[tuple[int, int]]:
        return _words(self.new)


def shared(one: str, other: str) -> float:
    """Which part of the words of two texts is the same, in order."""
    found = stretches(fold(one), fold(other))
    same = sum(len(stretch.ours) for stretch in found if stretch.is_equal)
    count = sum(len(stretch.ours) + len(stretch.theirs) for stretch in found)
    return 2 * same / count if count else 1.0


def _words(passage: Folded) -> list[tuple[int, int]]:
    return [word.span() for word in re.finditer(r"\S+", passage.text)]


def _covered(words: list[tuple[int, int]], match: Match) -> tuple[int, int]:
    """The numbers of the words that a match touches."""
    touched = [number for number, (start, end) in enumerate(words) if start < match.end and match.start < end]
    return (touched[0], touched[-1] + 1) if touched else (0, 0)
