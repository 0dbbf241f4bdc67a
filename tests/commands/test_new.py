"""`explainer new`: a whole site from nothing, and nothing of anybody's written over."""

import json
from pathlib import Path

import pytest

from explainer import pipeline
from explainer.commands import cli
from explainer.commands.files.example_files import EXAMPLE, LANGUAGES, WORDS, example_files
from explainer.model.files import FILES
from explainer.model.kinds import SHAPES
from explainer.reading.layout import SeedPath, place_of
from tests.projects import PROJECT, run_module


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "some" / "where"
    assert cli.run(["new", str(folder)]) == 0
    return folder


def test_it_is_whole_and_without_a_mistake(site: Path) -> None:
    assert pipeline.run(site).diagnostics == ()


def test_it_builds_strictly_without_a_warning(site: Path) -> None:
    done = run_module("mkdocs", "build", "--strict", cwd=site)
    assert done.returncode == 0, done.stderr
    assert "WARNING" not in done.stderr
    assert "Chaos feared" in (site / "site" / "articles" / "footbridge" / "index.html").read_text()
    assert (site / "site" / "about" / "index.html").exists()


@pytest.mark.parametrize("language", LANGUAGES[1:])
def test_it_is_whole_in_each_of_its_languages(language: str, tmp_path: Path) -> None:
    assert cli.run(["new", str(tmp_path), "--language", language]) == 0
    result = pipeline.run(tmp_path)
    assert result.diagnostics == ()
    assert result.catalogue.language == language
    english = example_files()
    for path in json.loads((WORDS / f"{language}.json").read_text(encoding="utf-8")):
        lines = (tmp_path / path).read_bytes().splitlines()
        assert len(lines) >= len(english[path].splitlines()) - 2, path
        assert lines != english[path].splitlines(), path


_LATER = {"renamed", "silenced", "edition", "translations"}
"""Written by `explainer rename`, where a warning is none, and by `explainer edition add`."""


def test_every_file_of_the_seeds_and_every_kind_is_there_once(site: Path) -> None:
    paths = [path.relative_to(site).as_posix() for path in site.rglob("seeds/**/*") if path.is_file()]
    paths = [path for path in paths if place_of(path) is not SeedPath.IGNORED]
    assert all(place_of(path) in (SeedPath.YAML, SeedPath.SOURCE, SeedPath.DATA) for path in paths)
    names = {path.rpartition("/")[2] for path in paths}
    folders = {path.split("/")[1] for path in paths}
    for file in (file for file in FILES if file.name not in _LATER):
        name = file.path.rpartition("/")[2]
        assert name in names or file.path.split("/")[1] in folders, file.path
    notes = (site / "seeds/articles/footbridge/annotations.yaml").read_text()
    for kind in SHAPES:
        assert f"  kind: {kind}\n" in notes
        assert f"# {kind}: " in notes, "each kind is explained where it stands"


def test_every_seed_begins_with_what_it_is_for(site: Path) -> None:
    for path in site.rglob("seeds/**/*.yaml"):
        assert path.read_text().startswith("# "), path


def test_hidden_files_are_hidden_only_in_the_new_folder(site: Path) -> None:
    assert "site/" in (site / ".gitignore").read_text()
    assert not list(EXAMPLE.rglob(".*"))


def test_an_editor_finds_its_settings_and_schemas(site: Path) -> None:
    for file in (PROJECT / ".vscode").iterdir():
        assert (site / ".vscode" / file.name).read_text() == file.read_text()
    for path in site.rglob("seeds/**/*.yaml"):
        schema = path.read_text().partition("$schema=")[2].partition("\n")[0]
        assert (path.parent / schema).resolve().exists(), path


def test_an_empty_folder_will_do(tmp_path: Path) -> None:
    assert cli.run(["new", str(tmp_path)]) == 0


@pytest.mark.parametrize("taken", ["file", "folder/file"])
def test_a_folder_that_is_not_empty_is_refused(taken: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / taken).parent.mkdir(exist_ok=True)
    (tmp_path / taken).write_text("mine")
    assert cli.run(["new", str(tmp_path)]) == 2
    assert "is not an empty folder; nothing was written" in capsys.readouterr().err
    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == ["file"]


def test_a_file_in_its_place_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "name").write_text("mine")
    assert cli.run(["new", str(tmp_path / "name")]) == 2
    assert (tmp_path / "name").read_text() == "mine"
    assert cli.run(["new", str(tmp_path / "name" / "below")]) == 2
    assert "Traceback" not in capsys.readouterr().err
