"""Where an id is wanted and the name of a record stands: its id."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from explainer import rules
from explainer.diagnostics import Diagnostic
from explainer.model.stages import Entry
from explainer.source import SourceFile

_NAMES = ("name", "term", "title", "short")


def with_ids(
    found: Iterable[Diagnostic], entries: Iterable[Entry[Any]], files: Mapping[str, SourceFile]
) -> Iterator[Diagnostic]:
    """The diagnostics; where a value without its form is the name of one record, the fix says the record's id."""
    ids: dict[str, set[str]] | None = None
    for each in found:
        if each.rule is rules.VALUE_HAS_FORM and each.message.endswith("is not a valid id") and each.span.path in files:
            ids = _ids(entries) if ids is None else ids
            known = ids.get(_written(files[each.span.path], each), set())
            if len(known) == 1:
                (id_,) = known
                each = replace(each, fix=f"Write `{id_}`: the record of that name has this id.")
        yield each


def _ids(entries: Iterable[Entry[Any]]) -> dict[str, set[str]]:
    """The ids of records by their name, in small letters."""
    found: dict[str, set[str]] = {}
    for entry in entries:
        for key in _NAMES:
            name = getattr(entry.value, key, None)
            if entry.ref and isinstance(name, str):
                found.setdefault(name.casefold(), set()).add(entry.id)
    return found


def _written(file: SourceFile, diagnostic: Diagnostic) -> str:
    span = diagnostic.span
    start, end = file.offset(span.line, span.column), file.offset(span.end_line, span.end_column)
    return file.text[start:end].strip("\"'“”„ ").casefold()
