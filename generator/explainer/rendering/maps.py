"""The maps of the site: what is drawn of its places, how large, and what the caption says.

Where the site has no map, all is empty.
"""

from dataclasses import replace

from markupsafe import Markup

from explainer.model.record_types import RecordType, Ref
from explainer.model.seeds import Map, PlacedPictures
from explainer.model.stages import Linked
from explainer.rendering import drawing
from explainer.rendering.control import holding, usual_year
from explainer.rendering.drawing import FrameView, Label, Mark, Scene, Sheet
from explainer.rendering.map_caption import KEY, Legend, legend_of, legend_of_spot, listed
from explainer.rendering.printer import Printer
from explainer.rendering.templates import render

WIDE = Sheet("wide", 540, 14)
NARROW = Sheet("narrow", 360, 13, areas=False)
SMALL = Sheet("small", 460, 13, insets=False, said=False, areas=False, links=False)
INSET = Sheet("inset", 460, 13, insets=False, said=False, areas=False, links=False)
ACROSS = 0.08
"""Degrees of longitude from the middle of an inset to its side: some five kilometres in the latitudes of Kyiv."""


def map_figure(printer: Printer, *, full: bool = False, css: str = "") -> Markup:
    """A map with its caption, as Markdown for the page of `printer`; `css` is one more class.

    The small one has the first frame alone, without what is said of the places: for home and for articles, once a page.
    The full one has all frames in two sizes, of which the style sheet shows one: for the page whose entries it links.
    """
    entry, scene = printer.linked.seeds.map, scene_of(printer.linked)
    if entry is None or scene is None:
        return Markup("")
    legend = legend_of(printer.linked, scene)
    return _figure(printer, entry.value, scene, (WIDE, NARROW) if full else (SMALL,), legend, full=full, css=css)


def inset_figure(printer: Printer, placed: PlacedPictures) -> Markup:
    """A few kilometres around where pictures were placed, with that spot and the places near it."""
    entry, scene, place = printer.linked.seeds.map, scene_of(printer.linked), printer.linked.seeds.places[placed.place]
    point = placed.point or place.value.point
    if entry is None or scene is None or point is None:
        return Markup("")
    lon, lat = float(point.lon), float(point.lat)
    frame = FrameView(f"placed-{placed.place}", lon - ACROSS, lat - ACROSS / 2, lon + ACROSS, lat + ACROSS / 2)
    spot = Mark(placed.place, place.value.name, (lon, lat), point.precision, is_subject=True)
    near = (replace(m, is_subject=False) for m in scene.marks if m.id != placed.place and frame.holds(m.point))
    cut = replace(scene, title=place.value.name, description="", frames=(frame,), marks=(spot, *near))
    lies = printer.words.pgettext("between items", ", ").join(filter(None, (place.value.name, place.value.within)))
    meaning = printer.words.gettext("where pictures were placed: %(place)s", place=lies)
    return _figure(printer, entry.value, cut, (INSET,), legend_of_spot(spot, meaning), css="x-here")


def _figure(
    printer: Printer,
    value: Map,
    scene: Scene,
    sheets: tuple[Sheet, ...],
    legend: Legend,
    *,
    full: bool = False,
    css: str = "",
) -> Markup:
    drawn = [drawing.draw(scene, sheet) for sheet in sheets]
    markdown = render(
        "map.md.j2",
        printer.words,
        p=printer,
        map=value,
        svg=Markup("").join(each.svg for each in drawn),
        full=full,
        css=Markup(css),
        legend=legend,
        key=KEY,
        year=_year(printer.linked),
        lists=[listed(each, scene, sheet, printer.words) for each, sheet in zip(drawn, sheets, strict=True)],
    )
    return Markup(markdown)


def drawn_places(linked: Linked) -> set[str]:
    """The ids of the places that are marked on the maps."""
    places = linked.seeds.places if linked.seeds.map else {}
    return {id_ for id_, entry in places.items() if entry.value.map is not None and entry.value.point is not None}


def scene_of(linked: Linked) -> Scene | None:
    """What the maps show: every place with `map` and a point, subjects first."""
    entry = linked.seeds.map
    if entry is None:
        return None
    value = entry.value
    return Scene(
        title=value.title,
        description=value.description,
        basemap=linked.seeds.basemap,
        countries=tuple(label.code for label in value.labels if label.code),
        ground=value.ground or "",
        frames=tuple(
            FrameView(f.id, float(f.west), float(f.south), float(f.east), float(f.north), f.inset_of)
            for f in value.frames
        ),
        labels=tuple(Label(t.text, (float(t.lon), float(t.lat)), t.type == "country") for t in value.labels),
        marks=_marks(linked),
        words=linked.catalogue,
    )


def _marks(linked: Linked) -> tuple[Mark, ...]:
    year = _year(linked)
    marks = []
    for place_id, entry in linked.seeds.places.items():
        place = entry.value
        if place.map is None or place.point is None:
            continue
        held = holding(place, linked, year)
        hues = tuple(side.hue for side in held.claiming)
        marks.append(
            Mark(
                id=place_id,
                name=place.name,
                point=(float(place.point.lon), float(place.point.lat)),
                precision=place.point.precision,
                is_subject=place.map == "subject",
                said=held.said,
                claimed_by=hues,
                denied_by=held.denying[0].hue if len(hues) == 1 and held.denying else "",
                href=f"#{linked.addresses[Ref(RecordType.PLACE, place_id)].fragment}",
            )
        )
    return tuple(sorted(marks, key=lambda mark: not mark.is_subject))


def _year(linked: Linked) -> str:
    return usual_year(entry.value for entry in linked.seeds.places.values())
