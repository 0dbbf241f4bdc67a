"""The errata of an article taken together: how many of each type, how sure we are of them, and one of each to show."""

from collections import Counter
from dataclasses import dataclass

from explainer.model import seeds as shapes
from explainer.rendering.passages import Note
from explainer.vocabulary import Confidence, ErratumType

EXAMPLE_WORDS = 10
"""An example has at most so many words, in the passage and in its reading; a longer one hides what changed."""


@dataclass(frozen=True)
class Example:
    """A passage and its reading, both without the marks around them, which the page sets itself."""

    passage: str
    reading: str


@dataclass(frozen=True)
class TypeView:
    """The errata of one type."""

    type: ErratumType
    notes: tuple[Note, ...]
    example: Example | None
    """The first that we are certain of and that is short; None where there is none."""


def errata_by_type(notes: tuple[Note, ...], text: str) -> list[TypeView]:
    """What happened to the words of the article, in the order of the vocabulary; only what did happen."""
    found: dict[ErratumType, list[Note]] = {type: [] for type in ErratumType}
    for note in notes:
        annotation = note.anchor.annotation.value
        if isinstance(annotation, shapes.ErratumAnnotation):
            found[annotation.type].append(note)
    return [TypeView(type, tuple(own), _example(own, text)) for type, own in found.items() if own]


def sureness(notes: tuple[Note, ...]) -> list[tuple[Confidence, int]]:
    """How many errata are certain, likely and possible, in this order; only what occurs."""
    values = [note.anchor.annotation.value for note in notes]
    counts = Counter(value.confidence for value in values if isinstance(value, shapes.ErratumAnnotation))
    return [(confidence, counts[confidence]) for confidence in Confidence if counts[confidence]]


def _example(notes: list[Note], text: str) -> Example | None:
    for note in notes:
        match note.anchor.annotation.value:
            case shapes.ErratumAnnotation(confidence=Confidence.HIGH, should_be=str(reading)):
                passage = text[note.anchor.start : note.anchor.end]
                if max(len(passage.split()), len(reading.split())) <= EXAMPLE_WORDS:
                    return Example(_bare(passage), _bare(reading))
    return None


def _bare(words: str) -> str:
    line = " ".join(words.split()).rstrip(".,:;")
    return line[1:-1] if line[:1] in '“"' and line[-1:] in '”"' else line
