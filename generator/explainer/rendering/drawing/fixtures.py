"""What a frame holds besides places: its scale, the parts that insets enlarge, and what names them."""

from string import ascii_lowercase

from markupsafe import Markup

from explainer.interface import Catalogue
from explainer.rendering.drawing.labels import Room
from explainer.rendering.drawing.projection import Projection
from explainer.rendering.drawing.scene import Box
from explainer.rendering.escape import escape

SMALLER = 0.86
"""Size of the words at the scale, in parts of the names'."""


def fixtures(
    at: Projection, frames: list[Projection], size: float, room: Room, words: Catalogue
) -> tuple[Markup, list[Box]]:
    """All of them, drawn, with the boxes of their texts; what they take is taken from the room."""
    insets = [each for each in frames if each.frame.inset_of]
    drawn: list[Markup] = []
    labels: list[Box] = []
    for inset in insets:
        # Several insets are named by letters; a single one is shown by lines to its corners.
        letter = ascii_lowercase[insets.index(inset) % 26] if len(insets) > 1 else ""
        if inset.frame.inset_of == at.frame.id:
            enlarged = _enlarged(at, inset)
            room.keep(enlarged)
            drawn.append(_outline(enlarged))
            corner = enlarged.right + 4, enlarged.top + size * 0.7
            if not letter:
                drawn.append(_lines(enlarged, inset))
        elif inset is at:
            drawn.append(_outline(Box(0.5, at.box.top + 0.5, at.width - 0.5, at.box.bottom - 0.5)))
            corner = 14, at.box.top + 24
        else:
            continue
        if letter:
            tag, box = _tag(letter, *corner, size)
            room.keep(box)
            drawn.append(tag)
            labels.append(box)
    bar, box = _bar(at, size * SMALLER, words)
    room.keep(Box(box.left, box.top, box.right, at.box.bottom - 12))
    return Markup("").join([*drawn, bar]), [*labels, box]


def _enlarged(at: Projection, inset: Projection) -> Box:
    """The part that an inset enlarges."""
    left, top = at.at((inset.frame.west, inset.frame.north))
    right, bottom = at.at((inset.frame.east, inset.frame.south))
    return Box(left, top, right, bottom)


def _outline(box: Box) -> Markup:
    return Markup('<path class="m-box" d="M{0:.1f} {1:.1f}H{2:.1f}V{3:.1f}H{0:.1f}z"/>').format(*box)


def _lines(box: Box, inset: Projection) -> Markup:
    lines = Markup('<path class="m-lead" d="M{0:.0f} {1:.0f}L0 {2:.0f}M{3:.0f} {1:.0f}L{4:g} {2:.0f}"/>')
    return lines.format(box.left, box.bottom, inset.box.top, box.right, inset.width)


def _tag(letter: str, x: float, y: float, size: float) -> tuple[Markup, Box]:
    text = Markup('<text class="m-tag" x="{:.0f}" y="{:.0f}" font-size="{:g}">{}</text>').format(x, y, size, letter)
    return text, Box(x, y - size * 0.8, x + size * 0.65, y + size * 0.2)


def _bar(at: Projection, size: float, phrases: Catalogue) -> tuple[Markup, Box]:
    length, km = at.bar()
    words = phrases.gettext("%(number)s km", number=phrases.number(round(km)))
    if km < 1:
        words = phrases.gettext("%(number)s m", number=phrases.number(round(km * 1000)))
    y = at.box.bottom - 12
    bar = Markup(
        '<path class="m-bar" d="M14 {:g}v4h{:.0f}v-4"/><text class="m-say" x="14" y="{:g}" font-size="{:.1f}">{}</text>'
    ).format(y - 4, length, y - 7, size, escape(words))
    return bar, Box(14, y - 7 - size, 14 + max(length, size * len(words) * 0.55), y - 5)
