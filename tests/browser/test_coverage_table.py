"""The table of reports: for all a table; on a phone one report after the other; never wider than the screen."""

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest

from tests.browser.opening import OpenPage

TOPS = """
(column) => [...document.querySelectorAll(`.x-texts:first-of-type tr > :nth-child(${column})`)]
  .filter((cell) => cell.offsetParent && cell.closest("table") === document.querySelector(".x-texts"))
  .map((cell) => cell.getBoundingClientRect().top)
"""


@pytest.mark.parametrize("width", [320, 390, 820, 1440])
def test_the_page_does_not_scroll_sideways(
    real_site: Path, address_of: Callable[[Path], str], open_page: OpenPage, width: int
) -> None:
    page = open_page(address_of(real_site) + "coverage/", width, 900)
    assert not page.evaluate("document.documentElement.scrollWidth > innerWidth")


def test_on_a_phone_one_report_follows_the_other(
    real_site: Path, address_of: Callable[[Path], str], open_page: OpenPage
) -> None:
    page = open_page(address_of(real_site) + "coverage/", 390, 844)
    columns = [page.evaluate(TOPS, column) for column in range(2, 5)]
    assert all(len(tops) > 1 and tops == sorted(tops) for tops in columns)
    assert all(earlier[-1] < later[0] for earlier, later in pairwise(columns))


@pytest.mark.parametrize("width", [390, 1440])
def test_a_screen_reader_has_a_table(
    real_site: Path, address_of: Callable[[Path], str], open_page: OpenPage, width: int
) -> None:
    page = open_page(address_of(real_site) + "coverage/", width, 900)
    table = page.get_by_role("table").first
    assert table.get_by_role("columnheader").count() > 2
    if width > 960:
        assert table.get_by_role("rowheader").count() > 5
