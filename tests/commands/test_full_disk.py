"""A disk that is really full, where one can be made; `test_killed` shows the same everywhere, with one that says so."""

import json
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from explainer.commands import cli
from tests.commands.test_killed import tree
from tests.projects import copy_minimal

BOOKS = [{"id": f"book{n}", "type": "book", "title": f"The Ferry at Brindle, volume {n}"} for n in range(200)]
COMMANDS = {
    "import": ["import", "{given}/books.json"],
    "add": ["add", "{given}/ferry.txt", "--title", "The ferry", "--published", "2031-02-04"],
    "schema": ["schema", "--with-ids"],
    "export": ["export", "--format", "web-annotation", "--output", "notes.json"],
    "build": ["build"],
    "new": ["new", "site"],
}
LEFT = 4096


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The project on a disk that has room for one page of memory more."""
    disk = tmp_path_factory.mktemp("disk")
    made = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "none", str(disk)], capture_output=True)
    if made.returncode:
        pytest.skip("only who may mount a disk can fill one")
    try:
        project = copy_minimal(disk / "project")
        free = shutil.disk_usage(disk).free // LEFT * LEFT
        (disk / "filler").write_bytes(b"." * (free - LEFT))
        yield project
    finally:
        subprocess.run(["umount", "--lazy", str(disk)], check=True)


@pytest.mark.parametrize("name", COMMANDS)
def test_a_full_disk_is_told_and_nothing_is_lost(
    name: str, project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "books.json").write_text(json.dumps(BOOKS), encoding="utf-8")
    (tmp_path / "ferry.txt").write_text("It left at nine and came back at ten.\n" * 1000, encoding="utf-8")
    monkeypatch.chdir(project)
    before = tree(project)
    code = cli.run([part.format(given=tmp_path) for part in COMMANDS[name]])
    told = capsys.readouterr().err
    assert code == 2, told
    assert "no space left on device; nothing was changed" in told
    assert "`None`" not in told
    assert tree(project) == before
