"""Dates as other languages than English write them: `12. März 2031`, `mai`, `1º de marzo de 2031`, `2031年3月12日`.

The names of months are those of Unicode's CLDR, which babel brings. A name that is one month here and another there,
such as `listopad`, is read in the language of the entry, or not at all.
"""

import re
from functools import cache

from babel import Locale
from babel.core import UnknownLocaleError

from explainer.text import foreign_dates
from explainer.text.foreign_dates import MONTHS, Read

_LANGUAGES = (
    "ar", "be", "bg", "ca", "cs", "da", "de", "el", "es", "et", "eu", "fi", "fr", "gl", "he", "hr", "hu", "id", "is",
    "it", "lt", "lv", "mk", "nb", "nl", "nn", "pl", "pt", "ro", "ru", "sk", "sl", "sq", "sr", "sv", "tr", "uk",
)  # fmt: skip
"""In which a name is looked for where an entry says no language."""

_EAST_ASIAN = re.compile(r"(\d{4})\s*[年년](?:\s*(\d{1,2})\s*[月월](?:\s*(\d{1,2})\s*[日일])?)?")
_BESIDE_NUMBERS = re.compile(r"(?<=\b1)(?:er|\.?[º°])(?=\s)|(?<=\d{4})\s*(?:г|р|года|року)\b\.?|\bden\s+(?=\d)")
"""`1er mai`, `1º de mayo`, `2031 г.`, `den 3 maj`."""


def read(text: str, language: str = "") -> Read | None:
    """The date of a text, read as English where it is, else in its language."""
    return foreign_dates.read(text) or foreign_dates.read(in_english(text, language))


def in_english(text: str, language: str = "") -> str:
    """The text with the months that it names in English, and without what its language says beside a number."""
    text = _EAST_ASIAN.sub(lambda match: "-".join(part for part in match.groups() if part), text)
    text = _BESIDE_NUMBERS.sub("", text)
    return re.sub(r"(?:\bde\s+)?([^\W\d_]{3,})\.?(?:\s+de\b)?", lambda match: _english(match, language), text)


def _english(match: re.Match[str], language: str) -> str:
    name = match[1].casefold()
    numbers = _numbers(language).get(name) or {number for each in _LANGUAGES for number in _numbers(each).get(name, ())}
    return MONTHS[min(numbers) - 1] if len(numbers) == 1 else match[0]


@cache
def _numbers(language: str) -> dict[str, frozenset[int]]:
    """The months that each name may be in a language, in all forms in which it is written and declined."""
    try:
        forms = Locale.parse(language, sep="-").months if language else {}
    except (UnknownLocaleError, ValueError):
        forms = {}
    found: dict[str, set[int]] = {}
    for form in forms.values():
        for width in ("wide", "abbreviated"):
            for number, name in form.get(width, {}).items():
                found.setdefault(name.casefold().rstrip("."), set()).add(number)
    return {name: frozenset(numbers) for name, numbers in found.items()}
