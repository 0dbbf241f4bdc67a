"""Where evidence comes from in the end: what repeats one text counts once; what a side says is no evidence of it."""

from collections.abc import Mapping
from typing import Any

from explainer.model.seeds import Annotation, ClaimAnnotation, Evidence
from explainer.model.stages import Entry, Seeds
from explainer.vocabulary import Relation


def root_of(item: Evidence, sources: Mapping[str, Entry[Any]]) -> str:
    """A party or source: at the end of the chain of roots, which begins with the root that the item has of its own."""
    if item.root == item.source:
        return item.source
    root = item.root or item.source
    seen = {item.source, root}
    while (entry := sources.get(root)) and entry.value.root and entry.value.root not in seen:
        root = entry.value.root
        seen.add(root)
    return root


def said_in(annotation: Annotation, seeds: Seeds) -> tuple[Evidence, ...]:
    """The items of a claim that only have its party, or that party's side, say it: they show that it was said."""
    if not isinstance(annotation, ClaimAnnotation):
        return ()
    return tuple(
        item
        for item in annotation.evidence
        if item.relation is Relation.SUPPORTS and _speaks_for(root_of(item, seeds.sources), annotation.party, seeds)
    )


def are_one(root: str, party: str, seeds: Seeds) -> bool:
    """Whether they are one, or a person and the body that the person speaks for."""
    bodies = [{id, entry.value.member_of} for id in (root, party) if (entry := seeds.parties.get(id))]
    return root == party or (len(bodies) == 2 and (root in bodies[1] or party in bodies[0]))


def takes_part(side: str, seeds: Seeds) -> bool:
    entry = seeds.sides.get(side)
    return entry is not None and entry.value.takes_part


def _speaks_for(root: str, party: str, seeds: Seeds) -> bool:
    if are_one(root, party, seeds):
        return True
    entry, speaker = seeds.parties.get(root) or seeds.sources.get(root), seeds.parties.get(party)
    side = entry.value.side if entry else None
    return side is not None and speaker is not None and side == speaker.value.side and takes_part(side, seeds)
