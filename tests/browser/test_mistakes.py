"""What is wrong in an article: found in one tap, read as a table with keyboard, on a phone and without scripts."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.browser.opening import OpenPage

IN_VIEW = """(item) => {
  const at = item.getBoundingClientRect();
  return item.checkVisibility() && at.top >= 0 && at.bottom <= innerHeight;
}"""


@pytest.mark.parametrize("scripts", [True, False])
@pytest.mark.parametrize(("width", "height"), [(390, 844), (1440, 900)])
def test_the_gravest_are_one_tap_and_one_screen_away(
    real_site: Path, address_of: Callable[[Path], str], open_page: OpenPage, width: int, height: int, scripts: bool
) -> None:
    page = open_page(address_of(real_site), width, height, java_script_enabled=scripts)
    page.get_by_role("link", name="51 mistakes").click()
    items = page.locator("#wrong > li")
    items.last.wait_for()
    assert [items.nth(index).evaluate(IN_VIEW) for index in range(items.count())] == [True] * 5
    items.first.get_by_role("link").click()
    page.locator("#n-spokesman-role .x-reading").wait_for()


def test_the_panel_is_one_tap_away_on_the_page_itself(article: str, open_page: OpenPage) -> None:
    page = open_page(article, 390, 844)
    assert not page.locator("#wrong").is_visible()
    page.locator(".x-wrong > summary").click()
    assert page.locator("#wrong").is_visible()
    assert open_page(article, 1440, 900).locator("#wrong").is_visible()


def _numbers(rows: object) -> list[str]:
    return rows.evaluate_all(  # type: ignore[attr-defined, no-any-return]
        "(rows) => rows.filter((row) => row.checkVisibility()).map((row) => row.cells[0].textContent)"
    )


@pytest.fixture
def table(woven: Path, address_of: Callable[[Path], str]) -> str:
    return address_of(woven / "site") + "articles/market/mistakes/"


@pytest.mark.parametrize("scripts", [True, False])
@pytest.mark.parametrize("width", [390, 1440])
def test_the_table_is_filtered_by_weight(table: str, open_page: OpenPage, width: int, scripts: bool) -> None:
    page = open_page(table, width, java_script_enabled=scripts)
    rows = page.locator("tbody > tr")
    every = _numbers(rows)
    assert len(every) == 2
    page.locator("#weight-all").focus()
    page.keyboard.press("ArrowDown")
    major = _numbers(rows)
    page.keyboard.press("ArrowDown")
    assert sorted(major + _numbers(rows), key=int) == every
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_the_table_is_sorted_by_weight_and_filtered_by_place(table: str, open_page: OpenPage) -> None:
    page = open_page(table)
    rows = page.locator("tbody > tr")
    weight = page.get_by_role("columnheader", name="Weight")
    weight.get_by_role("button").focus()
    page.keyboard.press("Enter")
    assert weight.get_attribute("aria-sort") == "ascending"
    assert rows.locator("td:last-child").all_text_contents() == ["major", "minor"]
    page.keyboard.press("Enter")
    assert rows.locator("td:last-child").all_text_contents() == ["minor", "major"]
    page.get_by_label("Place").select_option("paragraph 4")
    assert [row.text_content() for row in rows.locator("td:nth-child(2)").all() if row.is_visible()] == ["paragraph 4"]


def test_without_scripts_places_are_links(table: str, open_page: OpenPage) -> None:
    page = open_page(table, java_script_enabled=False)
    page.get_by_role("link", name="paragraph 4").click()
    assert page.locator("tr:target td:nth-child(2)").text_content() == "paragraph 4"


def test_each_change_of_the_corrected_text_leads_to_its_note(article: str, open_page: OpenPage) -> None:
    page = open_page(f"{article}corrected/")
    marker = page.get_by_role("link", name="Note 54")
    assert page.locator("ins", has_text="Freedom of Russia Legion").first.is_visible()
    marker.click()
    page.locator("#n-spokesman-role .x-tools").wait_for()
    assert page.locator("#n-spokesman-role").evaluate(IN_VIEW)


def test_on_paper_the_corrected_text_has_the_original_too(article: str, open_page: OpenPage) -> None:
    page = open_page(f"{article}corrected/")
    page.emulate_media(media="print")
    assert page.locator("del").evaluate_all("(gone) => gone.every((words) => words.checkVisibility())")
