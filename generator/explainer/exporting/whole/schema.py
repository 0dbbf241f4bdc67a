"""The JSON Schema (2020-12) of the document, made from the shapes that it is made from."""

from typing import Any

from explainer.exporting.sections import SECTIONS, OutSection
from explainer.exporting.whole.values import NUMBERS, WHOLE_NUMBERS
from explainer.exporting.whole.version import FORMAT, SCHEMA, VERSION
from explainer.model import fields as forms
from explainer.model.allowed import Expected, Field, ListOf, RecordOf, TableOf, TextOf, WordOf, fields_of
from explainer.model.fields import Form, Voice

_MARKDOWN = {
    "type": "object",
    "description": "A text of the site: as its author wrote it, and its words alone.",
    "properties": {
        "markdown": {
            "type": "string",
            "description": "CommonMark without raw HTML; `[@source]` cites, `[[id]]` links to a record.",
        },
        "plain": {"type": "string", "description": "The words without markup and citations."},
        "cites": {"type": "array", "items": {"type": "string"}, "description": "Ids of the sources that it cites."},
        "links": {
            "type": "array",
            "items": {"type": "string", "pattern": "^[a-z]+/.+$"},
            "description": "The records that it links to, each with its type: `question/losses`.",
        },
    },
    "required": ["markdown", "plain", "cites", "links"],
    "additionalProperties": False,
}
_QUOTED = {
    "type": "object",
    "description": "Words of somebody else, in their own language.",
    "properties": {
        "text": {"type": "string", "description": "As they were said."},
        "translation": {"type": "string", "description": "In an edition: what they mean in its language."},
    },
    "required": ["text"],
    "additionalProperties": False,
}
_POINTERS = {"type": "array", "items": {"type": "string", "format": "json-pointer"}}
_EDITION = {
    "type": "object",
    "description": "Only in an edition: which of its texts are not in its language, or translate words that changed.",
    "properties": {
        "of": {"type": "string", "description": "The language of the original."},
        "translated": {"type": "string", "description": "When its texts were translated."},
        "by": {"type": "string", "description": "Who translated them."},
        "not-translated": {**_POINTERS, "description": "Texts that stand in the language of the original."},
        "stale": {**_POINTERS, "description": "Texts that translate words that have changed since."},
    },
    "required": ["of", "translated", "not-translated", "stale"],
    "additionalProperties": False,
}


def document_schema() -> dict[str, Any]:
    return _DocumentSchema().schema()


class _DocumentSchema:
    """The schema on its way: collects the shapes it meets."""

    def __init__(self) -> None:
        self.shapes: dict[str, dict[str, Any]] = {}

    def schema(self) -> dict[str, Any]:
        sections = {section.name: self._section(section) for section in SECTIONS}
        properties = {
            "$schema": {"const": SCHEMA},
            "format": {"const": FORMAT},
            "version": {"type": "string", "pattern": f"^{VERSION.partition('.')[0]}\\.[0-9]+$"},
            "language": {"type": "string", "description": "The language of the texts of the site, as a tag."},
            "edition": {"$ref": "#/$defs/Edition"},
            **sections,
        }
        fixed = {"Edition": _EDITION, "MarkdownText": _MARKDOWN, "QuotedText": _QUOTED}
        return {
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "$id": SCHEMA,
            "title": f"A whole explainer, version {VERSION}",
            "description": "Every record of a site, with what its author wrote and, under `derived`, what the program "
            "knows of it. What was not written is left out; lists are there without items too.",
            "type": "object",
            "properties": properties,
            "required": [
                "$schema", "format", "version", "language", *(each.name for each in SECTIONS if each.is_list)
            ],
            "additionalProperties": False,
            "$defs": {**fixed, **dict(sorted(self.shapes.items()))},
        }  # fmt: skip

    def _section(self, section: OutSection) -> dict[str, Any]:
        records = [self._record(shape, section) for shape in section.shapes]
        record = records[0] if len(records) == 1 else {"oneOf": records}
        if not section.is_list:
            return {"description": section.holds, **record}
        return {"type": "array", "description": section.holds, "items": record}

    def _record(self, shape: type, section: OutSection | None = None) -> dict[str, Any]:
        name = shape.__name__
        if name not in self.shapes:
            self.shapes[name] = {}
            known = fields_of(shape)
            properties = {
                key: {"description": _said(each), **self._value(each.expected)} for key, each in known.items()
            }
            required = [key for key, each in known.items() if _is_always_there(each)]
            if section and section.records and not section.has_own_id:
                own = {"type": "string", "description": "Permanent name: that of its file or folder."}
                properties, required = {"id": own, **properties}, ["id", *required]
            if section and section.derived:
                more = self._record(section.derived)
                properties["derived"] = {"description": "What the program knows of it.", **more}
                required.append("derived")
            self.shapes[name] |= {
                "type": "object",
                "description": shape.__doc__ or "",
                "properties": properties,
                "required": required,
                "additionalProperties": False,
            }
        return {"$ref": f"#/$defs/{name}"}

    def _value(self, expected: Expected) -> dict[str, Any]:
        match expected:
            case TextOf(form=forms.MARKDOWN):
                return {"$ref": "#/$defs/MarkdownText"}
            case TextOf(voice=Voice.QUOTED):
                return {"$ref": "#/$defs/QuotedText"}
            case TextOf(form=form):
                return _text(form)
            case WordOf(words=words):
                return {"enum": list(words)}
            case ListOf(item=item):
                return {"type": "array", "items": self._value(item)}
            case TableOf(value=value):
                return {"type": "object", "additionalProperties": self._value(value)}
            case RecordOf(shape=shape):
                return self._record(shape)


def _said(field: Field) -> str:
    """With the definitions of its words, where it has such."""
    expected = field.expected
    if isinstance(expected, WordOf) and expected.meanings:
        pairs = zip(expected.words, expected.meanings, strict=True)
        return " ".join((field.doc, *(f"`{word}`: {meaning}" for word, meaning in pairs)))
    return field.doc


def _text(form: Form) -> dict[str, Any]:
    if form in WHOLE_NUMBERS:
        return {"type": "integer", "minimum": 0}
    if form in NUMBERS:
        return {"type": "number"}
    if form in (forms.LINE, forms.TEXT):
        return {"type": "string"}
    return {"type": "string", "pattern": f"^(?:{form.pattern})$"}


def _is_always_there(field: Field) -> bool:
    return field.required or isinstance(field.expected, ListOf | TableOf)
