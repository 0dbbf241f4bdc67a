"""The cases: data that looks like what an author writes, and how to read them."""

from functools import cache
from pathlib import Path
from typing import Any

import yaml

from tests.projects import MINIMAL

HERE = Path(__file__).parent


def cases_in(file: Path) -> list[dict[str, Any]]:
    """The cases of a file, each with its title."""
    cases: list[dict[str, Any]] = yaml.safe_load(file.read_text("utf-8"))
    return cases


def rule_files() -> list[Path]:
    """The files of cases of the rules, one a rule, named as it."""
    return sorted((HERE / "rules").glob("*.yaml"))


@cache
def minimal_seeds() -> dict[str, bytes]:
    """The seeds of the minimal site, by path below its folder."""
    paths = sorted(path for path in (MINIMAL / "seeds").rglob("*") if path.is_file())
    return {path.relative_to(MINIMAL).as_posix(): path.read_bytes() for path in paths}


@cache
def woven_seeds() -> dict[str, bytes]:
    """The seeds of the minimal site with what it lacks: `tests/sites/woven.yaml`."""
    case: dict[str, Any] = yaml.safe_load((MINIMAL.parent / "woven.yaml").read_text("utf-8"))
    return {
        path: content + case["more"].get(path, "").encode() for path, content in changed({"edit": case["edit"]}).items()
    }


def changed(case: dict[str, Any]) -> dict[str, bytes]:
    """The seeds of the minimal site with the changes of a case."""
    seeds = dict(minimal_seeds())
    for path, text in case.get("files", {}).items():
        if text is None:
            del seeds[path]
        else:
            seeds[path] = text.encode()
    seeds |= {path: bytes.fromhex(digits) for path, digits in case.get("hex", {}).items()}
    seeds |= {path: text.encode() * times for path, (text, times) in case.get("repeat", {}).items()}
    for path, edits in case.get("edit", {}).items():
        content = seeds[path].decode()
        for old, new in edits:
            assert content.count(old) == 1, f"{old!r} stands {content.count(old)} times in {path}"
            content = content.replace(old, new)
        seeds[path] = content.encode()
    return seeds


def write(root: Path, seeds: dict[str, bytes]) -> None:
    """Put seeds into a folder."""
    for path, content in seeds.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(content)
