"""No mistake ends in a traceback: 2,000 random mutations of the seeds, and each diagnostic prints in every format.

Each mutation changes one file: lines dropped, doubled, swapped, the file truncated, bytes flipped, indentation
changed. The real seeds get 2,000: ten files at a time in 200 runs, because a run on them takes long; the minimal site,
which has every type of record, gets 1,700, one a run. Rendering is three quarters of a run on the real seeds: it is
left out of three in four. Seeds are read once, and what was not changed is parsed once. (The inputs of all cases go
through the same in `test_cases`.)
"""

import random
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from generator import pipeline, reading
from generator.reading.discovery import scan
from generator.reading.yaml_file import parse_yaml
from tests.printing import reports
from tests.projects import MINIMAL, PROJECT

CHUNK = 50
"""Runs of one test, so that several processes can share the work."""
AT_ONCE = {PROJECT: 10, MINIMAL: 1}
"""Files that one run finds mutated."""
CHUNKS = [*((PROJECT, number) for number in range(4)), *((MINIMAL, number) for number in range(34))]
"""Of runs."""

ANYWHERE = Path("nowhere")
MEANINGFUL = b":-#'\"[]{}|>&*!%@`\n\t ,?~_<\\"
"""Bytes that mean something in YAML or Markdown."""

Lines = list[bytes]


def drop(lines: Lines, dice: random.Random) -> Lines:
    at = dice.randrange(len(lines))
    return lines[:at] + lines[at + dice.choice((1, 1, 1, 2, 5)) :]


def double(lines: Lines, dice: random.Random) -> Lines:
    at = dice.randrange(len(lines))
    many = dice.choice((1, 1, 1, 2, 5))
    return lines[: at + many] + lines[at : at + many] + lines[at + many :]


def swap(lines: Lines, dice: random.Random) -> Lines:
    one, other = dice.randrange(len(lines)), dice.randrange(len(lines))
    swapped = list(lines)
    swapped[one], swapped[other] = lines[other], lines[one]
    return swapped


def truncate(lines: Lines, dice: random.Random) -> Lines:
    content = b"".join(lines)
    return content[: dice.randrange(len(content))].splitlines(keepends=True)


def flip(lines: Lines, dice: random.Random) -> Lines:
    content = bytearray(b"".join(lines))
    for _ in range(dice.choice((1, 1, 2, 4))):
        content[dice.randrange(len(content))] = dice.choice((dice.choice(MEANINGFUL), dice.randrange(256)))
    return bytes(content).splitlines(keepends=True)


def indent(lines: Lines, dice: random.Random) -> Lines:
    at = dice.randrange(len(lines))
    line = b"  " + lines[at] if dice.random() < 0.5 else lines[at].removeprefix(b"  ")
    return [*lines[:at], line, *lines[at + 1 :]]


MUTATIONS: tuple[Callable[[Lines, random.Random], Lines], ...] = (drop, double, swap, truncate, flip, indent)


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
            mutate = MUTATIONS[(count + turn) % len(MUTATIONS)]
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
