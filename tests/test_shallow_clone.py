"""Same commit, same bytes: also from a clone that has nothing but that commit, where nobody set a date."""

import os
from pathlib import Path

from tests.projects import environment, run_module
from tests.pull_requests import fork
from tests.test_reproducible import contents


def built(project: Path, **changed: str) -> dict[str, bytes]:
    env = {name: value for name, value in environment(**changed).items() if name != "SOURCE_DATE_EPOCH"}
    done = run_module("mkdocs", "build", "--site-dir", "site", cwd=project, env=env)
    assert done.returncode == 0, done.stdout + done.stderr
    return contents(project / "site")


def test_a_shallow_clone(tmp_path: Path) -> None:
    project = fork.repository(tmp_path / "project")
    (project / "docs" / "more.md").write_text("# More\n", encoding="utf-8")
    fork.git(project, "add", "-A")
    fork.git(project, "commit", "-q", "-m", "A second commit")
    elsewhere = tmp_path / "else where" / "klon"
    elsewhere.parent.mkdir()
    fork.git(tmp_path, "clone", "-q", "--depth", "1", project.as_uri(), str(elsewhere))
    assert fork.git(elsewhere, "rev-list", "--count", "HEAD") == "1\n"
    # A checkout gives every file the time at which it was made.
    for path in elsewhere.rglob("*.*"):
        os.utime(path, (2_000_000_000, 2_000_000_000))
    here = built(project, TZ="UTC")
    there = built(elsewhere, TZ="Pacific/Kiritimati", LC_ALL="C", PYTHONHASHSEED="4711")
    assert sorted(here) == sorted(there)
    assert [path for path in here if here[path] != there[path]] == []
    # The date of the commit, not of the day.
    assert b"2031-02-06" in here["sitemap.xml"]
