"""One project, built by each engine once in a run."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.browser.conftest import open_page  # noqa: F401  # fails at whatever is reported on the console
from tests.cases import woven_seeds, write
from tests.conftest import once
from tests.engines import rooms
from tests.projects import copy_minimal

BUILDS: dict[str, Callable[[Path], object]] = {}
"""How each engine is told to build the project."""


def _builds(name: str) -> Callable[[Callable[[Path], object]], Callable[[Path], object]]:
    def known(build: Callable[[Path], object]) -> Callable[[Path], object]:
        BUILDS[name] = build
        return build

    return known


@_builds("properdocs-materialx")
def _materialx(project: Path) -> None:
    settings = (project / "mkdocs.yml").rename(project / "properdocs.yml")
    text = settings.read_text("utf-8").replace("\nnav:", "\ntheme: {name: materialx}\nnav:")
    settings.write_text(text, encoding="utf-8")
    rooms.with_materialx().run("-m", "properdocs", "build", "--strict", cwd=project)


@_builds("properdocs-material")
def _material(project: Path) -> None:
    rooms.with_material().run("-m", "explainer", "build", "--site", "--engine", "properdocs", cwd=project)


@_builds("zensical")
def _zensical(project: Path) -> None:
    rooms.as_here().run("-m", "explainer", "build", "--site", "--engine", "zensical", cwd=project)


@_builds("mkdocs")
def _mkdocs(project: Path) -> None:
    rooms.as_here().run("-m", "mkdocs", "build", "--strict", cwd=project)


RENAMED = "- {record: context/institute, was: bureau, since: 2031-02-07}\n"
BY_HAND = "# By hand\n\nA page of [the site](articles/market.md) with the word *gutter*.\n"


def _built(name: str, factory: pytest.TempPathFactory) -> Path:
    def make(folder: Path) -> None:
        project = copy_minimal(folder / "project")
        write(project, {**woven_seeds(), "seeds/renamed.yaml": RENAMED.encode(), "docs/by-hand.md": BY_HAND.encode()})
        BUILDS[name](project)

    return once(factory, f"engine-{name}", make) / "project" / "site"


@pytest.fixture(scope="session")
def by_mkdocs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of `tests/sites/woven.yaml`, with a page by hand and an old address, as MkDocs and Material build it."""
    return _built("mkdocs", tmp_path_factory)


@pytest.fixture(scope="session", params=[name for name in BUILDS if name != "mkdocs"])
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same as another engine builds it."""
    return _built(request.param, tmp_path_factory)
