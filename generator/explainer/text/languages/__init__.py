"""What is true of the words of a language: which of them negate, count, or begin a sentence without being a name.

A table for each language, read only when a text in it is compared. Each lists closed classes of words, as grammars of
the language give them: pronouns and particles that negate, cardinal and ordinal numbers, articles, pronouns,
prepositions, conjunctions and adverbs. In small letters, in the forms in which texts have them. A language without a
table is read by all tables together, so that what may change a meaning is told rather too often.
"""

import unicodedata
from functools import cache
from importlib import import_module

from explainer.text.languages.words import Capitals, Language, words

WITH_TABLE = words("ar de en es fr he it nl pl pt ru uk")

_SCRIPTS = {"ar": "ARABIC", "he": "HEBREW", "ru": "CYRILLIC", "uk": "CYRILLIC"}
"""Of those whose script is not the Latin one."""

__all__ = ["WITH_TABLE", "Capitals", "Language", "language_in", "language_of"]


def language_in(tag: str, text: str) -> Language:
    """The same for a text; one in another script than its language has is none of it, whatever its tag says."""
    own = _SCRIPTS.get(tag.lower()[:2], "LATIN")
    letters = [char for char in text if char.isalpha()]
    return language_of(
        tag if not letters or any(unicodedata.name(char, "").startswith(own) for char in letters) else ""
    )


@cache
def language_of(tag: str) -> Language:
    """The words of the language of a tag (BCP 47); those of all languages where it is not told or not known."""
    subtag = tag.lower().replace("_", "-").split("-")[0]
    return _table(subtag) if subtag in WITH_TABLE else _all()


def _table(subtag: str) -> Language:
    found: Language = import_module(f"{__name__}.{subtag}").LANGUAGE
    return found


@cache
def _all() -> Language:
    tables = [_table(subtag) for subtag in sorted(WITH_TABLE)]
    return Language(
        negations=frozenset().union(*(each.negations for each in tables)),
        negating=tuple(dict.fromkeys(prefix for each in tables for prefix in each.negating)),
        numbers=frozenset().union(*(each.numbers for each in tables)),
        plain=frozenset().union(*(each.plain for each in tables)),
    )
