"""Random seeds: whatever an author's files say, the pipeline ends with diagnostics that every format can print."""

import random
import tempfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from explainer import pipeline, reading
from explainer.commands.files.example_files import example_files
from tests.fuzz.mutated import by_line
from tests.printing import reports
from tests.projects import MINIMAL

Seeds = dict[str, bytes]


@cache
def _sites() -> tuple[Seeds, ...]:
    with tempfile.TemporaryDirectory() as folder:
        for path, content in example_files().items():
            file = Path(folder, path)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
        return tuple(reading.scan(root, reading.LARGEST_FILE)[0] for root in (MINIMAL, Path(folder)))


def inputs(seed: int) -> Iterator[Seeds]:
    """The seeds of a small site with one to three of its files changed."""
    dice = random.Random(seed)
    seeds = dice.choice(_sites())
    paths = [path for path in seeds if seeds[path].strip()]
    changed = {path: by_line(seeds[path], dice) for path in dice.sample(paths, dice.choice((1, 1, 2, 3)))}
    yield {**seeds, **changed}


def check(seeds: Seeds) -> None:
    """Fails where the pipeline or a report ends with an exception."""
    with tempfile.TemporaryDirectory() as folder:
        for path, content in seeds.items():
            file = Path(folder, path)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
        reports(pipeline.run(Path(folder)))
