"""Random files of strangers for `explainer add` and `explainer import`, in a new site each."""

import io
import os
import random
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import chdir, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from explainer import pipeline
from explainer.commands.cli import run
from tests.fuzz.mutated import by_line, json_by_value
from tests.projects import PROJECT

_CASES = PROJECT / "tests" / "cases"
_ENDS = (0, 1, 2)
"""Exit codes that are no bug of ours."""


@dataclass(frozen=True)
class Call:
    """A command with the file that it is given."""

    command: tuple[str, ...]
    name: str
    content: bytes


@cache
def _pages() -> tuple[tuple[str, bytes], ...]:
    cases = [yaml.safe_load(path.read_text(encoding="utf-8")) for path in sorted((_CASES / "add" / "pages").iterdir())]
    texts = [path for path in sorted((_CASES / "add").iterdir()) if path.is_file()]
    return (
        *(("page.html", case["page"].encode()) for case in cases),
        *((each.name, each.read_bytes()) for each in texts),
    )


@cache
def _exports() -> tuple[tuple[str, bytes], ...]:
    folders = (_CASES / "import", _CASES / "bibliographies", _CASES / "annotations")
    files = [path for folder in folders for path in sorted(folder.iterdir()) if path.suffix != ".expected"]
    return tuple((path.name, path.read_bytes()) for path in files)


@cache
def _site() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="fuzzed-site-")) / "site"
    with redirect_stdout(io.StringIO()):
        assert run(["new", str(folder)]) == 0
    return folder


def inputs(seed: int) -> Iterator[Call]:
    """A page for `add` and an export for `import`."""
    dice = random.Random(seed)
    name, page = dice.choice(_pages())
    yield Call(("add", f"../{name}", "--slug", "fuzzed", "--reading", "original"), name, by_line(page, dice))
    name, export = dice.choice(_exports())
    change = json_by_value if name.endswith(("json", "jsonld")) and dice.random() < 0.7 else by_line
    yield Call(("import", f"../{name}", "--reading", "original"), name, change(export, dice))


def check(call: Call) -> None:
    """Fails where the command ends with a traceback, touches anything but the seeds, or leaves what is no YAML."""
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder, "site")
        shutil.copytree(_site(), site)
        Path(folder, call.name).write_bytes(call.content)
        before = _files(Path(folder))
        with chdir(site), redirect_stdout(io.StringIO()) as told, redirect_stderr(told):
            code = run(["--debug", *call.command])
        assert code in _ENDS, told.getvalue()
        after = _files(Path(folder))
        touched = {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)}
        assert all(path.startswith("site/seeds/") for path in touched), touched
        broken = [each for each in pipeline.check(site).diagnostics if each.rule.id == "yaml-parses"]
        assert not broken, broken


def _files(folder: Path) -> dict[str, bytes]:
    return {os.path.relpath(path, folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
