"""The fields of a record that name other records, and those that hold Markdown, found by their declared form.

The shapes say it once (`Id`, `Markdown`), so a new field is linked without a word here.
"""

import dataclasses
from collections.abc import Hashable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, cast, get_args, get_type_hints

from generator.model.fields import ID, LINE, MARKDOWN, Form
from generator.model.stages import RecordType

_NAMED: dict[str, tuple[RecordType, ...]] = {
    "about": (RecordType.PARTY,),
    "article": (RecordType.ARTICLE,),
    "box": (RecordType.CONTEXT,),
    "context": (RecordType.CONTEXT,),
    "derived_from": (RecordType.SOURCE,),
    "events": (RecordType.EVENT,),
    "member_of": (RecordType.PARTY,),
    "parties": (RecordType.PARTY,),
    "party": (RecordType.PARTY,),
    "places": (RecordType.PLACE,),
    "question": (RecordType.QUESTION,),
    "questions": (RecordType.QUESTION,),
    "root": (RecordType.PARTY, RecordType.SOURCE),
    "side": (RecordType.SIDE,),
    "source": (RecordType.SOURCE,),
    "sources": (RecordType.SOURCE,),
    "term": (RecordType.TERM,),
}
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


def _leaves(value: Any, form: Form, path: tuple[str | int, ...]) -> Iterator[Leaf]:
    for name, forms in _forms_of(cast(Hashable, type(value))).items():
        inner = getattr(value, name)
        at = (*path, name.replace("_", "-"))
        wanted = form in forms and not (form is ID and name in _NO_REFERENCE)
        if isinstance(inner, str) and wanted:
            yield Leaf(name, at, inner, type(value), _NAMED.get(name, ()))
        elif isinstance(inner, tuple):
            for index, item in enumerate(inner):
                if isinstance(item, str) and wanted:
                    yield Leaf(name, (*at, index), item, type(value), _NAMED.get(name, ()))
                elif dataclasses.is_dataclass(item):
                    yield from _leaves(item, form, (*at, index))
        elif dataclasses.is_dataclass(inner):
            yield from _leaves(inner, form, at)


@cache
def _forms_of(shape: Any) -> dict[str, frozenset[Form]]:
    hints = get_type_hints(shape, include_extras=True)
    return {field.name: frozenset(_forms(hints[field.name])) for field in dataclasses.fields(shape)}


def _forms(hint: Any) -> Iterator[Form]:
    yield from (item for item in getattr(hint, "__metadata__", ()) if isinstance(item, Form))
    for inner in get_args(hint):
        if not isinstance(inner, Form):
            yield from _forms(inner)
