"""The timeline opens at the day of the story; what came before is folded, and links open it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.browser.opening import OpenPage


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without"])
@pytest.mark.parametrize("width", [390, 1440])
def test_it_opens_at_the_day_of_the_story(
    real_site: Path, address_of: Callable[[Path], str], open_page: OpenPage, width: int, scripts: bool
) -> None:
    page = open_page(address_of(real_site) + "timeline/", width, 900, java_script_enabled=scripts)
    day = page.get_by_role("heading", name="12 March 2024", exact=True)
    assert day.evaluate("(heading) => heading.getBoundingClientRect().top < innerHeight")
    assert not page.get_by_role("heading", name="3 May 2023", exact=True).is_visible()
    page.locator(".x-earlier summary").click()
    assert page.get_by_role("heading", name="3 May 2023", exact=True).is_visible()


@pytest.mark.parametrize("width", [390, 1440])
def test_the_months_stay_in_sight_and_lead_into_the_fold(
    real_site: Path, address_of: Callable[[Path], str], open_page: OpenPage, width: int
) -> None:
    page = open_page(address_of(real_site) + "timeline/", width, 900)
    bar = page.get_by_role("navigation", name="Go to a date")
    for month in ("Aug", "Jun"):
        bar.get_by_role("link", name=month, exact=True).first.click()
        heading = page.locator(":target")
        heading.wait_for()
        under = "(heading, bar) => heading.getBoundingClientRect().top >= bar.getBoundingClientRect().bottom - 1"
        assert heading.evaluate(under, bar.element_handle())
        assert bar.evaluate("(bar) => bar.getBoundingClientRect().top < 100")
