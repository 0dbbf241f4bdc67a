"""The shape of the code: who may import what, how large a module may be, and that rules and checks are in use."""

import ast
import pkgutil
import re
import subprocess
import sys
import tomllib
from collections import defaultdict
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

from explainer import linking, rules, validating
from explainer.diagnostics import Rule, Stage
from tests.projects import PROJECT

PACKAGE = PROJECT / "generator" / "explainer"
MODULES = sorted(PACKAGE.rglob("*.py"))

# `ARCHITECTURE.md` and the design say which part alone knows each library; further places say why.
OWNERS = {
    "yaml": ["reading"],
    "pydantic": ["validating"],
    "rapidfuzz": ["anchoring", "text/differ"],  # similarity: of a quote to its article, and of two versions of a text
    "markdown_it": ["prose", "pull_requests"],  # the preview cleans hand-written Markdown for its page
    "jinja2": ["rendering", "engine"],  # MkDocs hands over its own environment while serving
    "markupsafe": ["rendering"],
    "rich": ["reporting"],
    "click": ["commands"],
    "rcssmin": ["engine"],
    "rjsmin": ["engine"],
    "markdown": ["engine/printed"],
    "mkdocs": ["engine"],
    "anyascii": ["text/slugs"],
    "babel": ["authoring/editions", "authoring/importing", "interface"],  # PO, languages of imports, CLDR for readers
    "feruca": ["interface/sorting"],
    "bibtexparser": ["authoring/importing"],
    "pylatexenc": ["authoring/importing"],
    "trafilatura": ["authoring/adding"],
    "mammoth": ["authoring/receiving/word"],
    "brotli": ["authoring/receiving/encodings"],
    "warcio": ["authoring/receiving/web_archive"],
    "zstandard": ["authoring/receiving/encodings"],
    "pypdfium2": ["authoring/receiving/pdf"],
    "ruamel": ["authoring/yaml_writing"],
    "simplemma": ["text/lemmas"],
    "typst": ["books/paged"],
    "pikepdf": ["books/paged"],
    "watchdog": ["serving"],
    "PIL": ["rendering/cards"],
}
LONGEST = 300
WIDEST = 160
DATA = {"rules.py", "model/seeds.py", "model/stages.py"}
"""The catalogue and the records: read entry by entry, not from top to bottom."""
STAGES = {stage.value: stage for stage in Stage} | {"prose": Stage.LINKING, "engine": Stage.BUILDING}
"""The stage whose rules a part applies; our texts are parsed for linking."""


def part(module: Path) -> str:
    return module.relative_to(PACKAGE).as_posix()


def libraries(module: Path) -> set[str]:
    """The packages that a module imports, for types alone too."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module.split(".")[0])
    return found


def test_the_import_contract() -> None:
    # In a process of its own: it switches off the loggers that other tests read.
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"]
    done = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_drawing_is_the_folder() -> None:
    drawing = (PROJECT / "ARCHITECTURE.md").read_text("utf-8").split("```text\nexplainer/\n")[1].split("```")[0]
    drawn = re.findall(r"^  ((?:\w+/?(?:  |$))+)", drawing, re.MULTILINE)
    there = {f"{path.name}/" for path in PACKAGE.iterdir() if path.is_dir() and path.name != "__pycache__"}
    there |= {path.stem for path in PACKAGE.glob("*.py") if path.stem != "__init__"}
    assert {name for line in drawn for name in line.split()} == there
    settings = tomllib.loads((PROJECT / "pyproject.toml").read_text("utf-8"))
    layers = settings["tool"]["importlinter"]["contracts"][0]["layers"]
    in_order = [sorted(name.rstrip("/") for name in line.split() if name != "theme/") for line in drawn]
    assert [line for line in in_order if line] == [
        sorted(name.strip().removeprefix("explainer.") for name in layer.split("|")) for layer in layers
    ]


@pytest.mark.parametrize("library", OWNERS)
def test_one_part_alone_knows_a_library(library: str) -> None:
    using = [part(module) for module in MODULES if library in libraries(module)]
    assert using
    assert [name for name in using if not name.startswith(tuple(OWNERS[library]))] == []


def test_every_library_has_an_owner() -> None:
    ours = {"explainer", *sys.stdlib_module_names}
    assert {library for module in MODULES for library in libraries(module)} - ours - {"__future__"} == set(OWNERS)


def test_modules_are_small() -> None:
    lengths = {part(module): len(module.read_text(encoding="utf-8").splitlines()) for module in MODULES}
    assert {name: length for name, length in lengths.items() if length >= LONGEST and name not in DATA} == {}


def test_lines_of_styles_scripts_and_templates_are_short() -> None:
    files = [path for ending in ("css", "js", "j2", "html") for path in PACKAGE.rglob(f"*.{ending}")]
    assert len(files) > 30
    lines = {part(path): max(map(len, path.read_text("utf-8").splitlines())) for path in files}
    assert {name: longest for name, longest in lines.items() if longest > WIDEST} == {}


def test_no_two_classes_share_a_name() -> None:
    """One word a thing: whoever looks a name up finds one class. With a mark before it or not, it is the same word."""
    places: dict[str, list[str]] = defaultdict(list)
    for module in MODULES:
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ClassDef):
                places[node.name.lstrip("_")].append(part(module))
    assert {name: modules for name, modules in places.items() if len(modules) > 1} == {}


def test_every_module_says_what_it_decides() -> None:
    silent = [
        part(module) for module in MODULES if not ast.get_docstring(ast.parse(module.read_text(encoding="utf-8")))
    ]
    assert silent == []


@pytest.mark.parametrize(
    ("package", "used"),
    [
        (validating.checks, {*validating.checks.RECORD_CHECKS, validating.side_letter_is_unique.check}),
        (linking.checks, {*linking.checks.CHECKS}),
    ],
)
def test_every_check_is_in_use(package: ModuleType, used: set[object]) -> None:
    named = {module.name for module in pkgutil.iter_modules(package.__path__)}
    checks = {name: import_module(f"{package.__name__}.{name}").check for name in named}
    assert used == set(checks.values())
    for name, check in checks.items():
        assert (check.__doc__ or "").startswith("Breaks it: "), f"{name} has no example of what breaks it"
        assert name.replace("_", "-") in rules.RULES, f"{name} is not named as its rule"


def test_every_rule_is_called_as_it_is() -> None:
    called = {name: rule.id for name, rule in vars(rules).items() if isinstance(rule, Rule)}
    assert called == {id_.replace("-", "_").upper(): id_ for id_ in rules.RULES}


def test_every_rule_is_applied_in_its_stage_and_no_other() -> None:
    constants = {name: rule for name, rule in vars(rules).items() if isinstance(rule, Rule)}
    assert len(rules.RULES) == len(constants)
    used: dict[str, set[Stage]] = defaultdict(set)
    for module in MODULES:
        stage = STAGES.get(part(module).split("/")[0])
        if stage:
            words = set(re.findall(r"[A-Z0-9_]{4,}", module.read_text(encoding="utf-8")))
            for name in constants.keys() & words:
                used[name].add(stage)
    assert {name: {rule.stage} for name, rule in constants.items()} == used
