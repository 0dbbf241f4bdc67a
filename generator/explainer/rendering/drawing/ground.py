"""What lies under the places in one frame: land in the tints of its countries, borders, other lines."""

from collections.abc import Callable, Iterator
from itertools import pairwise
from math import hypot

from markupsafe import Markup

from explainer.model.stages import Outline, Point
from explainer.rendering.drawing.outlines import chained, clipped_line, clipped_ring, path_data, thinned
from explainer.rendering.drawing.projection import Projection
from explainer.rendering.drawing.scene import Box, Scene

TINTS = 3
"""Countries beyond the third share the last tint."""
TOLERANCE = 0.8
JOINED = 4
"""Units by which two pieces of a border may miss each other."""
STEP = 4
"""Units between two points of the border that labels avoid."""


def ground(scene: Scene, at: Projection, clip: str) -> Markup:
    """Everything under the marks, cut at the frame; `clip` is an id that nothing else on the page has."""
    box = at.box
    under = f"m-land m-land-{_tint(scene, scene.ground)}" if scene.ground else "m-sea"
    rect = Markup('x="0" y="{}" width="{:g}" height="{}"').format(round(box.top), at.width, at.height)
    land = Markup("").join(
        Markup('<path class="m-land m-land-{}" d="{}"/>').format(tint, outline)
        for tint, outline in _land(scene, at, _wider(box))
    )
    minor = "".join(path_data(thinned(run, TOLERANCE)) for run in _runs(scene.basemap.lines, at))
    border = "".join(path_data(thinned(run, TOLERANCE)) for run in _runs(scene.basemap.borders, at))
    return Markup(
        '<clipPath id="{clip}"><rect {rect}/></clipPath>'
        '<g clip-path="url(#{clip})"><rect class="{under}" {rect}/>{land}'
        '<path class="m-line" d="{minor}"/><path class="m-border" d="{border}"/></g>'
    ).format(clip=clip, rect=rect, under=under, land=land, minor=minor, border=border)


def border_boxes(scene: Scene, at: Projection) -> list[Box]:
    """Small boxes along the national borders: labels stay off them where they can."""
    return [Box(x - 1, y - 1, x + 1, y + 1) for run in _runs(scene.basemap.borders, at) for x, y in _walk(run)]


def countries(scene: Scene, at: Projection) -> Callable[[Point], str]:
    """A function from a point of the drawing to the code of its country; of what no area covers, the ground's."""
    rings = [
        (area.country, clipped_ring(at.path(ring), _wider(at.box)))
        for area in scene.basemap.land
        for ring in area.rings
    ]

    def country(point: Point) -> str:
        inside = (code for code, ring in rings if ring and _encloses(ring, point))
        return next(inside, scene.ground)

    return country


def _encloses(ring: list[Point], point: Point) -> bool:
    """Whether a line from the point to the right meets the outline an odd number of times."""
    x, y = point
    edges = zip(ring, [*ring[1:], ring[0]], strict=True)
    meets = sum((ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax for (ax, ay), (bx, by) in edges)
    return meets % 2 == 1


def _land(scene: Scene, at: Projection, box: Box) -> Iterator[tuple[int, str]]:
    """The outline of all land of one tint; its areas are one path, so that no seam shows between them."""
    outlines: dict[int, str] = {}
    for area in scene.basemap.land:
        tint = _tint(scene, area.country)
        for ring in area.rings:
            inside = clipped_ring(at.path(ring), box)
            if inside:
                outline = path_data(thinned(inside, TOLERANCE), close=True)
                outlines[tint] = outlines.get(tint, "") + outline
    yield from sorted((tint, outline) for tint, outline in outlines.items() if outline)


def _tint(scene: Scene, country: str) -> int:
    """The number of a country's tint, from 1; 0 for land of no country that is named."""
    return min(scene.countries.index(country) + 1, TINTS) if country in scene.countries else 0


def _runs(lines: tuple[Outline, ...], at: Projection) -> list[list[Point]]:
    box = _wider(at.box)
    return chained((run for line in lines for run in clipped_line(at.path(line), box)), JOINED)


def _walk(line: list[Point]) -> Iterator[Point]:
    for (ax, ay), (bx, by) in pairwise(line):
        steps = max(1, int(hypot(bx - ax, by - ay) / STEP))
        for step in range(steps):
            yield ax + (bx - ax) * step / steps, ay + (by - ay) * step / steps


def _wider(box: Box) -> Box:
    return Box(box.left - 2, box.top - 2, box.right + 2, box.bottom + 2)
