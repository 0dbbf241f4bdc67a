"""Where each record stands on the site: the author's id is the address."""

from explainer.model.parts import PartedLists
from explainer.model.paths import Address
from explainer.model.record_types import RecordType, Ref
from explainer.model.stages import Anchored


def addresses_of(anchored: Anchored, lists: PartedLists) -> dict[Ref, Address]:
    """The address of every record that will be shown."""
    seeds = anchored.seeds
    refs: list[Ref] = []
    for article in anchored.articles.values():
        refs.append(Ref(RecordType.ARTICLE, article.id))
        refs += [anchor.annotation.ref for anchor in article.anchors if anchor.annotation.ref]
    for type_, records in seeds.records.items():
        refs += [Ref(type_, each) for each in records]
    return {ref: lists.address(ref) for ref in refs}
