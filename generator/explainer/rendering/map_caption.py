"""The caption of a map: what its signs mean, and what the drawing had no room to say."""

from dataclasses import dataclass

from explainer.model.stages import Linked
from explainer.rendering.control import Holding, holding
from explainer.rendering.drawing import Drawing, Mark, Scene, Sheet
from explainer.vocabulary import Precision


@dataclass(frozen=True)
class Key:
    """A sign of the map and what it means."""

    css: str
    hue: str
    denied_by: str
    words: str


def keys_of(linked: Linked, scene: Scene) -> list[Key]:
    """The signs that occur on the map, in a fixed order."""
    keys: dict[Key, None] = {}
    for mark in scene.marks:
        if not mark.is_subject:
            continue
        held = holding(linked.seeds.places[mark.id].value, linked, "")
        keys[Key("m-dot", mark.claimed_by, mark.denied_by, _held_words(held, mark))] = None
    found = list(keys)
    subjects = {mark.precision for mark in scene.marks if mark.is_subject}
    if Precision.APPROXIMATE in subjects:
        found.append(Key("m-dot m-open", "", "", "open: known to within a few kilometres"))
    if Precision.AREA in subjects:
        found.append(Key("m-dot m-area-of", "", "", "an area"))
    if any(not mark.is_subject for mark in scene.marks):
        found.append(Key("m-town", "", "", "named for orientation"))
    return found


def _held_words(held: Holding, mark: Mark) -> str:
    if mark.claimed_by:
        words = f"claimed by {held.claiming[0].letter}, {held.claiming[0].name}"
        return f"{words}, denied by {held.denying[0].letter}" if mark.denied_by else words
    return "claimed by several sides" if held.claiming else "a place of the events, claimed by no side"


@dataclass(frozen=True)
class ListedPlace:
    """What one size of the map could not say in the drawing."""

    sheet: str
    lines: tuple[str, ...]


def listed(drawn: Drawing, scene: Scene, sheet: Sheet) -> ListedPlace:
    """Places with a number or without a label, and, of a map that says who claims what, what found no room."""
    marks = {mark.id: mark for mark in scene.marks}

    def words(place: str, name: str) -> str:
        said = marks[place].said if sheet.said else ()
        return f"{name}: {'; '.join(said)}" if said else name

    lines = [words(place, f"{number} {marks[place].name}") for number, place in drawn.numbered]
    numbered = {place for _, place in drawn.numbered}
    lines += [words(place, f"{marks[place].name} (without a label)") for place in drawn.unlabelled]
    if sheet.said:
        lines += [words(place, marks[place].name) for place in drawn.unsaid if place not in numbered]
    return ListedPlace(sheet.name, tuple(lines))
