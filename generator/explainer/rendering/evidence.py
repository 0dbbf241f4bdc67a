"""Evidence counted: by how it bears on the statement, and by root, so that outlets that repeat one text count once."""

from collections.abc import Iterable
from dataclasses import dataclass

from explainer.interface import Catalogue
from explainer.model.roots import root_of
from explainer.model.seeds import Evidence
from explainer.model.stages import Seeds
from explainer.vocabulary import Relation


@dataclass(frozen=True)
class Group:
    """The evidence of one relation."""

    relation: Relation
    items: tuple[Evidence, ...]
    roots: int
    """How many independent roots the items have."""

    def verb(self, words: Catalogue) -> str:
        """“support” of two, “supports” of one."""
        return _verb(words, self.relation, self.roots)


def groups(evidence: Iterable[Evidence], seeds: Seeds) -> tuple[Group, ...]:
    """By relation, in the order of the vocabulary. Items whose source is unknown are left out."""
    items = [item for item in evidence if item.source in seeds.sources]
    found = []
    for relation in Relation:
        own = tuple(item for item in items if item.relation is relation)
        if own:
            found.append(Group(relation, own, len({root_of(item, seeds.sources) for item in own})))
    return tuple(found)


def repeated(evidence: Iterable[Evidence], seeds: Seeds) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Roots that several sources repeat: the root, and those sources in their order."""
    roots: dict[str, dict[str, None]] = {}
    for item in evidence:
        if item.source in seeds.sources:
            roots.setdefault(root_of(item, seeds.sources), {})[item.source] = None
    return tuple((root, tuple(sources)) for root, sources in roots.items() if len(sources) > 1)


def in_words(evidence: Iterable[Evidence], seeds: Seeds, words: Catalogue) -> str:
    """“1 refutes, 2 limit”."""
    comma = words.pgettext("between items", ", ")
    return comma.join(f"{group.roots} {group.verb(words)}" for group in groups(evidence, seeds))


def _verb(words: Catalogue, relation: Relation, count: int) -> str:
    match relation:
        case Relation.SUPPORTS:
            return words.npgettext("after a count of sources", "supports", "support", count)
        case Relation.DISPUTES:
            return words.npgettext("after a count of sources", "disputes", "dispute", count)
        case Relation.REFUTES:
            return words.npgettext("after a count of sources", "refutes", "refute", count)
        case Relation.QUALIFIES:
            return words.npgettext("after a count of sources", "limits", "limit", count)
        case Relation.BACKGROUND:
            return words.npgettext("after a count of sources", "gives background", "give background", count)
