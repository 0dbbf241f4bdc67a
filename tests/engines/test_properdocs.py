"""Where ProperDocs and MaterialX are installed, and nothing of MkDocs and Material."""

from pathlib import Path

from tests.engines import rooms
from tests.projects import copy_minimal
from tests.test_reproducible import contents

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


def _project(folder: Path) -> Path:
    project = copy_minimal(folder)
    settings = (project / "mkdocs.yml").rename(project / "properdocs.yml")
    settings.write_text(settings.read_text("utf-8").replace("\nnav:", "\ntheme: {name: materialx}\nnav:"))
    return project


def test_authors_are_served_and_nothing_that_we_use_is_otherwise(tmp_path: Path) -> None:
    project = _project(tmp_path / "project")
    room = rooms.with_materialx()
    assert room.run("-m", "explainer", "check", cwd=project).endswith("no mistakes found\n")
    assert room.run("-c", SERVED, cwd=project).splitlines() == [
        "properdocs properdocs",
        "['key-is-known'] ()",
        "[]",
    ]


def test_several_processes_and_parts_make_the_site_that_one_makes(tmp_path: Path) -> None:
    project, room = _project(tmp_path / "project"), rooms.with_materialx()
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
