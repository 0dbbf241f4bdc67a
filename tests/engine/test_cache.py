"""What earlier builds made is used where it is as they left it; a site is the same with it, without, over its ruins."""

import random
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from explainer import rendering
from explainer.commands import cli
from explainer.engine import cache
from explainer.engine.cache import NOTHING, Cache, cache_of
from explainer.memo import anew
from tests.cases import woven_seeds, write
from tests.projects import copy_minimal
from tests.test_reproducible import contents

ARTICLE = "seeds/articles/market/annotations.yaml"


def _made(file: Path, *texts: str) -> list[str]:
    """What of these texts had to be made anew."""
    made: list[str] = []

    def make(text: str) -> bytes:
        made.append(text)
        return text.upper().encode()

    kept = Cache(file)
    for text in texts:
        assert kept.keep(("shout", text), partial(make, text)) == text.upper().encode()
    kept.close()
    return made


@pytest.fixture
def file(tmp_path: Path) -> Path:
    file = tmp_path / "folder" / "cache"
    assert _made(file, "one", "two", "three") == ["one", "two", "three"]
    return file


def test_what_was_made_is_not_made_again(file: Path) -> None:
    before = file.stat()
    assert _made(file, "three", "two", "one") == []
    assert file.stat() == before
    assert list(file.parent.iterdir()) == [file]


def test_what_is_not_asked_for_is_gone(file: Path) -> None:
    assert _made(file, "one", "four") == ["four"]
    assert _made(file, "one", "two", "four") == ["two"]


def test_texts_that_run_together_alike_are_not_alike(tmp_path: Path) -> None:
    kept = Cache(tmp_path / "cache")
    assert kept.keep(("ab", "c"), lambda: b"1") == b"1"
    assert kept.keep(("a", "bc"), lambda: b"2") == b"2"


def test_another_program_makes_everything_anew(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "program", lambda: bytes(32))
    assert _made(file, "one") == ["one"]


def test_each_byte_counts(file: Path) -> None:
    """Whichever byte is another: what is handed out is right, and the file is mended."""
    whole = file.read_bytes()
    for at in range(len(whole)):
        damaged = bytearray(whole)
        damaged[at] ^= 1
        file.write_bytes(damaged)
        assert _made(file, "one", "two", "three") != [], at
        assert file.read_bytes() == whole


def test_a_file_that_is_cut_is_as_none(file: Path) -> None:
    whole = file.read_bytes()
    for length in range(len(whole)):
        file.write_bytes(whole[:length])
        assert _made(file, "one", "two", "three") != []


def test_without_a_place_to_write_nothing_is_kept(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert _made(tmp_path / "file" / "cache", "one", "one") == ["one", "one"]


def test_where_it_lies(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    monkeypatch.setenv(cache.FOLDER, "")
    _keep(cache_of(tmp_path))
    assert list(tmp_path.iterdir()) == []
    monkeypatch.delenv(cache.FOLDER)
    _keep(cache_of(tmp_path))
    assert len([*(tmp_path / ".cache" / "explainer").iterdir()]) == 1
    monkeypatch.setenv(cache.FOLDER, str(tmp_path / "named"))
    _keep(cache_of(tmp_path))
    _keep(cache_of(tmp_path / "other"))
    assert len([*(tmp_path / "named").iterdir()]) == 2


def _keep(kept: Cache) -> None:
    kept.keep(("a",), lambda: b"b")
    kept.close()


def _swapped(whole: bytes) -> bytes:
    """Every byte is there, each half in the place of the other."""
    return whole[len(whole) // 2 :] + whole[: len(whole) // 2]


def _scattered(whole: bytes) -> bytes:
    """A byte in a hundred is another."""
    dice, damaged = random.Random(1), bytearray(whole)
    for at in dice.sample(range(2000, len(whole)), len(whole) // 100):
        damaged[at] ^= 0xFF
    return bytes(damaged)


POISONS: list[Callable[[bytes], bytes]] = [
    lambda whole: whole[: len(whole) // 2],
    lambda _: b"",
    lambda whole: bytes(len(whole)),
    _swapped,
    _scattered,
]


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1710201600")
    project = copy_minimal(tmp_path / "project")
    write(project, woven_seeds())
    return project


@pytest.fixture
def site(project: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[bool], dict[str, bytes]]:
    def built(cached: bool) -> dict[str, bytes]:
        monkeypatch.setenv(cache.FOLDER, str(project.parent / "kept") if cached else "")
        config = load_config(str(project / "mkdocs.yml"))
        build(config)
        return contents(Path(config.site_dir))

    return built


def test_a_site_is_the_same_over_a_cache_that_is_poisoned(
    project: Path, site: Callable[[bool], dict[str, bytes]], monkeypatch: pytest.MonkeyPatch
) -> None:
    cold = site(False)
    assert not (project.parent / "kept").exists()
    assert site(True) == cold
    (file,) = (project.parent / "kept").iterdir()
    whole = file.read_bytes()
    for poison in POISONS:
        file.write_bytes(poison(whole))
        assert site(True) == cold
        assert file.read_bytes() == whole
    with monkeypatch.context() as other:
        other.setattr(rendering.article, "article_page", None)  # so it is not asked
        assert site(True) == cold


def test_after_an_edit_a_site_is_as_built_cold(project: Path, site: Callable[[bool], dict[str, bytes]]) -> None:
    before = site(True)
    notes = project / ARTICLE
    line = next(line for line in notes.read_text("utf-8").splitlines() if line.strip().startswith("note: "))
    notes.write_text(notes.read_text("utf-8").replace(line, f"{line} And more."), "utf-8")
    cold = site(False)
    assert cold != before
    assert site(True) == cold
    about = project / "docs" / "about.md"  # a page to which a link of ours may lead from now on
    about.write_text("# About\n", "utf-8")
    assert site(True) == site(False)


def test_the_command_can_do_without(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(cache.FOLDER, str(project.parent / "kept"))
    assert cli.run(["build", str(project), "--site", "--no-cache"]) == 0
    assert not (project.parent / "kept").exists()
    cold = contents(project / "site")
    assert cli.run(["build", str(project), "--site"]) == 0
    assert [*(project.parent / "kept").iterdir()]
    assert contents(project / "site") == cold
    assert NOTHING.keep(("a",), lambda: b"b") == b"b"


def test_whoever_writes_for_the_next_build_alone_is_told_that_there_is_none(file: Path) -> None:
    kept = Cache(file)
    assert kept.keeper == kept.keep
    kept.close()
    assert kept.keeper is NOTHING.keeper is anew
