"""What is drawn, and what comes out: frozen values, so that one drawing is made once for all pages that show it."""

from dataclasses import dataclass
from typing import NamedTuple

from markupsafe import Markup

from explainer.interface import ENGLISH, Catalogue
from explainer.model.stages import Basemap, Point
from explainer.vocabulary import Precision


class Box(NamedTuple):
    """A rectangle of the drawing."""

    left: float
    top: float
    right: float
    bottom: float

    def touches(self, other: "Box", gap: float = 0) -> bool:
        return (
            self.left < other.right + gap
            and other.left < self.right + gap
            and self.top < other.bottom + gap
            and other.top < self.bottom + gap
        )

    def within(self, other: "Box") -> bool:
        return (
            self.left >= other.left
            and self.top >= other.top
            and self.right <= other.right
            and self.bottom <= other.bottom
        )


@dataclass(frozen=True, slots=True)
class FrameView:
    """A box of the earth, and the frame of which it enlarges a part."""

    id: str
    west: float
    south: float
    east: float
    north: float
    inset_of: str | None = None

    def holds(self, point: Point) -> bool:
        return self.west <= point[0] <= self.east and self.south <= point[1] <= self.north


@dataclass(frozen=True, slots=True)
class Mark:
    """A place. What is said of it comes in lines, each as the claim of a side: “V claims it, R denies it: 12 March”."""

    id: str
    name: str
    point: Point
    precision: Precision
    is_subject: bool
    said: tuple[str, ...] = ()
    claimed_by: tuple[str, ...] = ()
    """Hues of the sides that claim the place, the earliest claim first."""
    denied_by: str = ""
    """Hue of a side that denies the claim of the only one."""
    href: str = ""
    """Where a link on the place leads, on the page on which the map stands."""


@dataclass(frozen=True, slots=True)
class Label:
    """The name of a country or an area."""

    text: str
    point: Point
    is_country: bool


@dataclass(frozen=True, slots=True)
class Scene:
    """What every size of the map shows."""

    title: str
    description: str
    basemap: Basemap
    countries: tuple[str, ...]
    """Codes in the order of their tints."""
    ground: str
    """Code of the country whose tint fills what no area covers; nothing where that is water."""
    frames: tuple[FrameView, ...]
    labels: tuple[Label, ...]
    marks: tuple[Mark, ...]
    """Those first that shall find room first."""
    words: Catalogue = ENGLISH


@dataclass(frozen=True, slots=True)
class Sheet:
    """One size of the map."""

    name: str
    width: int
    size: float
    """Of the names, in units of the drawing."""
    insets: bool = True
    said: bool = True
    areas: bool = True
    links: bool = True


@dataclass(frozen=True, slots=True)
class Drawing:
    """The SVG, and what its caption must add."""

    svg: Markup
    numbered: tuple[tuple[int, str], ...]
    """Marks, by id, that have a number for a label."""
    unlabelled: tuple[str, ...]
    """Marks for which there was no room for a label at all."""
    unsaid: tuple[str, ...]
    """Marks whose name found room, but not what is said of them."""
    outside: tuple[str, ...]
    """Marks that lie in no frame."""
    labels: tuple[Box, ...]
    """The boxes of all texts on the drawing."""
