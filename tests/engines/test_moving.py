"""The commands of “Moving to another engine”, typed where that engine is installed."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.documented.author import Author
from tests.documented.pages import sections
from tests.engines import rooms
from tests.projects import PROJECT

PAGE = PROJECT / "docs" / "authors" / "engines.md"
HERE = "tests/engines/test_moving.py"


@pytest.mark.parametrize(
    ("anchor", "room"), [("properdocs", rooms.with_materialx), ("properdocs-material", rooms.with_material)]
)
def test_a_move(anchor: str, room: Callable[[], rooms.Room], tmp_path: Path) -> None:
    place = room()
    place.run("-m", "explainer", "new", "site", cwd=tmp_path)
    commands = tmp_path / "bin"
    commands.mkdir()
    (commands / "explainer").write_text(f'#!/bin/sh\n{place.variable} exec {place.python} -m explainer "$@"\n')
    (commands / "explainer").chmod(0o755)
    author = Author(tmp_path / "site", tmp_path / "home")
    (section,) = (each for each in sections(PAGE) if each.anchor == anchor)
    typed = [step.text for step in section.steps if step.mark("elsewhere") == HERE]
    assert typed
    for text in typed:
        assert author.type(f"PATH={commands}:$PATH\n{text}")[0] == 0
    assert "The footbridge" in (tmp_path / "site" / "site" / "index.html").read_text("utf-8")
