"""The texts about the event that were published before and after one: for who reads on."""

from dataclasses import dataclass

from explainer.model import paths
from explainer.model.coverage import is_covered, titles_of
from explainer.model.paths import Address
from explainer.model.stages import Linked


@dataclass(frozen=True, slots=True)
class Neighbour:
    address: Address
    title: str


@dataclass(frozen=True)
class Neighbours:
    """The texts before and after one, by the date of their publication."""

    before: Neighbour | None = None
    after: Neighbour | None = None


def neighbours_of(id_: str, linked: Linked) -> Neighbours:
    """None on a site of one text."""
    if not is_covered(linked):
        return Neighbours()
    texts, places = linked.once(_in_order)
    place = places[id_]
    return Neighbours(
        texts[place - 1] if place else None,
        texts[place + 1] if place + 1 < len(texts) else None,
    )


def _in_order(linked: Linked) -> tuple[list[Neighbour], dict[str, int]]:
    titles = titles_of(linked)
    texts = [Neighbour(Address(paths.article(id_)), title) for id_, title in titles.items()]
    return texts, {id_: place for place, id_ in enumerate(titles)}
