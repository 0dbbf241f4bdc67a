"""Marks and labels as SVG. Shape is how well a place is known; hue is who claims it."""

from collections.abc import Mapping

from markupsafe import Markup

from explainer.rendering.drawing.labels import AREA, COUNTRY, LEADING, SAID, Placed
from explainer.rendering.drawing.scene import Box, Label, Mark
from explainer.rendering.escape import escape
from explainer.vocabulary import Precision


def dot(mark: Mark, x: float, y: float) -> Markup:
    """Exact: filled; approximate: an open ring; an area: a dashed ring, or nothing where it is only for orientation."""
    if not mark.is_subject and mark.precision is Precision.AREA:
        return Markup("")
    if not mark.is_subject:
        return _circle("m-town" if mark.precision is Precision.EXACT else "m-town m-open", x, y, 3)
    shape = {Precision.EXACT: "m-dot", Precision.APPROXIMATE: "m-dot m-open", Precision.AREA: "m-dot m-area-of"}
    radius = 8 if mark.precision is Precision.AREA else 4.5
    drawn = _circle(shape[mark.precision], x, y, radius, mark.claimed_by)
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


def _circle(css: str, x: float, y: float, radius: float, hue: str = "") -> Markup:
    attribute = Markup(' data-hue="{}"').format(hue) if hue else ""
    return Markup('<circle class="{}"{} cx="{:.1f}" cy="{:.1f}" r="{:g}"/>').format(css, attribute, x, y, radius)
