"""Where commands write, what they keep of a file, and that two at once lose nothing."""

import fcntl
import json
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from explainer.commands import cli
from explainer.commands.files import writing
from explainer.commands.files.writing import journal
from tests.projects import copy_minimal, environment

SOURCES = "seeds/sources.yaml"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    project = copy_minimal(tmp_path / "project")
    monkeypatch.chdir(project)
    _books(tmp_path / "books.json", "The Ferry at Brindle")
    (tmp_path / "ferry.txt").write_text("The ferry\n\nIt left at nine.\n", encoding="utf-8")
    return project


def _books(file: Path, *titles: str) -> None:
    books = [{"id": f"book{number}", "type": "book", "title": title} for number, title in enumerate(titles)]
    file.write_text(json.dumps(books), encoding="utf-8")


COMMANDS = {
    SOURCES: ["import", "../books.json"],
    "seeds/.schema/site.schema.json": ["schema"],
    "seeds/articles/nn2": ["add", "../ferry.txt", "--slug", "nn2"],
    "build": ["build"],
    "seeds/renamed.yaml": ["rename", "question/stalls", "lost-stalls"],
    "claims.csv": ["export", "--format", "csv", "--output", "claims.csv"],
    "seeds/articles": ["add", "../ferry.txt", "--slug", "nn3"],
    "site": ["build", "--site", "--output", "site"],
}


@pytest.mark.parametrize("path", COMMANDS)
def test_a_link_that_leads_out_is_not_written_through(
    path: str, project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    elsewhere = tmp_path / "elsewhere"
    link = project / path
    link.parent.mkdir(exist_ok=True)
    if link.exists():
        link.rename(elsewhere)
    elif Path(path).suffix:
        elsewhere.write_text("Mine.\n", encoding="utf-8")
    else:
        elsewhere.mkdir()
    link.symlink_to(elsewhere)
    before = _tree(tmp_path)
    assert cli.run(COMMANDS[path]) != 0
    assert "leads out of the project" in (told := "".join(capsys.readouterr())) or "is not" in told
    assert _tree(tmp_path) == before


def test_a_link_in_the_project_stays_one(project: Path) -> None:
    (project / "shared").mkdir()
    (project / SOURCES).rename(project / "shared" / "sources.yaml")
    (project / SOURCES).symlink_to(project / "shared" / "sources.yaml")
    assert cli.run(["import", "../books.json"]) == 0
    assert (project / SOURCES).is_symlink()
    assert "The Ferry at Brindle" in (project / "shared" / "sources.yaml").read_text("utf-8")


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664, 0o755])
def test_a_file_keeps_its_mode(mode: int, project: Path) -> None:
    (project / SOURCES).chmod(mode)
    assert cli.run(["import", "../books.json"]) == 0
    assert stat.S_IMODE((project / SOURCES).stat().st_mode) == mode


@pytest.mark.skipif(os.getuid() != 0, reason="only the superuser may give a file away")
def test_a_file_keeps_its_owner(project: Path) -> None:
    os.chown(project / SOURCES, 65534, 65534)
    assert cli.run(["import", "../books.json"]) == 0
    told = (project / SOURCES).stat()
    assert (told.st_uid, told.st_gid) == (65534, 65534)


def test_a_read_only_file_is_not_written(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "seeds" / "events.yaml").chmod(0o444)
    before = _tree(project)
    assert cli.run(["rename", "question/stalls", "lost-stalls"]) == 2
    told = capsys.readouterr().err
    assert "cannot write `seeds/events.yaml`: it is read-only" in told
    assert "nothing was changed" in told
    assert _tree(project) == before


def test_an_edit_in_the_meantime_is_not_written_over(project: Path) -> None:
    read = (project / SOURCES).read_bytes()
    (project / SOURCES).write_bytes(read + b"# mine\n")
    with pytest.raises(writing.NotWrittenError, match="changed in the meantime"):
        writing.change(project, writing.New(files={SOURCES: b"theirs\n"}, read={SOURCES: read}))
    assert (project / SOURCES).read_bytes().endswith(b"# mine\n")


def test_two_commands_at_once_both_keep_their_work(project: Path, tmp_path: Path) -> None:
    """The first holds the lock until the second has said that it waits."""
    _books(tmp_path / "other.json", "A Footbridge")
    command = [sys.executable, "-m", "explainer", "import", "../other.json"]
    with writing.locked(project):
        other = subprocess.Popen(command, env=environment(), stderr=subprocess.PIPE, text=True)
        assert other.stderr is not None
        assert "another explainer command is writing" in other.stderr.readline()
        text = (project / SOURCES).read_text("utf-8")
        added = f"{text}\n  - id: ferry\n    type: book\n    title: The Ferry\n    reading: whole\n"
        writing.change(project, writing.New(files={SOURCES: added.encode()}))
    other.stderr.read()
    assert other.wait(timeout=120) == 0
    text = (project / SOURCES).read_text("utf-8")
    assert "The Ferry" in text
    assert "A Footbridge" in text


def test_readers_do_not_wait(project: Path) -> None:
    with writing.locked(project):
        assert cli.run(["check"]) == 0
    descriptor = os.open(project, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)  # nothing is held after a command
    finally:
        os.close(descriptor)


@pytest.mark.parametrize(
    "step",
    [
        {"kind": "put", "target": "../mine.txt", "part": "../.mine.txt.0123456789abcdef.explainer-part"},
        {"kind": "put", "target": "mine.txt", "part": "seeds/site.yaml"},
        {"kind": "put", "target": ".git/config", "part": ".git/.config.0123456789abcdef.explainer-part"},
        {"kind": "remove", "target": "mine.txt", "kept": ".mine.txt.0123456789abcdef.explainer-part"},
        {"kind": "move", "target": "docs/shown", "part": "seeds"},
        {"kind": "move", "target": "seeds/shown", "part": "mine.txt"},
        {"kind": "put", "target": "out/x", "part": "out/.x.0123456789abcdef.explainer-part"},
    ],
)
@pytest.mark.parametrize("phase", journal.Phase)
def test_a_journal_of_a_stranger_moves_nothing(
    step: dict[str, str], phase: journal.Phase, project: Path, tmp_path: Path
) -> None:
    (tmp_path / "mine.txt").write_text("Mine.\n", encoding="utf-8")
    (project / "mine.txt").write_text("Mine too.\n", encoding="utf-8")
    (project / "out").symlink_to(tmp_path)
    (tmp_path / ".x.0123456789abcdef.explainer-part").write_text("Planted.\n", encoding="utf-8")
    before = _tree(tmp_path)
    (project / ".explainer").mkdir()
    steps = [{"part": "", "kept": "", "was": [], **step}]
    (project / ".explainer" / phase).write_text(json.dumps({"steps": steps, "folders": []}), encoding="utf-8")
    assert cli.run(["check"]) == 0
    assert _tree(tmp_path) == before


def test_an_edit_after_a_kill_is_kept(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    part = "seeds/.sources.yaml.0123456789abcdef.explainer-part"
    (project / part).write_text("theirs\n", encoding="utf-8")
    (project / ".explainer").mkdir()
    steps = [{"kind": "put", "target": SOURCES, "part": part, "kept": "", "was": [1, 2, 3]}]
    planned = json.dumps({"steps": steps, "folders": []})
    (project / ".explainer" / journal.Phase.FINISHING).write_text(planned, encoding="utf-8")
    before = (project / SOURCES).read_bytes()
    assert cli.run(["check"]) == 0
    assert f"`{SOURCES}` was edited since" in capsys.readouterr().err
    assert (project / SOURCES).read_bytes() == before
    assert not (project / part).exists()
    assert not (project / ".explainer").exists()


def test_what_is_no_file_of_text_is_not_waited_for(project: Path) -> None:
    (project / "mkdocs.yml").unlink()
    os.mkfifo(project / "mkdocs.yml")
    assert cli.run(["build"]) == 2
    (project / SOURCES).unlink()
    os.mkfifo(project / SOURCES)
    assert cli.run(["import", "../books.json"]) == 2


def _tree(folder: Path) -> dict[str, object]:
    return {
        path.relative_to(folder).as_posix(): str(path.readlink())
        if path.is_symlink()
        else None
        if path.is_dir()
        else (path.read_bytes(), path.stat().st_mode, path.stat().st_ino)
        for path in folder.rglob("*")
    }
