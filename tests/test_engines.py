"""The same pages through Zensical, from the folder that `explainer build` writes, as through MkDocs with the plugin.

Text, ids, notes and links of the article element are compared; what the themes put around it may differ.
"""

import importlib.util
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urljoin

import pytest
from selectolax.lexbor import LexborHTMLParser

from explainer.engine.search.pieces import FOLDER
from tests.projects import PROJECT, copy_minimal, environment, run_module

# The themes' own: the edit button, an anchor of Zensical's skip link.
_NOT_OURS = "a.md-content__button, a#__skip, a.headerlink, script, style"


@dataclass(frozen=True)
class Article:
    """What a reader gets from a page, whatever its markup."""

    text: str
    ids: tuple[str, ...]
    links: tuple[tuple[str, str], ...]
    notes: tuple[tuple[str, str], ...]


def articles(site: Path) -> dict[str, Article]:
    """Every page of a built site by its path."""
    pages = (path for path in site.rglob("index.html") if "<article" in path.read_text(encoding="utf-8"))
    paths = sorted(path.relative_to(site).as_posix() for path in pages)  # an old address leads on, and says nothing
    return {path: _article(site / path, f"https://example.org/{path}") for path in paths}


def _article(path: Path, address: str) -> Article:
    page = LexborHTMLParser(path.read_text(encoding="utf-8"))
    found = page.css_first("article")
    assert found is not None, path
    for other in found.css(_NOT_OURS):
        other.decompose()

    def words(text: str) -> str:
        return " ".join(text.split())

    return Article(
        words(found.text()),
        tuple(str(node.attributes["id"]) for node in found.css("[id]")),
        tuple((_absolute(address, node.attributes["href"] or ""), words(node.text())) for node in found.css("a[href]")),
        tuple((str(node.attributes.get("id")), words(node.text())) for node in found.css("aside")),
    )


def _absolute(address: str, link: str) -> str:
    return urljoin(address, link).replace("/index.html", "/")


@pytest.fixture(scope="session")
def zensical() -> list[str]:
    if importlib.util.find_spec("zensical") is None:
        told = "Zensical is not installed; install the dependency group `zensical`"
        if os.environ.get("CI"):
            pytest.fail(told)
        pytest.skip(told)
    return [str(Path(sys.executable).with_name("zensical"))]


def test_zensical_gives_the_same_articles(real_site: Path, zensical: list[str], tmp_path: Path) -> None:
    written = tmp_path / "build"
    done = run_module("explainer", "build", "--output", written, PROJECT, cwd=tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    built = subprocess.run(
        [*zensical, "build", "--clean", "--strict", "-f", "mkdocs.yml"],
        cwd=written,
        env=environment(),
        capture_output=True,
        text=True,
        timeout=300,
    )
    assert built.returncode == 0, built.stdout + built.stderr
    indexes = [(site / FOLDER).rglob("*.json") for site in (real_site, written / "site")]
    ours, theirs = ({path.name: path.read_bytes() for path in files} for files in indexes)
    assert ours == theirs, "the search finds the same"
    editions = tuple(f"{path.stem}/" for path in (PROJECT / "seeds" / "editions").glob("*.yaml"))  # built by themselves
    through_mkdocs = {path: page for path, page in articles(real_site).items() if not path.startswith(editions)}
    through_zensical = articles(written / "site")
    assert list(through_zensical) == list(through_mkdocs)
    for path, article in through_mkdocs.items():
        assert through_zensical[path] == article, path


def test_plain_mkdocs_gives_the_same_articles(minimal_site: Path, tmp_path: Path) -> None:
    project = copy_minimal(tmp_path / "project")
    done = run_module("explainer", "build", cwd=project)
    assert done.returncode == 0, done.stdout + done.stderr
    done = run_module("mkdocs", "build", "--strict", "-f", "build/mkdocs.yml", cwd=project)
    assert done.returncode == 0, done.stdout + done.stderr
    assert articles(project / "build" / "site") == articles(minimal_site)
