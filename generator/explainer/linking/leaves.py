"""The fields of a record that name other records, and those that hold Markdown, found by their declared form.

The shapes say it once (`Id`, `Markdown`), so a new field is linked without a word here.
"""

import dataclasses
from collections.abc import Hashable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, cast, get_args, get_type_hints

from explainer.model.fields import ID, LINE, MARKDOWN, Form
from explainer.model.record_types import RecordType
from explainer.model.references import NAMED
from explainer.model.seeds import Evidence

_NO_REFERENCE = frozenset({"id", "aspect", "counts"})
"""Ids that name a part of the same record."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """One text of a record, and where it stands: `("positions", 0, "note")`."""

    name: str
    path: tuple[str | int, ...]
    value: str
    owner: type
    """The shape of the mapping it stands in."""
    types: tuple[RecordType, ...] = ()


def reference_leaves(value: Any) -> Iterator[Leaf]:
    """Every id by which the record names another, with the types of record that may be meant."""
    return _leaves(value, ID, ())


def markdown_leaves(value: Any) -> Iterator[Leaf]:
    """Every Markdown text of the record."""
    return _leaves(value, MARKDOWN, ())


def line_leaves(value: Any) -> Iterator[Leaf]:
    """Every text of one line of the record."""
    return _leaves(value, LINE, ())


def evidence_of(value: Any) -> Iterator[tuple[tuple[str | int, ...], Evidence]]:
    """Every piece of evidence of the record, and where it stands."""
    for index, item in enumerate(getattr(value, "evidence", ())):
        yield ("evidence", index), item
    for index, position in enumerate(getattr(value, "positions", ())):
        yield from ((("positions", index, *path), item) for path, item in evidence_of(position))


def _leaves(value: Any, form: Form, path: tuple[str | int, ...]) -> Iterator[Leaf]:
    for name, is_wanted in _fields_with(cast(Hashable, type(value)), form).items():
        inner = getattr(value, name)
        at = (*path, name.replace("_", "-"))
        if isinstance(inner, str) and is_wanted:
            yield Leaf(name, at, inner, type(value), NAMED.get(name.replace("_", "-"), ()))
        elif isinstance(inner, tuple):
            for index, item in enumerate(inner):
                if isinstance(item, str) and is_wanted:
                    yield Leaf(name, (*at, index), item, type(value), NAMED.get(name.replace("_", "-"), ()))
                elif dataclasses.is_dataclass(item):
                    yield from _leaves(item, form, (*at, index))
        elif dataclasses.is_dataclass(inner):
            yield from _leaves(inner, form, at)


@cache
def _fields_with(shape: Any, form: Form) -> dict[str, bool]:
    """The fields of a shape that have the form, or hold a shape with such a field, and whether they have it."""
    hints = get_type_hints(shape, include_extras=True)
    found: dict[str, bool] = {}
    for name in (field.name for field in dataclasses.fields(shape)):
        parts = set(_parts(hints[name]))
        if form in parts and not (form is ID and name in _NO_REFERENCE):
            found[name] = True
        elif any(not isinstance(part, Form) and _fields_with(part, form) for part in parts):
            found[name] = False
    return found


def _parts(hint: Any) -> Iterator[Any]:
    """The forms and the shapes of which a hint is made."""
    yield from (item for item in getattr(hint, "__metadata__", ()) if isinstance(item, Form))
    if dataclasses.is_dataclass(hint):
        yield hint
    for inner in get_args(hint):
        if not isinstance(inner, Form):
            yield from _parts(inner)
