"""With keys alone from note to note: to the marker, into the note, back to the text, closed, and on."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser.opening import OpenPage

if TYPE_CHECKING:
    from playwright.sync_api import Page

FURTHEST = 400
"""Presses of the Tab key within which the next marker must come."""
FOCUSED = "document.activeElement.closest('.x-note, .x-ref')?.id"
OPEN = "[...document.querySelectorAll('.x-ref[aria-expanded=true]')].map((ref) => ref.id)"
STAYS_IN_VIEW = """() => {
  const at = document.activeElement.getBoundingClientRect();
  return at.top >= 0 && at.top < innerHeight && at.height > 0;
}"""


WHERE = """() => {
  const at = document.activeElement;
  const box = at.getBoundingClientRect();
  return {
    marker: at.closest('.x-ref')?.querySelector('[data-no]').dataset.no,
    row: at.closest('.is-line')?.id,
    closed: !!at.closest('.md-sidebar--primary'),
    beside: box.right <= 0 || box.left >= innerWidth,
    name: at.className || at.tagName,
  };
}"""


def _tab_to(page: "Page", name: str) -> None:
    for _ in range(FURTHEST):
        if page.evaluate("document.activeElement.id") == name:
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"the Tab key does not reach {name}")


def _walk(page: "Page", count: int | None = None) -> int:
    names = page.evaluate("[...document.querySelectorAll('.x-ref')].map((ref) => ref.id)")[:count]
    for name in names:
        note = f"n-{name[2:]}"
        _tab_to(page, name)
        assert page.evaluate(STAYS_IN_VIEW), name
        page.keyboard.press("Enter")
        assert page.evaluate(FOCUSED) == note
        assert page.evaluate(OPEN) == [name]
        assert page.locator(f"#{note} .x-rest").is_visible() or not page.locator(f"#{note} .x-rest").inner_text()
        assert page.evaluate(STAYS_IN_VIEW), note
        page.keyboard.press("Enter")
        assert page.evaluate(FOCUSED) == name
        page.keyboard.press("Escape")
        assert page.evaluate(FOCUSED) == name
        assert page.evaluate(OPEN) == []
    return len(names)


@pytest.mark.parametrize("width", [390, 1440])
def test_through_every_note_of_the_minimal_site(
    minimal_site: Path, address_of: Callable[[Path], str], open_page: OpenPage, width: int
) -> None:
    page = open_page(address_of(minimal_site) + "articles/market/?show=all", width, reduced_motion="reduce")
    assert _walk(page) == page.locator(".x-note").count() > 5


@pytest.mark.parametrize("width", [390, 1440])
def test_through_the_first_twenty_of_the_real_article(article: str, open_page: OpenPage, width: int) -> None:
    assert _walk(open_page(article + "?show=all", width, reduced_motion="reduce"), 20) == 20


def test_a_closed_note_and_its_marker_are_one_stop(article: str, open_page: OpenPage) -> None:
    page = open_page(article + "?show=all", reduced_motion="reduce")
    page.locator("#r-both-claim-success").focus()
    stops = []
    for _ in range(30):
        page.keyboard.press("Tab")
        stops.append(page.evaluate(WHERE))
    assert sum(bool(stop["marker"]) for stop in stops) > 20
    assert [stop for stop in stops if stop["row"]] == []
    assert page.evaluate(OPEN) == [], "what is passed by stays closed"


@pytest.mark.parametrize("width", [390, 820, 1440])
@pytest.mark.parametrize("path", ["", "articles/counter-invasion/", "questions/losses/"])
def test_nothing_that_is_closed_takes_the_focus(
    real_site: Path, address_of: Callable[[Path], str], open_page: OpenPage, path: str, width: int
) -> None:
    page = open_page(address_of(real_site) + path, width, 844)
    stops = []
    for _ in range(25):
        page.keyboard.press("Tab")
        stops.append(page.evaluate(WHERE))
    # The theme's choice of colours is a radio button whose label shows the focus.
    lost = [stop for stop in stops if (stop["closed"] or stop["beside"]) and "md-option" not in stop["name"]]
    assert lost == []


def test_few_stops_lead_to_the_notes(article: str, open_page: OpenPage) -> None:
    """From the link to the text: to the first note of the text, and to one in its middle."""
    page = open_page(article, reduced_motion="reduce")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    stops: dict[str, int] = {}
    for count in range(1, 61):
        page.keyboard.press("Tab")
        stops.setdefault(page.evaluate("document.activeElement.id"), count)
    assert stops["r-state-media-claim"] <= 15
    assert stops["r-tyotkino-captured"] <= 60
