"""From degrees to units of the drawing: equidistant along the middle parallel of a frame."""

from dataclasses import dataclass
from math import cos, floor, log10, radians

from explainer.model.stages import Point
from explainer.rendering.drawing.scene import Box, FrameView

KM_PER_DEGREE = 111.2


@dataclass(frozen=True, slots=True)
class Projection:
    """A frame at its place on the sheet."""

    frame: FrameView
    width: float
    top: float = 0

    @property
    def squeeze(self) -> float:
        """How much shorter a degree of longitude is than one of latitude."""
        return max(cos(radians((self.frame.south + self.frame.north) / 2)), 0.01)

    @property
    def scale(self) -> float:
        """Units for a degree of latitude."""
        return self.width / ((self.frame.east - self.frame.west) * self.squeeze)

    @property
    def height(self) -> int:
        return max(round((self.frame.north - self.frame.south) * self.scale), 1)

    @property
    def box(self) -> Box:
        return Box(0, self.top, self.width, self.top + self.height)

    def at(self, point: Point) -> Point:
        lon, lat = point
        return (lon - self.frame.west) * self.squeeze * self.scale, self.top + (self.frame.north - lat) * self.scale

    def path(self, points: tuple[Point, ...]) -> list[Point]:
        west, north = self.frame.west, self.frame.north
        across, down, top = self.squeeze * self.scale, self.scale, self.top
        return [((lon - west) * across, top + (north - lat) * down) for lon, lat in points]

    def bar(self) -> tuple[float, float]:
        """Length and kilometres of a scale bar: the longest of 1, 2, 5, 10 … that is at most a quarter of the width."""
        longest = self.width / 4 / self.scale * KM_PER_DEGREE
        step = 10.0 ** floor(log10(longest))
        km = max(times * step for times in (1, 2, 5) if times * step <= longest or times == 1)
        return km * self.scale / KM_PER_DEGREE, km
