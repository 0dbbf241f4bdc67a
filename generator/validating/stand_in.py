"""A description for an article whose own is broken, so that its annotations are checked in the same run.

What says where the article's text begins and ends (`headline`, `furniture`) is kept where it is good; the rest is
never shown.
"""

from generator import tree
from generator.model import seeds as shapes
from generator.model.stages import Entry, Ref
from generator.source import Span
from generator.validating.records import record

_NEEDED = ("title", "description", "licence", "provenance")
_KEPT = ("headline", "furniture", "unannotated")


def stand_in(node: tree.Node | None, ref: Ref, path: str) -> Entry[shapes.Article]:
    """The entry of the broken file at `path`, whose tree is `node` if it has one."""
    nowhere = Span(path)
    pairs: tuple[tuple[tree.Scalar, tree.Node], ...] = tuple(
        (tree.Scalar(key, nowhere), tree.Scalar("-", nowhere)) for key in _NEEDED
    )
    for key, value in node.items if isinstance(node, tree.Mapping) else ():
        if key.text in _KEPT and record(shapes.Article, tree.Mapping((*pairs, (key, value)), nowhere))[0] is not None:
            pairs = (*pairs, (key, value))
    whole = tree.Mapping(pairs, node.span if node else nowhere)
    article, _ = record(shapes.Article, whole)
    assert article is not None, "every part of it is good"
    return Entry(ref, article, whole)
