"""The site that `explainer new --engine` writes is built by that engine, as its Makefile would have it built."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.engines import rooms


@pytest.mark.parametrize(
    ("engine", "room", "settings"),
    [
        ("mkdocs", rooms.as_here, "mkdocs.yml"),
        ("properdocs", rooms.with_materialx, "properdocs.yml"),
        ("zensical", rooms.as_here, "mkdocs.yml"),
    ],
)
def test_a_new_site_is_built(engine: str, room: Callable[[], rooms.Room], settings: str, tmp_path: Path) -> None:
    place = room()
    place.run("-m", "explainer", "new", "--engine", engine, "site", cwd=tmp_path)
    site = tmp_path / "site"
    assert [path.name for path in site.glob("*.yml")] == [settings]
    make = (site / "Makefile").read_text("utf-8")
    assert f"ENGINE ?= {engine}\n" in make
    (command,) = re.findall(r"\.venv/bin/(explainer build .*)", make.replace("$(ENGINE)", engine))[:1]
    place.run("-m", *command.split(), "--strict", cwd=site)
    assert "The footbridge" in (site / "site" / "index.html").read_text("utf-8")
    assert f"explainer[{engine}]" in (site / "README.md").read_text("utf-8")
