"""The shape of a language's table, and what is asked of it."""

import re
from dataclasses import dataclass
from enum import StrEnum

NOTHING = re.compile(r"(?!)")


class Capitals(StrEnum):
    """Which words begin with one inside a sentence."""

    NAMES = "names"
    NOUNS = "nouns"
    NONE = "none"


def words(text: str) -> frozenset[str]:
    return frozenset(text.casefold().split())


@dataclass(frozen=True, slots=True)
class Language:
    capitals: Capitals = Capitals.NAMES
    negations: frozenset[str] = frozenset()
    negating: tuple[str, ...] = ()
    """What begins a word that is the opposite of the rest: un-, не-."""
    attached: str = ""
    """Letters that are a word of their own, written together with the next: و in ولا."""
    numbers: frozenset[str] = frozenset()
    number: re.Pattern[str] = NOTHING
    """Numbers that are written as one word: dreiundzwanzig."""
    decimal: str = ","
    """The mark before the decimals; what else stands between digits parts thousands."""
    plain: frozenset[str] = frozenset()
    """Words that may begin a sentence, or have a capital for other reasons, and are no names."""
    before_nouns: frozenset[str] = frozenset()
    """Where nouns have capitals: what stands before a noun rather than before a name."""
    before_names: frozenset[str] = frozenset()
    """Titles, where no capital tells a name."""
    names: frozenset[str] = frozenset()
    """Where capitals do not tell them: names of countries, from CLDR, and of large towns."""
    noun: re.Pattern[str] = NOTHING
    """Where nouns have capitals: what mostly ends as nouns do."""
    elided: str = ""
    """An expression for words that an apostrophe joins to the next: the n of n'est."""
    endings: frozenset[str] = frozenset()
    """Case endings of nouns, in languages in which names have them too."""
    absent: re.Pattern[str] = NOTHING
    """Says that there is nobody, none, or only one."""
    seeker: re.Pattern[str] = NOTHING
    """Says that we looked."""
    reported: re.Pattern[str] = NOTHING
    """Says that somebody says so."""
    ours: re.Pattern[str] = NOTHING
    """How a sentence begins that tells what we did, or did not find."""

    def negates(self, word: str) -> bool:
        return self.stripped(word, self.negations) in self.negations

    def counts(self, word: str) -> bool:
        return self.stripped(word, self.numbers) in self.numbers or bool(self.number.fullmatch(word))

    def stripped(self, word: str, known: frozenset[str]) -> str:
        """A word without what is written together with it, as far as that leads to a known one: ولا, فبدون."""
        bare = word
        for _ in range(2):
            if bare in known or not bare or bare[0] not in self.attached:
                break
            bare = bare[1:]
        return bare if bare in known else word


def pattern(text: str) -> re.Pattern[str]:
    """Any of several expressions, as whole words; `|` or white space over several lines parts them."""
    return re.compile(rf"\b(?:{text})\b", re.IGNORECASE)
