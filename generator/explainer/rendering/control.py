"""What the parties say about who holds a place: always as the claim of a side, with its date."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from explainer.interface import message
from explainer.interface.dates_in_words import in_words
from explainer.model.fields import in_edition
from explainer.model.seeds import ControlClaim, Place, Side
from explainer.model.stages import Linked
from explainer.text import dates
from explainer.vocabulary import Control

_SHORT = {
    Control.CLAIMS: message("%(side)s claims it"),
    Control.DENIES: message("%(side)s denies it"),
    Control.FIGHTING: message("%(side)s reports fighting"),
}
LINES = 2
"""How many dates find room under a name on the map."""


@dataclass(frozen=True, slots=True)
class Holding:
    """What stands on the map for one place."""

    said: tuple[str, ...]
    """“V claims it, R denies it: 12 March”: one line a date."""
    claiming: tuple[Side, ...]
    """Sides whose latest statement on it is that they hold the place."""
    denying: tuple[Side, ...]
    """Sides whose latest statement on it is that another side does not."""


def holding(place: Place, linked: Linked, year: str) -> Holding:
    """Of each side the latest statement on who holds the place, or else its latest report of fighting.

    `year` is left out of dates, because the caption says it. Every statement stands in the table.
    """
    words = linked.catalogue
    latest: dict[str, tuple[Side, ControlClaim]] = {}
    for claim in sorted(place.control, key=lambda each: (each.says is not Control.FIGHTING, dates.sort_key(each.date))):
        side = _side(claim, linked)
        if side:
            latest[side.letter] = side, claim
    spoken = sorted(latest.values(), key=lambda said: dates.sort_key(said[1].date))
    by_date: dict[str, list[str]] = {}
    for side, claim in spoken:
        by_date.setdefault(claim.date, []).append(words.gettext(_SHORT[claim.says], side=in_edition(side.letter)))
    comma = words.pgettext("between items", ", ")
    lines = [
        words.pgettext("on the map", "%(said)s: %(date)s", said=comma.join(said), date=in_words(words, date, year))
        for date, said in by_date.items()
    ]
    says = {control: tuple(side for side, claim in spoken if claim.says is control) for control in Control}
    return Holding(tuple(lines[-LINES:]), says[Control.CLAIMS], says[Control.DENIES])


def usual_year(places: Iterable[Place]) -> str:
    """The year of most control claims; nothing where there is none."""
    years = Counter(claim.date[:4] for place in places for claim in place.control)
    return max(sorted(years), key=years.__getitem__, default="")


def _side(claim: ControlClaim, linked: Linked) -> Side | None:
    party = linked.seeds.parties.get(claim.party)
    side = linked.seeds.sides.get(party.value.side) if party else None
    return side.value if side else None
