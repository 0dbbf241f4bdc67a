"""The one walk over what the shapes allow: through a record, and through the node in which it is written.

So a new field is linked, compared, renamed, exported and looked through without a word anywhere else.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, TypeAlias, TypeVar

from explainer import tree
from explainer.model.allowed import Expected, Field, ListOf, RecordOf, TableOf, TextOf, fields_of
from explainer.model.fields import Form

T = TypeVar("T")

Change: TypeAlias = Callable[["Leaf", Form], str]
"""Given a text of a record and its form, the text that should stand there."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """One text of a record, and where it stands: `("positions", 0, "note")`."""

    key: str
    """The last key on the way to it."""
    path: tree.Path
    value: str
    owner: type
    """The shape of the mapping it stands in."""


def texts(record: Any, form: Form) -> Iterator[Leaf]:
    """Every text of the record that has this form, in the order of the fields."""
    shape: type = type(record)
    return _texts(record, RecordOf(shape), form, "", (), shape)


def mapped(record: T, change: Change, form: Form | None = None) -> T:
    """The record with each text (of that form) as `change` gives it; the same object where nothing changes."""
    shape: type = type(record)
    made: T = _mapped(record, RecordOf(shape), change, form, Leaf("", (), "", shape))
    return made


def scalars(shape: type, node: tree.Node) -> Iterator[tuple[tree.Scalar, str, Form]]:
    """Every text that the node of a record writes, with the key under which it stands and the form that it has there.

    In the order of the file; what stands where nothing may is passed over.
    """
    return _scalars(RecordOf(shape), node, "")


def inner(expected: Expected, node: tree.Node) -> Iterator[tuple[tree.Scalar | None, Expected | None, tree.Node]]:
    """What stands right below a node: its key, None in a list, and what should stand there, None where nothing may."""
    match expected, node:
        case ListOf(item=item), tree.Sequence(items=items):
            yield from ((None, item, each) for each in items)
        case TableOf(value=value), tree.Mapping(items=pairs):
            yield from ((key, value, each) for key, each in pairs)
        case RecordOf(shape=shape), tree.Mapping(items=pairs):
            known = fields_of(shape)
            for key, each in pairs:
                field = known.get(key.text or "")
                yield key, field.expected if field else None, each


@cache
def holds(expected: Expected, form: Form) -> bool:
    """Whether a text of this form may stand there or anywhere below."""
    match expected:
        case TextOf(form=its):
            return its == form
        case ListOf(item=item) | TableOf(value=item):
            return holds(item, form)
        case RecordOf(shape=shape):
            return bool(_fields_with(shape, form))
        case _:
            return False


@cache
def _fields_with(shape: type, form: Form) -> tuple[tuple[str, Field], ...]:
    return tuple((key, field) for key, field in fields_of(shape).items() if holds(field.expected, form))


def _texts(value: Any, expected: Expected, form: Form, key: str, path: tree.Path, owner: type) -> Iterator[Leaf]:
    if not value:
        return
    match expected:
        case TextOf():
            yield Leaf(key, path, value, owner)
        case ListOf(item=item):
            for index, each in enumerate(value):
                yield from _texts(each, item, form, key, (*path, index), owner)
        case TableOf(value=item):
            for name, each in value.items():
                yield from _texts(each, item, form, name, (*path, name), owner)
        case RecordOf(shape=shape):
            for name, field in _fields_with(shape, form):
                yield from _texts(getattr(value, field.attribute), field.expected, form, name, (*path, name), shape)


def _mapped(value: Any, expected: Expected, change: Change, form: Form | None, at: Leaf) -> Any:
    if not value or (form is not None and not holds(expected, form)):
        return value
    match expected:
        case RecordOf(shape=shape):
            made = {}
            for name, field in fields_of(shape).items() if form is None else _fields_with(shape, form):
                old = getattr(value, field.attribute)
                if not old:
                    continue
                new = _mapped(old, field.expected, change, form, Leaf(name, (*at.path, name), "", shape))
                if new is not old:
                    made[field.attribute] = new
            return replace(value, **made) if made else value
        case ListOf(item=item):
            items = tuple(
                _mapped(each, item, change, form, replace(at, path=(*at.path, index)))
                for index, each in enumerate(value)
            )
            return items if any(new is not old for new, old in zip(items, value, strict=True)) else value
        case TableOf(value=item):
            table = {
                name: _mapped(each, item, change, form, Leaf(name, (*at.path, name), "", at.owner))
                for name, each in value.items()
            }
            return table if any(new is not value[name] for name, new in table.items()) else value
        case TextOf(form=its):
            return change(replace(at, value=value), its)
        case _:
            return value


def _scalars(expected: Expected, node: tree.Node, key: str) -> Iterator[tuple[tree.Scalar, str, Form]]:
    match expected, node:
        case TextOf(form=form), tree.Scalar(text=str()):
            yield node, key, form
        case _:
            for name, below, each in inner(expected, node):
                if below is not None:
                    yield from _scalars(below, each, name.text or "" if name else key)
