"""The page of those who speak, by side, and of the places, with the large map and the same facts as a table."""

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from explainer.interface import message
from explainer.model.parts import ListPart
from explainer.model.record_types import RecordType
from explainer.model.seeds import Party, Place, Point, Side
from explainer.model.stages import Entry, Linked, Page
from explainer.model.status import is_article
from explainer.rendering.escape import filled
from explainer.rendering.front_matter import front_matter
from explainer.rendering.maps import map_figure
from explainer.rendering.parted import ListLine, lines, part_view, sheet
from explainer.rendering.phrases import label
from explainer.rendering.printer import Printer
from explainer.rendering.spellings import met_by_readers
from explainer.rendering.templates import render
from explainer.text import dates

MANY_USES = 5
"""Up to so many places that use a record are listed openly; more are folded."""


@dataclass(frozen=True)
class SideOfPeople:
    entry: Entry[Side]
    parties: tuple[Entry[Party], ...]
    lines: tuple[ListLine, ...]


def people_places_page(linked: Linked, part: ListPart) -> Page:
    """Of a list that is split, the first page shows the sides, the map, and the names of all."""
    printer = Printer(linked, part.path)
    seeds, own = linked.seeds, frozenset(part.refs)
    languages = met_by_readers(linked)
    parties = [party for party in seeds.parties.values() if party.ref in own]
    places = [place for place in seeds.places.values() if place.ref in own]
    words = printer.words
    is_named = bool(part.below)

    def named(entries: Iterable[Entry[Party] | Entry[Place]]) -> tuple[ListLine, ...]:
        names = {entry.ref: entry.value.name for entry in entries if entry.ref} if is_named else {}
        return lines(linked, names, names.__getitem__)

    sides = [(side, _of_side(parties, side.id, linked)) for side in seeds.sides.values()]
    others = [party for party in parties if is_article(party.id, seeds.parties)]
    # A mistake in a side leaves it out; what leads to its parties still has somewhere to lead to.
    without_side = [party for party in parties if party.value.side not in seeds.sides]
    view = part_view(printer, part, words.gettext("People and places"))
    body = render(
        "people-and-places.md.j2",
        words,
        p=printer,
        view=view,
        is_named=is_named,
        is_part=bool(part.depth),
        below=Markup("" if part.depth else "#"),
        sides=[SideOfPeople(side, of_side, named(of_side)) for side, of_side in sides],
        others=named([*others, *without_side]),
        articles=others if not is_named else [],
        without_side=without_side if not is_named else [],
        map=None if part.depth else map_figure(printer, full=True),
        places=places,
        named_places=named(places),
        columns=languages.columns(place.value.names for place in places),
        spelled=languages.spelled,
        said=said_of,
        position=position,
        many=MANY_USES,
    )
    description = message("Who speaks, in which office, on which side; and where it happened, as a map and as a table.")
    head = front_matter(view.title, words.gettext(description), extra=sheet(part))
    return Page(part.path, head + body, None)


def said_of(place: Place, printer: Printer, *, sourced: bool) -> list[Markup]:
    """Every control claim, the earliest first: “V Freedom of Russia Legion claims control, 12 March 2024”."""
    printed = []
    for claim in sorted(place.control, key=lambda claim: dates.sort_key(claim.date)):
        if printer.party(claim.party) is None:
            continue
        said = printer.phrases.pgettext(
            "who holds a place",
            "%(party)s %(says)s, %(date)s",
            party=filled("{} {}", printer.party_badge(claim.party), printer.names(RecordType.PARTY, [claim.party])),
            says=label(printer.words, claim.says),
            date=printer.time(claim.date),
        )
        if sourced:
            question = printer.names(RecordType.QUESTION, [claim.question or ""])
            said += Markup(". {}").format(question) if question else Markup("")
            said += Markup(' <span class="x-src">{}</span>').format(printer.sources(claim.sources))
        printed.append(said)
    return printed


def position(point: Point | None, printer: Printer) -> str:
    """“51.2725° N, 34.3033° E”, no number without its letter; nothing where the place is not known."""
    if point is None:
        return ""
    words = printer.words
    lat, lon = (words.decimal(degrees.lstrip("-")) for degrees in (point.lat, point.lon))
    north = words.gettext("%(degrees)s°\u00a0S", degrees=lat) if point.lat.startswith("-") else ""
    east = words.gettext("%(degrees)s°\u00a0W", degrees=lon) if point.lon.startswith("-") else ""
    north = north or words.gettext("%(degrees)s°\u00a0N", degrees=lat)
    east = east or words.gettext("%(degrees)s°\u00a0E", degrees=lon)
    return words.gettext("%(north)s, %(east)s", north=north, east=east)


def _of_side(parties: Iterable[Entry[Party]], side: str, linked: Linked) -> tuple[Entry[Party], ...]:
    every = linked.seeds.parties
    return tuple(entry for entry in parties if entry.value.side == side and not is_article(entry.id, every))
