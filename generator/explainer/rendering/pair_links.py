"""Links to the pages on which two articles stand side by side."""

from collections.abc import Iterator

from explainer.model import paths
from explainer.model.pairs import pairs_in
from explainer.model.record_types import RecordType, Ref
from explainer.model.stages import Linked


def pair_links(linked: Linked) -> list[tuple[str, str]]:
    """The path of each page, with what links to it say."""
    return [
        (paths.beside(one, other), " / ".join(_title(id_, linked) for id_ in (one, other)))
        for one, other in pairs_in(linked)
    ]


def pairs_with(article: str, linked: Linked) -> Iterator[tuple[str, str]]:
    """The same of the pages on which this article stands; they say with which other."""
    for one, other in pairs_in(linked):
        if article in (one, other):
            title = _title(other if article == one else one, linked)
            yield paths.beside(one, other), linked.catalogue.gettext("Side by side with %(article)s", article=title)


def _title(id_: str, linked: Linked) -> str:
    return linked.labels[Ref(RecordType.ARTICLE, id_)]
