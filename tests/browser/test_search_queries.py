"""What readers type finds what they look for: a table of words, and of the record that stands among the first."""

from collections.abc import Callable, Iterable
from fnmatch import fnmatchcase
from pathlib import Path

import pytest
import yaml

from tests.browser.opening import OpenPage
from tests.browser.searching import addresses, search
from tests.cases import HERE
from tests.projects import copy_minimal, run_module

TABLE = yaml.safe_load((HERE / "search" / "queries.yaml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def site_of_languages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Each text as a hand-written page of the small site."""
    folder = tmp_path_factory.mktemp("languages")
    project = copy_minimal(folder / "project")
    for number, (name, (language, text)) in enumerate(TABLE["pages"].items()):
        page = f"---\nlanguage: {language}\n---\n# Page {number}\n\n{text}\n"
        (project / "docs" / f"{name}.md").write_text(page, encoding="utf-8")
    built = run_module("mkdocs", "build", "--site-dir", folder / "site", cwd=project)
    assert built.returncode == 0, built.stderr
    return folder / "site"


def _lost(open_page: OpenPage, address: str, rows: Iterable[tuple[str, int, str]]) -> list[tuple[str, str, list[str]]]:
    page = open_page(address)
    lost = []
    for words, place, wanted in rows:
        search(page, words)
        found = addresses(page)[:place]
        if not any(fnmatchcase(each, wanted) for each in found):
            lost.append((words, wanted, found))
    return lost


def test_on_the_real_site(real_site: Path, address_of: Callable[[Path], str], open_page: OpenPage) -> None:
    assert _lost(open_page, address_of(real_site) + "glossary/", TABLE["real"]) == []


def test_in_the_edition_of_the_real_site(
    real_site: Path, address_of: Callable[[Path], str], open_page: OpenPage
) -> None:
    rows = [(words, place, f"uk/{wanted}") for words, place, wanted in TABLE["edition"]]
    assert _lost(open_page, address_of(real_site) + "uk/glossary/", rows) == []


def test_in_other_languages(site_of_languages: Path, address_of: Callable[[Path], str], open_page: OpenPage) -> None:
    rows = [(words, place, f"{name}/") for words, place, name in TABLE["languages"]]
    assert _lost(open_page, address_of(site_of_languages) + "glossary/", rows) == []
