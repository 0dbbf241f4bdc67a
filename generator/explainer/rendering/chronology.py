"""Events in the order of time, cut into spans that get a heading: single full days, months, runs of quiet months."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from explainer.interface import Catalogue
from explainer.interface.dates_in_words import words_of
from explainer.model.seeds import Event
from explainer.model.stages import Entry
from explainer.text import dates
from explainer.text.dates import Moment, Period

FULL_DAY = 3
"""A day with so many events gets a heading of its own, and so does a month."""


@dataclass(frozen=True)
class TimeSpan:
    id: str
    title: str
    day: Moment | None
    """The day whose events these are; None for longer spans."""
    year: str
    """The year that the title says, so that its events need not; nothing where they are of several."""
    events: tuple[Entry[Event], ...]

    @property
    def begin(self) -> Moment:
        return day_of(self.events[0].value.date) or _beginning(self.events[0].value.date)


def day_of_the_story(found: Sequence[TimeSpan]) -> int:
    """The index of the day with the most events, the first of several; 0 where no day has a heading of its own."""
    days = [index for index, span in enumerate(found) if span.day]
    return max(days, key=lambda index: len(found[index].events), default=0)


def in_order(events: Iterable[Entry[Event]]) -> list[Entry[Event]]:
    """By day, as dates sort; within a day by hour, and what has none follows what it follows in the file.

    Only the author knows that “evening” comes after “reported by 09:20”, and in which time zone that is.
    """
    by_day: dict[tuple[int, ...], list[Entry[Event]]] = {}
    for entry in events:
        by_day.setdefault(dates.sort_key(_beginning(entry.value.date)), []).append(entry)
    return [entry for _, day in sorted(by_day.items()) for entry in _by_hour(day)]


def day_of(date: str) -> Moment | None:
    """The day on which it was, or began; None where the source does not say the day."""
    begin = _beginning(date)
    return begin if begin.day is not None else None


def spans(events: Iterable[Entry[Event]], words: Catalogue) -> list[TimeSpan]:
    """In order. What lies between two full days of a month stays together."""
    ordered = list(events)
    counts = Counter(day_of(entry.value.date) for entry in ordered)

    def key(entry: Entry[Event]) -> Moment:
        day = day_of(entry.value.date)
        if day is not None and counts[day] >= FULL_DAY:
            return day
        begin = _beginning(entry.value.date)
        return Moment(begin.year, begin.month)

    runs = [(each, list(run)) for each, run in groupby(ordered, key)]
    split = Counter((each.year, each.month) for each, _ in runs)
    return [_span(keys, run, split, words) for keys, run in _joined(runs)]


def _by_hour(day: list[Entry[Event]]) -> list[Entry[Event]]:
    hour = -1
    hours = []
    for entry in day:
        written = _minute(entry.value.date)
        hour = hour if written is None else written
        hours.append(hour)
    return [day[index] for index in sorted(range(len(day)), key=hours.__getitem__)]


def _minute(date: str) -> int | None:
    start = _start(date)
    return start.hour * 60 + start.minute if start.hour is not None and start.minute is not None else None


def _beginning(date: str) -> Moment:
    start = _start(date)
    return Moment(start.year, start.month, start.day)


def _start(date: str) -> Moment:
    parsed = dates.parse(date)
    return parsed.start if isinstance(parsed, Period) else parsed


_Run = tuple[Moment, list[Entry[Event]]]


def _joined(runs: list[_Run]) -> list[tuple[list[Moment], list[Entry[Event]]]]:
    """Neighbouring months of one year with few events become one span."""
    joined: list[tuple[list[Moment], list[Entry[Event]]]] = []
    for key, run in runs:
        if joined and key.day is None and len(run) < FULL_DAY:
            keys, before = joined[-1]
            if keys[-1].day is None and keys[-1].year == key.year and len(before) < FULL_DAY:
                joined[-1] = ([*keys, key], before + run)
                continue
        joined.append(([key], run))
    return joined


def _span(
    keys: list[Moment], run: list[Entry[Event]], split: Counter[tuple[int, int | None]], words: Catalogue
) -> TimeSpan:
    first, last = keys[0], keys[-1]
    title = words_of(words, first if first == last else Period(first, last))
    days = [day for day in (day_of(entry.value.date) for entry in run) if day]
    if first == last and first.day is None and split[first.year, first.month] > 1 and len(days) == len(run):
        title = words_of(words, days[0] if days[0] == days[-1] else Period(days[0], days[-1]))
    begin = days[0] if days else first
    only = days[0] if days and title == words_of(words, days[0]) else None
    fragment = "-".join(f"{part:02}" for part in (begin.year, begin.month, begin.day) if part is not None)
    years = {_beginning(entry.value.date).year for entry in run}
    return TimeSpan(f"d-{fragment}", title, only, str(years.pop()) if len(years) == 1 else "", tuple(run))
