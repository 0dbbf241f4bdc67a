"""Books of the real site, and of a small one in three languages, made by the command once a session."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from explainer.commands import cli
from tests.projects import PROJECT, copy_minimal

BOOKS: dict[str, tuple[str, ...]] = {
    "site": (str(PROJECT),),
    "article": (str(PROJECT), "--article", "counter-invasion"),
    "small": ("small",),
    "small-article": ("small", "--article", "market"),
    "arabic": ("small", "--edition", "ar"),
    "german": ("small", "--edition", "de", "--article", "market"),
}
"""The project and the options, by a name."""
ADDRESS = "https://brindle.example/hall/"

Make = Callable[[str, str], Path]


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    project = copy_minimal(tmp_path_factory.mktemp("small"))
    shutil.copytree(PROJECT / "tests" / "sites" / "editions", project, dirs_exist_ok=True)
    site = project / "seeds" / "site.yaml"
    site.write_text(f"{site.read_text('utf-8')}address: {ADDRESS}\n", "utf-8")
    return project


@pytest.fixture(scope="session")
def made(small: Path, tmp_path_factory: pytest.TempPathFactory) -> Make:
    """The file of a book, by its name in `BOOKS` and its form."""
    folder = tmp_path_factory.mktemp("books")

    def make(name: str, form: str) -> Path:
        path = folder / f"{name}.{form}"
        if not path.exists():
            project, *options = BOOKS[name]
            root = str(small) if project == "small" else project
            assert cli.run(["export", "--format", form, "--output", str(path), *options, root]) == 0
        return path

    return make
