"""The records of one state that are compared, by type and id."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from explainer.model import paths
from explainer.model.paths import Address
from explainer.model.record_types import RecordType, Ref
from explainer.model.seeds import Correction
from explainer.model.stages import Anchor, AnchoredArticle, Entry, Linked

Key = tuple[str, str]
"""Type and id."""


@dataclass(frozen=True)
class ComparedRecord:
    key: Key
    entry: Entry[Any]
    label: str
    address: Address
    article: AnchoredArticle | None = None
    """Of an article and of an annotation."""
    anchor: Anchor | None = None
    """Of an annotation."""


def records_of(linked: Linked, read: Callable[[Any], Any]) -> dict[Key, ComparedRecord]:
    """In the order of the site, each as `read` has it. A record that is broken is none."""
    return {record.key: record for record in _records(linked, read)}


def broken_in(linked: Linked, key: Key) -> bool:
    """Whether a record may have been written but is broken: then nobody can tell that it is gone."""
    ref = Ref.parse("/".join(key))
    if ref is None:
        return False
    return linked.seeds.is_dropped(ref) or (ref.type is RecordType.ANNOTATION and linked.seeds.is_dropped(ref.article))


def _records(linked: Linked, read: Callable[[Any], Any]) -> Iterator[ComparedRecord]:
    for record in (*_written(linked), *_corrections(linked.seeds.corrections, read)):
        yield replace(record, entry=replace(record.entry, value=read(record.entry.value)))


def _written(linked: Linked) -> Iterator[ComparedRecord]:
    seeds = linked.seeds
    for article in linked.anchored.articles.values():
        yield _named(linked, article.seed.entry, article)
        for anchor in article.anchors:
            yield _named(linked, anchor.annotation, article, anchor)
    for group in seeds.records.values():
        for entry in group.values():
            yield _named(linked, entry)
    if seeds.site:
        yield ComparedRecord(("site", ""), seeds.site, seeds.site.value.title, Address(paths.HOME))
    if seeds.map:
        yield ComparedRecord(("map", ""), seeds.map, seeds.map.value.title, Address(paths.PEOPLE_AND_PLACES, "map"))


def _named(
    linked: Linked, entry: Entry[Any], article: AnchoredArticle | None = None, anchor: Anchor | None = None
) -> ComparedRecord:
    ref = entry.ref
    assert ref is not None, "validating names every record of these types"
    return ComparedRecord((ref.type, ref.id), entry, linked.labels[ref], linked.addresses[ref], article, anchor)


def _corrections(entries: tuple[Entry[Correction], ...], read: Callable[[Any], Any]) -> Iterator[ComparedRecord]:
    """Nothing points at a correction: it is known by what it corrects and when, the second of a day by its number."""
    counts: Counter[str] = Counter()
    for entry in entries:
        name = f"{read(entry.value).record} {entry.value.date}"
        counts[name] += 1
        number = f" {counts[name]}" if counts[name] > 1 else ""
        yield ComparedRecord(("correction", name + number), entry, name, Address(paths.CORRECTIONS))
