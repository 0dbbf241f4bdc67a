"""The order of names in a language: that of CLDR's root, which is ICU's, and what a language has different from it.

ICU itself has no binding that comes as a small wheel: PyICU has to be compiled, icu4py has no collation, and what
bundles both is 65 MB. feruca has the same root order in 0.8 MB. What it lacks are tailorings: some languages have
letters of their own that the root takes for letters with an accent.
"""

import unicodedata
from collections.abc import Callable, Iterable
from typing import TypeVar

from explainer.interface.catalogue import Catalogue

T = TypeVar("T")

_OWN_LETTERS = {
    "cs": "čřšž", "es": "ñ", "hr": "čćđšž", "pl": "ąćęłńóśźż", "ro": "ăâîșț", "sk": "äčôšž", "tr": "çğöşü", "uk": "ґї",
}  # fmt: skip
"""Letters that come after all words with the letter below their mark, not among them."""
_LAST = "\U0010fffd"
"""Comes after every letter: Unicode gives code points without a character the greatest weights."""
_BELOW = {"ł": "l", "đ": "d", "ґ": "г"}
"""Of letters that Unicode does not take apart."""


def sorted_by_name(catalogue: Catalogue, items: Iterable[T], name: Callable[[T], str]) -> list[T]:
    """The items by their names; of equal names in the order in which they came."""
    from feruca import collate

    named = [(_tailored(name(item), catalogue), item) for item in items]
    places = {key: place for place, key in enumerate(collate(list({key for key, _ in named}), "default"))}
    return [item for _, item in sorted(named, key=lambda each: places[each[0]])]


def first_letter(catalogue: Catalogue, name: str) -> str:
    """The letter under which an index lists a name: Ä under A, and Й, Ñ or Ż where they are letters of their own."""
    letter = next((char for char in unicodedata.normalize("NFC", name) if char.isalnum()), "")
    if letter.lower() in _OWN_LETTERS.get(catalogue.main, "") or "\u0400" <= letter <= "\u052f":
        return letter.upper()
    return unicodedata.normalize("NFKD", letter)[:1].upper()


def _tailored(name: str, catalogue: Catalogue) -> str:
    own = _OWN_LETTERS.get(catalogue.main, "")
    if not own:
        return name
    return "".join(_base(char) + _LAST if char.lower() in own else char for char in name)


def _base(char: str) -> str:
    lower = char.lower()
    return _BELOW.get(lower) or unicodedata.normalize("NFD", char)[0]
