"""Warnings that an author silenced are not told; an entry that silences nothing is told itself."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from explainer.diagnostics import Diagnostic
from explainer.linking.entries import entries_of
from explainer.linking.records import records_of
from explainer.linking.references import check_typed
from explainer.model.record_types import RecordType, Ref
from explainer.model.seeds import Silence
from explainer.model.stages import Anchored, Entry, Linked
from explainer.rules import SILENCE_IS_NEEDED
from explainer.source import Span


def silenced(linked: Linked, found: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """What is left to tell of all that was found, and what is wrong in `silenced.yaml` itself.

    While anything is an error, the check does not see all there is, and no entry is called superfluous.
    """
    found, entries = tuple(found), linked.seeds.silenced
    if not entries:
        return found
    problems = tuple(_unresolved(linked.anchored, entries))
    reaches = {entry: _reach(entry.value, _places(linked.anchored)) for entry in entries}
    left = tuple(each for each in found if each.is_error or not any(reach.has(each) for reach in reaches.values()))
    if any(each.is_error for each in (*left, *problems)):
        return (*left, *problems)
    idle = [entry for entry, reach in reaches.items() if not any(map(reach.has, found))]
    return (*left, *map(_superfluous, idle))


@dataclass(frozen=True, slots=True)
class _Reach:
    """What one entry silences."""

    rule: str
    file: str | None
    places: tuple[Span, ...] | None
    """Where its record is written; None for every place."""

    def has(self, diagnostic: Diagnostic) -> bool:
        span = diagnostic.span
        if diagnostic.rule.id != self.rule or self.file not in (None, span.path):
            return False
        return self.places is None or any(_holds(place, span) for place in self.places)


def _reach(entry: Silence, places: Mapping[str, tuple[Span, ...]]) -> _Reach:
    return _Reach(entry.rule, entry.file, None if entry.record is None else places.get(entry.record, ()))


def _places(anchored: Anchored) -> dict[str, tuple[Span, ...]]:
    """The place of each record, as authors name it; that of an article is all of its text too."""
    found: dict[str, tuple[Span, ...]] = {
        str(entry.ref): (entry.node.span,) for entry in entries_of(anchored) if entry.ref
    }
    for id_, article in anchored.articles.items():
        file = article.seed.text.source.file
        found[str(Ref(RecordType.ARTICLE, id_))] += (file.span(0, len(file.text)),)
    return found


def _holds(place: Span, span: Span) -> bool:
    first, last = (place.line, place.column), (place.end_line, place.end_column)
    return place.path == span.path and first <= (span.line, span.column) <= last


def _unresolved(anchored: Anchored, entries: Iterable[Entry[Silence]]) -> Iterator[Diagnostic]:
    records = records_of(anchored)
    for entry in entries:
        if entry.value.record is not None:
            yield from check_typed(entry.value.record, entry.at("record"), records)


def _superfluous(entry: Entry[Silence]) -> Diagnostic:
    value = entry.value
    where = " and ".join(f"in `{each}`" for each in (value.record, value.file) if each) or "on the whole site"
    return Diagnostic(SILENCE_IS_NEEDED, entry.at("rule"), f"nothing {where} breaks `{value.rule}`")
