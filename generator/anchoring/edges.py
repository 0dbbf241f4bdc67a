"""Where a word or number may be cut off: whether a match begins and ends with whole words.

"234" is not a part of "1,234", nor "can" of "can't", nor "combatants" of "non-combatants". Edges are allowed
at the hyphen of any other compound and before a possessive 's. Scripts that write no spaces between words
(Chinese, Japanese, Thai, Lao, Khmer, Burmese) have edges between any two characters.
"""

import re
from enum import StrEnum

from generator.anchoring.match import Match
from generator.folding import Folded, continues


class Unit(StrEnum):
    """What an edge would cut."""

    WORD = "word"
    NUMBER = "number"


_REACH = 24  # Characters looked at on each side of an edge: more than any number has digits.

# Footnote marks are no part of the word that they follow.
_WORD = re.compile(r"[^\W⁰¹²³⁴-₟]")
_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
)


def _inside(unit: Unit, left: str, right: str) -> tuple[Unit, re.Pattern[str], re.Pattern[str]]:
    return unit, re.compile(rf"{left}$", re.IGNORECASE), re.compile(right, re.IGNORECASE)


_CUTS = (
    _inside(Unit.NUMBER, r"\d[.,:/']", r"\d"),  # 1,|234
    _inside(Unit.NUMBER, r"\d", r"[.,:/']\d"),  # 1|,234
    _inside(Unit.NUMBER, r"(?:^|[\s(\[\"'])[-+.]", r"\d"),  # -|5
    _inside(Unit.NUMBER, r"(?<!\d)\d{1,3} ", r"\d{3}(?!\d)"),  # 1 |234
    _inside(Unit.NUMBER, r"(?<!\d)\d{1,3}", r" \d{3}(?!\d)"),  # 1| 234
    _inside(Unit.WORD, r"\w", r"'(?!s(?!\w))\w"),  # can|'t
    _inside(Unit.WORD, r"\w'", r"\w"),  # can'|t
    _inside(Unit.WORD, r"(?<!\w)(?:non|un|no|anti|ex|не)-", r"\w"),  # non-|combatants
    _inside(Unit.WORD, r"(?<!\w)(?:non|un|no|anti|ex|не)", r"-\w"),  # non|-combatants
)


def cut(passage: Folded, index: int) -> Unit | None:
    """What an edge at `index` of the folded text would cut, or None where a word may begin or end."""
    if not passage.is_edge(index):
        return Unit.WORD
    left, right = passage.text[max(0, index - _REACH) : index], passage.text[index : index + _REACH]
    # A reader does not see a zero-width space: what it parts is still one word on the page.
    if index - 1 in passage.unseen:
        left = left[:-1]
    if index in passage.unseen:
        right = right[1:]
    while left and continues(left[-1]):
        left = left[:-1]
    if not left or not right:
        return None
    before, after = left[-1], right[0]
    if _WORD.match(before) and _WORD.match(after):
        if _UNSPACED.match(before) or _UNSPACED.match(after):
            return None
        return Unit.NUMBER if before.isnumeric() and after.isnumeric() else Unit.WORD
    return next((unit for unit, ends, begins in _CUTS if begins.match(right) and ends.search(left)), None)


def is_whole(passage: Folded, match: Match) -> bool:
    """Whether a match begins and ends with whole words."""
    return cut(passage, match.start) is None and cut(passage, match.end) is None


def widen(passage: Folded, match: Match) -> Match:
    """The match with the words and numbers at its ends made whole."""
    start, end = match.start, match.end
    while cut(passage, start):
        start -= 1
    while cut(passage, end):
        end += 1
    return Match(start, end)
