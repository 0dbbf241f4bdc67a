"""The letters of a book that no face here has, and what stands in their place: how they sound, in Latin letters.

A letter that cannot be shown is a hole in the page, and takes the promise from the whole file that every reader can
have its words (PDF/UA-1). Typst has a face for Latin, Greek and Cyrillic, and takes others from the machine.
"""

import re
import unicodedata
from collections.abc import Callable, Collection
from dataclasses import dataclass

from explainer.text.slugs import sounding

MOST = 64
"""Letters. A book that lacks more is in a script for which the machine needs a face; its readings would be no book."""


@dataclass(frozen=True)
class Letters:
    """What is shown of a text."""

    unset: frozenset[str] = frozenset()

    def shown(self, text: str) -> str:
        """The text, in which what cannot be shown is its sound, in brackets."""
        if self.unset.isdisjoint(text):
            return text
        letters = "".join(map(re.escape, sorted(self.unset)))
        return re.sub(rf"[{letters}](?:[{letters}\s]*[{letters}])?", lambda found: f"[{sounding(found[0])}]", text)


ALL_SET = Letters()


def unset(text: str, can_set: Callable[[str], bool]) -> frozenset[str] | None:
    """The letters of a text that cannot be set, or None where they are too many to be found one by one.

    The answer is only whether all of some letters can be, so they are parted until each that cannot stands alone.
    """
    letters = sorted({each for each in text if each > "\u024f" and unicodedata.category(each)[0] in "LNPS"})
    found: set[str] = set()
    waiting: list[Collection[str]] = [letters] if letters else []
    while waiting:
        each = list(waiting.pop())
        if can_set(" ".join(each)):
            continue
        if len(each) == 1:
            found |= set(each)
        else:
            waiting += [each[len(each) // 2 :], each[: len(each) // 2]]
        if len(found) > MOST:
            return None
    return frozenset(found)
