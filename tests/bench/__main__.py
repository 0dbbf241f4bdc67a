"""What a build costs beside plain MkDocs, and how that grows with the number of articles.

python -m tests.bench [ARTICLES …] [--runs N]

The yardstick is plain MkDocs on the Markdown that the program wrote at the commit `YARDSTICK` for the same seeds, so
that a page which grows is not its own measure. Each size is built in turn in every way, so many times, and the median
of the CPU seconds of the whole process counts: a busy machine changes it little, and the ratio hardly. The exponent of
growth is the slope of log time over log size (1 is linear). “again” is a build after one note changed, with what the
last build left in its cache, beside the build without one. All that is done by one process that makes pages; in the
end the largest site is made by one and by two in turn, and the clock counts, which a busy machine makes useless.
"""

import argparse
import math
import os
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from explainer.reporting.progress import progress
from tests.bench.made_up import write_project
from tests.projects import PROJECT, environment

SIZES = (50, 200, 800)
YARDSTICK = "71ea7e4"
_BUILD = ("mkdocs", "build", "--strict", "--site-dir", "with-plugin")
_WRITE_AS_THEN = """\
from pathlib import Path
from generator import pipeline
from generator.adapters import build_folder, mkdocs_file
result, project = pipeline.run(Path()), mkdocs_file.read(Path("mkdocs.yml"))
for name, data in build_folder.site_files(result.pages, result.assets, project, Path("then")).items():
    path = Path("then", name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
"""


@dataclass(frozen=True)
class Measured:
    seconds: float
    """Of the processor, of the whole process."""
    megabytes: float
    clock: float = 0
    """Seconds that passed meanwhile."""


def main(sizes: tuple[int, ...], runs: int) -> None:
    names = ("check", "plugin", "yardstick")
    columns = f"{'check s':>8} {'plugin s':>9} {'yardstick s':>11} {'ratio':>6} {'again':>6} {'peak MB':>8}"
    print(f"{'articles':>8} {columns}", flush=True)
    rows: list[tuple[int, dict[str, Measured]]] = []
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            taken = _medians(Path(folder), size, runs)
        rows.append((size, taken))
        check, plugin, then = (taken[name] for name in names)
        ratio = plugin.seconds / then.seconds
        again = taken["again"].seconds / plugin.seconds
        figures = f"{check.seconds:8.2f} {plugin.seconds:9.2f} {then.seconds:11.2f} {ratio:6.2f} {again:6.2f}"
        print(f"{size:8} {figures} {plugin.megabytes:8.0f}", flush=True)
    for name in names if len(rows) > 1 else ():
        print(f"growth of {name}: exponent {exponent([(size, taken[name].seconds) for size, taken in rows]):.2f}")
    print(_of_two(max(sizes), runs))


def _of_two(size: int, runs: int) -> str:
    """How long two processes take, beside one, for the same site."""
    made: dict[int, list[Measured]] = {1: [], 2: []}
    with tempfile.TemporaryDirectory() as folder, progress() as tell:
        write_project(Path(folder), size)
        for run in range(runs):
            for workers, taken in made.items():
                tell(f"{size} articles, processes: {workers}", run * 2 + workers - 1, runs * 2)
                taken.append(measured(Path(folder), *_BUILD, workers=workers))
    one, two = (statistics.median(each.clock for each in taken) for taken in made.values())
    cost = [statistics.median(each.seconds for each in taken) for taken in made.values()]
    took = f"{two:.2f} s of {one:.2f} s on the clock ({two / one:.2f})"
    return f"two processes, {size} articles: {took}, for {cost[1] / cost[0]:.2f} of the processor’s time"


def _medians(project: Path, size: int, runs: int) -> dict[str, Measured]:
    write_project(project, size)
    _write_as_then(project)
    commands = {
        "check": ("explainer", "check"),
        "plugin": _BUILD,
        "yardstick": ("mkdocs", "build", "--config-file", "then/mkdocs.yml"),
    }
    taken: dict[str, list[Measured]] = {name: [] for name in commands}
    with progress() as tell:
        for run in range(runs):
            for number, (name, command) in enumerate(commands.items()):
                tell(f"{size} articles: {name}", run * len(commands) + number, runs * len(commands))
                taken[name].append(measured(project, *command))
    measured(project, *_BUILD, cache=str(project / "cache"))
    for run in range(runs):
        _change_a_note(project, run)
        taken.setdefault("again", []).append(measured(project, *_BUILD, cache=str(project / "cache")))
    return {
        name: Measured(statistics.median(each.seconds for each in all_), max(each.megabytes for each in all_))
        for name, all_ in taken.items()
    }


def _change_a_note(project: Path, run: int) -> None:
    notes = project / "seeds" / "articles" / "article-0000" / "annotations.yaml"
    text = notes.read_text("utf-8")
    notes.write_text(text.replace('"note": "', f'"note": "Changed {run}. ', 1), "utf-8")


def _write_as_then(project: Path) -> None:
    """The Markdown of the project's seeds as the program wrote it at the yardstick's commit, in the folder `then`."""
    with tempfile.TemporaryDirectory() as folder:
        command = ["git", "archive", YARDSTICK, "generator"]
        archive = subprocess.run(command, cwd=PROJECT, capture_output=True, check=False)
        if archive.returncode:
            sys.exit(f"the commit {YARDSTICK} is not here: {archive.stderr.decode().strip()}; fetch the whole history")
        subprocess.run(["tar", "-x", "-C", folder], input=archive.stdout, check=True)
        subprocess.run(
            [sys.executable, "-c", _WRITE_AS_THEN], cwd=project, env=environment(PYTHONPATH=folder), check=True
        )


def measured(folder: Path, *module: str, cache: str = "", workers: int = 1) -> Measured:
    """One run of `python -m …` as a whole process, with those that it begins."""
    command = [sys.executable, "-m", *module]
    env = environment(EXPLAINER_CACHE=cache, EXPLAINER_WORKERS=str(workers))
    env.pop("PYTHONDONTWRITEBYTECODE", None)  # whoever has a program installed does not compile it for each run
    begun = time.monotonic()
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(command, cwd=folder, env=env, stdout=log, stderr=log)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = status
    clock = time.monotonic() - begun
    if status:
        sys.exit(f"{' '.join(command)} failed:\n{(folder / 'log').read_text()[-4000:]}")
    return Measured(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, clock)


def exponent(points: list[tuple[int, float]]) -> float:
    """The slope of the line through log seconds over log size (least squares)."""
    xs, ys = [math.log(size) for size, _ in points], [math.log(seconds) for _, seconds in points]
    x, y = sum(xs) / len(xs), sum(ys) / len(ys)
    return sum((a - x) * (b - y) for a, b in zip(xs, ys, strict=True)) / sum((a - x) ** 2 for a in xs)


if __name__ == "__main__":
    arguments = argparse.ArgumentParser()
    arguments.add_argument("articles", type=int, nargs="*", default=SIZES)
    arguments.add_argument("--runs", type=int, default=5)
    given = arguments.parse_args()
    main(tuple(given.articles), given.runs)
