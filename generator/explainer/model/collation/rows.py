"""Which sentence of one article belongs beside which of another, and what differs in them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from explainer.model.collation.sentences import PlacedSentence, sentences_of
from explainer.model.collation.shared import Span
from explainer.model.stages import AnchoredArticle
from explainer.text.differ import Difference, stretches
from explainer.text.differ.aligning import aligned, likeness
from explainer.text.folded import Folded

FEW = 3
"""So many words, such as “not”, that only one of two like sentences has are a difference in what both say."""
_QUESTION, _NUMBER, _NAME, _LEAST = 0.5, 0.3, 0.15, 0.3
"""What a question, a number and a name are worth that two sentences share; and what that must come to."""


class Alike(Enum):
    """Why two sentences stand beside each other."""

    HEADLINES = "headlines"
    WORDS = "words"
    QUESTION = "question"
    FIGURES = "numbers and names"


@dataclass(frozen=True, slots=True)
class CalledOut:
    """What two sentences have in each other's place, as each writes it; one may have nothing there."""

    kinds: tuple[Difference, ...]
    ours: str
    theirs: str
    our_span: Span | None = None
    their_span: Span | None = None


@dataclass(frozen=True)
class SentenceRow:
    """Sentences of two articles that belong beside each other, or of one of them, which stand alone."""

    ours: tuple[PlacedSentence, ...]
    theirs: tuple[PlacedSentence, ...]
    alike: Alike | None = None
    called: tuple[CalledOut, ...] = ()
    questions: tuple[str, ...] = ()
    """On which both have a claim, by their ids."""


def rows_of(ours: AnchoredArticle, theirs: AnchoredArticle) -> tuple[SentenceRow, ...]:
    """Every sentence of both, once and in the order of its text."""
    mine, others = sentences_of(ours), sentences_of(theirs)
    is_one_language = _main(ours) == _main(theirs)

    def worth(i: int, j: int) -> float:
        return _judged(mine[i], others[j], is_one_language=is_one_language)[1]

    rows = []
    for i, j in aligned(len(mine), len(others), worth):
        if i is None or j is None:
            alone = SentenceRow((mine[i],) if i is not None else (), (others[j],) if j is not None else ())
            rows.append(alone)
        else:
            rows.append(_row(mine[i], others[j], is_one_language=is_one_language))
    return tuple(_gathered(rows))


def _main(article: AnchoredArticle) -> str:
    return article.seed.entry.value.language.lower().partition("-")[0]


def _judged(one: PlacedSentence, other: PlacedSentence, *, is_one_language: bool) -> tuple[Alike | None, float]:
    """Why two sentences may stand together, and how much that is worth."""
    if is_one_language and (alike := likeness(one.words, other.words)):
        return Alike.WORDS, alike
    if not one.paragraph and not other.paragraph:
        return Alike.HEADLINES, 1.0
    if one.questions_with(other):
        return Alike.QUESTION, _QUESTION
    if not is_one_language:
        numbers = len(set(one.numbers) & set(other.numbers))
        value = _NUMBER * numbers + _NAME * len(one.names & other.names)
        if value >= _LEAST:
            return Alike.FIGURES, min(value, 1.0)
    return None, 0.0


def _row(one: PlacedSentence, other: PlacedSentence, *, is_one_language: bool) -> SentenceRow:
    alike, _ = _judged(one, other, is_one_language=is_one_language)
    called = _by_words(one, other) if alike is Alike.WORDS else _by_numbers(one, other)
    return SentenceRow((one,), (other,), alike, tuple(called), tuple(one.questions_with(other)))


def _by_words(one: PlacedSentence, other: PlacedSentence) -> Iterator[CalledOut]:
    """The loud differences of what stands in each other's place, or of a few words that one has more."""
    mine, others = _places(one), _places(other)
    at = there = 0
    for each in stretches(one.folded, other.folded, one.article.seed.entry.value.language):
        here, beside = mine[at : at + len(each.ours)], others[there : there + len(each.theirs)]
        at, there = at + len(each.ours), there + len(each.theirs)
        is_small = len(each.ours) + len(each.theirs) <= FEW
        if (each.ours and each.theirs) or is_small:
            loud = tuple(kind for kind in Difference if kind.is_loud and kind in each.kinds)
            if loud:
                yield CalledOut(loud, " ".join(each.ours), " ".join(each.theirs), _around(here), _around(beside))


def _by_numbers(one: PlacedSentence, other: PlacedSentence) -> Iterator[CalledOut]:
    """Where sentences are not alike word by word, only numbers can be compared."""
    mine = [number for number in one.numbers if number not in other.numbers]
    others = [number for number in other.numbers if number not in one.numbers]
    if mine and others:
        yield CalledOut((Difference.NUMBER,), ", ".join(mine), ", ".join(others))


def _places(sentence: PlacedSentence) -> list[Span]:
    """Where each of its words stands in the article."""
    folded: Folded = sentence.folded
    spans = (folded.offsets(*word.span()) for word in re.finditer(r"\S+", folded.text))
    return [(sentence.start + start, sentence.start + end) for start, end in spans]


def _around(places: Sequence[Span]) -> Span | None:
    return (places[0][0], places[-1][1]) if places else None


def _gathered(rows: Sequence[SentenceRow]) -> Iterator[SentenceRow]:
    """Sentences of one paragraph that stand alone one after another share a row."""
    waiting: SentenceRow | None = None
    for row in rows:
        if waiting and _goes_on(waiting, row):
            waiting = replace(waiting, ours=(*waiting.ours, *row.ours), theirs=(*waiting.theirs, *row.theirs))
            continue
        if waiting:
            yield waiting
        waiting = row
    if waiting:
        yield waiting


def _goes_on(before: SentenceRow, row: SentenceRow) -> bool:
    if before.alike or row.alike or bool(before.ours) != bool(row.ours):
        return False
    last, first = (before.ours or before.theirs)[-1], (row.ours or row.theirs)[0]
    return last.paragraph == first.paragraph
