"""Where ProperDocs is installed: with MaterialX and nothing of MkDocs and Material, or beside those two."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.engines import rooms
from tests.projects import PROJECT, copy_minimal
from tests.test_reproducible import contents

ROOMS = pytest.mark.parametrize(
    ("room", "theme"), [(rooms.with_materialx, "materialx"), (rooms.with_material, "material")]
)

SERVED = """\
import sys
from pathlib import Path
from explainer.engine import engines, mkdocs_file
from explainer.serving.live import Live

root = Path.cwd()
engine = engines.engine_for(mkdocs_file.read(mkdocs_file.find(root)))
live = Live(root, mkdocs_file.find(root), "http://127.0.0.1:8000/", engine)
print(engine.name, sys.modules["mkdocs"].__name__)
seed = root / "seeds" / "context" / "institute.yaml"
seed.write_text(seed.read_text("utf-8") + "colour: red\\n", encoding="utf-8")
live.change([seed])
print([found.rule.id for found in live.preview.diagnostics], live.troubles)
assert b"<article" in live.file("articles/market/index.html")
live.remove()
from explainer.engine import mkdocs_private
print(list(mkdocs_private.differences()))
"""


def _project(folder: Path, theme: str) -> Path:
    project = copy_minimal(folder / "project")
    settings = (project / "mkdocs.yml").rename(project / "properdocs.yml")
    settings.write_text(settings.read_text("utf-8").replace("\nnav:", f"\ntheme: {{name: {theme}}}\nnav:"))
    return project


@ROOMS
def test_authors_are_served_and_nothing_that_we_use_is_otherwise(
    room: Callable[[], rooms.Room], theme: str, tmp_path: Path
) -> None:
    project, place = _project(tmp_path, theme), room()
    assert place.run("-m", "explainer", "check", cwd=project).endswith("no mistakes found\n")
    assert place.run("-c", SERVED, cwd=project).splitlines() == [
        "properdocs properdocs",
        "['key-is-known'] ()",
        "[]",
    ]


def test_several_processes_and_parts_make_the_site_that_one_makes(tmp_path: Path) -> None:
    project, room = _project(tmp_path, "materialx"), rooms.with_materialx()
    build = ("-m", "explainer", "build", "--site", "--output")
    room.run(*build, "one", cwd=project)
    room.run(*build, "three", "--workers", "3", cwd=project)
    room.run(*build, "parts/1", "--shard", "1/2", cwd=project)
    room.run(*build, "parts/2", "--shard", "2/2", cwd=project)
    room.run(*build, "joined", "--join", "parts", cwd=project)
    one = contents(project / "one")
    assert len(one) > 50
    assert contents(project / "three") == one
    assert contents(project / "joined") == one


@ROOMS
def test_editions_are_built(room: Callable[[], rooms.Room], theme: str, tmp_path: Path) -> None:
    project = _project(tmp_path, theme)
    shutil.copytree(PROJECT / "tests" / "sites" / "editions", project, dirs_exist_ok=True)
    room().run("-m", "properdocs", "build", cwd=project)
    site = project / "site"
    pages = {each.relative_to(site).as_posix() for each in site.rglob("*.html")}
    original = {each for each in pages if not each.startswith(("ar/", "de/"))}
    assert len(original) > 12
    for language in ("ar", "de"):
        assert {each.removeprefix(f"{language}/") for each in pages if each.startswith(f"{language}/")} == original
        page = (site / language / "questions" / "stalls" / "index.html").read_text("utf-8")
        assert f'<html lang="{language}"' in page
        assert 'class="x-languages"' in page
        assert (site / language / "search" / "index.json").is_file()
