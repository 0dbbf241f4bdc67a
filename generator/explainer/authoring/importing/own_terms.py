"""The fields of an annotation that this program exported, of this site or another, each as its shape allows it.

Anybody can write such a file: what does not fit the shape is not taken. Whether the records that it names exist is for
the check of the seeds, as with everything in them.
"""

import re
from collections.abc import Mapping
from typing import Any

from explainer.authoring.importing.annotation_lists import listed
from explainer.authoring.importing.records import Lost, is_empty
from explainer.model.allowed import Expected, ListOf, RecordOf, TableOf, TextOf, WordOf, fields_of
from explainer.model.drafts import Value, todo
from explainer.model.exchange import PREFIX, VOCABULARY
from explainer.model.kinds import KINDS, SHAPES

_FIRST = ("id", "kind", "quote", "prefix", "suffix")
_LAST = ("evidence", "places", "events")
_MADE = frozenset({"tagging", "assessing", "editing", "linking", "identifying", "describing"})
"""Purposes of the bodies that are made of other fields and of the records that these name."""


def fields_in(annotation: Mapping[str, Any]) -> tuple[dict[str, Value], list[Lost]]:
    """The fields by key, and what was not taken. Nothing where no kind of ours is named."""
    given = {key: each for name, each in annotation.items() if (key := _key(name))}
    if not given:
        return {}, []
    kind = given.get("kind")
    shape = SHAPES.get(kind) if isinstance(kind, str) else None
    if shape is None:
        return {}, [Lost(f"{PREFIX}{key}", value) for key, value in given.items()]
    lost: list[Lost] = []
    found = _record(shape, given, lost)
    for key, field in fields_of(shape).items():
        if field.required and key not in found and key not in _FIRST:
            found[key] = todo(field.doc.partition(";")[0].partition(":")[0].rstrip("."))
    order = (*_FIRST, *(key for key in fields_of(shape) if key not in (*_FIRST, *_LAST)), *_LAST)
    return {key: found[key] for key in order if key in found}, lost


def is_term(name: str) -> bool:
    """Whether a key is one of our terms."""
    return bool(_key(name))


def is_made(name: str, value: object, fields: Mapping[str, Value]) -> bool:
    """Whether a value of an exported annotation follows from its fields, and so is there with them."""
    match name, value:
        case "motivation", str():
            return any(kind.word == fields["kind"] and kind.motivation == value for kind in KINDS)
        case "target.state", str():
            return value.startswith("ni:///")
        case "target.selector", {"type": "TextPositionSelector", **others}:
            return set(others) == {"start", "end"}
        case "body", {"type": "SpecificResource", "source": str(), "purpose": str() as purpose, **others}:
            return purpose in _MADE and not others
        case "body", {"type": "TextualBody", "value": str() as text, "purpose": purpose, **others}:
            note = str(fields.get("note", ""))
            if set(others) == {"format", "language"} and text.strip() == note.strip():
                return True
            of_claim = ("describing",) if fields.get("kind") == "claim" else ()  # how sure it is that it was said
            return purpose in ("tagging", "assessing", "editing", *of_claim) and others == {"format": "text/plain"}
        case _:
            return False


def _key(name: str) -> str:
    for start in (PREFIX, VOCABULARY):
        if name.startswith(start):
            return name.removeprefix(start)
    return ""


def _record(shape: type, given: Mapping[str, Any], lost: list[Lost]) -> dict[str, Value]:
    known = fields_of(shape)
    found: dict[str, Value] = {}
    for key, each in given.items():
        value = _value(known[key].expected, each, f"{PREFIX}{key}", lost) if key in known else None
        if value is not None:
            found[key] = value
        elif not is_empty(each) and key not in known:
            lost.append(Lost(f"{PREFIX}{key}", each))
    return found


def _value(expected: Expected, value: object, name: str, lost: list[Lost]) -> "Value | None":
    """A value in the form that is expected; None, and told, where it has another."""
    match expected, value:
        case TextOf(form=form), str() if re.fullmatch(form.pattern, value.rstrip("\n")):
            return value
        case WordOf(words=words), str() if value in words:
            return value
        case ListOf(item=inner), {"@list": list(items)}:
            return _items(inner, items, name, lost)
        case ListOf(item=inner), _:
            return _items(inner, listed(value), name, lost)
        case TableOf(value=inner), dict():
            pairs = {key: _value(inner, each, f"{name} {key}", lost) for key, each in value.items()}
            return {key: each for key, each in pairs.items() if each is not None}
        case RecordOf(shape=shape), dict():
            inside: list[Lost] = []
            given = {_key(key) or key: each for key, each in value.items()}
            found = _record(shape, given, inside)
            if all(key in found for key, field in fields_of(shape).items() if field.required):
                lost += inside
                return {key: found[key] for key in fields_of(shape) if key in found}
    lost += [] if is_empty(value) else [Lost(name, value)]
    return None


def _items(inner: Expected, items: list[object], name: str, lost: list[Lost]) -> "Value | None":
    return tuple(each for item in items if (each := _value(inner, item, name, lost)) is not None) or None
