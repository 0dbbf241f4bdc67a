"""In what kind of thing two stretches of words differ."""

from collections import Counter
from collections.abc import Callable, Iterable
from enum import StrEnum

from explainer.text.differ import tokens as words
from explainer.text.differ.tokens import Token, tokens
from explainer.text.languages import Language, language_in


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


_SAME = {"n't": "not"}


def kinds(ours: str, theirs: str, language: str = "", before: tuple[str, str] = ("", "")) -> set[Difference]:
    """The kinds of difference between two stretches that differ, in a language (a tag of BCP 47).

    `before` is what stands right before each in its text.
    """
    known = language_in(language, f"{ours} {theirs}")
    mine, other = tokens(ours, known, before[0]), tokens(theirs, known, before[1])
    if [token.text for token in mine] == [token.text for token in other]:
        return {Difference.SPACING if "".join(ours.split()) == "".join(theirs.split()) else Difference.PUNCTUATION}
    kinds: set[Difference] = set()
    if _numbers(mine, known) != _numbers(other, known):
        kinds.add(Difference.NUMBER)
    if _negations(mine, known) != _negations(other, known) or _is_negated(mine, other, known):
        kinds.add(Difference.NEGATION)
    if _marks(mine) != _marks(other):
        kinds.add(Difference.QUOTATION_MARK)
    mine_words, other_words = _plain(mine, known), _plain(other, known)
    if mine_words != other_words:
        if [word.casefold() for word in mine_words] == [word.casefold() for word in other_words]:
            kinds.add(Difference.LETTER_CASE)
        elif _names(mine, other, known) != _names(other, mine, known):
            kinds.add(Difference.NAME)
        else:
            kinds.add(Difference.WORDING)
    elif _punctuation(mine, known) != _punctuation(other, known):
        kinds.add(Difference.PUNCTUATION)
    return kinds or {_moved(mine, other, known)}


def _moved(mine: list[Token], other: list[Token], language: Language) -> Difference:
    """What stands in another place, where both have the same words, numbers and marks."""
    tests: tuple[tuple[Callable[[Token], bool], Difference], ...] = (
        (words.is_quotation_mark, Difference.QUOTATION_MARK),
        (lambda token: words.is_punctuation(token, language), Difference.PUNCTUATION),
        (lambda token: words.is_number(token, language), Difference.NUMBER),
        (lambda token: words.is_negation(token, language), Difference.NEGATION),
    )
    for is_kind, kind in tests:
        if [each.text for each in mine if not is_kind(each)] == [each.text for each in other if not is_kind(each)]:
            return kind
    return Difference.WORDING


def _numbers(found: Iterable[Token], language: Language) -> list[str]:
    return [token.folded for token in found if words.is_number(token, language)]


def _negations(found: Iterable[Token], language: Language) -> Counter[str]:
    return Counter(_SAME.get(token.folded, token.folded) for token in found if words.is_negation(token, language))


def _marks(found: Iterable[Token]) -> Counter[str]:
    return Counter(token.text for token in found if words.is_quotation_mark(token))


def _plain(found: Iterable[Token], language: Language) -> list[str]:
    return [token.text for token in found if words.is_word(token, language)]


def _names(found: Iterable[Token], beside: Iterable[Token], language: Language) -> list[str]:
    """A word that begins a sentence, and stands in small letters on either side, is no name."""
    small = {token.text for token in (*found, *beside) if token.text.islower()}
    return [
        name
        for token in found
        if not (token.begins_sentence and token.folded in small) and (name := words.name(token, language))
    ]


def _punctuation(found: Iterable[Token], language: Language) -> list[str]:
    return [token.text for token in found if words.is_punctuation(token, language)]


def _is_negated(mine: Iterable[Token], other: Iterable[Token], language: Language) -> bool:
    """Whether a word on one side is the opposite of one on the other: "armed" and "unarmed"."""
    ours, theirs = {token.folded for token in mine}, {token.folded for token in other}
    return any(
        one == prefix + two or two == prefix + one
        for one in ours - theirs
        for two in theirs - ours
        if min(len(one), len(two)) > 2
        for prefix in language.negating
    )
