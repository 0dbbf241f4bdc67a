"""The marked project and its site, built once in a run."""

from pathlib import Path

import pytest

from tests.conftest import once
from tests.markers import Marking, marked_project, mistaken_project
from tests.projects import run_module


@pytest.fixture(scope="session")
def marked(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Marking]:
    return marked_project(tmp_path_factory.mktemp("marked") / "project")


@pytest.fixture(scope="session")
def marked_site(marked: tuple[Path, Marking], tmp_path_factory: pytest.TempPathFactory) -> Path:
    def make(folder: Path) -> None:
        done = run_module("mkdocs", "build", "--strict", "--site-dir", folder / "site", cwd=marked[0])
        assert done.returncode == 0, done.stderr

    return once(tmp_path_factory, "marked", make) / "site"


@pytest.fixture(scope="session")
def mistaken(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return mistaken_project(tmp_path_factory.mktemp("mistaken") / "project")
