"""A command that is cut short anywhere: the next one finds everything as it was before, or as it is after."""

import contextlib
import errno
import json
import os
import random
import shutil
import stat
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest

from explainer.commands import cli
from explainer.commands.files import writing
from explainer.commands.reading_files import seeds_folder
from tests.cases import HERE as CASES
from tests.projects import copy_minimal
from tests.pull_requests import zips

Tree = dict[str, tuple[int, bytes]]

CHANGES = ("write", "fsync", "fchmod", "fchown", "replace", "rename", "link", "unlink", "mkdir", "rmdir")
KILLED = 9
EVERYWHERE = "KILLED_EVERYWHERE" in os.environ
"""Set it to stop at each change; that takes many minutes."""
BOOKS = [
    {"id": "ferry", "type": "book", "title": "The Ferry at Brindle", "author": [{"family": "Marsh"}]},
    {"id": "bridge", "type": "book", "title": "A Footbridge", "author": [{"family": "Reed"}]},
]
NOTES = [
    {
        "type": "Annotation",
        "body": {"type": "TextualBody", "value": "Which patients?"},
        "target": {
            "source": "https://example.org/articles/market",
            "selector": {"type": "TextQuoteSelector", "exact": "built in 1788"},
        },
    }
]
COMMANDS = {
    "import sources": ["import", "../given/books.json"],
    "import notes": ["import", "../given/notes.json", "--article", "market"],
    "add": ["add", "../given/ferry.txt", "--title", "The ferry", "--published", "2031-02-04"],
    "rename a question": ["rename", "question/stalls", "lost-stalls", "--today", "2031-02-09"],
    "rename an article": ["rename", "article/market", "market-hall", "--today", "2031-02-09"],
    "reanchor": ["reanchor", "market", "../given/newer.txt", "--yes-unchanged"],
    "schema": ["schema", "--with-ids", "--modelines"],
    "export": ["export", "--format", "csv", "--output", "claims.csv"],
    "build": ["build"],
    "build again": ["build"],
    "begin an edition": ["edition", "add", "uk", "--today", "2031-02-09"],
    "take in translations": ["edition", "import", "uk", "../given/uk.po", "--today", "2031-02-09"],
    "a folder of tables": ["export", "--format", "data-package", "--output", "tables"],
    "a book": ["export", "--format", "epub", "--output", "book.epub"],
    "add a page": ["add", "../given/page.html", "--published", "2031-02-04"],
    "import both": ["import", "../given/library.rdf", "--article", "market", "--reading", "original"],
    "accept": ["preview", "accept", "../given/preview.zip", "accepted"],
    "new": ["new", "site"],
}


@pytest.fixture(scope="module")
def given(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project, what is fed to commands, and the project as it is after each command."""
    place = tmp_path_factory.mktemp("given")
    project = copy_minimal(place / "project")
    (project / "seeds" / "sources.yaml").chmod(0o600)
    files = place / "given"
    files.mkdir()
    (files / "books.json").write_text(json.dumps(BOOKS), encoding="utf-8")
    (files / "notes.json").write_text(json.dumps(NOTES), encoding="utf-8")
    (files / "ferry.txt").write_text("The ferry\n\nIt left at nine and came back at ten.\n", encoding="utf-8")
    zips.artifact(files / "preview.zip", {"site/index.html": zips.page("Hello"), "site/a.txt": "A"})
    text = (project / "seeds" / "articles" / "market" / "source.txt").read_text(encoding="utf-8")
    (files / "page.html").write_text(
        "<title>The tide</title><h1>The tide</h1><p>It rose at noon.</p>", encoding="utf-8"
    )
    shutil.copy(CASES / "bibliographies" / "library.rdf", files)
    _edition(place, project)
    (files / "newer.txt").write_text(f"{text}\nA sentence more.\n", encoding="utf-8")
    return place


def _edition(place: Path, project: Path) -> None:
    """The same project with an edition, and what a translator gave back."""
    shutil.copytree(project, place / "edition")
    with contextlib.chdir(place / "edition"):
        assert in_child(lambda: cli.run(COMMANDS["begin an edition"])) == 0
        assert in_child(lambda: cli.run(["edition", "export", "uk", "--to", "po", "--output", "../given/uk.po"])) == 0
    written = (place / "given" / "uk.po").read_text(encoding="utf-8")
    head, rest = written.split("\n\n", 1)
    (place / "given" / "uk.po").write_text(
        f"{head}\n\n" + rest.replace('msgstr ""', 'msgstr "Слово"'), encoding="utf-8"
    )


class Cut:
    """Stops at the `at`-th change of a file: with `stop`, before it or half way through it."""

    def __init__(self, at: int, stop: Callable[[], None]) -> None:
        self.at, self.stop, self.seen = at, stop, 0

    def into(self, patch: pytest.MonkeyPatch) -> None:
        for name in CHANGES:
            patch.setattr(os, name, self._counted(name, getattr(os, name)))
        patch.setattr(os, "open", self._opened(os.open))

    def _counted(self, name: str, real: Callable[..., object]) -> Callable[..., object]:
        def counted(*given: object, **more: object) -> object:
            if self._is_now():
                if name == "write":
                    real(given[0], bytes(given[1])[: len(given[1]) // 2])  # type: ignore[call-overload, arg-type]
                self.stop()
            return real(*given, **more)

        return counted

    def _opened(self, real: Callable[..., int]) -> Callable[..., int]:
        def opened(path: str, flags: int, *given: int, **more: int) -> int:
            if flags & os.O_CREAT and self._is_now():
                self.stop()
            return real(path, flags, *given, **more)

        return opened

    def _is_now(self) -> bool:
        self.seen += 1
        return self.seen == self.at


def tree(folder: Path) -> Tree:
    return {
        path.relative_to(folder).as_posix(): (
            stat.S_IMODE(path.lstat().st_mode),
            b"" if path.is_dir() else path.read_bytes(),
        )
        for path in folder.rglob("*")
    }


def in_child(do: Callable[[], int]) -> int:
    """The exit code of a child process."""
    child = os.fork()
    if not child:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, 1)
        os.dup2(nowhere, 2)
        code = 99
        try:
            code = do()
        finally:
            os._exit(code)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def killed(command: list[str], at: int) -> bool:
    """Whether the command, in this folder, was cut short at its `at`-th change; it is done otherwise."""

    def do() -> int:
        Cut(at, lambda: os._exit(KILLED)).into(pytest.MonkeyPatch())
        return cli.run(command)

    code = in_child(do)
    assert code in (0, 1, KILLED), code
    return code == KILLED


def fresh(given: Path, place: Path, name: str) -> Path:
    """A copy of the project as it is before the command `name`."""
    shutil.rmtree(place / "project", ignore_errors=True)
    project = shutil.copytree(given / ("edition" if name == "take in translations" else "project"), place / "project")
    if not (place / "given").exists():
        (place / "given").symlink_to(given / "given")
    if name == "build again":
        kept = given / "built"
        if not kept.exists():
            os.chdir(project)
            assert in_child(lambda: cli.run(["build"])) == 0
            shutil.copytree(project / "build", kept)
        shutil.copytree(kept, project / "build", dirs_exist_ok=True)
        (project / "build" / "docs" / "index.md").write_text("An older page.\n", encoding="utf-8")
        (project / "build" / "docs" / "gone.md").write_text("A page of before.\n", encoding="utf-8")
        manifest = project / "build" / ".explainer.json"
        manifest.write_text(json.dumps([*json.loads(manifest.read_text("utf-8")), "docs/gone.md"]), encoding="utf-8")
    if name == "new":
        shutil.rmtree(project)
        project.mkdir()
    return project


def next_command(project: Path, name: str) -> None:
    """What every command does when it starts."""
    if name == "new":
        writing.finish_interrupted(project)
    else:
        seeds_folder(project)


@pytest.fixture(params=COMMANDS)
def case(
    request: pytest.FixtureRequest, given: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[tuple[str, Callable[[], Path], Tree, Tree]]:
    """A command by name, what makes its project, and the project before and after it."""
    name = request.param

    def make() -> Path:
        os.chdir(tmp_path)
        project = fresh(given, tmp_path, name)
        os.chdir(project)
        return project

    monkeypatch.chdir(tmp_path)
    project = make()
    before = tree(project)
    assert in_child(lambda: cli.run(COMMANDS[name])) in (0, 1)
    after = tree(project)
    assert before != after
    assert not [path for path in after if "explainer-part" in path or path.endswith(".explainer")]
    yield name, make, before, after
    os.chdir(tmp_path)


def test_killed_at_every_change(case: tuple[str, Callable[[], Path], Tree, Tree]) -> None:
    name, make, before, after = case
    last = 0
    for at in count(1, _step(name)):
        project = make()
        if not killed(COMMANDS[name], at):
            break
        last = at
        next_command(project, name)
        assert tree(project) in (before, after), (name, at, _odd(project, before, after))
    assert at > 3
    # The same command then does its work.
    project = make()
    assert killed(COMMANDS[name], last)
    next_command(project, name)
    if tree(project) == before:
        assert not killed(COMMANDS[name], 0)
    assert tree(project) == after


def test_killed_again_while_it_is_put_in_order(case: tuple[str, Callable[[], Path], Tree, Tree]) -> None:
    name, make, before, after = case
    if name in ("new", "build", "accept", "a folder of tables", "a book"):
        return  # nothing to put in order but to remove a folder
    chance = random.Random(name)
    for _ in range(int(os.environ.get("KILLS", "4"))):
        project = make()
        if not killed(COMMANDS[name], chance.randint(2, 60)):
            continue

        def put_in_order(at: int, project: Path = project) -> int:
            Cut(at, lambda: os._exit(KILLED)).into(pytest.MonkeyPatch())
            seeds_folder(project)
            return 0

        for at in (chance.randint(1, 8), chance.randint(1, 40)):
            assert in_child(lambda at=at: put_in_order(at)) in (0, KILLED)  # type: ignore[misc]
        next_command(project, name)
        assert tree(project) in (before, after), (name, _odd(project, before, after))


def test_a_full_disk_changes_nothing_and_says_where(
    case: tuple[str, Callable[[], Path], Tree, Tree],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    name, make, before, after = case

    def full() -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    step = _step(name)
    for at in count(1, step):
        project = make()
        with monkeypatch.context() as patch:
            cut = Cut(at, full)
            cut.into(patch)
            code = cli.run(COMMANDS[name])
        told = capsys.readouterr().err
        if cut.seen < at:
            break
        if code == 2:
            assert "no space left on device; nothing was changed" in told
            assert "`None`" not in told
            assert tree(project) == before, (name, at, _odd(project, before, before))
        else:  # it was of no consequence, such as a folder that cannot be flushed
            assert code in (0, 1), told
            next_command(project, name)
            assert tree(project) == after, (name, at, _odd(project, after, after))


def _step(name: str) -> int:
    """Every how many changes to stop: of hundreds of files, each is written alike."""
    is_large = name in ("build", "new", "a folder of tables")
    return (29 if is_large else 1) if EVERYWHERE else (151 if is_large else 6)


def _odd(project: Path, before: Tree, after: Tree) -> list[str]:
    now = tree(project)
    paths = sorted(now.keys() | before.keys() | after.keys())
    return [path for path in paths if now.get(path) not in (before.get(path), after.get(path))] or ["some, not all"]
