"""The maps: labels never collide, nothing is lost, and what a party says stays what it says.

Scenes are made up: crowds of places, far more than a map can hold, with names of any length and script.
"""

import re
import shutil
from dataclasses import replace
from itertools import combinations, pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from explainer import anchoring, linking, reading, validating
from explainer.model.stages import Basemap, Land, Linked
from explainer.rendering import drawing, maps, pages
from explainer.rendering.drawing import FrameView, Label, Mark, Scene, Sheet
from explainer.rendering.drawing.ground import countries
from explainer.rendering.drawing.outlines import chained, clipped_line, clipped_ring, thinned
from explainer.rendering.drawing.scene import Box
from explainer.rendering.drawing.sheet import _filled, _stacked
from explainer.rendering.map_caption import KEY, legend_of
from explainer.vocabulary import Precision
from tests.projects import MINIMAL, PROJECT

LAND = Land("AA", (((0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (0.0, 10.0), (0.0, 0.0)),))
BORDER = ((0.0, 4.0), (3.0, 5.0), (6.0, 4.5), (10.0, 5.0))
FRAMES = (FrameView("whole", 0, 0, 10, 8), FrameView("part", 2, 3, 4, 4, "whole"))
SHEETS = (maps.WIDE, maps.NARROW, maps.SMALL, Sheet("tiny", 80, 14))

points = st.tuples(st.floats(-1, 11), st.floats(-1, 9))
names = st.text(st.characters(categories=["L", "P", "S", "Zs"]), min_size=1, max_size=30)
marks = st.builds(
    Mark,
    id=st.just(""),
    name=names,
    point=points,
    precision=st.sampled_from(Precision),
    is_subject=st.booleans(),
    said=st.lists(names, max_size=2).map(tuple),
    claimed_by=st.sampled_from([(), ("umber",), ("umber", "violet")]),
    denied_by=st.sampled_from(["", "violet"]),
    href=st.sampled_from(["", "#place-x"]),
)


@st.composite
def scenes(draw: st.DrawFn) -> Scene:
    found = draw(st.lists(marks, max_size=30))
    return Scene(
        title=draw(names),
        description=draw(names),
        basemap=Basemap((LAND,), (BORDER,), ()),
        countries=("AA",),
        ground="",
        frames=FRAMES,
        labels=tuple(draw(st.lists(st.builds(Label, names, points, st.booleans()), max_size=4))),
        marks=tuple(replace(mark, id=f"m{index}") for index, mark in enumerate(found)),
    )


@given(scenes(), st.sampled_from(SHEETS))
@settings(deadline=None)
def test_no_two_labels_overlap_and_every_place_is_drawn_or_told(scene: Scene, sheet: Sheet) -> None:
    drawn = drawing.draw(scene, sheet)
    assert not [pair for pair in combinations(drawn.labels, 2) if pair[0].touches(pair[1])]
    named = {mark.id for mark in scene.marks if f">{_text(mark.name)}<" in drawn.svg}
    told = {*drawn.unlabelled, *drawn.outside, *(mark for _, mark in drawn.numbered)}
    assert {mark.id for mark in scene.marks} <= named | told
    inside = [mark for mark in scene.marks if mark.id not in drawn.outside]
    assert all(any(frame.holds(mark.point) for frame in FRAMES) for mark in inside)


@given(scenes(), st.sampled_from(SHEETS))
@settings(deadline=None, max_examples=30)
def test_a_drawing_is_one_block_without_anything_that_markdown_could_read(scene: Scene, sheet: Sheet) -> None:
    svg = str(drawing.draw(scene, sheet).svg)
    assert svg.startswith("<svg ")
    assert svg.endswith("</svg>")
    assert "\n" not in svg
    ids = re.findall(r' id="([^"]+)"', svg)
    assert len(ids) == len(set(ids))
    assert all(each.startswith(f"map-{sheet.name}-") for each in ids)
    numbers = re.findall(r' (?:x|y|cx|cy|r|dy|d|font-size|width|height|viewBox)="([^"]*)"', svg)
    assert all(re.fullmatch(r"(?:[MLHVlhvaz ]|-?\d+(?:\.\d)?)*", number) for number in numbers), numbers


@given(scenes())
@settings(deadline=None, max_examples=10)
def test_the_same_scene_gives_the_same_bytes(scene: Scene) -> None:
    once = drawing.draw.__wrapped__(scene, maps.WIDE)
    assert once == drawing.draw.__wrapped__(scene, maps.WIDE)


@given(st.lists(points, min_size=3, max_size=40), st.floats(0.01, 2))
def test_outlines_stay_in_their_box_and_near_the_line(line: list[tuple[float, float]], tolerance: float) -> None:
    box = Box(2, 2, 7, 7)
    assert all(1.999 <= x <= 7.001 and 1.999 <= y <= 7.001 for x, y in clipped_ring(line, box))
    kept = thinned(line, tolerance)
    assert (kept[0], kept[-1]) == (line[0], line[-1])
    assert set(kept) <= set(line)
    segments = {pair for run in clipped_line(line, box) for pair in pairwise(run)}
    assert segments <= set(pairwise(line))


def test_pieces_of_a_border_become_one_line() -> None:
    joining = [[(5.0, 0.0), (9.0, 0.0)], [(0.0, 0.0), (4.9, 0.0)], [(14.0, 0.0), (9.1, 0.0)]]
    pieces = [*joining, [(50.0, 50.0), (60.0, 60.0)]]
    assert sorted(map(len, chained(pieces, 0.5))) == [2, 6]


# --- a whole site -----------------------------------------------------------------------------------


def _linked(root: Path) -> Linked:
    seeds, _ = validating.validate(reading.read(root)[0])
    return linking.link(anchoring.anchor(seeds)[0])[0]


@pytest.fixture
def mapped() -> Linked:
    return _linked(MINIMAL)


def test_without_a_map_there_is_a_table_only(tmp_path: Path) -> None:
    shutil.copytree(MINIMAL / "seeds", tmp_path / "seeds")
    (tmp_path / "seeds" / "map.yaml").unlink(missing_ok=True)
    linked = _linked(tmp_path)
    assert maps.scene_of(linked) is None
    page = pages(linked)["people-and-places.md"]().markdown
    assert "<svg" not in page
    assert "| [Brindle]" in page


def test_what_is_said_of_a_place_is_the_claim_of_a_side_with_its_date(mapped: Linked) -> None:
    scene = maps.scene_of(mapped)
    assert scene is not None
    (mark,) = scene.marks
    assert mark.said == ("A claims it, B denies it: 3 February",)
    assert (mark.claimed_by, mark.denied_by) == (("umber",), "petrol")


@pytest.mark.parametrize("sheet", [maps.WIDE, maps.NARROW, maps.SMALL], ids=lambda sheet: sheet.name)
def test_each_label_lies_in_the_country_of_its_place(sheet: Sheet) -> None:
    scene = maps.scene_of(_linked(PROJECT))
    assert scene is not None
    frames = _stacked(scene, sheet)
    for at in frames:
        country = countries(scene, at)
        for placed in _filled(scene, sheet, at, frames).placed:
            if placed.spot:
                left, top, right, bottom = placed.spot.box
                corners = {country(corner) for corner in ((left, top), (right, top), (left, bottom), (right, bottom))}
                assert corners == {country(placed.at)}, (placed.mark.name, at.frame.id)


def test_every_sign_is_in_the_legend_and_has_one_meaning() -> None:
    linked = _linked(PROJECT)
    scene = maps.scene_of(linked)
    assert scene is not None
    keys = legend_of(linked, scene).keys
    meant = {key.sign: key.words for key in keys}
    assert len(meant) == len(keys)
    for mark in scene.marks:
        # Hollow or filled, which a sentence under the legend explains.
        signs = [drawing.dot(replace(mark, precision=precision), KEY / 2, KEY / 2) for precision in Precision]
        assert any(sign in meant for sign in signs), mark.name
    assert [key.words for key in keys] == [
        "V claims it, R denies it", "V claims it", "V and R claim it", "no side claims it", "a town, for orientation",
    ]  # fmt: skip


def test_the_table_says_all_that_the_map_says_and_more(mapped: Linked) -> None:
    page = pages(mapped)["people-and-places.md"]().markdown
    row = next(line for line in page.splitlines() if line.startswith("| [Brindle]"))
    assert row.count("control, <time") == 2
    assert "reports fighting" in row
    assert "51&#46;2725°&#160;N" in row
    assert "approximate" in row


def _text(name: str) -> str:
    from explainer.rendering.escape import escape

    return str(escape(name))
