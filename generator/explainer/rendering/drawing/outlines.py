"""Outlines cut at a frame, thinned to what can be seen, and written as SVG paths of whole units."""

from collections.abc import Iterable
from itertools import pairwise
from math import dist, hypot

from explainer.model.stages import Point
from explainer.rendering.drawing.scene import Box


def clipped_ring(ring: list[Point], box: Box) -> list[Point]:
    """The part of an area inside `box` (Sutherland-Hodgman); its cut edges run along the box."""
    for axis, bound, sign in ((0, box.left, 1), (0, box.right, -1), (1, box.top, 1), (1, box.bottom, -1)):
        kept: list[Point] = []
        for before, point in zip([*ring[-1:], *ring[:-1]], ring, strict=True):
            was_in, is_in = (sign * (each[axis] - bound) >= 0 for each in (before, point))
            if was_in != is_in:
                part = (bound - before[axis]) / (point[axis] - before[axis])
                (ax, ay), (bx, by) = before, point
                kept.append((ax + part * (bx - ax), ay + part * (by - ay)))
            if is_in:
                kept.append(point)
        ring = kept
    return ring


def clipped_line(line: list[Point], box: Box) -> list[list[Point]]:
    """The runs of a line near `box`: whole segments, so that the drawing's own clipping can cut them."""
    runs: list[list[Point]] = []
    run: list[Point] = []
    for before, point in pairwise(line):
        near = not (
            max(before[0], point[0]) < box.left
            or min(before[0], point[0]) > box.right
            or max(before[1], point[1]) < box.top
            or min(before[1], point[1]) > box.bottom
        )
        if near:
            run = [*run, point] if run else [before, point]
        elif run:
            runs.append(run)
            run = []
    return [*runs, run] if run else runs


def chained(pieces: Iterable[list[Point]], gap: float) -> list[list[Point]]:
    """Lines joined where one begins within `gap` of the end of another: basemaps cut them where nobody sees why."""
    rest = sorted(list(piece) for piece in pieces)
    lines: list[list[Point]] = []
    while rest:
        line = rest.pop(0)
        joined = True
        while joined and rest:
            joined = False
            for index, piece in enumerate(rest):
                for candidate in (piece, piece[::-1]):
                    if dist(line[-1], candidate[0]) <= gap:
                        line = line + candidate
                    elif dist(line[0], candidate[-1]) <= gap:
                        line = candidate + line
                    else:
                        continue
                    joined = True
                    break
                if joined:
                    del rest[index]
                    break
        lines.append(line)
    return lines


def thinned(points: list[Point], tolerance: float) -> list[Point]:
    """Fewer points, none of the others farther than `tolerance` from the line (Douglas-Peucker)."""
    keep = {0, len(points) - 1}
    open_parts = [(0, len(points) - 1)]
    while open_parts:
        first, last = open_parts.pop()
        (ax, ay), (bx, by) = points[first], points[last]
        length = hypot(bx - ax, by - ay)
        far, at = tolerance, 0
        for index in range(first + 1, last):
            x, y = points[index]
            off = abs((bx - ax) * (ay - y) - (ax - x) * (by - ay)) / length if length else hypot(x - ax, y - ay)
            if off > far:
                far, at = off, index
        if at:
            keep.add(at)
            open_parts += [(first, at), (at, last)]
    return [points[index] for index in sorted(keep)]


def path_data(points: Iterable[Point], *, close: bool = False) -> str:
    """Relative steps of whole units, the shortest way to write an outline."""
    steps: list[str] = []
    last: tuple[int, int] | None = None
    for x, y in ((round(x), round(y)) for x, y in points):
        if last is None:
            steps.append(f"M{x} {y}")
        elif (x, y) != last:
            steps.append(f"l{x - last[0]} {y - last[1]}")
        last = (x, y)
    return "".join(steps).replace(" -", "-") + ("z" if close and steps else "") if len(steps) > 1 else ""
