"""The texts about the event that were published before and after one: for who reads on."""

from dataclasses import dataclass

from explainer.model.coverage import CoveredText, is_covered, texts_of
from explainer.model.stages import Linked


@dataclass(frozen=True)
class Neighbours:
    """The texts before and after one, by the date of their publication."""

    before: CoveredText | None = None
    after: CoveredText | None = None


def neighbours_of(id_: str, linked: Linked) -> Neighbours:
    """None on a site of one text."""
    if not is_covered(linked):
        return Neighbours()
    texts = texts_of(linked)
    place = next(index for index, text in enumerate(texts) if text.id == id_)
    return Neighbours(
        texts[place - 1] if place else None,
        texts[place + 1] if place + 1 < len(texts) else None,
    )
