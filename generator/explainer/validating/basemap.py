"""The basemap of the map: from GeoJSON to areas and lines, or to what is wrong with the file."""

import json
from collections.abc import Iterator
from itertools import pairwise
from math import isfinite
from typing import Any

from explainer import rules
from explainer.diagnostics import Diagnostic
from explainer.model.seeds import Map
from explainer.model.stages import Basemap, Documents, Entry, Land, Outline, Point
from explainer.source import SourceFile, Span

MOST_POINTS = 100_000
"""More would slow every build down, and no reader would see them."""
BORDER = "national-border"
"""The `kind` of lines that are drawn strong."""


class _UnfitError(Exception):
    """The file is no basemap; the message says why, without its place."""


def read_basemap(documents: Documents, entry: Entry[Map]) -> tuple[Basemap | None, tuple[Diagnostic, ...]]:
    """The basemap that the map names; None, with the first mistake, where it cannot be drawn."""
    path = f"seeds/map/{entry.value.basemap}"
    if path in documents.unreadable:
        return None, ()
    file = documents.files.get(path)
    if file is None:
        message = f"there is no file `map/{entry.value.basemap}`"
        fix = "Add the file, or take `map.yaml` away: the places are then listed without a map."
        return None, (Diagnostic(rules.BASEMAP_IS_GEOJSON, entry.at("basemap"), message, fix),)
    try:
        return _basemap(json.loads(file.text, parse_constant=_refuse)), ()
    except json.JSONDecodeError as error:
        return None, (_diagnostic(file, f"this is not JSON: {_lower(error.msg)}", error.pos),)
    except _UnfitError as error:
        return None, (_diagnostic(file, str(error)),)
    except RecursionError:
        return None, (_diagnostic(file, "this is nested too deeply"),)
    except ValueError:
        return None, (_diagnostic(file, "this holds a number that is too long"),)


def _diagnostic(file: SourceFile, message: str, at: int | None = None) -> Diagnostic:
    span = Span(file.path) if at is None else file.span(at, min(at + 1, len(file.text)))
    return Diagnostic(rules.BASEMAP_IS_GEOJSON, span, message)


def _refuse(constant: str) -> None:
    raise _UnfitError(f"`{constant}` is not a JSON number")


def _basemap(data: Any) -> Basemap:
    if not isinstance(data, dict) or data.get("type") != "FeatureCollection":
        raise _UnfitError("this is not a GeoJSON `FeatureCollection`")
    features = data.get("features")
    if not isinstance(features, list):
        raise _UnfitError("`features` is not a list")
    land: list[Land] = []
    borders: list[Outline] = []
    lines: list[Outline] = []
    for number, feature in enumerate(features, 1):
        try:
            kind, country, geometry = _feature(feature)
            if geometry["type"] in ("Polygon", "MultiPolygon"):
                land += [Land(country, rings) for rings in _areas(geometry)]
            else:
                (borders if kind == BORDER else lines).extend(_lines(geometry))
        except _UnfitError as error:
            raise _UnfitError(f"feature {number}: {error}") from None
    points = sum(len(path) for path in (*borders, *lines, *(ring for area in land for ring in area.rings)))
    if points > MOST_POINTS:
        raise _UnfitError(f"this has {points} points, more than the {MOST_POINTS} that are allowed")
    if not points:
        raise _UnfitError("this has no area and no line")
    return Basemap(tuple(land), tuple(borders), tuple(lines))


def _feature(feature: Any) -> tuple[str, str, dict[str, Any]]:
    """The kind, the country and the geometry of a feature."""
    if not isinstance(feature, dict) or feature.get("type") != "Feature":
        raise _UnfitError("it is not a `Feature`")
    geometry = feature.get("geometry")
    if not isinstance(geometry, dict) or "type" not in geometry:
        raise _UnfitError("it has no geometry")
    if geometry["type"] not in ("Polygon", "MultiPolygon", "LineString", "MultiLineString"):
        raise _UnfitError(f"its geometry is neither an area nor a line, but `{str(geometry['type'])[:40]}`")
    properties = feature.get("properties") or {}
    if not isinstance(properties, dict):
        raise _UnfitError("its properties are not a mapping")
    return str(properties.get("kind", "")), str(properties.get("country", "")), geometry


def _areas(geometry: dict[str, Any]) -> Iterator[tuple[Outline, ...]]:
    coordinates = _list(geometry.get("coordinates"))
    for polygon in [coordinates] if geometry["type"] == "Polygon" else map(_list, coordinates):
        rings = tuple(_path(ring) for ring in polygon)
        if not rings or any(len(ring) < 4 or ring[0] != ring[-1] for ring in rings):
            raise _UnfitError("a ring of an area has fewer than four points, or does not end where it begins")
        yield tuple(_turned(ring, outer=index == 0) for index, ring in enumerate(rings))


def _turned(ring: Outline, *, outer: bool) -> Outline:
    """The ring with land on its left: outer rings one way round, holes the other, so that holes stay open."""
    twice_the_area = sum(ax * by - bx * ay for (ax, ay), (bx, by) in pairwise(ring))
    return ring if (twice_the_area > 0) is outer else ring[::-1]


def _lines(geometry: dict[str, Any]) -> Iterator[Outline]:
    coordinates = _list(geometry.get("coordinates"))
    for line in [coordinates] if geometry["type"] == "LineString" else coordinates:
        path = _path(line)
        if len(path) < 2:
            raise _UnfitError("a line has fewer than two points")
        yield path


def _path(value: Any) -> Outline:
    return tuple(_point(point) for point in _list(value))


def _point(value: Any) -> Point:
    match value:
        case [float() | int() as lon, float() | int() as lat, *_] if not isinstance(lon, bool) and not isinstance(
            lat, bool
        ):
            if abs(lon) <= 180 and abs(lat) <= 90 and isfinite(lon) and isfinite(lat):
                return float(lon), float(lat)
            raise _UnfitError("a point does not lie on the globe: coordinates are degrees, east before north")
        case _:
            raise _UnfitError("a point is not a pair of numbers")


def _list(value: Any) -> list[Any]:
    if not isinstance(value, list):
        raise _UnfitError("its coordinates do not fit its type")
    return value


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]
