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
    page = open_page(article + "?show=all", width)
    found = page.evaluate(STRAYS)
    assert found["count"] > 50
    assert found["over"] == []
    assert found["furthest"] < 150


@pytest.mark.parametrize("width", [1024, 1440])
# Among all notes the others keep their words, and so are pushed further than if they shrank to numbers.
@pytest.mark.parametrize(("show", "pushed"), [("", 150), ("?show=all", 260)])
def test_the_open_note_stands_beside_its_marker_and_its_neighbours_make_way(
    article: str, open_page: OpenPage, show: str, pushed: int, width: int
) -> None:
    page = open_page(article + show, width, reduced_motion="reduce")
    ids = page.evaluate(
        "[...document.querySelectorAll('.x-ref')].filter((ref) => ref.offsetWidth).map((ref) => ref.id)"
    )
    for ref in ids[:: len(ids) // 12]:
        page.locator(f"#{ref}").click()
        still(page)
        found = page.evaluate(STRAYS)
        assert found["over"] == [], ref
        ((name, distance, height),) = found["open"]
        assert name == ref.replace("r-", "n-", 1)
        assert distance < 20 or ref in ids[:8], ref
        assert found["furthest"] < height + pushed, ref


def test_what_grows_in_the_open_note_pushes_too(article: str, open_page: OpenPage) -> None:
    page = open_page(article + "?show=all", reduced_motion="reduce")
    page.locator(".x-note:has(summary)").nth(5).click()
    before = page.evaluate(STRAYS)["open"][0][2]
    page.locator(".x-note.is-open summary").first.click()
    still(page)
    found = page.evaluate(STRAYS)
    assert found["over"] == []
    assert found["open"][0][2] > before + 20


@pytest.mark.parametrize("width", [320, 390, 820, 1024, 1440, 1920])
def test_nothing_moves_while_the_page_loads(article: str, open_page: OpenPage, width: int) -> None:
    page = open_page(article + "?show=all", width)
    assert page.evaluate(SHIFT) == 0


def test_laying_the_margin_asks_for_few_layouts(article: str, open_page: OpenPage) -> None:
    """Sizes are read at once, then all is placed: reading and writing by turns would ask for a layout a note."""
    page = open_page(article + "?show=all")
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


ROWS = """[...document.querySelectorAll('.x-note.is-line')].filter((note) => note.offsetHeight > 0).map((note) => ({
  id: note.id,
  words: getComputedStyle(note, '::after').content.replace(/^"|"$|^none$/g, ''),
  cut: note.scrollWidth > note.clientWidth + 1 || note.scrollHeight > note.clientHeight + 1,
}))"""


@pytest.mark.parametrize("width", [1024, 1440])
@pytest.mark.parametrize("show", ["", "?show=all"])
def test_a_row_is_whole_words_at_most_eight_or_a_number(
    article: str, open_page: OpenPage, show: str, width: int
) -> None:
    page = open_page(article + show, width, reduced_motion="reduce")
    rows = page.evaluate(ROWS)
    assert [row for row in rows if row["cut"] or len(row["words"].split()) > 8 or "…" in row["words"]] == []
    assert show or all(row["words"] for row in rows), "of the main notes none is a number alone"
    page.locator(".x-ref:visible").nth(9).click()
    still(page)
    now = {row["id"]: row["words"] for row in page.evaluate(ROWS)}
    assert now == {row["id"]: row["words"] for row in rows if row["id"] in now}, (
        "an open note leaves the others their words"
    )


def test_every_open_note_stays_in_the_margin(article: str, open_page: OpenPage) -> None:
    page = open_page(article, reduced_motion="reduce")
    page.evaluate("document.getElementById('open-all').click()")
    still(page)
    found = page.evaluate(STRAYS)
    assert len(found["open"]) == found["count"] > 15
    assert found["over"] == []
    assert page.evaluate(
        "[...document.querySelectorAll('.x-note.is-open')].every((note) => note.getBoundingClientRect().left > 900)"
    )
