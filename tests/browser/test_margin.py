"""The margin: notes beside their passages, none over another, whatever is open and however wide the window is."""

import pytest

from tests.browser.layout_shift import SHIFT
from tests.browser.opening import OpenPage
from tests.waiting import still

WIDTHS = (960, 1024, 1280, 1440, 1920)

STRAYS = """() => {
  const notes = [...document.querySelectorAll('.x-note')].map((note) => ({
    id: note.id,
    open: note.classList.contains('is-open'),
    at: note.getBoundingClientRect(),
    marker: document.getElementById('r-' + note.id.slice(2)).getClientRects()[0],
  })).filter((note) => note.marker);
  const over = [];
  for (const a of notes) for (const b of notes)
    if (a.id < b.id && a.at.left < b.at.right - 1 && b.at.left < a.at.right - 1
        && a.at.top < b.at.bottom - 1 && b.at.top < a.at.bottom - 1) over.push([a.id, b.id]);
  const strays = notes.map((note) => Math.abs(note.at.top - note.marker.top));
  return {count: notes.length, over, furthest: Math.max(...strays), open: notes.filter((note) => note.open)
    .map((note) => [note.id, Math.abs(note.at.top - note.marker.top), note.at.height])};
}"""


@pytest.mark.parametrize("width", WIDTHS)
def test_notes_stand_near_their_markers_and_never_overlap(article: str, open_page: OpenPage, width: int) -> None:
    page = open_page(article, width)
    found = page.evaluate(STRAYS)
    assert found["count"] > 50
    assert found["over"] == []
    assert found["furthest"] < 150


@pytest.mark.parametrize("width", [1024, 1440])
def test_the_open_note_stands_beside_its_marker_and_its_neighbours_make_way(
    article: str, open_page: OpenPage, width: int
) -> None:
    page = open_page(article, width, reduced_motion="reduce")
    ids = page.evaluate("[...document.querySelectorAll('.x-ref')].map((ref) => ref.id)")
    for ref in ids[:: len(ids) // 12]:
        page.locator(f"#{ref}").click()
        still(page)
        found = page.evaluate(STRAYS)
        assert found["over"] == [], ref
        ((name, distance, height),) = found["open"]
        assert name == ref.replace("r-", "n-", 1)
        assert distance < 20 or ref in ids[:8], ref
        assert found["furthest"] < height + 150, ref


def test_what_grows_in_the_open_note_pushes_too(article: str, open_page: OpenPage) -> None:
    page = open_page(article, reduced_motion="reduce")
    page.locator(".x-note:has(summary)").nth(5).click()
    before = page.evaluate(STRAYS)["open"][0][2]
    page.locator(".x-note.is-open summary").click()
    still(page)
    found = page.evaluate(STRAYS)
    assert found["over"] == []
    assert found["open"][0][2] > before + 20


@pytest.mark.parametrize("width", [320, 390, 820, 1024, 1440, 1920])
def test_nothing_moves_while_the_page_loads(article: str, open_page: OpenPage, width: int) -> None:
    page = open_page(article, width)
    assert page.evaluate(SHIFT) == 0


def test_laying_the_margin_asks_for_few_layouts(article: str, open_page: OpenPage) -> None:
    """Sizes are read at once, then all is placed: reading and writing by turns would ask for a layout a note."""
    page = open_page(article)
    assert page.locator(".x-note").count() > 100
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable")

    def layouts() -> float:
        metrics = session.send("Performance.getMetrics")["metrics"]
        return float(next(metric["value"] for metric in metrics if metric["name"] == "LayoutCount"))

    before = layouts()
    page.evaluate("document.getElementById('show-claim').click()")
    still(page)
    assert 0 < layouts() - before < 20


def test_a_closed_note_of_one_line_is_a_line_of_blocks(article: str, open_page: OpenPage) -> None:
    """In running text with a link and generated spaces, Orca's Say All went round and round the line."""
    page = open_page(article)
    inline = page.evaluate(
        """[...document.querySelectorAll('.x-note.is-line:not([data-share=none]) > *')].filter((part) => {
          const {display, position} = getComputedStyle(part);
          const running = display !== 'block' && display !== 'none' && position !== 'absolute';
          return running || getComputedStyle(part, '::after').content !== 'none' && display !== 'none';
        }).map((part) => part.parentNode.id + ' ' + part.className)"""
    )
    assert inline == []


def test_a_closed_note_with_a_link_stays_one_line(article: str, open_page: OpenPage) -> None:
    """After a link in lines that are cut, Orca's Say All ended in the middle of the article."""
    page = open_page(article)
    lines = page.locator(".x-note.is-line[data-share=none]")
    assert lines.count() > 0
    assert lines.locator(":scope > :not(.x-rest) a:not(.x-no)").count() == 0
