"""The timeline: everything once, in the order of time, and no date more precise than it was written."""

import re
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from explainer import tree
from explainer.interface import ENGLISH
from explainer.model.fields import OurText
from explainer.model.record_types import RecordType, Ref
from explainer.model.seeds import Event
from explainer.model.stages import Entry
from explainer.rendering.chronology import FULL_DAY, day_of, day_of_the_story, in_order, spans
from explainer.rendering.month_bar import month_bar
from explainer.rendering.timeline import _is_exact, _when
from explainer.source import Span
from explainer.text import dates

_NODE = tree.Scalar("", Span("seeds/events.yaml"))


@st.composite
def moments(draw: st.DrawFn) -> str:
    year, month, day = draw(st.integers(2022, 2024)), draw(st.integers(1, 12)), draw(st.integers(1, 28))
    parts = draw(st.integers(1, 4))
    date = "-".join(f"{part:02}" for part in (year, month, day)[: min(parts, 3)])
    if parts == 4:
        date += f"T{draw(st.integers(0, 23)):02}:{draw(st.integers(0, 59)):02}{draw(st.sampled_from(['', '+03:00']))}"
    return date + draw(st.sampled_from(["", "", "~", "?"]))


written = st.one_of(
    moments(), st.tuples(moments(), moments()).map(lambda ends: "/".join(ends)).filter(lambda d: not dates.problem(d))
)


def dated(found: list[str]) -> list[Entry[Event]]:
    return [
        Entry(
            Ref(RecordType.EVENT, f"e{index}"),
            Event(id=f"e{index}", date=date, text=OurText("It rains."), sources=()),
            _NODE,
        )
        for index, date in enumerate(found)
    ]


lists = st.lists(written, max_size=25).map(dated)


@given(lists)
def test_events_stand_in_the_order_of_their_days(events: list[Entry[Event]]) -> None:
    ordered = in_order(events)
    assert sorted(entry.id for entry in ordered) == sorted(entry.id for entry in events)
    days = [day_of(entry.value.date) for entry in ordered]
    known = [dates.sort_key(day) for day in days if day]
    assert known == sorted(known)


@given(lists)
def test_hours_of_one_day_go_up_and_the_rest_keeps_the_order_of_the_file(events: list[Entry[Event]]) -> None:
    for one, other in pairwise(in_order(events)):
        hours = [re.search(r"T(\d\d:\d\d)", entry.value.date.partition("/")[0]) for entry in (one, other)]
        if day_of(one.value.date) != day_of(other.value.date) or day_of(one.value.date) is None:
            continue
        if hours[0] and hours[1]:
            assert hours[0][1] <= hours[1][1]
        if not hours[0] and not hours[1]:
            assert int(one.id[1:]) < int(other.id[1:])


@given(lists)
def test_spans_hold_every_event_once_and_full_days_stand_alone(events: list[Entry[Event]]) -> None:
    ordered = in_order(events)
    found = spans(ordered, ENGLISH)
    assert [entry.id for span in found for entry in span.events] == [entry.id for entry in ordered]
    assert len({span.id for span in found}) == len(found)
    for day in {day_of(entry.value.date) for entry in events} - {None}:
        of_day = [entry.id for entry in ordered if day_of(entry.value.date) == day]
        if len(of_day) >= FULL_DAY:
            assert of_day in [[entry.id for entry in span.events] for span in found]


@given(lists)
def test_the_day_of_the_story_has_the_most_events(events: list[Entry[Event]]) -> None:
    found = spans(in_order(events), ENGLISH)
    at = day_of_the_story(found)
    counts = [len(span.events) if span.day else 0 for span in found]
    assert not any(counts) or counts.index(max(counts)) == at


@given(lists)
def test_dates_are_as_precise_as_written_and_no_more(events: list[Entry[Event]]) -> None:
    for span in spans(in_order(events), ENGLISH):
        for entry in span.events:
            shown = str(_when(entry.value, span, "", ENGLISH))
            date = entry.value.date
            machine = re.search(r'datetime="([^"]+)"', shown)
            assert (machine[1] if machine else None) == dates.datetime(date)
            assert _is_exact(entry.value) <= ("T" in date)
            if "T" not in date:
                assert not re.search(r"\d\d(:|&#58;)\d\d", shown)


def test_quiet_months_of_one_year_are_one_part_and_a_busy_one_is_its_own() -> None:
    busy = ["2031-03"] * FULL_DAY
    found = spans(in_order(dated(["2030-12", "2031-01", "2031-02", *busy, "2031-04"])), ENGLISH)
    assert [len(span.events) for span in found] == [1, 2, FULL_DAY, 1]


def test_the_bar_has_each_month_once_and_the_parts_of_that_of_the_story() -> None:
    events = ["2030-12-01", "2031-03-01", *["2031-03-12"] * FULL_DAY, "2031-03-20", *["2031-04-02"] * FULL_DAY]
    found = spans(in_order(dated(events)), ENGLISH)
    story = found[day_of_the_story(found) or 0].begin
    assert [(jump.words, jump.year, jump.is_day) for jump in month_bar(found, story, ENGLISH)] == [
        ("Dec", "2030", False), ("Mar", "2031", False), ("1", "", True), ("12", "", True), ("20", "", True),
        ("Apr", "", False),
    ]  # fmt: skip
