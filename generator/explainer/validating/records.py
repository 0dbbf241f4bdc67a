"""From the node of a record to the record, or to what is wrong with it: the one place that imports pydantic."""

from collections.abc import Hashable
from functools import cache
from typing import Any, TypeVar, cast

from pydantic import TypeAdapter, ValidationError

from explainer import tree
from explainer.diagnostics import Diagnostic
from explainer.model.allowed import Expected, ListOf, RecordOf, TableOf, TextOf, fields_of
from explainer.model.walk import inner
from explainer.validating import mistakes

T = TypeVar("T")


def record(shape: type[T], node: tree.Node) -> tuple[T | None, tuple[Diagnostic, ...]]:
    """The record that `node` writes; None, and one diagnostic for each mistake, where it does not fit `shape`."""
    try:
        adapter: TypeAdapter[T] = _adapter(cast(Hashable, shape))
        return adapter.validate_python(_written(node, RecordOf(shape))), ()
    except ValidationError as error:
        places = [_place(problem["loc"]) for problem in error.errors(include_url=False, include_context=False)]
        return None, mistakes.explain(shape, node, tuple(dict.fromkeys(places)))


@cache
def _adapter(shape: Any) -> TypeAdapter[Any]:
    return TypeAdapter(shape)  # once for each shape: it is costly to make


def _place(location: tuple[int | str, ...]) -> mistakes.KeyPlace:
    """Where pydantic found a mistake. For a key of the author's own it adds the step `[key]`."""
    if location and location[-1] == "[key]":
        return mistakes.KeyPlace(location[:-1], is_key=True)
    return mistakes.KeyPlace(location)


def _written(node: tree.Node, expected: Expected | None) -> Any:
    """Plain values. A key without a value counts as not written where the record can do without it."""
    match node, expected:
        case (tree.Mapping(), (RecordOf() | TableOf())):
            return {
                key.text: _written(value, below)
                for key, below, value in inner(expected, node)
                if key and not (_is_empty(value) and _may_be_left_out(expected, key))
            }
        case tree.Sequence(), ListOf():
            return [_written(item, below) for _, below, item in inner(expected, node)]
        case tree.Scalar(text=str(text)), TextOf():
            return text.rstrip("\n")  # a block text ends in a line break that nobody means
        case _:
            return tree.plain(node)


def _may_be_left_out(expected: Expected, key: tree.Scalar) -> bool:
    field = fields_of(expected.shape).get(key.text or "") if isinstance(expected, RecordOf) else None
    return field is not None and not field.required


def _is_empty(node: tree.Node) -> bool:
    return isinstance(node, tree.Scalar) and node.text is None
