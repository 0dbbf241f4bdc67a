"""What a stranger wrote with nothing hidden in it: each character as a reader of a comment is to see it.

Characters that turn a line round or have no width are shown as escapes, as everywhere. So are those that are blank
though they count as letters or marks, and marks over marks that would cover the lines above and below.
"""

import unicodedata

from explainer.reporting.printable import printable

_MARKS = 4
"""Marks on one letter. The scripts that pile up most, Tibetan and pointed Hebrew among them, seldom need more."""
# Fillers of Hangul, vowels of Khmer that are not written, an empty Braille pattern, a joiner, a note without a head.
_BLANK = frozenset("\u115f\u1160\u3164\uffa0\u17b4\u17b5\u2800\u034f\U0001d159")
_FORMS = range(0xFE00, 0xFE10)
_MORE_FORMS = range(0xE0100, 0xE01F0)
_AS_TEXT_OR_PICTURE = "\ufe0e\ufe0f"
_UNKNOWN = ("Cn", "Co")


def visible(text: str) -> list[str]:
    """What is shown for each character of `text`; for one of several spaces in a row, nothing."""
    shown: list[str] = []
    marks, before = 0, " "
    for char in text:
        category = unicodedata.category(char)
        marks = marks + 1 if category[0] == "M" else 0
        if char.isspace():
            shown.append("" if before.isspace() else " ")
        elif _is_hidden(char, category, before) or marks > _MARKS:
            shown.append(_escape(char))
        else:
            shown.append(printable(char))
        before = char
    return shown


def _is_hidden(char: str, category: str, before: str) -> bool:
    if char in _AS_TEXT_OR_PICTURE:  # says how a sign is drawn; after a letter it says nothing
        return unicodedata.category(before)[0] not in "SPN"
    return char in _BLANK or ord(char) in _FORMS or ord(char) in _MORE_FORMS or category in _UNKNOWN


def _escape(char: str) -> str:
    code = ord(char)
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"
