"""No mistake ends in a traceback: random mutations of the seeds, and each diagnostic prints in every format.

Each mutation changes one file: lines dropped, doubled, swapped, the file truncated, bytes flipped, indentation
changed. The real seeds get 500, twenty-five files at a time, because a run on them takes long, and rendering is three
quarters of it: it is left out of three in four. The minimal site, which has every type of record, gets 300, one a run.
Seeds are read once, and what was not changed is parsed once. (The inputs of all cases go through the same in
`test_cases`; `make fuzz` tries as many more as one likes.)
"""

import random
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from explainer import pipeline, reading
from explainer.reading.discovery import scan
from explainer.reading.yaml_file import parse_yaml
from tests.fuzz.mutated import BY_LINE
from tests.printing import reports
from tests.projects import MINIMAL, PROJECT

CHUNK = 20
"""Runs of one test, so that several processes can share the work."""
AT_ONCE = {PROJECT: 25, MINIMAL: 1}
"""Files that one run finds mutated."""
CHUNKS = [*((PROJECT, number) for number in range(1)), *((MINIMAL, number) for number in range(15))]
"""Of runs."""

ANYWHERE = Path("nowhere")


@cache
def seeds_of(project: Path) -> dict[str, bytes]:
    return scan(project, reading.LARGEST_FILE)[0]


@pytest.fixture
def put(monkeypatch: pytest.MonkeyPatch) -> Callable[[dict[str, bytes]], None]:
    """Puts seeds where the pipeline reads them: in memory, whatever folder it is given."""
    contents: dict[str, bytes] = {}
    monkeypatch.setattr(reading, "scan", lambda root, largest: (contents, ()))
    monkeypatch.setattr(reading, "parse_yaml", cache(parse_yaml))

    def put_there(seeds: dict[str, bytes]) -> None:
        contents.clear()
        contents.update(seeds)

    return put_there


@pytest.mark.parametrize(("project", "number"), CHUNKS, ids=[f"{path.name}-{number}" for path, number in CHUNKS])
def test_mutations(project: Path, number: int, put: Callable[[dict[str, bytes]], None]) -> None:
    dice = random.Random(f"{project.name} {number}")
    seeds = seeds_of(project)
    paths = [path for path in seeds if seeds[path].strip()]
    for count in range(CHUNK):
        changed = {}
        for turn, path in enumerate(dice.sample(paths, AT_ONCE[project])):
            mutate = BY_LINE[(count + turn) % len(BY_LINE)]
            changed[path] = b"".join(mutate(seeds[path].splitlines(keepends=True), dice))
        put({**seeds, **changed})
        try:
            if project == MINIMAL or dice.random() < 0.25:
                reports(pipeline.run(ANYWHERE))
            else:
                pipeline.link(ANYWHERE)
        except Exception as error:
            error.add_note(f"number {count}: {changed!r}")
            raise
