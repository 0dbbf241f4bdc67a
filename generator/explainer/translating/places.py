"""Where the texts of an edition are written: the node of a record with its translations in place of its own texts.

So every check that points into a text points into the file of the edition, where the translator has to mend it.
"""

from collections.abc import Mapping

from explainer import tree
from explainer.model.stages import Standing, TextInEdition


def written(node: tree.Node, texts: Mapping[tree.Path, TextInEdition]) -> tree.Node:
    """The node of a record as it is written in an edition."""
    scalars = {path: scalar for path, each in texts.items() if (scalar := _scalar(each))}
    return _with(node, scalars) if scalars else node


def _scalar(each: TextInEdition) -> tree.Node | None:
    if each.text.is_quoted or each.standing is Standing.MISSING or each.translation is None:
        return None
    node = each.translation.node
    return node.get("text") if isinstance(node, tree.Mapping) else None


def _with(node: tree.Node, scalars: Mapping[tree.Path, tree.Node]) -> tree.Node:
    if () in scalars:
        return scalars[()]
    below: dict[str | int, dict[tree.Path, tree.Node]] = {}
    for (step, *rest), scalar in scalars.items():
        below.setdefault(step, {})[tuple(rest)] = scalar
    match node:
        case tree.Mapping(items=items):
            pairs = tuple((key, _with(each, below[key.text]) if key.text in below else each) for key, each in items)
            return tree.Mapping(pairs, node.span)
        case tree.Sequence(items=parts):
            made = tuple(_with(each, below[index]) if index in below else each for index, each in enumerate(parts))
            return tree.Sequence(made, node.span)
        case _:
            return node
