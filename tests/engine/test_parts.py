"""A site that is made in parts is the site that is made as a whole, and nothing else is joined."""

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from explainer.commands import cli
from explainer.engine import cache, parts
from explainer.engine.parts import PartsError
from explainer.engine.shares import Share
from tests.engine.test_shared_pages import ASTRAY, CHANGED, editions, woven
from tests.projects import environment, run_module
from tests.test_reproducible import contents


def _explainer(project: Path, *options: str) -> tuple[int, str]:
    (project / "changed.py").write_text(CHANGED.format(change=ASTRAY), "utf-8")
    env = environment(PYTHONPATH=str(project))
    done = run_module("changed", "explainer", "build", "--site", *options, cwd=project, env=env)
    return done.returncode, done.stdout + done.stderr


@pytest.mark.parametrize("made", [editions])
def test_four_parts_joined_are_the_site_and_the_messages_of_one(tmp_path: Path, made: Callable[[Path], Path]) -> None:
    project = made(tmp_path / "project")
    code, said = _explainer(project, "--output", "whole")
    assert code == 1 and "#nowhere" in said and "gone.md" in said
    for number in range(1, 5):
        workers = ["--workers", "2"] if number == 3 else []
        done = _explainer(project, "--shard", f"{number}/4", *workers)
        assert done == (0, done[1]) and "#nowhere" not in done[1], done
        assert f"part {number}/4 is made" in done[1]
        made_here = contents(project / "parts" / str(number) / "pages")
        assert made_here and {Path(path).suffix for path in made_here} <= {".html", ".png"}, (
            "what is shared, others make"
        )
    assert _explainer(project, "--join", "parts", "--output", "joined") == (code, said)
    whole, joined = contents(project / "whole"), contents(project / "joined")
    assert sorted(joined) == sorted(whole)
    assert [path for path in whole if joined[path] != whole[path]] == []


@pytest.fixture(scope="module")
def halves(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site, and its two parts, made in this process."""
    project = woven(tmp_path_factory.mktemp("parts") / "project")
    (project / "docs" / "about.md").unlink()
    for number in (1, 2):
        assert cli.run(["build", str(project), "--site", "--shard", f"{number}/2"]) == 0
    return project


@pytest.fixture
def project(halves: Path, tmp_path: Path) -> Path:
    return shutil.copytree(halves, tmp_path / "project")


def _join(project: Path, capsys: pytest.CaptureFixture[str], *options: str) -> tuple[int, str]:
    code = cli.run(["build", str(project), "--site", "--join", str(project / "parts"), *options])
    return code, capsys.readouterr().err


def test_a_byte_that_is_another_is_refused(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    part = project / "parts" / "2"
    page = next(part.glob("pages/**/index.html"))
    for file in (page, part / "told" / "en"):
        whole = file.read_bytes()
        file.write_bytes(whole[:-9] + bytes([whole[-9] ^ 1]) + whole[-8:])
        code, said = _join(project, capsys)
        assert code == 1
        assert re.search(f"`.*{file.relative_to(part)}` is not as it was written", said), said
        file.write_bytes(whole)
    page.unlink()
    assert "is not as it was written" in _join(project, capsys)[1]


def test_a_part_of_other_seeds_is_refused(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("seeds/site.yaml", "mkdocs.yml", "docs/new.md"):
        file = project / name
        before = file.read_bytes() if file.exists() else None
        file.write_bytes((before or b"") + b"\n")
        code, said = _join(project, capsys)
        assert code == 1 and "was made of other seeds, hand-written pages or settings" in said, (name, said)
        file.write_bytes(before) if before is not None else file.unlink()
    assert _join(project, capsys)[0] == 0


def test_what_is_asked_wrongly_is_said(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for options, told in (
        (["--shard", "5/4", "--site"], "`--shard 5/4` is no part"),
        (["--shard", "1/4"], "`--shard` says how the site is built: it needs `--site`"),
        (["--workers", "2"], "`--workers` says how"),
        (["--join", str(project), "--shard", "1/4", "--site"], "give one of them"),
        (["--join", str(project / "docs"), "--site"], "there is no part in"),
        (["--shard", "1/4", "--site", "--output", str(project / "theme")], "holds files that are no part of a site"),
        (["--shard", "1/4", "--site", "--engine", "zensical"], "Zensical builds a site as a whole"),
    ):
        (project / "theme").mkdir(exist_ok=True)
        (project / "theme" / "main.html").write_text("{% extends 'base.html' %}", "utf-8")
        assert cli.run(["build", str(project), *options]) in (1, 2)
        assert told in capsys.readouterr().err
    settings = project / "mkdocs.yml"
    settings.write_text(settings.read_text("utf-8") + "\ntheme: {custom_dir: theme}\n", "utf-8")
    assert cli.run(["build", str(project), "--site", "--shard", "1/4", "--output", str(project / "one")]) == 1
    assert "templates of the site see all pages: it cannot be made in parts" in capsys.readouterr().err
    assert not (project / "one" / parts.HEAD).exists()


def _part(folder: Path, number: int, of: int, made_of: str = "these") -> Path:
    parts.begin(folder)
    parts.tell(folder, "en", {"pages": {}})
    parts.seal(folder, Share(number, of), made_of)
    return folder


def test_parts_are_found_in_their_order(tmp_path: Path) -> None:
    rooms = [_part(tmp_path / name, number, 3) for number, name in ((2, "a"), (3, "b"), (1, "c"))]
    (tmp_path / "other").mkdir()
    assert parts.found([tmp_path], "these") == (rooms[2], rooms[0], rooms[1])
    assert parts.found(rooms, "these") == (rooms[2], rooms[0], rooms[1])
    assert parts.told(rooms[0], "en") == {"pages": {}}


def test_what_are_not_the_parts_of_one_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = _part(tmp_path / "1", 1, 2)
    others: dict[str, Callable[[Path], object]] = {
        "of 2 parts, there is no part 2": lambda other: None,
        "part 1 is there twice": lambda other: _part(other, 1, 2),
        "is one of 2 parts, .* one of 3": lambda other: _part(other, 2, 3),
        "was made of other seeds": lambda other: _part(other, 2, 2, "those"),
        "`.*part.json` is not as it was written": lambda other: (_part(other, 2, 2) / parts.HEAD).write_text("{}"),
        "part.json` is not as it was": lambda other: (_part(other, 2, 2) / parts.HEAD).write_bytes(b"\xff"),
    }
    for told, make in others.items():
        shutil.rmtree(tmp_path / "2", ignore_errors=True)
        make(tmp_path / "2")
        with pytest.raises(PartsError, match=told):
            parts.found([tmp_path], "these")
    shutil.rmtree(tmp_path / "2")
    with monkeypatch.context() as other_program:
        other_program.setattr(cache, "program", lambda: b"another")
        _part(tmp_path / "2", 2, 2)
    with pytest.raises(PartsError, match=r"`.*2` was made by another explainer"):
        parts.found([tmp_path], "these")
    head = json.loads((first / parts.HEAD).read_text("utf-8"))
    (first / parts.HEAD).write_text(json.dumps({**head, "form": 2}), "utf-8")
    with pytest.raises(PartsError, match=r"`.*1` was made by another explainer"):
        parts.found([first], "these")


def test_a_part_that_is_made_again_is_none_until_it_is_whole(tmp_path: Path) -> None:
    room = _part(tmp_path / "1", 1, 1)
    assert parts.is_free(room)
    parts.begin(room)
    with pytest.raises(PartsError, match="there is no part"):
        parts.found([room], "these")
