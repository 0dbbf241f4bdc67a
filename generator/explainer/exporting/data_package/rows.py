"""The rows of the flat tables, from the walk over each record."""

from dataclasses import dataclass, field
from typing import TypeAlias

from explainer.exporting.addresses import Addresses
from explainer.exporting.data_package.flat import (
    REFERENCES,
    VALUES,
    is_reference,
    name_of_child,
    one_of,
    parent_column,
    singular,
)
from explainer.exporting.derived import CONTENT
from explainer.exporting.sections import SECTIONS, OutRecord, OutSection, records_of
from explainer.exporting.walked import OutFields, OutList, OutPart, OutTable, OutText, walked
from explainer.model import fields as forms
from explainer.model.allowed import RecordOf
from explainer.model.fields import Voice
from explainer.model.record_types import RecordType, Ref
from explainer.model.references import NAMED
from explainer.model.stages import Linked

Cells: TypeAlias = dict[str, str]


@dataclass
class FlatRows:
    """What the tables hold, by their names, and the texts of articles as files."""

    rows: dict[str, list[Cells]] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)


def flat_rows(linked: Linked, addresses: Addresses) -> FlatRows:
    found = _Rows(linked)
    for section in SECTIONS:
        for number, record in enumerate(records_of(linked, section, addresses), 1):
            found.record(section, record, number)
    return found.made


@dataclass(frozen=True, slots=True)
class _RowAbove:
    """The row in which values stand: its key in its table, its path among all rows, what its table calls one row."""

    key: str
    path: str
    one: str


class _Rows:
    def __init__(self, linked: Linked) -> None:
        self.made = FlatRows()
        self.linked = linked

    def is_known(self, type_: RecordType, id_: str) -> bool:
        return Ref(type_, id_) in self.linked.labels

    def record(self, section: OutSection, record: OutRecord, number: int) -> None:
        path = record.key or (f"{section.name}/{number}" if section.is_list else section.name)
        key = record.id or (str(number) if section.is_list else section.name)
        row = self._row(section.name, {"key": key})
        around = _RowAbove(key, path, one_of(section))
        self._fill(row, walked(record.entry.value), "", around)
        if record.derived:
            self._fill(row, walked(record.derived), "derived-", around)

    def _row(self, table: str, cells: Cells) -> Cells:
        self.made.rows.setdefault(table, []).append(cells)
        return cells

    def _fill(self, row: Cells, part: OutFields, prefix: str, around: _RowAbove) -> None:
        for key, each in part.items.items():
            self._field(row, f"{prefix}{key}", key, each, around)

    def _field(self, row: Cells, name: str, key: str, part: OutPart, around: _RowAbove) -> None:
        match part:
            case OutText(form=form) if form == CONTENT:
                row[name] = self._file(part.text, around)
            case OutText(form=forms.ID) if len(NAMED.get(key, ())) > 1:
                row[f"{name}-{self._type(key, part.text)}"] = part.text
            case OutText():
                row |= _cells(name, part)
                self._named_in(part, name, f"{around.path}/{name}", around)
            case OutFields():
                self._fill(row, part, f"{name}-", around)
            case OutList(item=RecordOf(shape=shape), items=items):
                for number, each in enumerate(items, 1):
                    assert isinstance(each, OutFields)
                    self._child(shape, each, f"{around.path}/{name}/{number}", number, around)
            case OutList(items=items, item=item) if is_reference(key, item):
                self._references(name, key, items, around)
            case OutList(items=items):
                self._values(name, "", items, around)
            case OutTable(items=named):
                for called, each in named.items():
                    self._values(name, called, each.items if isinstance(each, OutList) else (each,), around)

    def _child(self, shape: type, part: OutFields, path: str, number: int, around: _RowAbove) -> None:
        cells = {"key": path, parent_column(around.one): around.key, "number": str(number)}
        self._fill(self._row(name_of_child(shape), cells), part, "", _RowAbove(path, path, singular(shape)))

    def _type(self, key: str, id_: str) -> RecordType:
        """The type of the record that an id under this key names."""
        return next((each for each in NAMED[key] if self.is_known(each, id_)), NAMED[key][0])

    def _references(self, name: str, key: str, items: tuple[OutPart, ...], around: _RowAbove) -> None:
        for number, each in enumerate(items, 1):
            assert isinstance(each, OutText)
            cells = {"key": f"{around.path}/{name}/{number}", parent_column(around.one): around.key}
            told = {"field": name, "number": str(number), str(self._type(key, each.text)): each.text}
            self._row(REFERENCES, {**cells, **told})

    def _named_in(self, text: OutText, name: str, path: str, around: _RowAbove) -> None:
        """What a text cites, then what it links to."""
        named = [Ref(RecordType.SOURCE, each) for each in text.cites]
        named += [ref for each in text.links if (ref := Ref.parse(each))]
        for number, ref in enumerate((each for each in named if each in self.linked.labels), 1):
            cells = {"key": f"{path}/named/{number}", parent_column(around.one): around.key}
            self._row(REFERENCES, {**cells, "field": name, "number": str(number), str(ref.type): ref.id})

    def _values(self, name: str, called: str, items: tuple[OutPart, ...], around: _RowAbove) -> None:
        for number, each in enumerate(items, 1):
            assert isinstance(each, OutText), "a table of records has no place here"
            path = "/".join(filter(None, (around.path, name, called, str(number))))
            cells = {"key": path, parent_column(around.one): around.key, "field": name, "name": called}
            self._row(VALUES, {**cells, "number": str(number), **_cells("value", each)})
            self._named_in(each, name, path, around)

    def _file(self, text: str, around: _RowAbove) -> str:
        name = around.path.removeprefix("article/").replace("derived-", "").replace("/", "-")
        path = f"texts/{name}.txt"
        self.made.texts[path] = text
        return path


def _cells(key: str, part: OutText) -> Cells:
    cells = {key: part.text}
    if part.form == forms.MARKDOWN:
        cells[f"{key}-plain"] = part.plain
    elif part.voice is Voice.QUOTED and part.translation:
        cells[f"{key}-translation"] = part.translation
    return cells
