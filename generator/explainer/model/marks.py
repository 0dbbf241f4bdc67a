"""Marks that a text of an edition carries through every sentence that it is put into, up to the page.

A name that nobody has translated yet, or whose original has changed since, stands in links, lists, titles and sentences
of the interface. Wherever it comes to a page, the page must say in which language it is, or how old. So the mark is in
the text: characters that Unicode keeps from ever being characters of a text. `rendering/edition_marks` makes elements
of them, and takes them out of whatever is no page; in a site without editions there are none.
"""

import re

_UNTRANSLATED, _STALE, _END = "\ufdd2", "\ufdd3", "\ufdd4"
_DIGITS = str.maketrans({str(digit): chr(0xFDD5 + digit) for digit in range(10)} | {"-": "\ufddf"})
"""A date must not be taken for words."""
_BACK = {value: chr(key) for key, value in _DIGITS.items()}
_ANY = re.compile("[\ufdd2-\ufddf]")
MARKED = re.compile(
    f"(?:({_UNTRANSLATED})|{_STALE}([\ufdd5-\ufddf]*+))([^{_UNTRANSLATED}{_STALE}{_END}<\\]\\n|]*){_END}?"
)
"""A marked stretch: whether it is not translated, or when it was, and its words. A text that was cut has no end."""


def untranslated(words: str) -> str:
    return f"{_UNTRANSLATED}{words}{_END}"


def stale(words: str, date: str) -> str:
    """The words of a translation of this date whose original has changed since."""
    return f"{_STALE}{re.sub('[^0-9-]', '', date).translate(_DIGITS)}{words}{_END}"


def date_of(mark: str) -> str:
    """The date within a mark, as it was given."""
    return "".join(_BACK.get(char, "") for char in mark)


def is_marked(words: str) -> bool:
    return _ANY.search(words) is not None


def unmarked(words: str) -> str:
    """The words alone."""
    return _ANY.sub("", words)


def is_untranslated(words: str) -> bool:
    """Whether a part of the words stands in the language of the original."""
    return _UNTRANSLATED in words
