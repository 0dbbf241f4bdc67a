"""What exists: the ids of each type, which of them were dropped as broken, and what each record is called."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from explainer.interface import ENGLISH, Catalogue
from explainer.model.record_types import RECORD_TYPES, RecordType, Ref
from explainer.model.stages import Anchored
from explainer.text.shortening import shortened


@dataclass(frozen=True)
class KnownRecords:
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


def records_of(anchored: Anchored, words: Catalogue = ENGLISH) -> KnownRecords:
    labels = _labels(anchored, words)
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
    return KnownRecords(ids, labels, seeds.dropped | unanchored, seeds.dropped_types)


def _labels(anchored: Anchored, words: Catalogue) -> dict[Ref, str]:
    seeds = anchored.seeds
    labels: dict[Ref, str] = {}
    for article in anchored.articles.values():
        labels[Ref(RecordType.ARTICLE, article.id)] = RECORD_TYPES[RecordType.ARTICLE].label(
            article.seed.entry.value, words
        )
        for anchor in article.anchors:
            if anchor.annotation.ref:
                labels[anchor.annotation.ref] = shortened(article.seed.text.text[anchor.start : anchor.end])
    for type_, records in seeds.records.items():
        labels |= {Ref(type_, id_): RECORD_TYPES[type_].label(entry.value, words) for id_, entry in records.items()}
    return labels
