"""No two records of one type share an id, nor two parts of one record."""

from collections.abc import Iterable, Iterator
from typing import Any, TypeVar

from explainer import rules
from explainer.diagnostics import Diagnostic, Remark
from explainer.model.allowed import name_of
from explainer.model.seeds import Aspect, Column, Frame, Map, Question, Report, ReportPassage
from explainer.model.stages import Entry
from explainer.source import Span

T = TypeVar("T")


def unique(entries: Iterable[Entry[T]]) -> tuple[tuple[Entry[T], ...], tuple[Diagnostic, ...]]:
    """The entries of one type, the first of each id, and a diagnostic for each other one."""
    first: dict[str, Entry[T]] = {}
    found: list[Diagnostic] = []
    for entry in entries:
        earlier = first.setdefault(entry.id, entry)
        if earlier is not entry:
            written = entry.at("id")
            found.append(_twice(written, earlier.at("id"), written, f"the id `{_own(entry.id)}`"))
    return tuple(first.values()), tuple(found)


def check(entry: Entry[Any]) -> Iterator[Diagnostic]:
    """Breaks it: two aspects, or two columns, with one id in one question; two frames of the map with one id."""
    parts: tuple[tuple[str, tuple[Aspect | Column | Frame | ReportPassage, ...]], ...] = ()
    match entry.value:
        case Question(aspects=aspects, columns=columns):
            parts = (("aspects", aspects), ("columns", columns))
        case Report(passages=passages):
            parts = (("passages", passages),)
        case Map(frames=frames):
            parts = (("frames", frames),)
    for key, records in parts:
        places: dict[str, Span] = {}
        for index, record in enumerate(records):
            span = entry.at(key, index, "id")
            earlier = places.setdefault(record.id, span)
            if earlier is not span:
                yield _twice(span, earlier, span, f"the {name_of(type(record))} `{record.id}`")


def _twice(span: Span, earlier: Span, later: Span, what: str) -> Diagnostic:
    where = f"line {earlier.line}" if earlier.path == later.path else str(earlier)
    return Diagnostic(rules.ID_IS_UNIQUE, span, f"{what} is taken", remarks=(Remark(f"first on {where}", earlier),))


def _own(full: str) -> str:
    return full.rpartition("/")[2]
