"""Where labels go: the nearest free spot around a place, clear of everything that is there already.

No label lies on a border, or on the other side of one: what is said of a place must not seem to be said of another
country. A label that finds no room loses its second lines, then becomes a number, then is left to the caption.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from explainer.model.stages import Point
from explainer.rendering.drawing.scene import Box, Label, Mark
from explainer.rendering.drawing.widths import width

LEADING = 1.1
SAID = 0.86
"""Size of the lines under a name, in parts of the name's."""
COUNTRY, COUNTRY_SPACING = 1.05, 0.18
AREA, AREA_SPACING = 0.82, 0.04
RADIUS = 8
"""Of the room that a mark keeps for itself."""
_AFTER_COMMA = re.compile(r"(?<=[,،]) ")
NUMBER = "00"
"""Stands for any number, as wide as the widest."""
BESIDE = 14
"""Up to this distance a label needs no line to its mark."""

_AROUND = (
    (1, 0), (-1, 0), (0.8, -0.7), (0.8, 0.7), (-0.8, 0.7), (-0.8, -0.7),
    (0, 1), (0, -1), (0.4, 1), (-0.4, 1), (0.4, -1), (-0.4, -1),
)  # fmt: skip
_OFF = ((0, -1), (0, 1), (-2, 0), (2, 0), (2, -1), (-2, 1))
_DISTANCES = (11, 14, 22, 32, 44, 58, 74, 92)


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a label stands, and the line to its mark where it needs one."""

    box: Box
    anchor: str = "start"
    """Which end of its lines stands at the edge of the box: the one next to the mark."""
    lead: tuple[Point, Point] | None = None


@dataclass(frozen=True, slots=True)
class Placed:
    """A mark with its label: its name and lines, or a number in their place, or nothing."""

    mark: Mark
    at: Point
    spot: Spot | None = None
    lines: tuple[str, ...] = ()
    is_number: bool = False


@dataclass
class Room:
    """What is taken in a frame, while it is filled."""

    frame: Box
    border: Sequence[Box]
    country: Callable[[Point], str]
    """The code of the country at a point."""
    taken: list[Box] = field(default_factory=list)

    def keep(self, box: Box) -> None:
        self.taken.append(box)

    def place(self, mark: Mark, at: Point, size: float, *, said: bool) -> Placed:
        """Give the mark its label, in the longest form that finds room."""
        full = [(mark.name, *mark.said), (mark.name, *_broken(mark.said))] if said and mark.said else []
        for lines in (*full, (mark.name,), (NUMBER,)):
            spot = self._spot(around(at), at, *_extent(lines, size))
            if spot:
                self._take(spot)
                return Placed(mark, at, spot, lines, lines == (NUMBER,))
        return Placed(mark, at)

    def place_name(self, label: Label, at: Point, size: float) -> Box | None:
        """Room for the name of a country or area at its point, or a little off it, and off every border."""
        scale, spacing = (COUNTRY, COUNTRY_SPACING) if label.is_country else (AREA, AREA_SPACING)
        half, high = width(label.text, size * scale, spacing) / 2, size * scale
        for dx, dy in _shifts(high):
            x, y = at[0] + dx, at[1] + dy
            box = Box(x - half, y - high * 0.85, x + half, y + high * 0.25)
            if self._is_free(box) and not self._blocked([box], None):
                self.keep(box)
                return box
        return None

    def _spot(self, own: Box, at: Point, wide: float, high: float) -> Spot | None:
        """The nearest free spot in the country of the mark."""
        home = self.country(at)
        for spot in _spots(at, wide, high):
            if not self._is_free(spot.box) or self._blocked([spot.box, *_along(spot)], own):
                continue
            if self.country((spot.box.left, spot.box.top)) == home:  # all of it is: no border runs through it
                return spot
        return None

    def _is_free(self, box: Box) -> bool:
        """Whether the box lies in the frame and on no border."""
        return box.within(_inner(self.frame)) and not any(box.touches(piece, 2) for piece in self.border)

    def _blocked(self, mine: list[Box], own: Box | None) -> bool:
        return any(box.touches(other, 2) for other in self.taken if other != own for box in mine)

    def _take(self, spot: Spot) -> None:
        self.taken += [spot.box, *_along(spot)]


def around(at: Point) -> Box:
    """The room that a mark keeps for itself."""
    return Box(at[0] - RADIUS, at[1] - RADIUS, at[0] + RADIUS, at[1] + RADIUS)


def _broken(said: tuple[str, ...]) -> tuple[str, ...]:
    """The same with a line for each statement."""
    return tuple(part for line in said for part in _AFTER_COMMA.split(line))


def _extent(lines: tuple[str, ...], size: float) -> tuple[float, float]:
    name, *said = lines
    wide = max([width(name, size), *(width(line, size * SAID) for line in said)])
    return wide, size * LEADING * (1 + len(said) * SAID)


def _spots(at: Point, wide: float, high: float) -> Iterator[Spot]:
    x, y = at
    for distance in _DISTANCES:
        for cx, cy in _AROUND:
            left = x + distance * cx - (0 if cx > 0 else wide if cx < 0 else wide / 2)
            top = y + distance * cy - (0 if cy > 0 else high if cy < 0 else high / 2)
            box = Box(left, top, left + wide, top + high)
            anchor = "start" if cx > 0.5 else "end" if cx < -0.5 else "middle"
            end = min(max(x, box.left), box.right), min(max(y, box.top), box.bottom)
            yield Spot(box, anchor, (at, end) if distance > BESIDE else None)


def _along(spot: Spot) -> list[Box]:
    """Small boxes along the line from a mark to its label."""
    if spot.lead is None:
        return []
    (ax, ay), (bx, by) = spot.lead
    points = [(ax + (bx - ax) * part / 9, ay + (by - ay) * part / 9) for part in range(2, 9)]
    return [Box(x - 1, y - 1, x + 1, y + 1) for x, y in points]


def _shifts(high: float) -> Iterator[Point]:
    yield 0, 0
    for times in (1, 2, 3):
        yield from ((dx * high * times, dy * high * times) for dx, dy in _OFF)


def _inner(frame: Box) -> Box:
    return Box(frame.left + 5, frame.top + 5, frame.right - 5, frame.bottom - 5)
