"""Where a word or number begins and ends: the one rule for quotes, for the terms of the glossary and for loaded words.

- "234" is no part of "1,234", nor "can" of "can't", nor "combatants" of "non-combatants".
- A hyphen makes a compound: each of its parts may be quoted, and none of them is the word that it is alone. A
  dash, as long as it may be and without spaces too, stands between words.
- A possessive 's ends a word, and a word begins after a French, Catalan or Italian elision: l'OTAN, dell'Ucraina.
- A mark belongs to the letter before it, and so does what makes one syllable with it (ー, ゃ, the vowel signs of Thai).
- Scripts that write no spaces between words (Chinese, Japanese, Thai, Lao, Khmer, Burmese …) have edges between any
  two syllables. Within a run of katakana, which is mostly one word, they are those of a compound.
"""

import re
from enum import StrEnum

from explainer.text.folded import Folded
from explainer.text.folding import SINGLE_QUOTATION_MARKS, continues


class Cut(StrEnum):
    """What an edge cuts."""

    WORD = "word"
    NUMBER = "number"
    COMPOUND = "compound"
    """Its parts are words too: it may be parted for a quote."""


_REACH = 24  # Characters looked at on each side of an edge: more than any number has digits.

# Footnote marks are no part of the word that they follow.
_WORD = re.compile(r"[^\W⁰¹²³⁴-₟]")
_SCRIPTS = {
    "Han": (
        "\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3038-\u303b"
        "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
    ),
    "hiragana": "\u3041-\u309f\U0001b001\U0001b11f\U0001b150-\U0001b152",
    "katakana": "\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff\uff66-\uff9f\U0001b000\U0001b164-\U0001b167",
    "bopomofo": "\u3100-\u312f\u31a0-\u31bf",
    "Yi": "\ua000-\ua4cf",
    "Thai": "\u0e00-\u0e7f",
    "Lao": "\u0e80-\u0eff",
    "Myanmar": "\u1000-\u109f\ua9e0-\ua9ff\uaa60-\uaa7f",
    "Khmer": "\u1780-\u17ff\u19e0-\u19ff",
    "Tai": "\u1950-\u19df\u1a20-\u1aaf\uaa80-\uaadf",
    "Balinese": "\u1b00-\u1b7f",
    "Javanese": "\ua980-\ua9df",
}
"""The scripts without spaces between words, as parts of character classes."""
UNSPACED = "".join(_SCRIPTS.values())
_UNSPACED = re.compile(f"[{UNSPACED}]")
_EACH_SCRIPT = tuple(re.compile(f"[{characters}]") for characters in _SCRIPTS.values())
_KATAKANA = re.compile(f"[{_SCRIPTS['katakana']}]")

# What makes one syllable with the character before it, and what with the one after it, though it is a letter.
_GOES_ON = re.compile(
    "[ーｰ々〻ゝゞヽヾゃゅょぁぃぅぇぉゎゕゖャュョァィゥェォヮヵヶｬｭｮｧｨｩｪｫﾞﾟ"
    "\u0e2f-\u0e33\u0e45\u0e46\u0eb0-\u0eb3\u0ebd\u0ec6]"
)
_LEADS_ON = re.compile("[\u0e40-\u0e44\u0ec0-\u0ec4]$|[\u1039\u17d2]$")

_APOSTROPHE = f"[{SINGLE_QUOTATION_MARKS}＇]"
_HYPHEN = "[-‐‑\u058a\u05be\ufe63\uff0d]"  # those of Armenian and Hebrew, and wide ones, too
_QUOTED = "[\\s(\\[\"'“”„‟«»‘’‚‛‹›]"
_PREFIX = r"(?<!\w)(?:non|un|no|anti|ex|не)"
_ELIDED = (
    r"(?<!\w)(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu|presqu|quelqu|"
    r"all|coll|dall|dell|nell|sull|quell|quest|bell|sant|un|gl)"
)


def _inside(unit: Cut, left: str, right: str) -> tuple[Cut, re.Pattern[str], re.Pattern[str]]:
    return unit, re.compile(rf"(?:{left})$", re.IGNORECASE), re.compile(right, re.IGNORECASE)


_POINT = f"(?:[.,:/٫٬]|{_APOSTROPHE})"
_CUTS = (
    _inside(Cut.NUMBER, rf"\d{_POINT}", r"\d"),  # 1,|234
    _inside(Cut.NUMBER, r"\d", rf"{_POINT}\d"),  # 1|,234
    _inside(Cut.NUMBER, rf"(?:^|{_QUOTED})[-+.‐‑‒–−]", r"\d"),  # -|5
    _inside(Cut.NUMBER, r"(?<!\d)\d{1,3}\s", r"\d{3}(?!\d)"),  # 1 |234
    _inside(Cut.NUMBER, r"(?<!\d)\d{1,3}", r"\s\d{3}(?!\d)"),  # 1| 234
    _inside(Cut.WORD, r"\w", rf"{_APOSTROPHE}(?!s(?!\w))\w"),  # can|'t
    _inside(Cut.WORD, _PREFIX + _HYPHEN, r"\w"),  # non-|combatants
    _inside(Cut.WORD, _PREFIX, rf"{_HYPHEN}\w"),  # non|-combatants
    _inside(Cut.COMPOUND, rf"\w{_HYPHEN}", r"\w"),  # weir-|keeper
    _inside(Cut.COMPOUND, r"\w", rf"{_HYPHEN}\w"),  # weir|-keeper
)
_AFTER_APOSTROPHE = re.compile(rf"\w{_APOSTROPHE}$")  # can'|t
_AFTER_ELISION = re.compile(rf"{_ELIDED}{_APOSTROPHE}$", re.IGNORECASE)  # l'|eau


def cut(passage: Folded | str, index: int) -> Cut | None:
    """What an edge at `index` of a text, folded or as written, cuts; None where a word may begin or end."""
    written = passage if isinstance(passage, str) else passage.written
    left, right = written[max(0, index - _REACH) : index], written[index : index + _REACH]
    if isinstance(passage, Folded):
        if not passage.is_edge(index):
            return Cut.WORD
        # A reader does not see a zero-width space: what it parts is still one word on the page.
        if index - 1 in passage.unseen:
            left = left[:-1]
        if index in passage.unseen:
            right = right[1:]
    return _between(left, right)


def is_word_alone(passage: Folded | str, start: int, end: int) -> bool:
    """Whether a stretch is the word that it says, and no part of another one, as a term of the glossary must be.

    In a script without spaces that cannot be known. One character there is mostly a part of a longer word, so it
    is alone only where its neighbours are of other scripts.
    """
    if cut(passage, start) or cut(passage, end):
        return False
    if end - start > 1:
        return True
    text = passage if isinstance(passage, str) else passage.text
    around = text[max(0, start - 1) : start] + text[end : end + 1]
    return not any(script.match(text[start]) and script.search(around) for script in _EACH_SCRIPT)


def _between(left: str, right: str) -> Cut | None:
    # Nearly every edge that is asked for: between a space and a plain letter nothing is cut, by every rule below.
    if left.endswith(" ") and right[:1].isascii() and right[:1].isalpha():
        return None
    if right.startswith(" ") and left[-1:].isascii() and left[-1:].isalpha():
        return None
    if right and continues(right[0]):
        return Cut.WORD if left else None
    if _LEADS_ON.search(left) and _WORD.match(right):
        return Cut.WORD
    while left and continues(left[-1]):
        left = left[:-1]
    if not left or not right:
        return None
    before, after = left[-1], right[0]
    if _WORD.match(before) and _WORD.match(after):
        if _UNSPACED.match(before) or _UNSPACED.match(after):
            if _GOES_ON.match(after):
                return Cut.WORD
            return Cut.COMPOUND if _KATAKANA.match(before) and _KATAKANA.match(after) else None
        return Cut.NUMBER if before.isnumeric() and after.isnumeric() else Cut.WORD
    if _WORD.match(after) and _AFTER_APOSTROPHE.search(left):
        return None if _AFTER_ELISION.search(left) else Cut.WORD
    return next((unit for unit, ends, begins in _CUTS if begins.match(right) and ends.search(left)), None)
