"""Several processes make a site: the same files and the same messages as one makes, and no end that nobody notices."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from explainer.engine import cache
from tests.cases import woven_seeds, write
from tests.projects import PROJECT, copy_minimal, environment, run_module
from tests.test_reproducible import contents

# Runs the rest of its command line as a module, with something changed in the program.
CHANGED = """\
import os, runpy, signal, sys
from explainer.engine import mkdocs_shared, policy, workers
from explainer import pipeline
first = os.getpid()
{change}
sys.argv = sys.argv[1:]
runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)
"""
ASTRAY = """\
make_page = pipeline._page
def page(path, *rest):
    made = make_page(path, *rest).markdown
    seed = make_page(path, *rest).seed
    way = "../" * path.count("/")
    astray = f"\\n[astray]({way}glossary.md#nowhere), [lost]({way}articles/market.md#lost), [gone]({way}gone.md)\\n"
    return pipeline.PackedPage.of(pipeline.Page(path, made + astray, seed))
pipeline._page = page
"""


_NOTHING_NEW = """\
from explainer.engine.cache import Cache
keep = Cache.keep
def found(self, made_of, make):
    assert self._new is not None
    kept = keep(self, made_of, make)
    assert not self._is_other
    return kept
Cache.keep = found
"""


def woven(folder: Path) -> Path:
    project = copy_minimal(folder)
    write(project, woven_seeds())
    (project / "docs" / "about.md").write_text("# About\n\n[astray](articles/market.md#nowhere)\n", "utf-8")
    (project / "docs" / "picture.svg").write_text("<svg/>", "utf-8")
    return project


def editions(folder: Path) -> Path:
    project = copy_minimal(folder)
    shutil.copytree(PROJECT / "tests" / "sites" / "editions", project, dirs_exist_ok=True)
    (project / "docs" / "about.md").write_text("# About\n\n[astray](articles/market.md#nowhere)\n", "utf-8")
    (project / "docs" / "about.de.md").write_text("# Über uns\n\n[nirgends](gone.md)\n", "utf-8")
    return project


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return woven(tmp_path / "project")


def _build(
    project: Path, workers: int, *options: str, change: str = "", kept: str = ""
) -> tuple[int, str, dict[str, bytes]]:
    """The exit code, what was said but for the time that it took, and the site."""
    shutil.rmtree(project / "site", ignore_errors=True)
    (project / "changed.py").write_text(CHANGED.format(change=change), "utf-8")
    env = environment(EXPLAINER_WORKERS=str(workers), PYTHONPATH=str(project), EXPLAINER_CACHE=kept)
    done = run_module("changed", "mkdocs", "build", *options, cwd=project, env=env)
    said = re.sub(r"\d+\.\d+ seconds", "", done.stdout + done.stderr)
    return done.returncode, said, contents(project / "site") if (project / "site").is_dir() else {}


_TOLD = """\
worker_of = mkdocs_shared.SharedPages._worker
def told(self, own, drawn):
    print("a process of its own makes", len(own), "pages", file=sys.stderr)
    return worker_of(self, own, drawn)
mkdocs_shared.SharedPages._worker = told
"""


@pytest.mark.parametrize(("made", "workers"), [(woven, 2), (editions, 3)])
def test_the_site_and_what_is_said_are_those_of_one(tmp_path: Path, made: Callable[[Path], Path], workers: int) -> None:
    project = made(tmp_path / "project")
    code, said, site = _build(project, 1, change=ASTRAY + _TOLD)
    assert (code, "of its own" in said) == (0, False), said
    for link in ("glossary.md#nowhere", "articles/market.md#lost", "'gone.md'", "articles/market.md#nowhere"):
        assert link in said, link
    _, said_by_all, site_of_all = _build(project, workers, change=ASTRAY + _TOLD)
    assert sorted(site_of_all) == sorted(site)
    assert [path for path in site if site_of_all[path] != site[path]] == []
    own = [line for line in said_by_all.splitlines() if line.startswith("a process of its own makes ")]
    assert len(own) == (workers - 1) * (3 if made is editions else 1)
    assert [line for line in said_by_all.splitlines() if line not in own] == said.splitlines()


def test_a_link_from_one_share_to_another_is_checked_as_strictly(project: Path) -> None:
    code, said, _ = _build(project, 3, "--strict", change=ASTRAY)
    assert code == 1
    told = set(re.findall(r"Doc file '([^']*)' contains a link '[^']*market\.md#lost'", said))
    assert len(told) > 12
    assert re.search(r"Aborted with \d+ warnings in strict mode", said)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ("if os.getpid() != first: os.kill(os.getpid(), signal.SIGKILL)", r"it was killed \(SIGKILL\)"),
        ("if os.getpid() != first: raise ValueError('no ink')", "Error building page '.*': no ink"),
        ("if os.getpid() == first and hasattr(page, 'x'): raise ValueError('no ink')", "no ink"),
    ],
)
def test_a_process_that_fails_ends_the_build(project: Path, change: str, told: str) -> None:
    fails = (
        f"with_policy = policy.with_policy\ndef fail(page, *rest):\n    {change}\n    return with_policy(page, *rest)\n"
    )
    if "hasattr" in change:
        fails = fails.replace(" and hasattr(page, 'x')", " and 'rel=\"canonical\"' in page and 'articles/' in page")
    code, said, _ = _build(project, 2, change=f"{fails}policy.with_policy = fail\n")
    assert code == 1
    assert re.search(told, said), said


def test_what_several_kept_one_finds(project: Path) -> None:
    kept = project.parent / "kept"
    cold = _build(project, 1)[2]
    assert _build(project, 3, kept=str(kept))[2] == cold
    (file,) = kept.iterdir()
    before = file.stat().st_ino, file.stat().st_mtime_ns
    for workers in (1, 2):
        code, said, site = _build(project, workers, change=_NOTHING_NEW, kept=str(kept))
        assert code == 0, said
        assert site == cold
        assert (file.stat().st_ino, file.stat().st_mtime_ns) == before
    file.write_bytes(file.read_bytes()[::-1])
    assert _build(project, 2, kept=str(kept))[2] == cold
    assert cache.FOLDER == "EXPLAINER_CACHE"


def test_where_a_file_stands_at_the_address_of_a_page_one_makes_all(project: Path) -> None:
    (project / "docs" / "glossary").mkdir()
    (project / "docs" / "glossary" / "index.html").write_text("<p>Another</p>", "utf-8")
    one = _build(project, 1)
    assert _build(project, 3, change=_TOLD) == one


def test_other_plugins_see_the_whole_site(project: Path) -> None:
    (project / "hook.py").write_text(
        "def on_post_page(output, *, page, config):\n    return output.replace('</body>', f'{page.title}</body>')\n"
    )
    settings = project / "mkdocs.yml"
    settings.write_text(settings.read_text("utf-8") + "\nhooks: [hook.py]\n", "utf-8")
    assert _build(project, 3, change=_TOLD) == _build(project, 1)


def test_a_number_that_is_none(project: Path) -> None:
    env = environment(EXPLAINER_WORKERS="many")
    for command in (["mkdocs", "build"], ["explainer", "build", "--site"]):
        done = run_module(*command, cwd=project, env=env)
        assert done.returncode == 1
        assert "`EXPLAINER_WORKERS` is `many`, which is no number of processes" in done.stdout + done.stderr
        assert "Traceback" not in done.stdout + done.stderr
