"""The page of the events: in the order of time, each with whose account it is, where, and from which sources."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from explainer.interface import Catalogue
from explainer.interface.dates_in_words import in_words
from explainer.model.fields import prose_of
from explainer.model.parts import ListPart
from explainer.model.record_types import RecordType, Ref
from explainer.model.seeds import Event, Side
from explainer.model.stages import Entry, Linked, Page
from explainer.prose.nodes import references
from explainer.rendering.chronology import TimeSpan, day_of, day_of_the_story, in_order, spans
from explainer.rendering.escape import escape, filled
from explainer.rendering.front_matter import front_matter
from explainer.rendering.maps import map_figure
from explainer.rendering.month_bar import month_bar
from explainer.rendering.parted import ListGroup, lines, part_view, sheet
from explainer.rendering.printer import Printer
from explainer.rendering.templates import render
from explainer.text import dates

NOBODY = "none"
"""Stands for the hue of events that nobody disputes, in the filter."""
_CLOCK = re.compile(r"[0-9]{1,2}:[0-9]{2}\b")


@dataclass(frozen=True)
class EventView:
    entry: Entry[Event]
    when: Markup
    sides: tuple[Side, ...]
    """Whose account it is, each side once."""
    hues: str
    also: Markup
    """Places that the text does not name, and questions."""
    is_exact: bool
    """Whether the hour is known, not only the day or the time of a report."""


@dataclass(frozen=True)
class SpanView:
    id: str
    title: str
    hues: str
    events: tuple[EventView, ...]


@dataclass(frozen=True)
class Choice:
    """A box of the filter: a hue, and the sides that have it."""

    hue: str
    sides: tuple[Side, ...]
    count: int


def timeline_page(linked: Linked, part: ListPart) -> Page:
    printer = Printer(linked, part.path)
    own = frozenset(part.refs)
    events = in_order(entry for entry in linked.seeds.events.values() if entry.ref in own)
    zone = _zone(events)
    found = [] if part.below else spans(events, printer.words)
    story = day_of_the_story(found)
    shown = [_span(span, zone, printer) for span in found]
    folded = 0 if part.depth else story
    words = printer.words
    view = part_view(printer, part, words.gettext("Timeline"))
    body = render(
        "timeline.md.j2",
        words,
        p=printer,
        view=view,
        groups=_named(linked, events) if part.below else [],
        earlier=shown[:folded],
        earlier_count=sum(len(span.events) for span in found[:folded]),
        spans=shown[folded:],
        jumps=month_bar(found, found[story].begin, words) if found else (),
        choices=_choices(view for span in shown for view in span.events),
        nobody=NOBODY,
        zone=zone.strip(" ()"),
        map=None if part.depth else map_figure(printer),
    )
    description = words.gettext("What happened when, in the order of time; each entry says whose account it is.")
    path = events[0].node.span.path if events else "seeds/events.yaml"
    return Page(part.path, front_matter(view.title, description, extra=sheet(part)) + body, path)


def _named(linked: Linked, events: Sequence[Entry[Event]]) -> list[ListGroup]:
    """Each event in a line, under the addresses of the spans in which they stand while the list is whole."""
    named: list[ListGroup] = []
    for span in spans(events, linked.catalogue):
        own = lines(linked, (entry.ref for entry in span.events if entry.ref), linked.labels.__getitem__)
        named.append(ListGroup(span.title, own, span.id))
    return named


def _span(span: TimeSpan, zone: str, printer: Printer) -> SpanView:
    views = tuple(_event(entry, span, zone, printer) for entry in span.events)
    hues = dict.fromkeys(hue for view in views for hue in view.hues.split())
    return SpanView(span.id, span.title, " ".join(hues), views)


def _event(entry: Entry[Event], span: TimeSpan, zone: str, printer: Printer) -> EventView:
    event = entry.value
    found = [side for side in map(printer.side_of, event.parties) if side]
    sides = tuple({side.letter: side for side in found}.values())
    hues = " ".join(dict.fromkeys(side.hue for side in sides)) or NOBODY
    when = _when(event, span, zone, printer.words)
    return EventView(entry, when, sides, hues, _also(entry, printer), _is_exact(event))


def _also(entry: Entry[Event], printer: Printer) -> Markup:
    named = set(references(prose_of(entry.value.text).blocks))
    places = [place for place in entry.value.places if str(Ref(RecordType.PLACE, place)) not in named]
    known = [question for question in entry.value.questions if question in printer.linked.seeds.questions]
    questions = [Ref(RecordType.QUESTION, question) for question in known]
    parts = [
        printer.names(RecordType.PLACE, places),
        printer.joined(printer.to(ref.type, ref.id, printer.label(ref)) for ref in questions),
    ]
    return Markup(" · ").join(part for part in parts if part)


def _when(event: Event, span: TimeSpan, zone: str, phrases: Catalogue) -> Markup:
    """The date less what the heading says, and the time; with the machine's form where HTML has one for it."""
    is_of_day = span.day and day_of(event.date) == span.day and "/" not in event.date
    without = "" if is_of_day else span.year
    words = in_words(phrases, event.date, without)
    words = words.replace(zone, "") if zone else words
    if is_of_day:
        words = words.removeprefix(span.title).strip(", ،")
        if not words and not event.time:  # the heading says all that is known
            return filled(
                '<time class="x-unseen" datetime="{}">{}</time>', Markup(dates.datetime(event.date)), escape(span.title)
            )
    shown = escape(phrases.pgettext("between items", ", ").join(part for part in (words, event.time) if part))
    machine = dates.datetime(event.date)
    if machine is None:
        return filled('<span class="x-date">{}</span>', shown)
    return filled('<time class="x-date" datetime="{}">{}</time>', Markup(machine), shown)


def _is_exact(event: Event) -> bool:
    date = dates.parse(event.date)
    start = date.start if isinstance(date, dates.Period) else date
    hour_is_written = start.hour is not None or bool(event.time and _CLOCK.match(event.time))
    return hour_is_written and not start.about and not start.uncertain


def _choices(views: Iterable[EventView]) -> list[Choice]:
    """The sides that speak, in the order in which they first do; sides of one hue share a box."""
    sides: dict[str, dict[str, Side]] = {}
    counts: dict[str, int] = {}
    for view in views:
        for hue in view.hues.split():
            counts[hue] = counts.get(hue, 0) + 1
        for side in view.sides:
            sides.setdefault(side.hue, {})[side.letter] = side
    choices = [Choice(hue, tuple(named.values()), counts[hue]) for hue, named in sides.items()]
    return [*choices, Choice(NOBODY, (), counts[NOBODY])] if NOBODY in counts else choices


def _zone(events: Iterable[Entry[Event]]) -> str:
    """The time zone that every hour of the timeline has, as dates print it; nothing where they differ."""
    zones = {match[0] for entry in events for match in re.finditer(r" \(UTC[^()]*\)", dates.words(entry.value.date))}
    return zones.pop() if len(zones) == 1 else ""
