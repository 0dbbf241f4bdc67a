"""The shapes as flat tables: a table for each type of record and for each shape that stands in lists, with their keys.

A part that stands once becomes columns (`point-lat`). A list of records is a table of its own, whose rows say of what
they are (`of-question`). Ids in lists are rows of `references`, other lists and what the author named are rows of
`values`. So every cell holds one value, and a new field has its column or its rows without a word here.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cache

from explainer.exporting.sections import SECTIONS, OutSection
from explainer.model import fields as forms
from explainer.model.allowed import Expected, Field, ListOf, RecordOf, TextOf, WordOf, fields_of
from explainer.model.fields import Form, Voice
from explainer.model.record_types import RecordType
from explainer.model.references import NAMED
from explainer.model.walk import holds

REFERENCES, VALUES = "references", "values"
_PLURALS = {"evidence": "evidence", "furniture": "furniture", "unannotated": "unannotated"}
"""Words that have no other."""


@dataclass(frozen=True, slots=True)
class FlatColumn:
    name: str
    holds: str
    form: Form | None = None
    words: tuple[str, ...] = ()
    """Those that may stand there."""
    is_required: bool = False
    names: str = ""
    """The table to whose key its value belongs."""


@dataclass(slots=True)
class FlatTable:
    name: str
    holds: str
    columns: dict[str, FlatColumn] = field(default_factory=dict)

    def add(self, column: FlatColumn) -> None:
        """A column of one kind of record is one of all, with the words of each."""
        if known := self.columns.get(column.name):
            column = replace(known, words=tuple(dict.fromkeys((*known.words, *column.words))))
        self.columns[column.name] = column


KEY = FlatColumn("key", "The name of the row in this table.", is_required=True)
_REFERENCES = (
    FlatColumn("field", "The key under which the id stands.", is_required=True),
    FlatColumn("number", "Its place in the list, from 1.", forms.RANK, is_required=True),
)
_VALUES = (
    FlatColumn("field", "The key under which the value stands.", is_required=True),
    FlatColumn("name", "What the author called it: the language of names, the column of a count."),
    FlatColumn("number", "Its place in the list, from 1.", forms.RANK),
    FlatColumn("value", "As its author wrote it.", is_required=True),
    FlatColumn("value-plain", "The words of Markdown alone."),
)


@cache
def flat_tables() -> dict[str, FlatTable]:
    """By name, the records first."""
    return _Flattening().tables()


def name_of_child(shape: type) -> str:
    one = singular(shape)
    return _PLURALS.get(one) or (f"{one[:-1]}ies" if one.endswith("y") else f"{one}s")


def singular(shape: type) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "-", shape.__name__).lower()


def parent_column(one: str) -> str:
    return f"of-{one}"


def one_of(section: OutSection) -> str:
    return str(section.records) if section.records else section.name


def table_of(type_: RecordType) -> str:
    return next(section.name for section in SECTIONS if section.records is type_)


def columns_of(name: str, key: str, expected: TextOf | WordOf, doc: str, *, is_required: bool) -> Iterator[FlatColumn]:
    """The columns of the value under a key: a text that stands in two ways has two."""
    match expected:
        case WordOf(words=words):
            yield FlatColumn(name, doc, None, words, is_required)
        case TextOf(form=forms.ID) if types := NAMED.get(key, ()):
            for type_ in types:
                own = name if len(types) == 1 else f"{name}-{type_}"
                yield FlatColumn(own, doc, forms.ID, (), is_required and len(types) == 1, table_of(type_))
        case TextOf(form=forms.MARKDOWN):
            yield FlatColumn(name, doc, forms.MARKDOWN, (), is_required)
            yield FlatColumn(f"{name}-plain", f"The words of `{name}` alone.", None, (), is_required)
        case TextOf(form=form, voice=Voice.QUOTED):
            yield FlatColumn(name, doc, form, (), is_required)
            yield FlatColumn(f"{name}-translation", f"In an edition: what `{name}` means in its language.")
        case TextOf(form=form):
            yield FlatColumn(name, doc, form, (), is_required)


class _Flattening:
    """The tables on their way: collects the shapes that it meets."""

    def __init__(self) -> None:
        self.made: dict[str, FlatTable] = {}
        self.references = FlatTable(REFERENCES, "Ids in lists, and what texts cite and link to, one a row, in order.")
        self.values = FlatTable(VALUES, "Other lists and named values, one a row.")

    def tables(self) -> dict[str, FlatTable]:
        for table, columns in ((self.references, _REFERENCES), (self.values, _VALUES)):
            for column in (KEY, *columns):
                table.add(column)
        for type_ in RecordType:
            self.references.add(FlatColumn(str(type_), f"The {type_} that is named.", forms.ID, names=table_of(type_)))
        for section in SECTIONS:
            self._section(section)
        made = {**self.made, REFERENCES: self.references, VALUES: self.values}
        for table in made.values():
            table.columns = dict(sorted(table.columns.items(), key=lambda each: _rank(each[0])))
        return made

    def _section(self, section: OutSection) -> None:
        table = self.made.setdefault(section.name, FlatTable(section.name, section.holds))
        table.add(KEY)
        for shape in section.shapes:
            # What one kind of record must have, another may lack.
            self._flatten(table, one_of(section), shape, "", is_required=len(section.shapes) == 1)
        if section.derived:
            self._flatten(table, one_of(section), section.derived, "derived-", is_required=True)

    def _flatten(self, table: FlatTable, one: str, shape: type, prefix: str, *, is_required: bool) -> None:
        for key, each in fields_of(shape).items():
            self._field(table, one, f"{prefix}{key}", key, each, is_required=is_required and each.required)

    def _field(self, table: FlatTable, one: str, name: str, key: str, each: Field, *, is_required: bool) -> None:
        match each.expected:
            case TextOf() | WordOf() as expected:
                if isinstance(expected, TextOf) and expected.form == forms.MARKDOWN:
                    self.references.add(_parent(table, one))
                for column in columns_of(name, key, expected, each.doc, is_required=is_required):
                    table.add(column)
            case RecordOf(shape=shape):
                self._flatten(table, one, shape, f"{name}-", is_required=is_required)
            case ListOf(item=RecordOf(shape=shape)):
                self._child(table, one, shape)
            case ListOf(item=item) if is_reference(key, item):
                self.references.add(_parent(table, one))
            case expected:
                self.values.add(_parent(table, one))
                if holds(expected, forms.MARKDOWN):
                    self.references.add(_parent(table, one))

    def _child(self, table: FlatTable, one: str, shape: type) -> None:
        name = name_of_child(shape)
        is_new = name not in self.made
        child = self.made.setdefault(name, FlatTable(name, shape.__doc__ or ""))
        if is_new:
            child.add(KEY)
        child.add(_parent(table, one))
        if is_new:
            child.add(FlatColumn("number", "Its place in the list, from 1.", forms.RANK, is_required=True))
            self._flatten(child, singular(shape), shape, "", is_required=True)


def is_reference(key: str, item: Expected) -> bool:
    """Whether what stands in a list under this key names records."""
    return key in NAMED and isinstance(item, TextOf) and item.form == forms.ID


def _rank(name: str) -> int:
    """First the key, then the rows that it is of, then what it says."""
    return 0 if name == KEY.name else 1 if name.startswith(parent_column("")) else 2


def _parent(table: FlatTable, one: str) -> FlatColumn:
    return FlatColumn(parent_column(one), f"The row of `{table.name}` that it is of.", names=table.name)
