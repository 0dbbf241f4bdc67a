"""All records of the site in its order: the order in which uses are listed. One source, where it is known for sure."""

from collections.abc import Iterator
from typing import Any

from explainer.model.record_types import RecordType, Ref
from explainer.model.seeds import Source
from explainer.model.stages import Anchored, Entry, Seeds


def entries_of(anchored: Anchored) -> Iterator[Entry[Any]]:
    """Every record that will be shown; an annotation whose quote was not found is none."""
    seeds = anchored.seeds
    if seeds.site:
        yield seeds.site
    for article in anchored.articles.values():
        yield article.seed.entry
        for anchor in article.anchors:
            yield anchor.annotation
    for group in seeds.records.values():
        yield from group.values()
    yield from seeds.corrections


def source_of(id: str, seeds: Seeds) -> Entry[Source] | None:
    """The source; None where there is none, where it is broken, or where several claim its id."""
    return None if seeds.is_dropped(Ref(RecordType.SOURCE, id)) else seeds.sources.get(id)
