"""Where no engine is installed, everything works but what builds a site, and that says what to install."""

import subprocess
import sys
from pathlib import Path

import pytest

from explainer.engine.theme_languages import THEME_LANGUAGES
from tests.projects import environment

ENGINES = ("mkdocs", "properdocs", "zensical", "material")
HIDDEN = f"""\
import importlib.abc, sys
class Hider(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in {ENGINES}:
            raise ModuleNotFoundError(f"No module named {{name!r}}", name=name)
sys.meta_path.insert(0, Hider())
import importlib.util
found = importlib.util.find_spec
importlib.util.find_spec = lambda name, package=None: None if name in {ENGINES} else found(name, package)
"""
"""As if these packages were not there."""


def explainer(project: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = f"{HIDDEN}\nfrom explainer.commands.cli import run\nsys.exit(run({list(arguments)!r}))"
    return subprocess.run(
        [sys.executable, "-c", command], cwd=project, env=environment(), capture_output=True, text=True, timeout=120
    )


@pytest.mark.parametrize(
    "arguments",
    [
        ("check",),
        ("build", "--output", "written"),
        ("rename", "--dry-run", "context/institute", "weather-office"),
        ("quote", "market hall"),
        ("export", "--format", "csv"),
        ("new", "another"),
    ],
)
def test_what_builds_no_site_works(minimal_project: Path, arguments: tuple[str, ...]) -> None:
    done = explainer(minimal_project, *arguments)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("arguments", [("build", "--site"), ("serve", "--port", "0")])
def test_what_builds_one_says_what_to_install(minimal_project: Path, arguments: tuple[str, ...]) -> None:
    done = explainer(minimal_project, *arguments)
    assert done.returncode == 1
    assert (
        "no engine is installed that builds a site; `pip install 'mkdocs<2' 'mkdocs-material<10'` installs MkDocs"
        in done.stderr
    )
    assert "Traceback" not in done.stderr


def test_an_engine_that_is_named_and_not_there(minimal_project: Path) -> None:
    done = explainer(minimal_project, "build", "--site", "--engine", "properdocs")
    assert done.returncode == 1
    assert (
        "ProperDocs is not installed here; `pip install 'properdocs<2' 'mkdocs-materialx<11'` installs ProperDocs"
        in done.stderr
    )


def test_the_themes_speak_the_languages_of_our_table() -> None:
    import material
    import zensical

    for theme in (material, zensical):
        folder = Path(str(theme.__file__)).parent / "templates" / "partials" / "languages"
        assert {path.stem for path in folder.glob("*.html")} == THEME_LANGUAGES
