"""Mutates the folders that decide (anchoring to rendering), and lists the mutants that no test kills.

python -m tests.mutants COUNT SEED

Cosmic Ray makes the mutants and runs the tests on each, in a copy of the project below `build/mutants`. There are
several thousand, and each that survives costs a whole run of the tests, so a sample is drawn with a fixed seed; 0 takes
all of them. What is only a type (`str | None`) is left alone: such a mutant dies before any test.
"""

import os
import random
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

from cosmic_ray.work_db import WorkDB
from cosmic_ray.work_item import TestOutcome, WorkerOutcome, WorkItem, WorkResult

from tests.projects import PROJECT

FOLDERS = ("anchoring", "linking", "validating", "comparing", "rendering")
TESTS = ("anchoring", "linking", "validating", "comparing", "rendering", "test_cases.py", "test_words_of_pages.py")
"""Those that call the program in their own process, the quickest first; the first that fails ends a run."""
COPIED = ("generator", "tests", "seeds", "docs", "mkdocs.yml", "pyproject.toml", "CHANGELOG.md", "ARCHITECTURE.md")
COMMAND = " ".join((f"{sys.executable} -m pytest -x -q -n 0 -p no:cacheprovider", *(f"tests/{each}" for each in TESTS)))
SETTINGS = """\
[cosmic-ray]
module-path = [{modules}]
timeout = 600.0
excluded-modules = []
test-command = "{command}"
[cosmic-ray.distributor]
name = "local"
"""


def main(folder: Path, count: int, seed: int) -> None:
    tree, session = folder / "tree", folder / "session.sqlite"
    shutil.rmtree(folder, ignore_errors=True)
    tree.mkdir(parents=True)
    for name in COPIED:
        (shutil.copytree if (PROJECT / name).is_dir() else shutil.copy)(PROJECT / name, tree / name)
    modules = ", ".join(f'"generator/explainer/{each}"' for each in FOLDERS)
    (folder / "settings.toml").write_text(SETTINGS.format(modules=modules, command=COMMAND), encoding="utf-8")
    _run(tree, "baseline", "../settings.toml")
    _run(tree, "init", "../settings.toml", "../session.sqlite")
    drawn = _draw(session, count, seed)
    print(f"{drawn} mutants, drawn with the seed {seed}", flush=True)
    _run(tree, "exec", "../settings.toml", "../session.sqlite")
    _report(session)


def _run(tree: Path, *arguments: str) -> None:
    environment = {**os.environ, "PYTHONPATH": str(tree / "generator"), "PYTHONDONTWRITEBYTECODE": "1"}
    command = [str(Path(sys.executable).with_name("cosmic-ray")), *arguments]
    if subprocess.run(command, cwd=tree, env=environment, check=False).returncode:
        sys.exit(f"`{' '.join(arguments)}` failed")


def _draw(session: Path, count: int, seed: int) -> int:
    """Leave so many mutants to be run; how many there are then."""
    with _opened(session) as work:
        items = sorted(work.work_items, key=_where)
        real = [item for item in items if "BinaryOperator_BitOr" not in item.mutations[0].operator_name]
        kept = random.Random(seed).sample(real, min(count, len(real))) if count else real
        wanted = {item.job_id for item in kept}
        print(f"{len(real)} mutants in all")
        for item in items:
            if item.job_id not in wanted:
                work.set_result(item.job_id, WorkResult(WorkerOutcome.SKIPPED))
    return len(kept)


def _report(session: Path) -> None:
    """Each survivor with its change, then the counts."""
    with _opened(session) as work:
        done = [(item, result) for item, result in _completed(work) if result.worker_outcome != WorkerOutcome.SKIPPED]
    counts: Counter[str] = Counter()
    for item, result in done:
        counts[str(result.test_outcome and result.test_outcome.value)] += 1
        if result.test_outcome == TestOutcome.SURVIVED:
            print("\n".join(line for line in (result.diff or _where(item)).splitlines() if not line.startswith("---")))
    killed = len(done) - counts["survived"]
    print(f"{killed} of {len(done)} killed ({100 * killed / max(1, len(done)):.0f} %): {dict(counts)}")


def _completed(work: WorkDB) -> list[tuple[WorkItem, WorkResult]]:
    items = {item.job_id: item for item in work.work_items}
    return [(items[job_id], result) for job_id, result in work.results if job_id in items]


def _opened(session: Path) -> WorkDB:
    from cosmic_ray.work_db import use_db

    return use_db(str(session), WorkDB.Mode.open)


def _where(item: WorkItem) -> str:
    change = item.mutations[0]
    return (
        f"{change.module_path}:{change.start_pos[0]}:{change.start_pos[1]} {change.operator_name} {change.occurrence}"
    )


if __name__ == "__main__":
    main(PROJECT / "build" / "mutants", int(sys.argv[1]), int(sys.argv[2]))
