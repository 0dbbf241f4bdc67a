"""How a quote differs from the passage nearest to it: word by word, and in what kind of thing.

A difference in a number, a negation, a name or a quotation mark changes what is said about whom, however
small it looks: those are loud. The kind is judged a little too loudly rather than too quietly: it guides an
author's eye and decides nothing.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz.distance import Indel

from generator.folding import Folded


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


@dataclass(frozen=True, slots=True)
class Comparison:
    kinds: tuple[Difference, ...]
    diff: str
    """The words in order, as written: [-only in the quote-] {+only in the passage+}."""

    @property
    def is_loud(self) -> bool:
        return any(kind.is_loud for kind in self.kinds)


_AROUND = 3  # Equal words shown on each side of a difference.


def compare(quote: Folded, passage: Folded) -> Comparison:
    """What differs between two folded texts."""
    ours, theirs = quote.text.split(), passage.text.split()
    ours_written, theirs_written = quote.written.split(), passage.written.split()
    kinds: set[Difference] = set()
    shown: list[str] = []
    for tag, our_start, our_end, their_start, their_end in _regions(ours, theirs):
        if tag == "equal":
            words = theirs_written[their_start:their_end]
            shown.extend(_shorten(words, is_first=not shown, is_last=their_end == len(theirs)))
            continue
        kinds |= _kinds(" ".join(ours[our_start:our_end]), " ".join(theirs[their_start:their_end]))
        if our_end > our_start:
            shown.append("[-" + " ".join(ours_written[our_start:our_end]) + "-]")
        if their_end > their_start:
            shown.append("{+" + " ".join(theirs_written[their_start:their_end]) + "+}")
    # "Tuesday." against "Tuesday" is wording and punctuation; the lesser need not be named beside the greater.
    if Difference.WORDING in kinds or any(kind.is_loud for kind in kinds):
        kinds -= {Difference.PUNCTUATION, Difference.SPACING}
    return Comparison(tuple(kind for kind in Difference if kind in kinds), " ".join(shown))


def _regions(ours: list[str], theirs: list[str]) -> Iterator[tuple[str, int, int, int, int]]:
    """Equal and changed stretches in turn; a deletion beside an insertion is one changed stretch."""
    pending: tuple[int, int, int, int] | None = None
    for code in Indel.opcodes(ours, theirs):
        if code.tag == "equal":
            if pending:
                yield "changed", *pending
                pending = None
            yield "equal", code.src_start, code.src_end, code.dest_start, code.dest_end
        elif pending:
            pending = (pending[0], code.src_end, pending[2], code.dest_end)
        else:
            pending = (code.src_start, code.src_end, code.dest_start, code.dest_end)
    if pending:
        yield "changed", *pending


def _shorten(words: list[str], *, is_first: bool, is_last: bool) -> list[str]:
    head = [] if is_first else words[:_AROUND]
    tail = [] if is_last else words[max(len(head), len(words) - _AROUND) :]
    left_out = ["…"] if len(head) + len(tail) < len(words) else []
    return head + left_out + tail


# --- kinds ------------------------------------------------------------------------------------------

_TOKEN = re.compile(r"(?:(?<!\S)[-+])?\d+(?:[.,:/']\d+)*%?|'s\b|n't\b|(?:(?!n't\b)\w)+(?:'(?!s\b)\w+)*|\S")
_NUMBER_WORDS = frozenset(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands "
    "million millions billion billions dozen dozens half first second third once twice "
    "один два три четыре пять шесть семь восемь девять десять сто тысяча тысячи тысяч "
    "чотири шість сім вісім дев'ять десять тисяча тисячі тисяч".split()
)
_NEGATIONS = frozenset(
    "not no never none nobody nothing nowhere nor neither without cannot can't won't n't denied denies deny denying "
    "не ни нет никогда ничего никто без ні немає ніколи нічого ніхто".split()
)
_NEGATING = ("un", "in", "im", "ir", "non", "non-", "dis", "anti-", "не", "бес", "без")
_NO_NAMES = frozenset(
    "a an the this that these those and but or as at by for from in into of on to with he she it they we i you his her "
    "its their our my who what when where while after before if there here also then so both all some many most".split()
)


def _kinds(ours: str, theirs: str) -> set[Difference]:
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
