"""The walk from which the whole explainer goes out: a record as neutral parts, which each form prints in its own way.

The shapes say what stands where, so a new field or a new type of record is in the JSON, the data package and TEI
without a word there. What an edition has not translated, or not since it changed, is told apart here, once for all.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from explainer.model.allowed import Expected, ListOf, RecordOf, TableOf, TextOf, WordOf, fields_of
from explainer.model.fields import MARKDOWN, Form, OurText, Stale, Translated, Untranslated, Voice
from explainer.model.marks import is_marked, is_untranslated, unmarked
from explainer.model.stages import Standing
from explainer.prose.nodes import Prose, citations, plain_text, references


@dataclass(frozen=True, slots=True)
class OutText:
    """A text, a word of a list, an id, a date, a number."""

    text: str
    """As its author wrote it."""
    form: Form | None
    """None for a word of a list."""
    voice: Voice
    prose: Prose | None = None
    """Of Markdown: its tree."""
    translation: str | None = None
    """Of what others said, in an edition that has a translation of it."""
    standing: Standing = Standing.CURRENT

    @property
    def plain(self) -> str:
        """The words without markup."""
        return unmarked(plain_text(self.prose)) if self.prose else self.text

    @property
    def cites(self) -> tuple[str, ...]:
        """The sources that it cites, each once."""
        return tuple(dict.fromkeys(citations(self.prose.blocks))) if self.prose else ()

    @property
    def links(self) -> tuple[str, ...]:
        """The records that it links to, such as `question/losses`, each once."""
        return tuple(dict.fromkeys(references(self.prose.blocks))) if self.prose else ()


@dataclass(frozen=True, slots=True)
class OutList:
    items: tuple["OutPart", ...]
    item: Expected


@dataclass(frozen=True, slots=True)
class OutTable:
    """Values under keys that the author chose."""

    items: Mapping[str, "OutPart"]
    value: Expected


@dataclass(frozen=True, slots=True)
class OutFields:
    """A record or a part of one, in the order of its shape; what was not written is left out, but not empty lists."""

    shape: type
    items: Mapping[str, "OutPart"]


OutPart: TypeAlias = OutText | OutList | OutTable | OutFields


def walked(record: Any) -> OutFields:
    shape: type = type(record)
    return OutFields(shape, _fields(record, shape))


def _fields(record: Any, shape: type) -> dict[str, OutPart]:
    found = {}
    for key, field in fields_of(shape).items():
        if (value := getattr(record, field.attribute)) is not None:
            found[key] = _part(value, field.expected)
    return found


def _part(value: Any, expected: Expected) -> OutPart:
    match expected:
        case TextOf(form=form, voice=voice):
            return _text(value, form, voice)
        case WordOf():
            return OutText(str(value), None, Voice.GIVEN)
        case ListOf(item=item):
            return OutList(tuple(_part(each, item) for each in value), item)
        case TableOf(value=item):
            return OutTable({unmarked(key): _part(each, item) for key, each in value.items()}, item)
        case RecordOf(shape=shape):
            return OutFields(shape, _fields(value, shape))


def _text(value: str, form: Form, voice: Voice) -> OutText:
    translation = unmarked(value.ours) if isinstance(value, Translated) else None
    prose = value.prose if form == MARKDOWN and isinstance(value, OurText) else None
    return OutText(unmarked(str(value)), form, voice, prose, translation, _standing(value))


def _standing(value: str) -> Standing:
    match getattr(value, "standing", None):
        case Untranslated():
            return Standing.MISSING
        case Stale():
            return Standing.STALE
        case _ if is_untranslated(value):
            return Standing.MISSING
        case _:
            return Standing.STALE if is_marked(value) else Standing.CURRENT
