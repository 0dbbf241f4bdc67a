"""A whole map of one size: its frames one under the other, each inset under the frame that it enlarges."""

from dataclasses import dataclass, field
from functools import lru_cache

from markupsafe import Markup

from explainer.rendering.drawing.fixtures import fixtures
from explainer.rendering.drawing.ground import border_boxes, countries, ground
from explainer.rendering.drawing.labels import Placed, Room, around
from explainer.rendering.drawing.marks import dot, label, lead, name
from explainer.rendering.drawing.projection import Projection
from explainer.rendering.drawing.scene import Box, Drawing, FrameView, Mark, Scene, Sheet
from explainer.rendering.escape import escape

BETWEEN = 16
"""Units between two frames."""


@lru_cache(maxsize=16)
def draw(scene: Scene, sheet: Sheet) -> Drawing:
    """The map. The same scene gives the same drawing, byte for byte."""
    frames = _stacked(scene, sheet)
    filled = [_filled(scene, sheet, at, frames) for at in frames]
    placed = [each for part in filled for each in part.placed]
    order = {mark.id: index for index, mark in enumerate(scene.marks)}
    wanting = sorted((each.mark.id for each in placed if each.is_number), key=order.__getitem__)
    numbers = {mark: number for number, mark in enumerate(wanting, 1)}
    body = Markup("").join(
        Markup("").join([part.under, *map(lead, part.placed), *(_mark(each, sheet, numbers) for each in part.placed)])
        for part in filled
    )
    drawn = {each.mark.id for each in placed}
    bottom = frames[-1].box.bottom if frames else 1
    return Drawing(
        svg=_svg(scene, sheet, bottom, body),
        numbered=tuple((number, mark) for mark, number in numbers.items()),
        unlabelled=tuple(each.mark.id for each in placed if each.spot is None),
        unsaid=tuple(each.mark.id for each in placed if each.mark.said and len(each.lines) == 1),
        outside=tuple(mark.id for mark in scene.marks if mark.id not in drawn),
        labels=tuple(box for part in filled for box in part.labels),
    )


@dataclass
class _Filled:
    """A frame, while it is filled."""

    under: Markup
    placed: list[Placed] = field(default_factory=list)
    labels: list[Box] = field(default_factory=list)


def _stacked(scene: Scene, sheet: Sheet) -> list[Projection]:
    """The frames from top to bottom; without insets, only the first one."""
    whole = [frame for frame in scene.frames if frame.inset_of is None]
    order = [each for frame in whole for each in (frame, *(f for f in scene.frames if f.inset_of == frame.id))]
    stacked: list[Projection] = []
    top = 0
    for frame in order if sheet.insets else whole[:1]:
        stacked.append(Projection(frame, sheet.width, top))
        top += stacked[-1].height + BETWEEN
    return stacked


def _filled(scene: Scene, sheet: Sheet, at: Projection, frames: list[Projection]) -> _Filled:
    """One frame with all that stands in it. Names of countries come first: they are large, and have one good place."""
    room = Room(at.box, border_boxes(scene, at), countries(scene, at))
    part = _Filled(ground(scene, at, f"map-{sheet.name}-{at.frame.id}"))
    drawn, boxes = fixtures(at, frames, sheet.size, room, scene.words)
    part.under += drawn
    part.labels += boxes
    marks = [mark for mark in scene.marks if _frame_of(mark, frames) == at.frame.id]
    points = [at.at(mark.point) for mark in marks]
    for point in points:
        room.keep(around(point))
    for is_country in (True, False):
        if not is_country:
            part.placed = [room.place(m, p, sheet.size, said=sheet.said) for m, p in zip(marks, points, strict=True)]
            part.labels += [each.spot.box for each in part.placed if each.spot]
        for text in scene.labels:
            if text.is_country is is_country and (is_country or sheet.areas) and at.frame.holds(text.point):
                box = room.place_name(text, at.at(text.point), sheet.size)
                if box:
                    part.labels.append(box)
                    part.under += name(text, box, sheet.size)
    return part


def _frame_of(mark: Mark, frames: list[Projection]) -> str | None:
    """The frame in which a place is drawn: an inset that holds it before the frame around it."""
    holding = [each.frame for each in frames if each.frame.holds(mark.point)]
    inner: list[FrameView] = [frame for frame in holding if frame.inset_of] or holding
    return inner[0].id if inner else None


def _mark(placed: Placed, sheet: Sheet, numbers: dict[str, int]) -> Markup:
    drawn = dot(placed.mark, *placed.at) + label(placed, sheet.size, numbers)
    if not sheet.links or not placed.mark.href:
        return drawn
    spoken = ", ".join([placed.mark.name, *placed.mark.said])
    return Markup('<a href="{}" aria-label="{}">{}</a>').format(placed.mark.href, escape(spoken), drawn)


def _svg(scene: Scene, sheet: Sheet, height: float, body: Markup) -> Markup:
    """An image, with its description where it has one, or where places are links a group of them."""
    described = Markup(' aria-describedby="map-{name}-d"><desc id="map-{name}-d">{what}</desc>').format(
        name=sheet.name, what=escape(" ".join(scene.description.split()))
    )
    return Markup(
        '<svg class="x-map x-map-{name}" viewBox="0 0 {width} {height:.0f}" width="{width}" height="{height:.0f}" '
        'role="{role}" aria-label="{title}"{described}{body}</svg>'
    ).format(
        name=sheet.name, width=sheet.width, height=height, role="group" if sheet.links else "img",
        title=escape(scene.title), described=described if scene.description else Markup(">"), body=body,
    )  # fmt: skip
