"""What exists: the ids of each type, which of them were dropped as broken, and what each record is called."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from generator import dates
from generator.model.stages import Anchored, RecordType, Ref, Seeds
from generator.prose import parse
from generator.prose.nodes import plain_text

LABEL_WORDS = 8
"""How many words of a quote name its annotation in lists."""


@dataclass(frozen=True)
class Records:
    ids: Mapping[RecordType, Collection[str]]
    labels: Mapping[Ref, str]
    dropped: frozenset[Ref]
    dropped_types: frozenset[RecordType]

    def has(self, ref: Ref) -> bool:
        return ref in self.labels

    def is_dropped(self, ref: Ref) -> bool:
        """Whether the record was written but is broken: it has its diagnostic already."""
        return ref in self.dropped or ref.type in self.dropped_types

    def nearest(self, id: str, types: Collection[RecordType]) -> str:
        """The known id most like `id`, or nothing."""
        known = [known for type in types for known in self.ids.get(type, ())]
        forgot_article = next((each for each in known if each.endswith(f"/{id}")), None)
        named = (ref.id for ref, label in self.labels.items() if ref.type in types and _plain(label) == id)
        return forgot_article or next(named, "") or next(iter(get_close_matches(id, known, n=1, cutoff=0.6)), "")


def _plain(label: str) -> str:
    """A name as an author would make an id of it."""
    return "-".join(re.findall(r"[a-z0-9]+", label.lower()))


def records_of(anchored: Anchored) -> Records:
    labels = _labels(anchored)
    ids: dict[RecordType, list[str]] = {type: [] for type in RecordType}
    for ref in labels:
        ids[ref.type].append(ref.id)
    seeds = anchored.seeds
    unanchored = {
        entry.ref
        for article in seeds.articles.values()
        for entry in article.annotations
        if entry.ref and entry.ref not in labels
    }
    return Records(ids, labels, seeds.dropped | unanchored, seeds.dropped_types)


def shortened(quote: str, words: int = LABEL_WORDS) -> str:
    """The first words of a quote on one line."""
    parts = quote.split()
    return " ".join(parts[:words]) + (" …" if len(parts) > words else "")


def _labels(anchored: Anchored) -> dict[Ref, str]:
    seeds = anchored.seeds
    labels: dict[Ref, str] = {}
    for article in anchored.articles.values():
        labels[Ref(RecordType.ARTICLE, article.id)] = article.seed.entry.value.title
        for anchor in article.anchors:
            if anchor.annotation.ref:
                labels[anchor.annotation.ref] = shortened(article.seed.text.text[anchor.start : anchor.end])
    return labels | _labels_of_lists(seeds)


def _labels_of_lists(seeds: Seeds) -> dict[Ref, str]:
    named: list[tuple[RecordType, Mapping[str, str]]] = [
        (RecordType.QUESTION, {id: e.value.short or e.value.title for id, e in seeds.questions.items()}),
        (RecordType.CONTEXT, {id: e.value.title for id, e in seeds.context.items()}),
        (RecordType.TERM, {id: e.value.term for id, e in seeds.terms.items()}),
        (RecordType.SIDE, {id: e.value.name for id, e in seeds.sides.items()}),
        (RecordType.PARTY, {id: e.value.name for id, e in seeds.parties.items()}),
        (RecordType.PLACE, {id: e.value.name for id, e in seeds.places.items()}),
        (RecordType.EVENT, {id: _event(e.value.date, e.value.short, e.value.text) for id, e in seeds.events.items()}),
        (RecordType.SOURCE, {id: _source(e.value.title, e.value.description, id) for id, e in seeds.sources.items()}),
    ]
    return {Ref(type, id): label for type, labels in named for id, label in labels.items()}


def _event(date: str, short: str | None, text: str) -> str:
    return f"{dates.words(date)}: {short or shortened(plain_text(parse(text)[0]))}"


def _source(title: str | None, description: str | None, id: str) -> str:
    return title or description or id
