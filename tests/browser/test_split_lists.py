"""A list that is split, in a browser: old addresses lead to records, with scripts at once, without them by a link."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.browser.opening import OpenPage
from tests.cases import woven_seeds, write
from tests.conftest import once
from tests.projects import copy_minimal, environment
from tests.site_checks.axe import violations

pytestmark = pytest.mark.xdist_group("parted lists")
LIMITED = "from explainer.model import parts; parts.LIMIT = 1; from mkdocs.__main__ import cli; cli()"
"""MkDocs, with lists that are split from the second record on."""
MOVED = (
    ("sources/", "council-2031-02-04"),
    ("glossary/", "guild"),
    ("people-and-places/", "place-brindle"),
)


@pytest.fixture(scope="module")
def split_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    def make(folder: Path) -> None:
        project = copy_minimal(folder / "project")
        write(project, woven_seeds())
        command = [sys.executable, "-c", LIMITED, "build", "--strict", "--site-dir", str(folder / "site")]
        done = subprocess.run(command, cwd=project, env=environment(), capture_output=True, text=True, timeout=300)
        assert done.returncode == 0, done.stdout + done.stderr

    return once(tmp_path_factory, "split", make) / "site"


def test_an_address_of_the_whole_list_leads_to_the_part(
    split_site: Path, address_of: Callable[[Path], str], open_page: OpenPage
) -> None:
    base = address_of(split_site)
    page = open_page(base, 1440, 900)
    for first, id_ in MOVED:
        page.goto(base + "index.html")
        page.goto(f"{base}{first}#{id_}")
        page.wait_for_selector(f"[id='{id_}']:not(.x-all-names > li)")
        assert page.url.endswith(f"#{id_}")
        assert page.url.partition("#")[0] != base + first
        page.go_back()
        assert page.url == base + "index.html"


def test_a_part_that_has_a_record_no_longer_asks_the_first_page(
    split_site: Path, address_of: Callable[[Path], str], open_page: OpenPage
) -> None:
    base = address_of(split_site)
    page = open_page(base + "glossary/id-g/#hall", 1440, 900)
    page.wait_for_url("**/glossary/id-h/#hall")


@pytest.mark.parametrize("width", [390, 1440])
def test_without_scripts_the_name_under_the_address_is_a_link(
    split_site: Path, address_of: Callable[[Path], str], open_page: OpenPage, width: int
) -> None:
    base = address_of(split_site)
    page = open_page(base, width, 900, java_script_enabled=False)
    for first, id_ in MOVED:
        page.goto(f"{base}{first}#{id_}")
        page.locator(":target a").click()
        assert page.url.endswith(f"#{id_}")
        assert page.locator(":target:not(.x-all-names > li)").count() == 1
        there = page.locator("nav.x-pages [aria-current=page]")
        assert there.count() == 1
        page.locator("a.x-up").click()
        assert page.url == base + first


@pytest.mark.parametrize(("width", "scheme"), [(390, "light"), (1440, "dark")])
def test_no_violation_and_nothing_wider_than_the_page(
    split_site: Path, address_of: Callable[[Path], str], open_page: OpenPage, width: int, scheme: str
) -> None:
    base = address_of(split_site)
    page = open_page(base, width, 900, color_scheme=scheme)
    for path in (
        "sources/",
        "sources/id-b/",
        "glossary/",
        "timeline/",
        "people-and-places/",
        "people-and-places/places/",
    ):
        page.goto(base + path)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path
        assert [each for each in violations(page) if each.is_ours] == [], path
