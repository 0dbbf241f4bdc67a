"""Sixty long notes: the margin holds them at every width, nothing moves while the page loads, paper has all of them."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.browser.layout_shift import SHIFT
from tests.browser.long_notes import ADDRESS, NOTES, write_long_notes
from tests.browser.opening import OpenPage
from tests.browser.paper import missing_on_paper
from tests.browser.test_margin import STRAYS
from tests.conftest import once
from tests.projects import run_module
from tests.waiting import still

WIDTHS = (1024, 1280, 1440, 1920)


@pytest.fixture(scope="session")
def long_notes(tmp_path_factory: pytest.TempPathFactory, address_of: Callable[[Path], str]) -> str:
    def make(folder: Path) -> None:
        project = write_long_notes(folder / "project")
        done = run_module("mkdocs", "build", "--site-dir", folder / "site", cwd=project)
        assert done.returncode == 0, done.stdout + done.stderr

    return address_of(once(tmp_path_factory, "long-notes", make) / "site") + ADDRESS


@pytest.mark.parametrize("width", WIDTHS)
def test_no_note_lies_over_another(long_notes: str, open_page: OpenPage, width: int) -> None:
    page = open_page(long_notes, width, reduced_motion="reduce")
    found = page.evaluate(STRAYS)
    assert found["count"] == NOTES
    assert found["over"] == []
    assert found["furthest"] < 150
    for index in (0, 7, 31, NOTES - 1):
        page.locator(".x-ref").nth(index).click()
        still(page)
        found = page.evaluate(STRAYS)
        assert found["over"] == [], index
        ((_, distance, height),) = found["open"]
        assert height > 200
        assert distance < 20, index


@pytest.mark.parametrize("width", [320, 390, 820, *WIDTHS])
def test_nothing_moves_while_the_page_loads(long_notes: str, open_page: OpenPage, width: int) -> None:
    assert open_page(long_notes, width).evaluate(SHIFT) == 0


def test_paper_has_every_note(long_notes: str, open_page: OpenPage) -> None:
    assert missing_on_paper(open_page(long_notes)) == []
