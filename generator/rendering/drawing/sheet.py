"""A whole map of one size: its frames one under the other, each inset under the frame that it enlarges."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from string import ascii_lowercase

from markupsafe import Markup

from generator.rendering.drawing.ground import border_boxes, ground
from generator.rendering.drawing.labels import Placed, Room, around
from generator.rendering.drawing.marks import dot, label, lead, name
from generator.rendering.drawing.projection import Projection
from generator.rendering.drawing.scene import Box, Drawing, FrameView, Mark, Scene, Sheet
from generator.rendering.escape import escape

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
    numbers = {id: number for number, id in enumerate(wanting, 1)}
    body = Markup("").join(
        Markup("").join([part.under, *(lead(each) for each in part.placed), *(_mark(each, sheet, numbers) for each in part.placed)])
        for part in filled
    )
    drawn = {each.mark.id for each in placed}
    bottom = frames[-1].box.bottom if frames else 1
    return Drawing(
        svg=_svg(scene, sheet, bottom, body),
        numbered=tuple((number, id) for id, number in numbers.items()),
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
    room = Room(at.box, border_boxes(scene, at))
    part = _Filled(ground(scene, at, f"map-{sheet.name}-{at.frame.id}"))
    insets = [each for each in frames if each.frame.inset_of]
    for inset in insets:
        letter = _letter(inset, insets)
        if inset.frame.inset_of == at.frame.id:
            part.under += _inset(at, inset, room, part, letter, sheet.size)
        elif inset is at:
            part.under += _edge(at.box) + (_tag(letter, 14, at.box.top + 24, room, part, sheet.size) if letter else "")
    part.under += _bar(at, sheet, room, part)
    marks = [mark for mark in scene.marks if _frame_of(mark, frames) == at.frame.id]
    points = [at.at(mark.point) for mark in marks]
    for point in points:
        room.keep(around(point))
    for is_country in (True, False):
        if not is_country:
            part.placed = [room.place(m, p, sheet.size, said=sheet.said) for m, p in zip(marks, points)]
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


def _letter(inset: Projection, insets: list[Projection]) -> str:
    """What names an inset on the frame around it; a single one is shown by lines to its corners instead."""
    return ascii_lowercase[insets.index(inset) % 26] if len(insets) > 1 else ""


def _inset(at: Projection, inset: Projection, room: Room, part: _Filled, letter: str, size: float) -> Markup:
    """The part that an inset enlarges."""
    left, top = at.at((inset.frame.west, inset.frame.north))
    right, bottom = at.at((inset.frame.east, inset.frame.south))
    room.keep(Box(left, top, right, bottom))
    box = Markup('<path class="m-box" d="M{0:.0f} {1:.0f}H{2:.0f}V{3:.0f}H{0:.0f}z"/>').format(left, top, right, bottom)
    if letter:
        return box + _tag(letter, right + 4, top + size * 0.7, room, part, size)
    lines = Markup('<path class="m-lead" d="M{0:.0f} {1:.0f}L0 {2:.0f}M{3:.0f} {1:.0f}L{4:g} {2:.0f}"/>')
    return box + lines.format(left, bottom, inset.box.top, right, inset.width)


def _tag(letter: str, x: float, y: float, room: Room, part: _Filled, size: float) -> Markup:
    box = Box(x, y - size * 0.8, x + size * 0.65, y + size * 0.2)
    room.keep(box)
    part.labels.append(box)
    return Markup('<text class="m-tag" x="{:.0f}" y="{:.0f}" font-size="{:g}">{}</text>').format(x, y, size, letter)


def _bar(at: Projection, sheet: Sheet, room: Room, part: _Filled) -> Markup:
    length, words = at.bar()
    y = at.box.bottom - 12
    size = sheet.size * 0.86
    box = Box(14, y - 7 - size, 14 + max(length, size * len(words) * 0.55), y - 5)
    room.keep(Box(box.left, box.top, box.right, y))
    part.labels.append(box)
    return Markup(
        '<path class="m-bar" d="M14 {:g}v4h{:.0f}v-4"/><text class="m-say" x="14" y="{:g}" font-size="{:.1f}">{}</text>'
    ).format(y - 4, length, y - 7, size, escape(words))


def _edge(box: Box) -> Markup:
    left, top, right, bottom = box.left + 0.5, box.top + 0.5, box.right - 0.5, box.bottom - 0.5
    return Markup('<path class="m-box" d="M{0:g} {1:g}H{2:g}V{3:g}H{0:g}z"/>').format(left, top, right, bottom)


def _svg(scene: Scene, sheet: Sheet, height: float, body: Markup) -> Markup:
    """An image with a description, or where places are links a group of them."""
    return Markup(
        '<svg class="x-map x-map-{name}" viewBox="0 0 {width} {height:.0f}" width="{width}" height="{height:.0f}" '
        'role="{role}" aria-label="{title}" aria-describedby="map-{name}-d"><desc id="map-{name}-d">{what}</desc>'
        "{body}</svg>"
    ).format(
        name=sheet.name, width=sheet.width, height=height, role="group" if sheet.links else "img",
        title=escape(scene.title), what=escape(" ".join(scene.description.split())), body=body,
    )  # fmt: skip
