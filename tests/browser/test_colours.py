"""The choice of colours: made before anything is painted, and kept where the theme would keep it."""

import re
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import pytest

from tests.browser.opening import OpenPage
from tests.waiting import until

_SCHEME = "document.body.getAttribute('data-md-color-scheme')"
_BUTTON = "#x-colours label:visible"


@pytest.mark.parametrize(("system", "scheme"), [("light", "default"), ("dark", "slate")])
def test_who_has_chosen_nothing_sees_the_colours_of_the_system(
    real_site: Path, address_of: Callable[[Path], str], open_page: OpenPage, system: str, scheme: str
) -> None:
    page = open_page("about:blank", color_scheme=system)
    page.route("**/bundle*.js", lambda route: route.fulfill(body=""))  # without the theme's script
    page.goto(address_of(real_site), wait_until="commit")
    page.wait_for_selector(_BUTTON)
    assert page.evaluate(_SCHEME) == scheme
    assert page.evaluate("document.querySelector('meta[name=color-scheme]').content") == system
    assert page.evaluate("document.documentElement.className").split()[0] == "js"


def test_a_choice_is_kept_from_page_to_page_and_follows_the_system_again(
    real_site: Path, address_of: Callable[[Path], str], open_page: OpenPage
) -> None:
    page = open_page(address_of(real_site), color_scheme="dark")
    for title, scheme in (("Light colours", "default"), ("Dark colours", "slate"), ("Colours follow", "slate")):
        page.locator(_BUTTON).click()
        assert title in (page.locator(_BUTTON).get_attribute("title") or "")
        assert page.evaluate(_SCHEME) == scheme
        page.goto(address_of(real_site) + "questions/")
        assert title in (page.locator(_BUTTON).get_attribute("title") or "")
        assert page.evaluate(_SCHEME) == scheme
    page.emulate_media(color_scheme="light")
    until(lambda: page.evaluate(_SCHEME) == "default")


def test_colours_are_chosen_by_keyboard(
    real_site: Path, address_of: Callable[[Path], str], open_page: OpenPage
) -> None:
    page = open_page(address_of(real_site), color_scheme="light")
    chosen = page.locator("#x-colours input:checked")
    chosen.focus()
    chosen.press("Enter")
    assert "Light colours" in (page.locator(_BUTTON).get_attribute("title") or "")
    chosen.press("Enter")
    assert page.evaluate(_SCHEME) == "slate"
    assert chosen.evaluate("(input) => input === document.activeElement")


class _Folded(HTMLParser):
    """The ids within what a reader has to open first."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("details", "summary"):
            self.open.append(tag)
        elif self.open and self.open[-1] == "details":
            self.ids.add(dict(attrs).get("id") or "")

    def handle_endtag(self, tag: str) -> None:
        if tag in ("details", "summary"):
            self.open.pop()


def test_the_table_of_contents_leads_to_nothing_that_is_folded(real_site: Path) -> None:
    """The theme asks where each stands that it names; a browser would lay out all that is folded to say so."""
    named = 0
    for file in sorted(real_site.rglob("index.html")):
        html = file.read_text(encoding="utf-8")
        folded = _Folded()
        folded.feed(html)
        links = set(re.findall(r'href="#([^"]+)" class="md-nav__link"', html))
        named += len(links)
        assert not links & folded.ids, file
    assert named > 100
