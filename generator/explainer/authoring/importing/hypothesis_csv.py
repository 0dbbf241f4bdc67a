"""Annotations of Hypothesis as a table: that of its client (Share, Export, CSV), and that of its tool `facet`.

A row is an annotation. A table has no words around the quoted ones and not always an id; both only the JSON has.
"""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import StringIO

from explainer.authoring.importing import records
from explainer.authoring.importing.records import ImportedRecord, Lost, is_empty, shown
from explainer.authoring.importing.web_annotation import ImportedNote, Notes
from explainer.text.numbers import whole

_COLUMNS: Mapping[str, tuple[str, ...]] = {
    "quote": ("quote/description", "quote"),
    "text": ("comment", "text", "body"),
    "about": ("url",),
    "by": ("author", "user"),
    "created": ("created at", "updated", "creation date"),
    "address": ("direct link",),
    "tags": ("tags",),
    "type": ("type", "level", "annotation/reply type"),
}
"""What a row says, and how its column is called, in small letters: now, by `facet`, and by the client of 2023."""
_ANSWERS = "reply"
_FIX = "export the annotations again as CSV, or as JSON, which says more"


@dataclass(frozen=True, slots=True)
class _CsvRow:
    line: int
    values: Mapping[str, str]
    """By the name of the column as it is written."""
    problem: str = ""
    """Why it could not be read."""
    raw: str = ""


def is_header(line: str) -> bool:
    """Whether a line is the first of such a table."""
    return _separator(line) is not None


def read(text: str, name: str) -> Notes:
    """The annotations that quote something, and a line about each of the others."""
    notes = Notes()
    header = text.removeprefix("\ufeff").partition("\n")[0]
    separator = _separator(header)
    if separator is None:
        told = f"`{shown(header)}`" if header.strip() else "an empty line"
        notes.problems.append(
            f"{name}:1:1: the first line is {told}, and names no columns `Quote/description` and `URL`; {_FIX}"
        )
        return notes
    for row in _rows(text.removeprefix("\ufeff"), separator):
        if row.problem:
            notes.problems.append(
                f"{name}:{row.line}:1: this row is not CSV: {row.problem}; {_FIX}: `{shown(row.raw)}`"
            )
        else:
            _read(row, name, notes)
    return notes


def _separator(header: str) -> str | None:
    for separator in (",", "\t", ";"):
        columns = {each.strip().strip('"').lower() for each in header.lstrip("\ufeff").split(separator)}
        if columns & set(_COLUMNS["quote"]) and columns & set(_COLUMNS["about"]) and columns & set(_COLUMNS["text"]):
            return separator
    return None


def _rows(text: str, separator: str) -> Iterator[_CsvRow]:
    """Every row below the first; behind one that is broken, reading goes on at the next line."""
    lines = list(StringIO(text, newline=""))
    reader = csv.reader(lines, delimiter=separator, strict=True)
    columns: list[str] = []
    while True:
        line = reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield _CsvRow(line, {}, str(error), "".join(lines[line - 1 : reader.line_num]))
            continue
        if not columns:
            columns = [cell.strip() for cell in cells]
        elif any(cell.strip() for cell in cells):
            named = {(columns[at] if at < len(columns) else f"column {at + 1}"): cell for at, cell in enumerate(cells)}
            yield _CsvRow(line, named)


def _read(row: _CsvRow, name: str, notes: Notes) -> None:
    clean = records.writable(ImportedRecord(row.values))
    values: dict[str, str] = {}
    lost: list[Lost] = []
    for column, value in clean.item.items():
        key = next((key for key, names in _COLUMNS.items() if column.lower() in names), "")
        if key:
            values[key] = value
        elif not is_empty(value):
            lost.append(Lost(column, value))
    kind = values.get("type", "").strip()
    is_answer = kind.lower() == _ANSWERS or (kind.isdecimal() and whole(kind) > 0)
    quote, said = values.get("quote", "").strip(), values.get("text", "").strip()
    tags = tuple(filter(None, map(str.strip, values.get("tags", "").split(","))))
    if is_answer or not quote:
        why = "answers another annotation" if is_answer else "quotes no words: it is about the whole page"
        others = [f"it says “{shown(said)}”"] if said else []
        others += [f"tagged {', '.join(tags)}"] if tags else []
        others += [str(each) for each in (Lost("quote", quote), *lost) if not is_empty(each.value)]
        who = f", by {shown(values['by'])}" if values.get("by", "").strip() else ""
        notes.problems.append(f"{name}:{row.line}:1: this row{who}, {why}{''.join(f'; {each}' for each in others)}")
        return
    created = values.get("created", "").strip()
    lost += [Lost("created", created)] if created != created[:10] else []
    lost += [] if kind.lower() in ("", "annotation", "highlight", "0") else [Lost("type", kind)]
    text = "\n".join(line.rstrip() if not line.endswith("  ") else line for line in said.splitlines())
    notes.notes.append(
        ImportedNote(
            quote=quote,
            prefix="",
            suffix="",
            text=text,
            about=values.get("about", "").strip(),
            address=shown(values.get("address", "")),
            by=shown(values.get("by", "")),
            created=shown(created[:10]),
            tags=tags,
            lost=tuple(lost),
            remarks=clean.remarks,
        )
    )
