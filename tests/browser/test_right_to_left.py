"""Words that are read from right to left are set so wherever they stand: on a site in English, and on one in Arabic."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.browser.opening import OpenPage
from tests.browser.right_to_left import build
from tests.conftest import once
from tests.waiting import still

_WRONG = """() => {
  const found = [], theirs = document.body.dir === "rtl" ? /[a-z]{2}/i : /[\\u0590-\\u08ff]/;
  const walk = document.createTreeWalker(document.querySelector("article"), 4);
  while (walk.nextNode()) {
    const text = walk.currentNode, parent = text.parentElement, style = getComputedStyle(parent);
    const own = style.unicodeBidi === "plaintext" || parent.closest("bdi, [dir]:not(body)");
    if (!theirs.test(text.data) || parent.closest("script, svg")) continue;
    if (style.direction === document.body.dir && !own) found.push(parent.outerHTML.slice(0, 120));
  }
  return found;
}"""
"""Words of the other direction that stand in the direction of the site."""
_WITHOUT = (
    """() => [...document.querySelectorAll("body [lang]:not([dir])")].map((each) => each.outerHTML.slice(0, 90))"""
)
_MARKERS = """() => [...document.querySelectorAll(".x-text mark + .x-ref")].map((marker) => {
  const range = document.createRange(), words = marker.previousElementSibling;
  range.selectNodeContents(words);
  const boxes = [...range.getClientRects()], lowest = boxes.filter((box) => box.top === boxes.at(-1).top);
  const at = marker.getBoundingClientRect();
  return Math.round(getComputedStyle(words).direction === "rtl"
    ? Math.min(...lowest.map((box) => box.left)) - at.right
    : at.left - Math.max(...lowest.map((box) => box.right)));
})"""
"""How far each marker stands behind the end of its passage."""
_BOXES = """() => {
  const box = (selector) => document.querySelector(selector).getBoundingClientRect();
  const [text, note, number, rail] = [".x-par .x-text", ".x-note", ".x-note .x-no", ".x-rail"].map(box);
  return [rail.left, rail.right, text.left, text.right, number.left, note.left, note.right];
}"""
_SPILLING = "() => document.documentElement.scrollWidth - innerWidth"
SITES = ["en", "ar"]


@pytest.fixture(scope="module", params=SITES)
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Path]:
    language = request.param
    folder = once(tmp_path_factory, f"directions-{language}", lambda folder: build(folder, language))
    return language, folder / "site"


@pytest.mark.parametrize("width", [390, 1440])
def test_words_are_set_in_their_own_direction(
    site: tuple[str, Path], address_of: Callable[[Path], str], open_page: OpenPage, width: int
) -> None:
    language, folder = site
    page = open_page("about:blank", width=width)
    for path in ("articles/ar/?show=all", "articles/he/?show=all", "sources/", "questions/stalls/", "glossary/"):
        page.goto(address_of(folder) + path, wait_until="load")
        still(page)
        assert page.locator("article").inner_text().strip()
        assert page.evaluate(_WITHOUT) == [], path
        assert page.evaluate(_SPILLING) <= 0, path
        if language == "en":
            assert page.evaluate(_WRONG) == [], path
        if path.startswith("articles"):
            gaps = page.evaluate(_MARKERS)
            assert len(gaps) >= 3 and all(-4 <= gap < 12 for gap in gaps), (path, gaps)


def test_the_margin_stands_where_a_line_ends(
    site: tuple[str, Path], address_of: Callable[[Path], str], open_page: OpenPage
) -> None:
    """Legend, text and margin from left to right, or mirrored; a note’s number where its line begins."""
    language, folder = site
    page = open_page(f"{address_of(folder)}articles/ar/?show=all", width=1440)
    rail, rail_end, text, text_end, number, note, note_end = page.evaluate(_BOXES)
    if language == "ar":
        assert note_end <= text < text_end <= rail and number > (note + note_end) / 2
    else:
        assert rail_end <= text < text_end <= note and number < (note + note_end) / 2


def test_a_reading_is_led_to_as_one_reads(
    site: tuple[str, Path], address_of: Callable[[Path], str], open_page: OpenPage
) -> None:
    language, folder = site
    page = open_page(f"{address_of(folder)}articles/ar/", width=1440)
    was, reading = (page.locator(f"#wrong {each}").bounding_box() for each in ("del", "ins"))
    assert was and reading and (was["x"] > reading["x"]) == (language == "ar")
    assert ("←" if language == "ar" else "→") in page.locator("#wrong li").inner_text()


def test_a_name_between_words_of_ours_is_kept_apart_where_it_runs_the_other_way(
    site: tuple[str, Path], address_of: Callable[[Path], str], open_page: OpenPage
) -> None:
    language, folder = site
    page = open_page(f"{address_of(folder)}articles/ar/?show=all", width=1440)
    said, mended = page.locator("#n-hour-ar"), page.locator("#n-ships-ar")
    assert said.locator(".x-speech bdi").all_text_contents() == (["Traders’ Guild"] if language == "ar" else [])
    assert ("\u2068Traders\u2069" in (said.get_attribute("data-row") or "")) == (language == "ar")
    assert ("\u2068سفينتان\u2069" in (mended.get_attribute("data-row") or "")) == (language == "en")


def test_in_print_notes_begin_where_lines_begin(
    site: tuple[str, Path], address_of: Callable[[Path], str], open_page: OpenPage
) -> None:
    language, folder = site
    page = open_page(f"{address_of(folder)}articles/ar/?show=all", width=760)
    page.emulate_media(media="print")
    sides = page.locator(".x-note").first.evaluate(
        "(note) => [getComputedStyle(note).borderLeftWidth, getComputedStyle(note).borderRightWidth]"
    )
    assert (sides[0] == "0px") == (language == "ar") != (sides[1] == "0px")
    gaps = page.evaluate(_MARKERS)
    assert len(gaps) >= 3 and all(-4 <= gap < 12 for gap in gaps), gaps
