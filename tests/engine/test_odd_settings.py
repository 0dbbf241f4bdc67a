"""Settings and folders that MkDocs would wait for without an end, or follow in a circle."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from explainer.commands.cli import run
from explainer.engine import circles, mkdocs_file
from explainer.reading.settings import SettingsError
from tests.projects import copy_minimal


def _pipe(path: Path) -> None:
    os.mkfifo(path)


def _circle(path: Path) -> None:
    path.write_text("INHERIT: mkdocs.yml\n", encoding="utf-8")


def _nothing(path: Path) -> None:
    pass


@pytest.mark.parametrize(
    ("stands", "told"),
    [
        (_pipe, "cannot be read: it is not a regular file"),
        (_circle, "leads back to"),
        (_nothing, "cannot be read: No such"),
    ],
)
def test_what_the_settings_inherit(tmp_path: Path, stands: Callable[[Path], None], told: str) -> None:
    (tmp_path / "mkdocs.yml").write_text("INHERIT: base.yml\nsite_name: A\n", encoding="utf-8")
    stands(tmp_path / "base.yml")
    with pytest.raises(SettingsError, match=told):
        mkdocs_file.read(tmp_path / "mkdocs.yml")


def test_settings_that_inherit_twice(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text("INHERIT: in/base.yml\nsite_name: A\n", encoding="utf-8")
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "base.yml").write_text("INHERIT: ../last.yml\n", encoding="utf-8")
    (tmp_path / "last.yml").write_text("docs_dir: pages\n", encoding="utf-8")
    assert mkdocs_file.read(tmp_path / "mkdocs.yml").docs_folder == "pages"


def test_a_link_to_a_folder_around_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    project = copy_minimal(tmp_path / "project")
    (project / "docs" / "inner").mkdir()
    assert circles.circle(project / "docs") is None
    (project / "docs" / "inner" / "again").symlink_to("..")
    assert run(["build", str(project), "--site"]) == 1
    assert "`docs/inner/again` is a link to a folder around it; remove the link" in capsys.readouterr().err


def test_two_links_that_lead_to_each_other(tmp_path: Path) -> None:
    for here, there in (("a", "b"), ("b", "a")):
        (tmp_path / here).mkdir()
        (tmp_path / here / "on").symlink_to(tmp_path / there)
    assert circles.circle(tmp_path) is not None
