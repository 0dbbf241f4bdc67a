"""A date is no more precise than what it rests on: a day that no source names was guessed.

Of a source, `issued` tells at most the day of what it reports, and less where it is marked (`~`, `?`, `%`) itself;
`dates`, where it is written, decides alone. The moment at which a source was published is told by that. A date that
is marked claims nothing.
"""

from collections.abc import Iterator
from typing import Any

from explainer.diagnostics import Diagnostic
from explainer.linking.entries import entries_of, source_of
from explainer.model import seeds as shapes
from explainer.model.stages import Entry, Linked
from explainer.rules import DATE_FITS_SOURCE
from explainer.text import dates
from explainer.vocabulary import Dating

_LEVELS = (*Dating,)
"""From the least to the most precise."""
_MARKS = "~?%"
_LENGTHS = {Dating.YEAR: 4, Dating.MONTH: 7, Dating.DAY: 10}


def check(linked: Linked) -> Iterator[Diagnostic]:
    """Breaks it: `date: 2031-02-04` in an event whose only source is `issued: 2031-02`."""
    seeds = linked.seeds
    for entry in entries_of(linked.anchored):
        for path, date, sources in _dated(entry):
            known = [source.value for id in sources if (source := source_of(id, seeds))]
            if not known or len(known) < len(sources):
                continue  # what a source that is unknown or broken would tell, nobody knows
            claimed = _claimed(dates.parse(date))
            told = max(_precision_of(source, date) for source in known)
            if claimed > told:
                yield Diagnostic(DATE_FITS_SOURCE, entry.at(*path), *_advice(date, claimed, told, known))


def _dated(entry: Entry[Any]) -> Iterator[tuple[tuple[str | int, ...], str, tuple[str, ...]]]:
    """Where each date of a record stands that rests on sources, the date, and those."""
    match entry.value:
        case shapes.Event(date=date, sources=sources):
            yield ("date",), date, sources
        case shapes.Question(positions=positions, figures=figures):
            for index, position in enumerate(positions):
                if position.date:
                    yield ("positions", index, "date"), position.date, tuple(item.source for item in position.evidence)
            for index, figure in enumerate(figures):
                yield ("figures", index, "date"), figure.date, figure.sources
        case shapes.Place(control=control):
            for index, claim in enumerate(control):
                yield ("control", index, "date"), claim.date, claim.sources
        case shapes.Party(roles=roles, sources=sources):
            for index, role in enumerate(roles):
                if role.when:
                    yield ("roles", index, "when"), role.when, role.sources or sources


def _claimed(date: dates.Date) -> int:
    """How precise a date claims to be: 0 not at all, then the place of its level, counted from 1."""
    if isinstance(date, dates.Period):
        return max(_claimed(date.start), _claimed(date.end))
    return 0 if date.about or date.uncertain else _level(date)


def _precision_of(source: shapes.Source, date: str) -> int:
    """How precisely a source can tell the date of what it reports."""
    if source.dates:
        return _LEVELS.index(source.dates) + 1
    if source.issued is None:
        return 0
    issued = dates.parse(source.issued)
    moment = issued.start if isinstance(issued, dates.Period) else issued
    if source.issued == date:
        return _level(moment)
    return min(_level(moment), _LEVELS.index(Dating.DAY) + 1) - (moment.about or moment.uncertain)


def _level(moment: dates.Moment) -> int:
    return 1 + sum(part is not None for part in (moment.month, moment.day, moment.hour))


def _advice(date: str, claimed: int, told: int, sources: list[shapes.Source]) -> tuple[str, str]:
    """The message and the fix."""
    precise = _LEVELS[claimed - 1].value
    named = f"its source `{sources[0].id}`" if len(sources) == 1 else "none of its sources"
    tells = "does not tell it" if len(sources) == 1 else "tells it"
    message = f"the date `{date}` names the {precise}, and {named} {tells}"
    less = date[: _LENGTHS[_LEVELS[told - 1]]] if told and "/" not in date else _about(date)
    return message, f"Write `{less}`, or add `dates: {precise}` to a source whose text names the {precise}."


def _about(date: str) -> str:
    return "/".join(moment if moment[-1] in _MARKS else f"{moment}~" for moment in date.split("/"))
