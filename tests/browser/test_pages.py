"""Every page: no request to another host, no error, no shift, no sideways scroll; styles and scripts stay light."""

import gzip
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from explainer.engine.theme_files import ASSETS, files_below, shipped
from tests.browser.layout_shift import SHIFT
from tests.browser.opening import OpenPage
from tests.waiting import still


def _pages(site: Path) -> list[str]:
    """One page of each sort, and all that stand at the top. An edition is one sort: its templates are the same."""
    found = [path.parent.relative_to(site).as_posix() for path in sorted(site.rglob("index.html"))]
    sorts: dict[str, str] = {}
    for path in found:
        sorts.setdefault(path if "/" not in path else path.split("/")[0] + "/*", path)
    return [("" if path == "." else path + "/") for path in sorts.values()]


WIDTHS = (320, 360, 480, 600, 720, 820, 960, 1024, 1220, 1360, 1600, 1920)


@pytest.mark.parametrize("width", [320, 1440])
def test_every_page_asks_for_what_it_needs_of_nobody_else_and_stands_still(
    real_site: Path, address_of: Callable[[Path], str], open_page: OpenPage, width: int
) -> None:
    base = address_of(real_site)
    page = open_page(base, width, 800)
    outside: list[str] = []
    page.on(
        "request",
        lambda request: None if request.url.startswith((base, "data:", "blob:")) else outside.append(request.url),
    )
    maps: list[str] = []
    page.on("request", lambda request: maps.append(request.url) if "sitemap" in request.url else None)
    moving = []
    for path in _pages(real_site):
        page.goto(base + path, wait_until="load")
        if page.evaluate(SHIFT) > 0:
            moving.append(path)
    assert outside == []
    assert maps == [], "the map of a site is for machines"
    assert moving == []


def test_no_page_scrolls_sideways(real_site: Path, address_of: Callable[[Path], str], open_page: OpenPage) -> None:
    base = address_of(real_site)
    page = open_page(base, 1920, 800)
    wide = []
    for path in _pages(real_site):
        page.goto(base + path, wait_until="load")
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            still(page, 2)
            if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
                wide.append((path, width))
    assert wide == []


def test_without_scripts_no_page_scrolls_sideways(
    real_site: Path, address_of: Callable[[Path], str], open_page: OpenPage
) -> None:
    base = address_of(real_site)
    page = open_page(base, 320, 800, java_script_enabled=False)
    wide = []
    for path in _pages(real_site):
        page.goto(base + path, wait_until="load")
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            wide.append(path)
    assert wide == []


def test_every_page_of_ours_says_what_it_is_where_it_is_shared(real_site: Path) -> None:
    for path in _pages(real_site):
        if path.startswith("authors/"):
            continue
        html = (real_site / path / "index.html").read_text(encoding="utf-8")
        said = dict(re.findall(r'<meta property="(og:\w+)" content="([^"]*)">', html))
        assert said.get("og:title"), path
        assert said.get("og:description"), path
        if path == "" or path.startswith(("articles/c", "questions/a", "context/a")):
            assert (real_site / said["og:image"].removeprefix("https://example.org/")).is_file()


@pytest.mark.parametrize(("ending", "budget"), [("css", 11_000), ("js", 6_500)])
def test_styles_and_scripts_stay_light(ending: str, budget: int) -> None:
    assets = [path for path in files_below(ASSETS).values() if path.parent == ASSETS and path.suffix == f".{ending}"]
    sizes = {path.name: len(gzip.compress(shipped(path), 9, mtime=0)) for path in assets}
    assert sizes
    assert sum(sizes.values()) <= budget, sizes


@pytest.mark.parametrize(("width", "height"), [(1440, 900), (390, 844)])
def test_home_answers_in_one_screen(
    real_site: Path, address_of: Callable[[Path], str], open_page: OpenPage, width: int, height: int
) -> None:
    page = open_page(address_of(real_site), width, height)
    page.reload(wait_until="networkidle")  # with the site's faces, which a slow first visit goes without
    ends = page.evaluate(
        """['.x-lead', '.x-says', '.x-known h2']
          .map((part) => document.querySelector(part).getBoundingClientRect().bottom)"""
    )
    assert max(ends) < height
    assert page.evaluate("document.querySelector('.x-known li:nth-child(2)').getBoundingClientRect().bottom") < height


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_stands_out_from_its_ground(article: str, open_page: OpenPage, scheme: str) -> None:
    """Every colour that we print words in, against the paper and the tint: at least 4.5 to 1."""
    page = open_page(article, color_scheme=scheme)
    ratios = page.evaluate(
        """() => {
          const light = (name) => {
            const probe = document.createElement('i');
            probe.style.color = `var(${name})`;
            document.body.append(probe);
            const [r, g, b] = getComputedStyle(probe).color.match(/[\\d.]+/g).map((part) => part / 255)
              .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
            probe.remove();
            return 0.2126 * r + 0.7152 * g + 0.0722 * b;
          };
          const found = {};
          for (const ground of ['--x-paper', '--x-wash'])
            for (const ink of ['--x-ink', '--x-ink2', '--x-ink3', '--x-umber', '--x-violet', '--x-petrol']) {
              const [dark, bright] = [light(ground), light(ink)].sort((a, b) => a - b);
              found[ink + ' on ' + ground] = (bright + 0.05) / (dark + 0.05);
            }
          return found;
        }"""
    )
    assert {pair: ratio for pair, ratio in ratios.items() if ratio < 4.5} == {}
