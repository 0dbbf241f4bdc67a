"""Values that are still to be written: `TODO` stands where `explainer add` and `explainer import` could not know."""

import re
from collections.abc import Iterator, Mapping

from explainer import rules, tree
from explainer.diagnostics import Diagnostic
from explainer.memo import memoized
from explainer.model.drafts import TODO

_BEGINS = re.compile(rf"\s*{TODO}\b")


def is_unwritten(node: tree.Node) -> bool:
    """Whether a value says that it is still to be written; it is reported by `find` alone."""
    return isinstance(node, tree.Scalar) and node.text is not None and bool(_BEGINS.match(node.text))


def find(trees: Mapping[str, tree.Node]) -> tuple[Diagnostic, ...]:
    """One diagnostic for each value of the seeds that is still to be written."""
    return tuple(found for path in sorted(trees) for found in _in_tree(trees[path]))


@memoized
def _in_tree(node: tree.Node) -> tuple[Diagnostic, ...]:
    return tuple(
        Diagnostic(rules.VALUE_IS_WRITTEN, value.span, f"{name} is still to be written", _fix(value.text or ""))
        for name, value in _values(node, "this")
        if is_unwritten(value)
    )


def _values(node: tree.Node, name: str) -> Iterator[tuple[str, tree.Scalar]]:
    match node:
        case tree.Scalar():
            yield name, node
        case tree.Sequence(items=items):
            for item in items:
                yield from _values(item, name)
        case tree.Mapping(items=pairs):
            for key, value in pairs:
                yield from _values(value, f"`{key.text}`")


def _fix(text: str) -> str:
    """What the value says about itself, as a sentence."""
    said = " ".join(text.split())[len(TODO) :].strip(" :.–-")
    end = "" if said.rstrip("”»\"'").endswith((".", "?", "!", "…")) else "."
    return f"Write it: {said}{end}" if said else ""
