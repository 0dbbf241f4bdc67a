"""Build time and peak memory for growing numbers of articles, and the price of the plugin over plain MkDocs.

Each size is built three ways in turn: `explainer check`; `mkdocs build` with the plugin; and `mkdocs build`
of the same pages already written as Markdown by `explainer build`. The machine's speed cancels out in the
ratio and in the exponent of growth, which is the slope of log time over log size (1 is linear).
"""

import math
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from explainer.reporting.progress import progress
from tests.bench.made_up import write_project
from tests.projects import environment

SIZES = (50, 100, 200, 400, 800)


@dataclass(frozen=True)
class Measured:
    seconds: float
    megabytes: float


def main(sizes: tuple[int, ...]) -> None:
    print(f"{'articles':>8} {'check s':>8} {'plugin s':>9} {'plain s':>8} {'ratio':>6} {'peak MB':>8}", flush=True)
    rows: list[tuple[int, Measured, Measured, Measured]] = []
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            project = Path(folder)
            write_project(project, size)
            runs = {
                "check": ("explainer", "check"),
                "plugin": ("mkdocs", "build", "--strict", "--site-dir", "with-plugin"),
                "written": ("explainer", "build"),
                "plain": ("mkdocs", "build", "--strict", "--config-file", "build/mkdocs.yml"),
            }
            taken: dict[str, Measured] = {}
            with progress() as tell:
                for number, (name, command) in enumerate(runs.items()):
                    tell(f"{size} articles: {' '.join(command[:2])}", number, len(runs))
                    taken[name] = measured(project, *command)
            check, with_plugin, plain = taken["check"], taken["plugin"], taken["plain"]
        rows.append((size, check, with_plugin, plain))
        ratio = with_plugin.seconds / plain.seconds
        print(
            f"{size:8} {check.seconds:8.2f} {with_plugin.seconds:9.2f} {plain.seconds:8.2f} {ratio:6.2f}"
            f" {with_plugin.megabytes:8.0f}",
            flush=True,
        )
    for number, name in () if len(rows) == 1 else ((1, "check"), (2, "plugin"), (3, "plain")):
        print(f"growth of {name}: exponent {exponent([(row[0], row[number].seconds) for row in rows]):.2f}")  # type: ignore[union-attr]


def measured(folder: Path, *module: str) -> Measured:
    """One run of `python -m …` as a whole process."""
    start = time.perf_counter()
    command = [sys.executable, "-m", *module]
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(command, cwd=folder, env=environment(), stdout=log, stderr=log)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = status
    if status:
        sys.exit(f"{' '.join(command)} failed:\n{(folder / 'log').read_text()[-4000:]}")
    return Measured(time.perf_counter() - start, usage.ru_maxrss / 1024)


def exponent(points: list[tuple[int, float]]) -> float:
    """The slope of the line through log seconds over log size (least squares)."""
    xs, ys = [math.log(size) for size, _ in points], [math.log(seconds) for _, seconds in points]
    x, y = sum(xs) / len(xs), sum(ys) / len(ys)
    return sum((a - x) * (b - y) for a, b in zip(xs, ys, strict=True)) / sum((a - x) ** 2 for a in xs)


if __name__ == "__main__":
    main(tuple(map(int, sys.argv[1:])) or SIZES)
