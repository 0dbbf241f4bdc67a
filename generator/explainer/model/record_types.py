"""The types of records, each once: its shape, its file, its address, its words, and the keys under which it is named.

To add one: its shape in `model/seeds.py`, its name and its entry here; for a page of its own, what prints it in
`rendering/`. Files of the seeds, references, labels, renaming and comparing read this table.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, get_args

from explainer.interface import Catalogue
from explainer.model import labels, paths
from explainer.model import seeds as shapes
from explainer.model.paths import Address


class RecordType(StrEnum):
    """What a reference can point at, in the order in which records are told."""

    ARTICLE = "article"
    ANNOTATION = "annotation"
    QUESTION = "question"
    REPORT = "report"
    CONTEXT = "context"
    TERM = "term"
    SIDE = "side"
    PARTY = "party"
    PLACE = "place"
    EVENT = "event"
    SOURCE = "source"
    TOPIC = "topic"


@dataclass(frozen=True, slots=True, order=True)
class Ref:
    """The name of a record. An annotation's id is `<article>/<id>`."""

    type: RecordType
    id: str

    def __str__(self) -> str:
        return f"{self.type}/{self.id}"

    @classmethod
    def parse(cls, text: str) -> "Ref | None":
        """The name that `question/losses` writes; None for a text that does not begin with a type and a slash."""
        type_, slash, id_ = text.partition("/")
        return cls(RecordType(type_), id_) if slash and type_ in _TYPES else None

    @property
    def own_id(self) -> str:
        """The id as its author writes it: that of an annotation without its article."""
        return self.id.rpartition("/")[2]

    @property
    def article(self) -> "Ref":
        """Of an annotation: its article."""
        return Ref(RecordType.ARTICLE, self.id.partition("/")[0])

    def with_own_id(self, own_id: str) -> "Ref":
        """The name with another id: an annotation keeps its article."""
        folder, slash, _ = self.id.rpartition("/")
        return Ref(self.type, f"{folder}{slash}{own_id}")


_TYPES = frozenset(each.value for each in RecordType)


@dataclass(frozen=True, slots=True, kw_only=True)
class Declared:
    """What the program knows of the records of one type."""

    shapes: tuple[type, ...]
    """Several where a record's `kind` decides."""
    path: str
    """Of their file; `<slug>` is the name of an article, or the record's own id."""
    schema: str
    """Name of the schema of that file."""
    holds: str
    """What the file holds, in words, for the reference."""
    is_list: bool = False
    section: str = ""
    """The key that holds them, in a file of several lists."""
    word: str = ""
    """What messages call one; the name of the type where nothing is said."""
    several: str = ""
    address: Callable[[str], Address]
    """Where the record of an id stands, or would stand."""
    part: str
    """The part of the site in which it stands, for links back."""
    gathered_on: tuple[str, ...] = ()
    """Pages that show something of all of them without naming each."""
    label: Callable[[Any, Catalogue], str] = lambda record, _: str(record.name)
    """What links to it call it."""
    name: str = ""
    """The field with what texts call it; "" where that is its id."""
    keys: tuple[str, ...] = ()
    """The keys under which other records write its id."""
    ordered_by: str = ""
    """The field of the site that gives their order."""

    @property
    def is_file(self) -> bool:
        """Whether each is a file of its own, or a folder, named as its id."""
        return "<slug>" in self.path and not self.is_list

    @property
    def is_of_article(self) -> bool:
        """Whether its id begins with that of its article."""
        return "<slug>" in self.path and self.is_list


def _on_list(prefix: str) -> Callable[[str], Address]:
    """Types that share a page have their name before the id."""
    return lambda id_: Address(paths.PEOPLE_AND_PLACES, f"{prefix}-{id_}")


def _note(id_: str) -> Address:
    article, _, note = id_.partition("/")
    return Address(paths.article(article), f"n-{note}")


_PARTIES: dict[str, Any] = {
    "path": "seeds/parties.yaml", "schema": "parties", "holds": "Sides, and the parties that belong to them.",
    "is_list": True,
}  # fmt: skip

RECORD_TYPES: Mapping[RecordType, Declared] = {
    RecordType.ARTICLE: Declared(
        shapes=(shapes.Article,),
        path="seeds/articles/<slug>/article.yaml",
        schema="article",
        holds="Where an article is from.",
        address=lambda id_: Address(paths.article(id_)),
        part="In the article",
        gathered_on=(paths.ARTICLES, paths.HOME, paths.HOW_TO_READ),
        label=labels.title,
        keys=("article", "articles"),
    ),
    RecordType.ANNOTATION: Declared(
        shapes=get_args(shapes.Annotation),
        path="seeds/articles/<slug>/annotations.yaml",
        schema="annotations",
        holds="The notes on an article: a list.",
        is_list=True,
        address=_note,
        part="Note on the article",
        gathered_on=(paths.HOME, paths.ARTICLES),
    ),
    RecordType.QUESTION: Declared(
        shapes=(shapes.Question,),
        path="seeds/questions/<slug>.yaml",
        schema="question",
        holds="What the parties differ on.",
        address=lambda id_: Address(paths.question(id_)),
        part="Question",
        gathered_on=(paths.QUESTIONS, paths.OPEN),
        label=lambda question, _: question.short or question.title,
        name="title",
        keys=("question", "questions", "silent-on"),
        ordered_by="questions",
    ),
    RecordType.REPORT: Declared(
        shapes=(shapes.Report,),
        path="seeds/reports/<slug>.yaml",
        schema="report",
        holds="A report that is only quoted: what it says on the questions.",
        address=lambda id_: Address(paths.article(id_)),
        part="Report",
        gathered_on=(paths.COVERAGE, paths.ARTICLES),
        label=labels.title,
        name="title",
        keys=("report", "reports"),
    ),
    RecordType.CONTEXT: Declared(
        shapes=(shapes.ContextBox,),
        path="seeds/context/<slug>.yaml",
        schema="context",
        holds="A context box.",
        word="context box",
        several="context boxes",
        address=lambda id_: Address(paths.context_box(id_)),
        part="Context",
        gathered_on=(paths.CONTEXT, paths.OPEN),
        label=labels.title,
        name="title",
        keys=("box", "context"),
        ordered_by="context",
    ),
    RecordType.TERM: Declared(
        shapes=(shapes.Term,),
        path="seeds/glossary.yaml",
        schema="glossary",
        holds="The glossary: a list.",
        is_list=True,
        address=lambda id_: Address(paths.GLOSSARY, id_),
        part="Glossary",
        label=lambda term, _: str(term.term),
        name="term",
        keys=("term",),
    ),
    RecordType.SIDE: Declared(
        shapes=(shapes.Side,),
        section="sides",
        **_PARTIES,
        address=_on_list("side"),
        part="People",
        gathered_on=(paths.HOW_TO_READ, paths.QUESTIONS, paths.HOME, paths.TIMELINE),
        name="name",
        keys=("side",),
    ),
    RecordType.PARTY: Declared(
        shapes=(shapes.Party,),
        section="parties",
        **_PARTIES,
        several="parties",
        address=_on_list("party"),
        part="People",
        gathered_on=(paths.QUESTIONS,),
        name="name",
        keys=("about", "member-of", "parties", "party", "root"),
    ),
    RecordType.PLACE: Declared(
        shapes=(shapes.Place,),
        path="seeds/places.yaml",
        schema="places",
        holds="The gazetteer: a list.",
        is_list=True,
        address=_on_list("place"),
        part="Places",
        name="name",
        keys=("place", "places"),
    ),
    RecordType.EVENT: Declared(
        shapes=(shapes.Event,),
        path="seeds/events.yaml",
        schema="events",
        holds="The timeline: a list.",
        is_list=True,
        address=lambda id_: Address(paths.TIMELINE, id_),
        part="Timeline",
        label=labels.event,
        keys=("events",),
    ),
    RecordType.SOURCE: Declared(
        shapes=(shapes.Source,),
        path="seeds/sources.yaml",
        schema="sources",
        holds="The bibliography, as CSL-YAML.",
        is_list=True,
        section="references",
        address=lambda id_: Address(paths.SOURCES, id_),
        part="Sources",
        gathered_on=(paths.HOME,),
        label=lambda source, _: source.title or source.description or source.id,
        keys=("derived-from", "root", "source", "sources"),
    ),
    RecordType.TOPIC: Declared(
        shapes=(shapes.Topic,),
        path="seeds/topics.yaml",
        schema="topics",
        holds="Topics, where a site explains several things: a list.",
        is_list=True,
        address=lambda id_: Address(paths.topic(id_)),
        part="Topic",
        gathered_on=(paths.ARTICLES, paths.HOME),
        label=labels.title,
        name="title",
        keys=("topic",),
    ),
}
"""In the order of the types, which is that of the files in the author's reference."""


def address_of(ref: Ref) -> Address:
    """Where a record with this name stands, or would stand."""
    return RECORD_TYPES[ref.type].address(ref.id)


def word_of(type_: RecordType) -> str:
    """What messages call one record of the type."""
    return RECORD_TYPES[type_].word or type_


def words_of(type_: RecordType) -> str:
    """The same of several."""
    return RECORD_TYPES[type_].several or f"{word_of(type_)}s"
