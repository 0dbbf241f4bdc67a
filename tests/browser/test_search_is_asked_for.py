"""Nothing of the search is loaded before somebody searches; then it answers what was typed at once."""

import gzip
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest

from explainer.engine.search.pieces import INDEX
from tests.browser.opening import OpenPage
from tests.browser.searching import FIELD, OPENER, RESULT, search
from tests.projects import copy_minimal, run_module

if TYPE_CHECKING:
    from playwright.sync_api import Page


@pytest.fixture(scope="module")
def instant_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site whose theme loads the next page into this one."""
    project = copy_minimal(tmp_path_factory.mktemp("instant") / "project")
    settings = project / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    tabs = "theme: {features: [navigation.tabs, navigation.tabs.sticky, navigation.instant]}\nnav:\n"
    settings.write_text(text.replace("nav:\n", tabs), encoding="utf-8")
    built = run_module("mkdocs", "build", "--site-dir", project / "site", cwd=project)
    assert built.returncode == 0, built.stderr
    return project / "site"


def _listening(open_page: OpenPage, address: str, width: int = 1440, **options: object) -> tuple["Page", list[str]]:
    """The page at that address, at rest, and the paths of what it asks for of the search."""
    page = open_page("about:blank", width, **options)
    asked: list[str] = []
    opener = "/assets/first/search.js"
    page.on("request", lambda request: asked.append(urlsplit(request.url).path) if "search" in request.url else None)
    page.goto(address, wait_until="networkidle")
    asked[:] = [path for path in asked if path != opener]
    return page, asked


@pytest.mark.parametrize("way", ["click", "key", "tap"])
def test_words_typed_at_once_are_answered(
    minimal_site: Path, address_of: Callable[[Path], str], open_page: OpenPage, way: str
) -> None:
    page, asked = _listening(open_page, address_of(minimal_site), 390 if way == "tap" else 1440, has_touch=True)
    assert asked == []
    match way:
        case "click":
            page.locator(OPENER).click()
        case "key":
            page.keyboard.press("/")
        case _:
            page.locator(OPENER).tap()
    page.keyboard.type("guild")
    page.locator(RESULT).first.wait_for()
    assert sum(path.endswith(INDEX) for path in asked) == 1
    assert page.evaluate(f"document.activeElement.matches('{FIELD}')")


def test_where_the_theme_changes_pages_in_place(
    instant_site: Path, address_of: Callable[[Path], str], open_page: OpenPage
) -> None:
    address = address_of(instant_site)
    sitemap = instant_site / "sitemap.xml"  # the theme changes to pages that it lists, on this host and port
    sitemap.write_text(sitemap.read_text(encoding="utf-8").replace("https://example.org/", address), encoding="utf-8")
    page, asked = _listening(open_page, address)
    page.evaluate("window.stays = true")
    _follow(page, "sources/")
    assert asked == []
    for path in ("glossary/", "timeline/"):
        page.locator(OPENER).click()
        page.keyboard.type("guild")
        page.locator(RESULT).first.wait_for()
        page.keyboard.press("Escape")
        _follow(page, path)
    pieces = [path for path in asked if path.endswith(".json") and not path.endswith(INDEX)]
    assert len(pieces) == len(set(pieces))


def _follow(page: "Page", path: str) -> None:
    page.locator(f".md-tabs__link[href$='{path}']").click()
    page.wait_for_url(f"**/{path}")
    assert page.evaluate("window.stays")


@pytest.mark.parametrize("query", ["?q=guild", "?h=guild"])
def test_an_address_can_ask(
    minimal_site: Path, address_of: Callable[[Path], str], open_page: OpenPage, query: str
) -> None:
    page, _ = _listening(open_page, address_of(minimal_site) + "articles/market/" + query)
    page.locator(RESULT if "q" in query else ".x-found").first.wait_for(state="attached")


@pytest.mark.parametrize("words", ["losses", "the attack on Russia", "“grey zone”"])
def test_a_search_fetches_little(
    real_site: Path, address_of: Callable[[Path], str], open_page: OpenPage, words: str
) -> None:
    page, asked = _listening(open_page, address_of(real_site) + "how-to-read/")
    search(page, words)
    index = [path.lstrip("/") for path in asked if path.endswith(".json")]
    assert sum(len(gzip.compress((real_site / path).read_bytes())) for path in index) <= 40_000, index
    scripts = [path.lstrip("/") for path in asked if path.endswith(".js")]
    assert sum(len(gzip.compress((real_site / path).read_bytes())) for path in scripts) <= 8_000, scripts
