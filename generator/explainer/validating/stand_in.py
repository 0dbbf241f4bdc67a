"""A description for an article whose own is broken, so that its annotations are checked in the same run.

What is good of it is kept. So passages can be found in an article that was just added, and its author can see its
page; readers never do.
"""

from dataclasses import replace

from explainer import tree
from explainer.model import seeds as shapes
from explainer.model.record_types import Ref
from explainer.model.stages import Entry
from explainer.source import Span
from explainer.validating.records import record
from explainer.validating.unwritten import is_unwritten

_KEPT = ("headline", "furniture", "unannotated", "lines", "language", "url", "title", "publisher", "published")
_UNSAID = {
    "title": "TODO: its title",
    "description": "TODO: its description",
    "licence": "TODO: on what terms it is shown",
    "provenance": "TODO: what the reader is looking at",
}
"""What stands for what is still to be written, on the page that authors see while they work."""


def stand_in(node: tree.Node | None, ref: Ref, path: str) -> Entry[shapes.Article]:
    """The entry of the broken file at `path`, whose tree is `node` if it has one."""
    nowhere = Span(path)
    pairs: tuple[tuple[tree.Scalar, tree.Node], ...] = tuple(
        (tree.Scalar(key, nowhere), tree.Scalar(said, nowhere)) for key, said in _UNSAID.items()
    )
    for key, value in node.items if isinstance(node, tree.Mapping) else ():
        if key.text not in _KEPT and key.text not in _UNSAID:
            continue
        written = _finished(value)
        others = tuple(pair for pair in pairs if pair[0].text != key.text)
        if written and record(shapes.Article, tree.Mapping((*others, (key, written)), nowhere))[0] is not None:
            pairs = (*others, (key, written))
    whole = tree.Mapping(pairs, node.span if node else nowhere)
    article, _ = record(shapes.Article, whole)
    assert article is not None, "every part of it is good"
    return Entry(ref, article, whole)


def _finished(value: tree.Node) -> tree.Node | None:
    """A value without what is still to be written: what a piece of furniture is does not say where it lies."""
    if is_unwritten(value):
        return None
    match value:
        case tree.Sequence(items=items):
            return replace(value, items=tuple(made for item in items if (made := _finished(item)) is not None))
        case tree.Mapping(items=pairs):
            said = tree.Scalar("-", value.span)
            return replace(value, items=tuple((key, said if is_unwritten(its) else its) for key, its in pairs))
        case _:
            return value
