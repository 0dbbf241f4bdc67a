"""Records in the elements that TEI has for them, each with a feature structure of all that was written."""

from collections.abc import Iterable, Iterator
from typing import Any

from explainer.exporting.sections import OutRecord
from explainer.exporting.tei.features import feature, features
from explainer.exporting.tei.prose import Point, prose
from explainer.exporting.tei.xml import TeiMarkup, tag
from explainer.exporting.walked import walked
from explainer.model import seeds as shapes
from explainer.model.fields import prose_of
from explainer.model.marks import unmarked
from explainer.text import dates
from explainer.vocabulary import PartyType


def xml_id(name: str) -> str:
    """Of a record by its name: `question/losses` is `question.losses`. No id of a record has a full stop."""
    return name.replace("/", ".")


def whole_record(record: OutRecord, name: str, *, is_named: bool) -> TeiMarkup:
    """The feature structure of a record; `is_named` where no element around it has its name."""
    derived = feature("derived", walked(record.derived)) if record.derived else None
    own = walked(record.entry.value)
    return features(own, name, *([derived] if derived else []), xml_id=xml_id(record.key) if is_named else None)


def _held(record: OutRecord, name: str) -> TeiMarkup:
    return tag("note", whole_record(record, name, is_named=False), type_="record")


def person(record: OutRecord, point: Point) -> TeiMarkup:
    party: shapes.Party = record.entry.value
    is_person = party.type is PartyType.PERSON
    name = "persName" if is_person else "orgName"
    parts = [tag(name, unmarked(party.name)), *_names(name, party.names)]
    if is_person:
        parts.append(tag("occupation", unmarked(party.office)))
        if party.member_of:
            parts.append(tag("affiliation", ref=point(f"party/{party.member_of}")))
    else:
        parts.append(tag("desc", unmarked(party.office)))
    return tag("person" if is_person else "org", *parts, _held(record, "party"), xml_id=xml_id(record.key))


def place(record: OutRecord, _: Point) -> TeiMarkup:
    value: shapes.Place = record.entry.value
    parts = [tag("placeName", unmarked(value.name)), *_names("placeName", value.names)]
    if value.point:
        parts.append(tag("location", tag("geo", f"{value.point.lat} {value.point.lon}")))
    return tag("place", *parts, _held(record, "place"), xml_id=xml_id(record.key))


def event(record: OutRecord, point: Point) -> TeiMarkup:
    value: shapes.Event = record.entry.value
    where = " ".join(point(f"place/{each}") for each in value.places) or None
    label = tag("label", unmarked(record.derived.label if record.derived else value.id))
    sources = " ".join(point(f"source/{each}") for each in value.sources)
    note = tag("note", prose(prose_of(value.text), point), type_="account", source=sources or None)
    return tag("event", label, note, _held(record, "event"), xml_id=xml_id(record.key), where=where, **when(value.date))


def bibliography_entry(record: OutRecord, _: Point) -> TeiMarkup:
    value: shapes.Source = record.entry.value
    parts = [tag("author", _name(each)) for each in value.author]
    parts += [tag("title", value.title)] if value.title else []
    parts += [tag("title", unmarked(value.description), type_="supplied")] if value.description else []
    parts += [tag("title", value.container_title, level="j")] if value.container_title else []
    parts += [tag("publisher", value.publisher)] if value.publisher else []
    parts += [tag("date", value.issued, type_="issued", **when(value.issued))] if value.issued else []
    parts += [tag("date", value.accessed, type_="accessed", **when(value.accessed))] if value.accessed else []
    parts += [tag("ref", value.URL, target=value.URL)] if value.URL else []
    return tag("bibl", *parts, _held(record, "source"), xml_id=xml_id(record.key), type_=_word(value.type))


def glossary(records: Iterable[OutRecord], point: Point) -> Iterator[TeiMarkup]:
    """The pairs of a list."""
    for record in records:
        value: shapes.Term = record.entry.value
        yield tag("label", tag("term", unmarked(value.term)), xml_id=xml_id(record.key))
        yield tag("item", prose(prose_of(value.definition), point), _held(record, "term"))


def note(record: OutRecord, exact: str, language: str, point: Point, ends: tuple[str, str]) -> TeiMarkup:
    value: Any = record.entry.value
    parts: list[TeiMarkup] = []
    if isinstance(value, shapes.ErratumAnnotation):
        parts.append(tag("choice", tag("sic", exact), tag("corr", value.should_be or ""), xml_lang=language))
    if value.note:
        parts.append(prose(prose_of(value.note), point))
    for each in value.evidence:
        source = tag("ref", type_=each.relation.value, target=point(f"source/{each.source}"))
        quote = tag("quote", each.excerpt, xml_lang=each.language) if each.excerpt else None
        parts.append(tag("cit", quote, source) if quote else tag("bibl", source))
    parts.append(whole_record(record, "annotation", is_named=False))
    start, end = (f"#{each}" for each in ends)
    return tag(
        "note", *parts, xml_id=xml_id(record.key), type_=value.kind, ana=f"#kind.{value.kind}", target=start,
        targetEnd=end,
    )  # fmt: skip


def when(date: str) -> dict[str, str]:
    """The attributes of a date, as far as TEI can say it; what is about or uncertain stands as written alone."""
    parsed = dates.parse(date)
    if isinstance(parsed, dates.Moment):
        exact = dates.datetime(parsed)
        return {"when": exact} if exact and "T" not in exact else {}
    start, end = dates.datetime(parsed.start), dates.datetime(parsed.end)
    return {"from_": start, "to": end} if start and end and "T" not in start + end else {}


def _names(name: str, names: dict[str, tuple[str, ...]]) -> list[TeiMarkup]:
    return [tag(name, each, xml_lang=language) for language, several in names.items() for each in several]


def _name(author: shapes.Person) -> str:
    return author.literal or " ".join(filter(None, (author.given, author.family)))


def _word(words: str) -> str:
    """As a word of an enumeration, which has no spaces."""
    return "-".join(words.split())
