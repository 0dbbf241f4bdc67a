"""The whole explainer as one JSON document: every record, with what its author wrote and what the program knows."""

from collections.abc import Iterator, Mapping
from typing import Any

from explainer.exporting.addresses import Addresses
from explainer.exporting.sections import SECTIONS, OutRecord, OutSection, records_of
from explainer.exporting.walked import OutFields, OutList, OutPart, OutTable, OutText, walked
from explainer.exporting.whole.values import value_of
from explainer.exporting.whole.version import FORMAT, SCHEMA, VERSION
from explainer.model.stages import EditionOf, Linked, Standing

DERIVED = "derived"
"""The key of what the program knows of a record."""


def whole(linked: Linked, addresses: Addresses) -> dict[str, Any]:
    """The document. Where an edition has no translation that is current is told by the place in the document."""
    lists = {section.name: list(records_of(linked, section, addresses)) for section in SECTIONS}
    document: dict[str, Any] = {
        "$schema": SCHEMA,
        "format": FORMAT,
        "version": VERSION,
        "language": linked.catalogue.language,
    }
    parts = {
        section.name: [_parts(section, each) for each in lists[section.name]] for section in SECTIONS
    }  # fmt: skip
    if linked.edition:
        document["edition"] = _edition(linked.edition, parts)
    for section in SECTIONS:
        records = [_record(each) for each in parts[section.name]]
        if section.is_list:
            document[section.name] = records
        elif records:
            (document[section.name],) = records
    return document


def _parts(section: OutSection, record: OutRecord) -> dict[str, OutPart | str]:
    own = walked(record.entry.value).items
    first: dict[str, OutPart | str] = {}
    if section.records and not section.has_own_id:
        first["id"] = record.id
    derived = {DERIVED: walked(record.derived)} if record.derived else {}
    return {**first, **own, **derived}


def _record(parts: Mapping[str, OutPart | str]) -> dict[str, Any]:
    return {key: part if isinstance(part, str) else value_of(part) for key, part in parts.items()}


def _edition(edition: EditionOf, parts: Mapping[str, list[dict[str, OutPart | str]]]) -> dict[str, Any]:
    seed = edition.seed.entry.value
    standings: dict[Standing, list[str]] = {Standing.MISSING: [], Standing.STALE: []}
    for section in SECTIONS:
        for index, record in enumerate(parts[section.name]):
            place = f"/{section.name}/{index}" if section.is_list else f"/{section.name}"
            for key, part in record.items():
                if key != DERIVED and not isinstance(part, str):
                    for standing, at in _standing(part, f"{place}/{key}"):
                        standings[standing].append(at)
    return {
        "of": edition.original,
        "translated": seed.translated,
        **({"by": seed.by} if seed.by else {}),
        "not-translated": standings[Standing.MISSING],
        "stale": standings[Standing.STALE],
    }


def _standing(part: OutPart, place: str) -> Iterator[tuple[Standing, str]]:
    """Each text without a current translation, by its JSON pointer; keys of ours hold no `~` and no `/`."""
    match part:
        case OutText(standing=standing):
            if standing is not Standing.CURRENT:
                yield standing, place
        case OutList(items=items):
            for index, each in enumerate(items):
                yield from _standing(each, f"{place}/{index}")
        case OutTable(items=named) | OutFields(items=named):
            for key, each in named.items():
                yield from _standing(each, f"{place}/{key}")
