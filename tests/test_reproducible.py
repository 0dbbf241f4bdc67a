"""Same input, same bytes: whatever the clock, the locale, the folder, the order of hashes, how many make the pages."""

import shutil
from pathlib import Path

from tests.projects import PROJECT, environment, run_module

# Runs the rest of its command line as a module, a year and a month later.
_LATER = """\
import datetime, runpy, sys, time
SHIFT = 396 * 86400
real_time, real_datetime, real_date = time.time, datetime.datetime, datetime.date
class Later(real_datetime):
    @classmethod
    def now(cls, tz=None): return cls.fromtimestamp(real_time() + SHIFT, tz)
    @classmethod
    def utcnow(cls): return cls.now(datetime.timezone.utc).replace(tzinfo=None)
class LaterDate(real_date):
    @classmethod
    def today(cls): return cls.fromtimestamp(real_time() + SHIFT)
time.time = lambda: real_time() + SHIFT
datetime.datetime, datetime.date = Later, LaterDate
sys.argv = sys.argv[1:]
runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)
"""


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def project_elsewhere(target: Path) -> Path:
    """The inputs of the site alone, without the history and whatever else lies around."""
    for folder in ("seeds", "docs"):
        shutil.copytree(PROJECT / folder, target / folder)
    shutil.copy(PROJECT / "mkdocs.yml", target)
    (target / "later").mkdir()
    (target / "later" / "later.py").write_text(_LATER, encoding="utf-8")
    return target


def test_the_built_site(real_site: Path, tmp_path: Path) -> None:
    project = project_elsewhere(tmp_path / "a folder" / "wo anders")
    elsewhere = environment(
        TZ="Pacific/Kiritimati",
        PYTHONHASHSEED="4711",
        LC_ALL="C",
        PYTHONPATH=str(project / "later"),
        EXPLAINER_WORKERS="2",
    )
    done = run_module("later", "mkdocs", "build", "--strict", cwd=project, env=elsewhere)
    assert done.returncode == 0, done.stdout + done.stderr
    ours, theirs = contents(real_site), contents(project / "site")
    assert sorted(ours) == sorted(theirs)
    assert [path for path in sorted(ours) if ours[path] != theirs[path]] == []


def test_the_written_pages(tmp_path: Path) -> None:
    built = []
    for number, changed in enumerate(({"TZ": "UTC"}, {"TZ": "Asia/Tokyo", "PYTHONHASHSEED": "1", "LC_ALL": "C"})):
        project = project_elsewhere(tmp_path / ("x" * (number + 1)))
        env = environment(**changed, PYTHONPATH=str(project / "later"))
        module = ["explainer"] if number == 0 else ["later", "explainer"]
        done = run_module(*module, "build", cwd=project, env=env)
        assert done.returncode == 0, done.stdout + done.stderr
        built.append(contents(project / "build"))
    assert built[0] == built[1]
