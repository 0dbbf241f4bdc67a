"""The checks of a built site find what they are there for."""

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.projects import PROJECT, run_module
from tests.site_checks import accessibility, links

if TYPE_CHECKING:
    from playwright.sync_api import Browser


@pytest.fixture
def site(minimal_site: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(minimal_site, tmp_path / "site"))


def edit(page: Path, old: str, new: str) -> None:
    text = page.read_text("utf-8")
    assert old in text
    page.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_links_in_raw_html_with_and_without_fragment(site: Path) -> None:
    before = links.problems(site, "/raids/")
    edit(site / "timeline" / "index.html", "</article>", '<a href="../gone/">a</a><a href="../#gone">b</a></article>')
    found = [problem for problem in links.problems(site, "/raids/") if problem not in before]
    assert [problem.page for problem in found] == ["timeline/index.html"] * 2
    assert "#gone" in found[0].told + found[1].told
    assert "/gone" in found[0].told + found[1].told


def test_a_configuration_in_the_site_cannot_switch_the_check_off(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (site / "lychee.toml").write_text('exclude = [".*"]\n', encoding="utf-8")
    (site / ".lycheeignore").write_text(".*\n", encoding="utf-8")
    monkeypatch.chdir(site)
    edit(site / "timeline" / "index.html", "</article>", '<a href="../gone/">a</a></article>')
    assert any("/gone" in problem.told for problem in links.problems(site, "/"))


def test_accessibility_of_our_part_of_a_page(site: Path, browser: "Browser", tmp_path: Path) -> None:
    for path in site.rglob("*.html"):
        if path.parent.name != "timeline":
            path.unlink()
    assert accessibility.pages_to_look_at(site) == ["timeline/index.html"]
    edit(site / "timeline" / "index.html", "</article>", '<img src="x.png"><p style="color:#ccc">Pale</p></article>')
    # In a process of its own: a second Playwright does not run in one.
    done = run_module("tests.site_checks", "accessibility", site, tmp_path / "result.json", cwd=PROJECT)
    assert done.returncode == 1, done.stdout + done.stderr
    result = (tmp_path / "result.json").read_text("utf-8")
    assert "image-alt" in result
    assert "color-contrast" in result
