"""In what kind of thing two stretches of words differ."""

import re
from collections import Counter
from collections.abc import Callable
from enum import StrEnum


class Difference(StrEnum):
    """A kind of difference, in the order in which kinds are named."""

    NUMBER = "a number"
    NEGATION = "a negation"
    NAME = "a name"
    QUOTATION_MARK = "a quotation mark"
    LETTER_CASE = "letter case"
    PUNCTUATION = "punctuation"
    SPACING = "spacing"
    WORDING = "wording"

    @property
    def is_loud(self) -> bool:
        """Whether it changes what is said about whom."""
        return self in (Difference.NUMBER, Difference.NEGATION, Difference.NAME, Difference.QUOTATION_MARK)

    def __str__(self) -> str:
        return f"a {self.value.removeprefix('a ').upper()}" if self.is_loud else self.value


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_TOKEN = re.compile(r"(?:(?<!\S)[-+])?\d+(?:[.,:/']\d+)*%?|'s\b|n't\b|(?:(?!n't\b)\w)+(?:'(?!s\b)\w+)*|\S")
_NUMBER_WORDS = _words(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands "
    "million millions billion billions dozen dozens half first second third once twice "
    "один два три четыре пять шесть семь восемь девять десять сто тысяча тысячи тысяч "
    "чотири шість сім вісім дев'ять десять тисяча тисячі тисяч"
)
_NEGATIONS = _words(
    "not no never none nobody nothing nowhere nor neither without cannot can't won't n't denied denies deny denying "
    "не ни нет никогда ничего никто никого без нельзя ні ані немає ніколи нічого ніхто нікого жоден жодна жодного "
    "nicht kein keine keinen keinem keiner keines nie niemals niemand niemanden niemandem nichts ohne weder "
    "ne pas non jamais rien aucun aucune sans ni nunca jamás nadie nada ningún ninguno ninguna sin tampoco "
    "nie nigdy nikt nikogo nic bez ani żaden żadna żadne nessuno niente senza não nem ninguém sem niet geen nooit "
    "لا لم لن ليس ليست غير بدون دون"
)
_NEGATING = ("un", "in", "im", "ir", "non", "non-", "dis", "anti-", "не", "бес", "без")
_NO_NAMES = _words(
    "a an the this that these those and but or as at by for from in into of on to with he she it they we i you his her "
    "its their our my who what when where while after before if there here also then so both all some many most"
)


def kinds(ours: str, theirs: str) -> set[Difference]:
    """The kinds of difference between two stretches that differ."""
    mine, other = _TOKEN.findall(ours), _TOKEN.findall(theirs)
    if mine == other:
        return {Difference.SPACING}
    kinds: set[Difference] = set()
    if _only(mine, _is_number) != _only(other, _is_number):
        kinds.add(Difference.NUMBER)
    if len(_only(mine, _is_negation)) != len(_only(other, _is_negation)) or _is_negated(mine, other):
        kinds.add(Difference.NEGATION)
    if Counter(_only(mine, _is_quotation_mark)) != Counter(_only(other, _is_quotation_mark)):
        kinds.add(Difference.QUOTATION_MARK)
    mine_words, other_words = _only(mine, _is_word), _only(other, _is_word)
    if mine_words != other_words:
        if [word.casefold() for word in mine_words] == [word.casefold() for word in other_words]:
            kinds.add(Difference.LETTER_CASE)
        elif _only(mine, _is_name) != _only(other, _is_name):
            kinds.add(Difference.NAME)
        else:
            kinds.add(Difference.WORDING)
    elif _only(mine, _is_punctuation) != _only(other, _is_punctuation):
        kinds.add(Difference.PUNCTUATION)
    return kinds or {_moved(mine, other)}


def _moved(mine: list[str], other: list[str]) -> Difference:
    """What stands in another place, where both have the same words, numbers and marks."""
    for is_kind, kind in (
        (_is_quotation_mark, Difference.QUOTATION_MARK),
        (_is_punctuation, Difference.PUNCTUATION),
        (_is_number, Difference.NUMBER),
        (_is_negation, Difference.NEGATION),
    ):
        if [token for token in mine if not is_kind(token)] == [token for token in other if not is_kind(token)]:
            return kind
    return Difference.WORDING


def _only(tokens: list[str], test: Callable[[str], bool]) -> list[str]:
    return [token for token in tokens if test(token)]


def _is_number(token: str) -> bool:
    return any(char.isdigit() for char in token) or token.casefold() in _NUMBER_WORDS


def _is_negation(token: str) -> bool:
    return token.casefold() in _NEGATIONS


def _is_quotation_mark(token: str) -> bool:
    return token in "\"'"


def _is_word(token: str) -> bool:
    return token[0].isalpha() and not _is_number(token) and not _is_negation(token)


def _is_name(token: str) -> bool:
    return _is_word(token) and token[0].isupper() and token.casefold() not in _NO_NAMES


def _is_punctuation(token: str) -> bool:
    return not token[0].isalnum() and not _is_quotation_mark(token) and not _is_number(token)


def _is_negated(mine: list[str], other: list[str]) -> bool:
    """Whether a word on one side is the opposite of one on the other: "armed" and "unarmed"."""
    ours = {token.casefold() for token in mine} - {token.casefold() for token in other}
    theirs = {token.casefold() for token in other} - {token.casefold() for token in mine}
    return any(
        one == prefix + two or two == prefix + one
        for one in ours
        for two in theirs
        if min(len(one), len(two)) > 2
        for prefix in _NEGATING
    )
