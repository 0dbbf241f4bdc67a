"""The kinds of annotation, each once: its shape, its words, how it is drawn, what its note shows and leads to.

To add one: its shape in `model/seeds.py`, its entry here, its lines and its box of the filter in
`theme/assets/notes.css`, and a note of it on the site that `explainer new` writes. A test names what is missing.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias, get_args

from explainer.model import seeds as shapes
from explainer.model.allowed import kind_word
from explainer.model.record_types import Ref
from explainer.model.references import NAMED
from explainer.vocabulary import Weight

Line: TypeAlias = Literal["solid", "wavy", "dashed", "dotted"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """What an annotation does. Fields of its shape are named as they are there; "" where it has none such."""

    shape: type
    label: str
    definition: str
    short: str
    """The meaning in a few words, for the legend beside the article."""
    motivation: str
    """In the W3C's model: https://www.w3.org/TR/annotation-vocab/#named-individuals"""
    line: Line
    """Under its passages, and under its word."""
    speaks_for_sentence: bool
    """Whether it is on what its sentence says, however few words it quotes; else on those words alone."""
    weight: Weight
    """Of a note whose author says nothing of it: major where readers who miss it would be misled."""
    speaker: str = ""
    """The field with the party whose side's letter and hue the passage has, named at the head of the note."""
    sureness: str = ""
    """The field that says how sure we are, printed at the head of the note."""
    reading: str = ""
    """The field with what should stand in the place of the passage."""
    leads_to: str = ""
    """The field with the record that says more."""
    is_about_that: bool = False
    """Whether the note is about that record, which then stands first, and does not only lead on to it."""

    @property
    def word(self) -> str:
        """As an author writes it."""
        return kind_word(self.shape)


KINDS = (
    Kind(
        shape=shapes.ClaimAnnotation,
        label="Claim",
        definition="Somebody says so: the note names who, how sure that is, and apart from it what is shown.",
        short="somebody says so",
        motivation="assessing",
        line="solid",
        speaks_for_sentence=True,
        weight=Weight.MAJOR,
        speaker="party",
        leads_to="question",
    ),
    Kind(
        shape=shapes.ErratumAnnotation,
        label="Mistake",
        definition="The article is wrong or garbled here. Its text stays; the note says what it should be.",
        short="the text is wrong here",
        motivation="editing",
        line="wavy",
        speaks_for_sentence=False,
        weight=Weight.MAJOR,
        sureness="confidence",
        reading="should_be",
    ),
    Kind(
        shape=shapes.FramingAnnotation,
        label="Loaded wording",
        definition="Words that take a side, or are vague: the note says what they suggest and what others write.",
        short="takes a side, or is vague",
        motivation="commenting",
        line="dashed",
        speaks_for_sentence=True,
        weight=Weight.MAJOR,
        leads_to="question",
    ),
    Kind(
        shape=shapes.ContextAnnotation,
        label="Context",
        definition="Background that helps here, with a box of its own.",
        short="background",
        motivation="describing",
        line="dotted",
        speaks_for_sentence=False,
        weight=Weight.MINOR,
        leads_to="box",
        is_about_that=True,
    ),
    Kind(
        shape=shapes.TermAnnotation,
        label="Term",
        definition="A word that the glossary explains.",
        short="a word explained",
        motivation="identifying",
        line="dotted",
        speaks_for_sentence=False,
        weight=Weight.MINOR,
        leads_to="term",
        is_about_that=True,
    ),
    Kind(
        shape=shapes.NoteAnnotation,
        label="Note",
        definition="A remark of ours that is none of the others.",
        short="a remark of ours",
        motivation="commenting",
        line="dotted",
        speaks_for_sentence=True,
        weight=Weight.MINOR,
        leads_to="question",
    ),
)
"""In the order of the legend and of the page that explains them."""

SHAPES: Mapping[str, type] = {kind_word(each): each for each in get_args(shapes.Annotation)}
"""By the word that an author writes, in the order of the author's reference."""
_BY_WORD = {kind.word: kind for kind in KINDS}


def kind_of(annotation: shapes.Annotation) -> Kind:
    return _BY_WORD[annotation.kind]


def speaker_of(annotation: shapes.Annotation) -> str:
    """The party whose words are noted; nothing where the note is on nobody's."""
    return _text(annotation, kind_of(annotation).speaker)


def reading_of(annotation: shapes.Annotation) -> str:
    """What should stand in the place of the passage."""
    return _text(annotation, kind_of(annotation).reading)


def weight_of(annotation: shapes.Annotation) -> Weight:
    """How much a reader needs the note: as its author says, or else as its kind has it."""
    return annotation.weight or kind_of(annotation).weight


def record_with_more(annotation: shapes.Annotation) -> Ref | None:
    """The record to which the note leads."""
    key = kind_of(annotation).leads_to
    id_ = _text(annotation, key)
    return Ref(NAMED[key][0], id_) if id_ else None


def _text(annotation: shapes.Annotation, field: str) -> str:
    value: str | None = getattr(annotation, field) if field else None
    return value or ""
