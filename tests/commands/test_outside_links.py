"""Links in the folders of a site that would put a file of somebody's machine on it: left out, said, and a mistake."""

from pathlib import Path

import pytest

from explainer.commands import cli
from tests.projects import run_module

SECRET = "a secret of this machine"


@pytest.fixture
def project(minimal_project: Path) -> Path:
    """With links to a file outside, to a folder outside, into the hidden settings, and one that stays inside."""
    outside = minimal_project.parent / "outside"
    (outside / "folder").mkdir(parents=True)
    for path in (outside / "secret.txt", outside / "page.md", outside / "folder" / "deep.txt"):
        path.write_text(SECRET, encoding="utf-8")
    (minimal_project / ".git").mkdir()
    (minimal_project / ".git" / "config").write_text(SECRET, encoding="utf-8")
    docs, look = minimal_project / "docs", minimal_project / "look"
    look.mkdir()
    (docs / "inside.txt").symlink_to("../seeds/site.yaml")
    (docs / "secret.txt").symlink_to(outside / "secret.txt")
    (docs / "page.md").symlink_to("../../outside/page.md")
    (docs / "folder").symlink_to(outside / "folder")
    (docs / "config.txt").symlink_to("../.git/config")
    (look / "secret.css").symlink_to(outside / "secret.txt")
    settings = minimal_project / "mkdocs.yml"
    settings.write_text(settings.read_text("utf-8") + "theme: {name: material, custom_dir: look}\n", encoding="utf-8")
    return minimal_project


def holding(folder: Path) -> list[str]:
    """The files in which the secret stands."""
    return [str(path) for path in folder.rglob("*") if path.is_file() and SECRET.encode() in path.read_bytes()]


def test_explainer_build(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["build", str(project)]) == 1
    told = capsys.readouterr().err
    for path in ("docs/secret.txt", "docs/page.md", "docs/config.txt", "look/secret.css"):
        assert f"error: `{path}` is a link that leads out of the project" in told
    assert "inside.txt" not in told
    assert holding(project / "build") == []
    assert (project / "build" / "docs" / "inside.txt").is_file()
    assert (project / "build" / "docs" / "index.md").is_file()


def test_the_plugin(project: Path, tmp_path: Path) -> None:
    done = run_module("mkdocs", "build", "--strict", "--site-dir", tmp_path / "site", cwd=project)
    assert done.returncode == 1
    for path in ("docs/secret.txt", "docs/page.md", "docs/config.txt", "docs/folder/deep.txt", "look/secret.css"):
        assert f"`{path}` is a link that leads out of the project" in done.stderr, done.stderr
    assert holding(tmp_path / "site") == []


def test_a_link_that_takes_a_page_s_place_is_told_once(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "docs" / "timeline.md").symlink_to("/etc/passwd")
    assert cli.run(["build", str(project)]) == 1
    told = capsys.readouterr().err
    assert told.count("docs/timeline.md") == 1
    assert "stands where the generator puts a page" not in told
    assert "root:" not in (project / "build" / "docs" / "timeline.md").read_text("utf-8")
