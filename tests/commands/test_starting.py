"""How a command starts and ends as a process: it loads what it needs, and its exit code and output are whole."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.projects import MINIMAL

HEAVY = {"mkdocs", "pydantic", "jinja2", "PIL", "babel", "rich", "bibtexparser", "trafilatura", "markdown_it", "yaml"}
FOR_PAGES = HEAVY - {"pydantic", "markdown_it", "yaml"} | {"rapidfuzz"}
"""What a check of a site without mistakes does without."""

STARTED = """
import os, sys
leave = os._exit
def told(code):
    print(*sorted({name.partition(".")[0] for name in sys.modules}), file=sys.stderr)
    leave(code)
os._exit = told
from explainer.__main__ import main
main()
"""


def started(*arguments: str) -> tuple[str, set[str]]:
    """What a command prints, and the packages that it loads."""
    done = subprocess.run([sys.executable, "-c", STARTED, *arguments], capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    return done.stdout, set(done.stderr.split())


@pytest.mark.parametrize("option", ["--help", "--version"])
def test_telling_of_itself_loads_no_library_but_click(option: str) -> None:
    told, loaded = started(option)
    assert "explainer" in told
    assert "click" in loaded
    assert loaded & (HEAVY | FOR_PAGES) == set()


def test_a_check_loads_nothing_for_pages() -> None:
    told, loaded = started("check", str(MINIMAL))
    assert told == "no mistakes found\n"
    assert {"pydantic", "yaml"} <= loaded
    assert loaded & FOR_PAGES == set()


def test_a_wrong_name_is_answered_with_the_right_one() -> None:
    done = subprocess.run([sys.executable, "-m", "explainer", "chekc"], capture_output=True, text=True, timeout=60)
    assert done.returncode == 2
    assert "Did you mean 'check'?" in done.stderr


def test_the_exit_code_and_all_output_leave_with_the_process(tmp_path: Path) -> None:
    out = tmp_path / "out"
    with out.open("w") as file:
        command = [sys.executable, "-m", "explainer", "explain", "no-such-rule"]
        done = subprocess.run(command, stdout=file, stderr=subprocess.PIPE, text=True, timeout=60)
    assert done.returncode != 0
    assert done.stderr
