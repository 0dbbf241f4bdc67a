"""Every command and YAML block of the docs for authors, taken as an author would take them.

The tutorial is followed from an empty folder. Each section of the other pages begins with the site that `explainer
new` makes, committed on the branch `main`. `tests/documented/pages.py` says what the hidden marks in the pages mean.
"""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import click
import pytest

from explainer.commands import COMMANDS, command
from explainer.commands.cli import cli
from tests.documented.author import Author, copy_of_explainer
from tests.documented.pages import Section, is_shown, sections
from tests.documented.pasting import pasted
from tests.projects import PROJECT

PAGES = sorted((PROJECT / "docs" / "authors").glob("*.md"))
TUTORIAL = PROJECT / "docs" / "authors" / "tutorial.md"
OTHERS = [section for page in PAGES if page != TUTORIAL for section in sections(page) if section.steps]
README = [section for section in sections(PROJECT / "README.md") if section.steps]


def named(section: Section) -> str:
    return section.name


def test_the_tutorial(tmp_path: Path) -> None:
    copy_of_explainer(tmp_path / "explainer")
    author = Author(tmp_path, tmp_path / "home")
    subprocess.run(
        ["git", "init", "-q", "--bare", tmp_path / "home" / "github" / "OWNER" / "REPOSITORY.git"], check=True
    )
    for section in sections(TUTORIAL):
        author.follow(section)
    assert author.type("explainer check") == (0, "no mistakes found\n")
    assert author.type("mkdocs build -q --strict") == (0, "")
    page = (author.folder / "site" / "articles" / "last-bus" / "index.html").read_text("utf-8")
    assert "since 1897" in page and "since 1987" in page
    assert 'class="x-map' in (author.folder / "site" / "people-and-places" / "index.html").read_text("utf-8")
    coverage = (author.folder / "site" / "coverage" / "index.html").read_text("utf-8")
    assert "Says nothing of this" in coverage and "31 on each of five Fridays" in coverage
    workflow = author.folder / ".github" / "workflows" / "publish.yml"
    lint = Path(sys.executable).with_name("actionlint")
    options = ["-no-color", "-shellcheck=", "-pyflakes="]
    linted = subprocess.run([str(lint), *options, str(workflow)], capture_output=True, text=True)
    assert linted.returncode == 0, linted.stdout
    ours = "".join(path.read_text("utf-8") for path in (PROJECT / ".github" / "workflows").glob("*.yml"))
    for used in re.findall(r"uses: .+", workflow.read_text("utf-8")):
        assert used in ours, "not the version that our own workflows use"


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("docs")
    author = Author(folder, folder / "home")
    code, printed = author.type(
        "explainer new site && cd site && git init -q -b main && git add -A && git commit -q -m A"
    )
    assert code == 0, printed
    return folder / "site"


@pytest.mark.parametrize("section", OTHERS, ids=named)
def test_a_section(section: Section, example: Path, tmp_path: Path) -> None:
    shutil.copytree(example, tmp_path / "site")
    author = Author(tmp_path / "site", tmp_path / "home")
    author.follow(section)
    if not any(step.text == "mistakes remain" for step in section.steps):
        assert author.type("explainer check") == (0, "no mistakes found\n")


@pytest.mark.parametrize("section", README, ids=named)
def test_the_readme(section: Section, tmp_path: Path) -> None:
    for step in section.steps:
        assert step.mark("elsewhere") or not re.search(r"\bmake\b", step.text), "would test the whole project again"
    Author(PROJECT, tmp_path / "home").follow(section)


@pytest.mark.parametrize("section", [*OTHERS, *README], ids=named)
def test_what_is_run_elsewhere_is_run_there(section: Section) -> None:
    for step in section.steps:
        if path := step.mark("elsewhere"):
            assert (PROJECT / path).exists(), path
            for target in re.findall(r"\bmake ([\w-]+)", step.text):
                assert re.search(rf"^{target}:", (PROJECT / "Makefile").read_text("utf-8"), re.MULTILINE), target


# --- nothing is left out ----------------------------------------------------------------------------

TEXTS = "".join(page.read_text("utf-8") for page in PAGES)
FOR_PROGRAMS = {"--debug", "--before-url", "--after-url", "--help"}
"""Options that the docs for authors need not name."""


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_and_option_is_explained(name: str) -> None:
    explained = command(name)
    assert explained.name == name
    assert f"explainer {name}" in TEXTS
    assert explained.help
    for option in explained.params:
        if isinstance(option, click.Option):
            assert option.help, option.name
            for flag in {*option.opts, *option.secondary_opts} - FOR_PROGRAMS:
                assert re.search(rf"{flag}\b", TEXTS), flag


def test_commands_in_sentences_exist() -> None:
    mentions = re.findall(r"`explainer ([^`]+)`", TEXTS)
    assert len(mentions) > 5
    for mention in mentions:
        name, *rest = mention.split()
        if name.startswith("--"):
            assert name in {name for option in cli.params for name in option.opts} | {"--help"}
            continue
        known = {name for option in command(name).params for name in (*option.opts, *option.secondary_opts)}
        assert {word for word in rest if word.startswith("--")} <= known, mention


# --- the helpers themselves ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("shown", "printed", "fits"),
    [
        ("a\nb\n", "a\nb\n", True),
        ("a\n", "a\nb\n", False),
        ("a\n…\n", "a\nb\nc\n", True),
        ("…\nc\n", "a\nb\nc\n", True),
        ("…\nb\n", "a\nb\nc\n", False),
        ("a…\n", "a and so on\n", True),
    ],
)
def test_what_is_shown(shown: str, printed: str, fits: bool) -> None:
    assert is_shown(shown, printed) is fits


@pytest.mark.parametrize(
    ("old", "block", "new"),
    [
        ("# only this\n", "- id: a\n", "# only this\n- id: a\n"),
        ("- id: a\n  x: 1\n- id: b\n", "- id: a\n  x: 2\n- id: c\n", "- id: a\n  x: 2\n- id: b\n- id: c\n"),
        ("a: 1\nb: 2\n", "a: 3\nc: 4\n", "a: 3\nb: 2\nc: 4\n"),
        ("a:\n  - id: x\nb: 2\n", "a:\n  - id: y\n", "a:\n  - id: x\n  - id: y\nb: 2\n"),
        ("a: [x]\nb: 2\n", "a: [y]\n", "a: [y]\nb: 2\n"),
    ],
)
def test_pasting(old: str, block: str, new: str) -> None:
    assert pasted(old, block) == new


def test_a_block_with_another_indentation_is_refused() -> None:
    with pytest.raises(AssertionError, match="indented"):
        pasted("a:\n  - id: x\n", "a:\n- id: y\n")


@pytest.mark.skipif(os.name != "posix", reason="terminals")
def test_a_command_that_fails_or_asks(tmp_path: Path) -> None:
    author = Author(tmp_path, tmp_path / "home")
    assert author.type("cd /; X=1; export X; false; echo no") == (1, "")
    assert author.type('pwd; echo "$X"') == (0, "/\n1\n")
    assert author.type('read answer; echo "said $answer"', ["yes"])[1].endswith("said yes\n")
