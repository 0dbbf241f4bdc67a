"""No file holds the marks that version control leaves where two versions were not merged."""

import subprocess

from tests.projects import PROJECT

MARKS = ("<" * 7 + " ", ">" * 7 + " ")
SHOWN = "tests/cases/"
"""Cases that show such marks to the checker."""


def test_every_merge_is_finished() -> None:
    command = ["git", "grep", "-l", "-I", "-E", "^(" + "|".join(MARKS) + ")"]
    found = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=False)
    assert [path for path in found.stdout.splitlines() if not path.startswith(SHOWN)] == []
