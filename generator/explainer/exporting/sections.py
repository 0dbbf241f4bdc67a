"""The whole explainer as lists of records: every type of record, and the files that hold no records of a type."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, TypeAlias

from explainer.exporting import derived
from explainer.exporting.addresses import Addresses
from explainer.exporting.derived import Derived, DerivedAnnotation, DerivedArticle
from explainer.model.allowed import fields_of
from explainer.model.files import FILES
from explainer.model.record_types import RECORD_TYPES, RecordType, words_of
from explainer.model.stages import Entry, Linked, Seeds

Entries: TypeAlias = Callable[[Seeds], Iterable[Entry[Any] | None]]

_UNTYPED: dict[str, Entries] = {
    "site": lambda seeds: [seeds.site],
    "map": lambda seeds: [seeds.map],
    "loaded-words": lambda seeds: seeds.loaded_words,
    "corrections": lambda seeds: seeds.corrections,
    "renamed": lambda seeds: seeds.renamed,
}
"""What is no type of record, by the name of its file's schema."""
LEFT_OUT = {
    "edition": "an edition is exported as a whole of its own",
    "translations": "they are the texts of that",
    "silenced": "it speaks to authors of messages to authors",
}
"""Files that no form takes, and why."""


@dataclass(frozen=True, slots=True)
class OutSection:
    """A list of records of one type, or the one record of a file."""

    name: str
    records: RecordType | None
    """Their type."""
    shapes: tuple[type, ...]
    """Several where a record's `kind` decides."""
    holds: str
    """In words."""
    derived: type | None = None
    """The shape of what the program adds."""
    is_list: bool = True

    @property
    def has_own_id(self) -> bool:
        """Whether the record's id is one of its fields; else it is the name of its file, or it has none."""
        return "id" in fields_of(self.shapes[0])


@dataclass(frozen=True, slots=True)
class OutRecord:
    id: str
    """An annotation's begins with its article; "" for records that nothing can point at."""
    entry: Entry[Any]
    derived: Derived | None = None

    @property
    def key(self) -> str:
        """Its name among all records, such as `question/losses`."""
        return str(self.entry.ref) if self.entry.ref else ""


def _sections() -> Iterator[OutSection]:
    for type_, declared in RECORD_TYPES.items():
        more = {RecordType.ARTICLE: DerivedArticle, RecordType.ANNOTATION: DerivedAnnotation}.get(type_, Derived)
        holds = "The sides." if type_ is RecordType.SIDE else declared.holds
        yield OutSection(words_of(type_).replace(" ", "-"), type_, declared.shapes, holds, more)
    for file in FILES:
        if file.name in _UNTYPED:
            yield OutSection(file.name, None, file.shapes, file.holds, is_list=file.is_list)


SECTIONS = tuple(_sections())
"""In the order of the author's reference, records that can be pointed at first."""


def records_of(linked: Linked, section: OutSection, addresses: Addresses) -> Iterator[OutRecord]:
    if section.records is None:
        yield from (OutRecord("", entry) for entry in _UNTYPED[section.name](linked.seeds) if entry)
        return
    articles = linked.anchored.articles.values()
    match section.records:
        case RecordType.ARTICLE:
            for article in articles:
                entry = article.seed.entry
                yield OutRecord(entry.id, entry, derived.of_article(linked, article, *_told(linked, entry, addresses)))
        case RecordType.ANNOTATION:
            for article in articles:
                for anchor in article.anchors:
                    note, told = anchor.annotation, _told(linked, anchor.annotation, addresses)
                    yield OutRecord(note.id, note, derived.of_annotation(linked, article, anchor, *told))
        case type_:
            for entry in linked.seeds.records[type_].values():
                address, label = _told(linked, entry, addresses)
                yield OutRecord(entry.id, entry, Derived(address=address, label=label))


def _told(linked: Linked, entry: Entry[Any], addresses: Addresses) -> tuple[str, str]:
    assert entry.ref
    return addresses.of_any(linked.addresses[entry.ref]), linked.labels[entry.ref]
