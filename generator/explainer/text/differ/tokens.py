"""The words, numbers and marks of a stretch, and which of them are numbers, negations and names in its language."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from explainer.text.languages import Capitals, Language

_FRACTIONS = "¼-¾⅐-⅞↉"
_PERCENT = "%٪‰"
_TOKEN = rf"""
    (?:(?<!\S)[-+])?(?:\d{{1,3}}(?:\ \d{{3}})+(?!\d)|\d+)(?:[.,:/'٫٬]\d+)*  # 1 234,5 and 12:30
    | [{_FRACTIONS}{_PERCENT}]
    | 's\b | n't\b
    ELIDED
    | (?:(?!n't\b)\w)+(?:'(?!s\b)\w+)*
    | \S
"""
_GROUPED = re.compile(r"[ ٬]|(?<=\d)'(?=\d{3})")
_TIME = re.compile("[:/]")
_ENDS = ".!?…:؟。"


@dataclass(frozen=True, slots=True)
class Token:
    text: str
    before: str
    """The token before it, nothing at the beginning."""
    follows_name: bool = False
    """Whether the one before has a capital inside its sentence."""

    @property
    def folded(self) -> str:
        return self.text.casefold()

    @property
    def begins_sentence(self) -> bool:
        return self.before in _ENDS  # nothing, or a mark


def tokens(text: str, language: Language, before: str = "") -> list[Token]:
    """The tokens of a folded text. `before`: the words right before it, in the same text."""
    found = [*_read(f"{before} {text}" if before else text, language)]
    return found[len([*_read(before, language)]) :] if before else found


def _read(text: str, language: Language) -> Iterator[Token]:
    last, is_inside = "", False
    for word in _pattern(language.elided).findall(text):
        follows = is_inside and last[:1].isupper()
        shown = number(word, language) if word[-1].isdigit() else word
        yield Token(shown, last, follows)
        if word not in "\"'“”(":
            is_inside = last != "" and last not in _ENDS
            last = shown


@cache
def _pattern(elided: str) -> re.Pattern[str]:
    first = rf"| (?:{elided})'(?=\w)" if elided else ""
    return re.compile(_TOKEN.replace("ELIDED", first), re.VERBOSE | re.IGNORECASE)


def number(written: str, language: Language) -> str:
    """A number in one form, whatever marks its language puts between digits: 1.234,5 and 1 234,5 are 1234.5."""
    text = "".join(str(unicodedata.digit(char)) if char.isdigit() else char for char in written)
    text = _GROUPED.sub("", text).replace("٫", ".")
    marks, groups = [char for char in text if char in ".,"], re.split("[.,]", text)[1:]
    if _TIME.search(text) or (len(marks) > 1 and len(set(marks)) == 1 and any(len(group) != 3 for group in groups)):
        return text  # 12:30, 12.03.2024
    if len(set(marks)) == 2:
        decimal = marks[-1]
    elif len(marks) > 1:
        decimal = ""
    else:
        is_grouped = re.search(r"[.,]\d{3}$", text) and not text.lstrip("+-").startswith("0")
        decimal = "" if marks and is_grouped and marks[0] != language.decimal else (marks or [""])[0]
    return "".join("." if char == decimal else "" if char in ".," else char for char in text)


def is_number(token: Token, language: Language) -> bool:
    text = token.text
    return any(unicodedata.category(char) in ("Nd", "No") or char in _PERCENT for char in text) or language.counts(
        token.folded
    )


def is_negation(token: Token, language: Language) -> bool:
    return language.negates(token.folded)


def is_quotation_mark(token: Token) -> bool:
    return token.text in "\"'"


def is_word(token: Token, language: Language) -> bool:
    return token.text[0].isalpha() and not is_number(token, language) and not is_negation(token, language)


def is_punctuation(token: Token, language: Language) -> bool:
    return not token.text[0].isalnum() and not is_quotation_mark(token) and not is_number(token, language)


def name(token: Token, language: Language) -> str | None:
    """What a token names, in one form; None where it is no name."""
    if not is_word(token, language) or token.folded in language.plain:
        return None
    if token.folded in language.names or language.stripped(token.folded, language.names) in language.names:
        return token.folded
    match language.capitals:
        case Capitals.NONE:
            title = language.stripped(token.before.casefold(), language.before_names)
            is_name = title in language.before_names or token.text[0].isupper()
        case Capitals.NOUNS:
            is_name = token.text[0].isupper() and _is_name_among_nouns(token, language)
        case _:
            is_name = token.text[0].isupper()
    return (_noun(token.folded) if language.capitals is Capitals.NOUNS else token.text) if is_name else None


def _is_name_among_nouns(token: Token, language: Language) -> bool:
    """Where every noun has a capital: a name has no article, and mostly another ending."""
    if any(char.isupper() for char in token.text[1:]):
        return True  # OSZE
    if token.before.casefold() in language.before_nouns:
        return False
    if language.noun.fullmatch(token.folded):
        return token.follows_name and token.text[0].isupper() and not language.noun.fullmatch(token.before.casefold())
    before = token.before.casefold()
    return not _is_adjective(before, language) or token.begins_sentence


def _is_adjective(word: str, language: Language) -> bool:
    return bool(re.fullmatch(r"\w{3,}(?:e|en|er|es|em)", word)) and word not in language.plain and not word[0].isupper()


_UMLAUTS = (("ae", "a"), ("oe", "o"), ("ue", "u"), ("ä", "a"), ("ö", "o"), ("ü", "u"), ("ß", "ss"))


def _noun(word: str) -> str:
    """A German noun without its ending and with its vowels as in the singular: Häfen, Haefen, Hafens."""
    for written, plain in _UMLAUTS:
        word = word.replace(written, plain)
    return re.sub(r"(?<=\w{3})(?:e|en|n|er|ern|s|es)$", "", word)
