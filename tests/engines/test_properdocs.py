"""Where ProperDocs and MaterialX are installed, and nothing of MkDocs and Material."""

from pathlib import Path

from tests.engines import rooms
from tests.projects import copy_minimal

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


def test_authors_are_served_and_nothing_that_we_use_is_otherwise(tmp_path: Path) -> None:
    project = copy_minimal(tmp_path / "project")
    settings = (project / "mkdocs.yml").rename(project / "properdocs.yml")
    settings.write_text(settings.read_text("utf-8").replace("\nnav:", "\ntheme: {name: materialx}\nnav:"))
    room = rooms.with_materialx()
    assert room.run("-m", "explainer", "check", cwd=project).endswith("no mistakes found\n")
    assert room.run("-c", SERVED, cwd=project).splitlines() == [
        "properdocs properdocs",
        "['key-is-known'] ()",
        "[]",
    ]
