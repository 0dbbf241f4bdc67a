"""The JSON Schema of each file of the seeds, made from the shapes, for editors that complete and explain keys.

An editor reads YAML 1.2, in which `2024`, `51.2` and `true` are no texts; to us everything is the text that stands
in the file. So a form says which numbers its texts may look like. And a key without a value counts as not
written where the record can do without it, so an editor must not call it a mistake.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from explainer.model import fields as forms
from explainer.model.allowed import Expected, Field, ListOf, RecordOf, TableOf, TextOf, WordOf, fields_of, kind_word
from explainer.model.fields import Form
from explainer.model.files import FILES, SeedFile
from explainer.model.record_types import RecordType, Ref
from explainer.model.references import NAMED, TYPED

IDS = "ids"
"""Name of the schema that holds the ids known to a site."""
_DIALECT = "http://json-schema.org/draft-07/schema#"  # what every editor knows
_LOOKS_LIKE: dict[Form, dict[str, Any]] = {
    forms.ID: {"type": ["string", "integer", "boolean"], "minimum": 0},
    forms.DATE: {"type": ["string", "integer"], "minimum": 1000, "maximum": 9999},
    forms.COUNT: {"type": ["string", "integer"], "minimum": 0},
    forms.RANK: {"type": ["string", "integer"], "minimum": 1, "maximum": 9},
    forms.LATITUDE: {"type": ["string", "number"], "minimum": -90, "maximum": 90},
    forms.LONGITUDE: {"type": ["string", "number"], "minimum": -180, "maximum": 180},
    forms.LINE: {"type": ["string", "number", "boolean"]},
    forms.TEXT: {"type": ["string", "number", "boolean"]},
    forms.MARKDOWN: {"type": ["string", "number", "boolean"]},
}


def schemas(*, with_ids: bool = False) -> dict[str, dict[str, Any]]:
    """The schema of every file, by its name. `with_ids`: references point at the schema `ids`, which is the site's."""
    return {file.name: _FileSchema(with_ids).schema(file) for file in FILES}


def ids_schema(labels: Mapping[Ref, str]) -> dict[str, Any]:
    """The schema `ids`: what is known is offered with its title, and a new id is not a mistake."""
    known: dict[RecordType, list[tuple[str, str]]] = {each: [] for types in NAMED.values() for each in types}
    for ref, label in sorted(labels.items()):
        known.get(ref.type, []).append((ref.id, label))
    every = [(str(ref), label) for ref, label in sorted(labels.items())]
    text = _text(forms.ID)
    offered = {each.value: _offered(pairs, text) for each, pairs in sorted(known.items())}
    offered[TYPED] = _offered(every, _text(forms.LINE))
    return {"$schema": _DIALECT, "description": "The ids known to the site.", "definitions": offered}


def _offered(known: Iterable[tuple[str, str]], otherwise: dict[str, Any]) -> dict[str, Any]:
    pairs = list(known)
    if not pairs:
        return otherwise
    listed = {"enum": [name for name, _ in pairs], "enumDescriptions": [label for _, label in pairs]}
    return {"anyOf": [otherwise, listed]}  # of a text that fits neither, editors tell why it does not fit the first


class _FileSchema:
    """One file on the way to its schema: collects the shapes it meets."""

    def __init__(self, with_ids: bool) -> None:
        self.with_ids = with_ids
        self.shapes: dict[type, dict[str, Any]] = {}

    def schema(self, file: SeedFile) -> dict[str, Any]:
        whole = self._whole(file)
        definitions = {shape.__name__: content for shape, content in self.shapes.items()}
        return {
            "$schema": _DIALECT, "title": file.path, "description": file.holds, **whole, "definitions": definitions
        }  # fmt: skip

    def _whole(self, file: SeedFile) -> dict[str, Any]:
        if file.sections:
            parts = {
                key: {"type": ["array", "null"], "items": self._record(shape)} for key, shape in file.sections
            }  # fmt: skip
            return {"type": ["object", "null"], "properties": parts, "additionalProperties": False}
        record = self._kinds(file.shapes) if len(file.shapes) > 1 else self._record(file.shapes[0])
        return {"type": ["array", "null"], "items": record} if file.is_list else record

    def _kinds(self, shapes: tuple[type, ...]) -> dict[str, Any]:
        """Records of which `kind` decides the shape: only what is wrong with that shape is told."""
        common = {key: field for key, field in fields_of(shapes[0]).items() if all(key in fields_of(s) for s in shapes)}
        meanings = [fields_of(shape)["kind"].doc for shape in shapes]
        kind = {"enum": [kind_word(shape) for shape in shapes], "enumDescriptions": meanings}
        properties = {key: self._field(key, field) for key, field in common.items()}
        cases = [
            {
                "if": {"properties": {"kind": {"const": kind_word(shape)}}, "required": ["kind"]},
                "then": self._record(shape),
            }
            for shape in shapes
        ]
        offered = {key: {"description": each["description"]} for key, each in properties.items()} | {"kind": kind}
        return {"type": "object", "properties": offered, "required": ["kind"], "allOf": cases}

    def _record(self, shape: type) -> dict[str, Any]:
        if shape not in self.shapes:
            self.shapes[shape] = {}
            known = fields_of(shape)
            self.shapes[shape] |= {
                "type": "object",
                "description": shape.__doc__ or "",
                "properties": {key: self._field(key, field) for key, field in known.items()},
                "required": [key for key, field in known.items() if field.required],
                "additionalProperties": False,
            }
        return {"$ref": f"#/definitions/{shape.__name__}"}

    def _field(self, key: str, field: Field) -> dict[str, Any]:
        return {"description": _said(field), **_or_empty(self._value(key, field.expected), field.required)}

    def _value(self, key: str, expected: Expected) -> dict[str, Any]:
        match expected:
            case TextOf(form=forms.ID) if self.with_ids and key in NAMED:
                return _any_of([{"$ref": f"{IDS}.schema.json#/definitions/{each}"} for each in NAMED[key]])
            case TextOf(form=forms.LINE) if self.with_ids and key == TYPED:
                return {"$ref": f"{IDS}.schema.json#/definitions/{TYPED}"}
            case TextOf(form=form):
                return _text(form)
            case WordOf(words=words, meanings=meanings):
                return {"enum": list(words)} | ({"enumDescriptions": list(meanings)} if meanings else {})
            case ListOf(item=item):
                return {"type": "array", "items": self._value(key, item)}
            case TableOf(value=value, key=form):
                names = {"propertyNames": {"pattern": _pattern(form)}} if form else {}
                return {"type": "object", "additionalProperties": self._value("", value), **names}
            case RecordOf(shape=shape):
                return self._record(shape)


def _text(form: Form) -> dict[str, Any]:
    looks = _LOOKS_LIKE.get(form, {"type": "string"})
    return {**looks, "pattern": _pattern(form), "patternErrorMessage": f"Write {form.words}."}


def _pattern(form: Form) -> str:
    """A block text ends in a line break that nobody means."""
    return f"^(?:{form.pattern})\\n*$"


def _or_empty(schema: dict[str, Any], required: bool) -> dict[str, Any]:
    if required:
        return schema
    if isinstance(schema.get("type"), list):
        return {**schema, "type": [*schema["type"], "null"]}
    return _any_of([schema, {"type": "null"}])


def _any_of(schemas: list[dict[str, Any]]) -> dict[str, Any]:
    return schemas[0] if len(schemas) == 1 else {"anyOf": schemas}


def _said(field: Field) -> str:
    expected = field.expected
    if isinstance(expected, TextOf) and expected.form not in (forms.LINE, forms.TEXT, forms.MARKDOWN, forms.ID):
        return f"{field.doc} Form: {expected.form.words}."
    return field.doc
