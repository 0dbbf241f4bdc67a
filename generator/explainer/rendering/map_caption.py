"""The caption of a map: what its signs mean, and what the drawing had no room to say."""

from dataclasses import dataclass

from markupsafe import Markup

from explainer.interface import Catalogue
from explainer.model.fields import in_edition
from explainer.model.seeds import Side
from explainer.model.stages import Linked
from explainer.rendering.control import Holding, holding
from explainer.rendering.drawing import Drawing, Mark, Scene, Sheet, dot
from explainer.vocabulary import Precision

KEY = 18
"""Width and height of a sign in the legend, in units of the drawing."""


@dataclass(frozen=True)
class Key:
    """A sign of the map, as it is drawn there, and what it means."""

    sign: Markup
    words: str


@dataclass(frozen=True)
class Legend:
    keys: tuple[Key, ...]
    sides: tuple[Side, ...]
    """Those whose letters the legend uses."""
    is_hollow: bool
    """Whether a sign is hollow."""


def legend_of(linked: Linked, scene: Scene) -> Legend:
    """Every sign that occurs on the map, once, in a fixed order."""
    signs: dict[str, Mark] = {}
    sides: dict[str, Side] = {}
    for mark in scene.marks:
        held = holding(linked.seeds.places[mark.id].value, linked, "") if mark.is_subject else None
        words = _words(mark, held, linked.catalogue)
        # What is known exactly is filled: the sign that is easier to tell, where both occur.
        if words not in signs or mark.precision is Precision.EXACT:
            signs[words] = mark
        for side in (*held.claiming, *held.denying) if held else ():
            sides.setdefault(side.letter, side)
    return Legend(
        tuple(Key(dot(mark, KEY / 2, KEY / 2), words) for words, mark in signs.items()),
        tuple(sides.values()),
        any(mark.is_subject and mark.precision is Precision.APPROXIMATE for mark in scene.marks),
    )


def legend_of_spot(spot: Mark, meaning: str) -> Legend:
    """Of a map of one spot, beside which other places stand by name alone."""
    sign = Key(dot(spot, KEY / 2, KEY / 2), meaning)
    return Legend((sign,), (), spot.precision is Precision.APPROXIMATE)


def _words(mark: Mark, held: Holding | None, words: Catalogue) -> str:
    if held is None:
        is_area = mark.precision is Precision.AREA
        return words.gettext("an area, for orientation") if is_area else words.gettext("a town, for orientation")
    if mark.precision is Precision.AREA:
        return words.gettext("an area")
    letters = [in_edition(side.letter) for side in held.claiming]
    if len(letters) > 1:
        return words.gettext("%(sides)s claim it", sides=words.list_of(letters))
    if not letters:
        return words.gettext("no side claims it")
    if mark.denied_by:
        return words.gettext(
            "%(one)s claims it, %(other)s denies it", one=letters[0], other=in_edition(held.denying[0].letter)
        )
    return words.gettext("%(side)s claims it", side=letters[0])


@dataclass(frozen=True)
class ListedPlace:
    """What one size of the map could not say in the drawing."""

    sheet: str
    lines: tuple[str, ...]


def listed(drawn: Drawing, scene: Scene, sheet: Sheet, phrases: Catalogue) -> ListedPlace:
    """Places with a number or without a label, and, of a map that says who claims what, what found no room."""
    marks = {mark.id: mark for mark in scene.marks}

    def words(place: str, name: str) -> str:
        said = marks[place].said if sheet.said else ()
        if not said:
            return name
        semicolon = phrases.pgettext("between items", "; ")
        return phrases.pgettext("on the map", "%(place)s: %(said)s", place=name, said=semicolon.join(said))

    lines = [words(place, f"{number} {marks[place].name}") for number, place in drawn.numbered]
    numbered = {place for _, place in drawn.numbered}
    lines += [
        words(place, phrases.gettext("%(place)s (without a label)", place=marks[place].name))
        for place in drawn.unlabelled
    ]
    if sheet.said:
        lines += [words(place, marks[place].name) for place in drawn.unsaid if place not in numbered]
    return ListedPlace(sheet.name, tuple(lines))
