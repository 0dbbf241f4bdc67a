"""Marks and labels as SVG, each sign with one meaning.

A place that one side claims is a disc in its hue, with a ring where another denies it; one that several claim is a disc
of two halves; one that none claims is a diamond. Hollow is what is known to within a few kilometres.
"""

from collections.abc import Mapping

from markupsafe import Markup

from explainer.rendering.drawing.labels import AREA, COUNTRY, LEADING, SAID, Placed
from explainer.rendering.drawing.scene import Box, Label, Mark
from explainer.rendering.escape import escape
from explainer.vocabulary import Precision

_SHAPES = {Precision.EXACT: "m-dot", Precision.APPROXIMATE: "m-dot m-open", Precision.AREA: "m-dot m-area-of"}


def dot(mark: Mark, x: float, y: float) -> Markup:
    """The sign of a place; nothing for an area that is named for orientation only."""
    if not mark.is_subject:
        return Markup("") if mark.precision is Precision.AREA else _circle("m-town", x, y, 3)
    shape, radius = _SHAPES[mark.precision], 8 if mark.precision is Precision.AREA else 4.5
    if not mark.claimed_by and mark.precision is not Precision.AREA:
        return _diamond(shape, x, y)
    if len(mark.claimed_by) > 1:
        return Markup("").join(
            _half(shape, x, y, radius, *half) for half in zip(mark.claimed_by, (-1, 1), strict=False)
        )
    drawn = _circle(shape, x, y, radius, *mark.claimed_by)
    return drawn + _circle("m-denied", x, y, radius + 2.8, mark.denied_by) if mark.denied_by else drawn


def label(placed: Placed, size: float, numbers: Mapping[str, int]) -> Markup:
    """The name of a place and what is said of it, with the line to its mark."""
    if placed.spot is None:
        return Markup("")
    box, anchor = placed.spot.box, placed.spot.anchor
    x = {"start": box.left, "end": box.right}.get(anchor, (box.left + box.right) / 2)
    name, *said = (str(numbers[placed.mark.id]),) if placed.is_number else placed.lines
    further = Markup("").join(
        Markup('<tspan class="m-say" x="{:.1f}" dy="{:.1f}" font-size="{:.1f}">{}</tspan>').format(
            x, size * LEADING if not index else size * SAID * LEADING, size * SAID, escape(line)
        )
        for index, line in enumerate(said)
    )
    return Markup('<text class="m-name{}"{} x="{:.1f}" y="{:.1f}" font-size="{:g}">{}{}</text>').format(
        "" if placed.mark.is_subject else " m-name-town",
        Markup("") if anchor == "start" else Markup(' text-anchor="{}"').format(anchor),
        x, box.top + size * 0.85, size, escape(name), further,
    )  # fmt: skip


def lead(placed: Placed) -> Markup:
    if placed.spot is None or placed.spot.lead is None:
        return Markup("")
    (ax, ay), (bx, by) = placed.spot.lead
    return Markup('<path class="m-lead" d="M{:.0f} {:.0f}L{:.0f} {:.0f}"/>').format(ax, ay, bx, by)


def name(label: Label, box: Box, size: float) -> Markup:
    """The name of a country or area, centred in its box."""
    css, scale = ("m-country", COUNTRY) if label.is_country else ("m-area", AREA)
    return Markup('<text class="{}" x="{:.1f}" y="{:.1f}" font-size="{:.1f}">{}</text>').format(
        css, (box.left + box.right) / 2, box.top + size * scale * 0.85, size * scale, escape(label.text)
    )


def _diamond(css: str, x: float, y: float) -> Markup:
    return Markup('<path class="{}" d="M{:.1f} {:.1f}l5 5l-5 5l-5 -5z"/>').format(css, x, y - 5)


def _half(css: str, x: float, y: float, radius: float, hue: str, side: int) -> Markup:
    """The left half of a disc (`side` is -1) or the right one, a little apart."""
    path = Markup('<path class="{}" data-hue="{}" d="M{:.1f} {:.1f}a{:g} {:g} 0 0 {} 0 {:g}z"/>')
    return path.format(css, hue, x + side * 1.2, y - radius, radius, radius, int(side > 0), 2 * radius)


def _circle(css: str, x: float, y: float, radius: float, hue: str = "") -> Markup:
    attribute = Markup(' data-hue="{}"').format(hue) if hue else ""
    return Markup('<circle class="{}"{} cx="{:.1f}" cy="{:.1f}" r="{:g}"/>').format(css, attribute, x, y, radius)
