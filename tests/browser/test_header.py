"""The head of each page stays usable where its words are longer or wider than ours are in our face."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser.opening import OpenPage
from tests.browser.searching import OPENER

if TYPE_CHECKING:
    from playwright.sync_api import Locator

TAB = ".md-tabs__link"
# Whether an element is what one presses in its middle.
_ON_TOP = """(element) => {
  const { left, right, top, bottom } = element.getBoundingClientRect();
  return element.contains(document.elementFromPoint((left + right) / 2, (top + bottom) / 2));
}"""


def _longer(tab: "Locator") -> None:
    tab.evaluate("(link) => { link.textContent = `${link.textContent} und was dazugehört`; }")


@pytest.mark.parametrize("width", [1220, 1440])
def test_tabs_that_do_not_fit_scroll_and_cover_nothing(
    real_site: Path, address_of: Callable[[Path], str], open_page: OpenPage, width: int
) -> None:
    page = open_page(address_of(real_site) + "questions/", width=width)
    tabs = page.locator(TAB)
    for number in range(tabs.count()):
        _longer(tabs.nth(number))
    assert page.locator(OPENER).evaluate(_ON_TOP)
    assert page.locator(".md-header__option label:visible").first.evaluate(_ON_TOP)
    assert page.locator(".md-header .x-brand").evaluate(_ON_TOP)
    for tab in (tabs.last, tabs.first):
        tab.focus()
        assert tab.evaluate(_ON_TOP)


def test_a_question_is_chosen_within_the_first_two_screens_of_a_phone(
    real_site: Path, address_of: Callable[[Path], str], open_page: OpenPage
) -> None:
    page = open_page(address_of(real_site) + "questions/", width=390)
    links = page.locator(".x-briefly a")
    assert links.count() == page.locator(".x-questions > li").count() > 6
    for link in links.all():
        box = link.bounding_box()
        assert box
        assert box["y"] + box["height"] < 2 * 844
    links.last.click()
    page.wait_for_url("**/questions/*/")
