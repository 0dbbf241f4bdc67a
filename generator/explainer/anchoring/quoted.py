"""What an author quotes from an article, and where in the seeds: for an annotation, or for sentences without one."""

from dataclasses import dataclass
from typing import Any

from explainer import tree
from explainer.anchoring.match import Selector
from explainer.model.seeds import Annotation, Article, Unannotated
from explainer.model.stages import Entry
from explainer.source import Span


@dataclass(frozen=True)
class Quoted:
    selector: Selector
    entry: Entry[Any]
    """The record in which the quote is written."""
    path: tree.Path = ()
    """Where in that record."""

    def at(self, key: str) -> Span:
        """The place of `quote`, `prefix` or `suffix`."""
        return self.entry.at(*self.path, key)


def by_annotation(annotation: Entry[Annotation]) -> Quoted:
    """The passage of an annotation."""
    return Quoted(_selector(annotation.value), annotation)


def without_annotation(article: Entry[Article]) -> tuple[Quoted, ...]:
    """What an article lists under `unannotated`."""
    return tuple(
        Quoted(_selector(listed), article, ("unannotated", index))
        for index, listed in enumerate(article.value.unannotated)
    )


def _selector(value: Annotation | Unannotated) -> Selector:
    return Selector(value.quote, value.prefix or "", value.suffix or "")
