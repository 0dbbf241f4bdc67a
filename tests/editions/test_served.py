"""The server for authors shows each edition, with every edit of its texts."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from explainer.engine.engines import ENGINES
from explainer.serving.live import Live
from tests.projects import PROJECT, copy_minimal

PAGE = "de/questions/stalls/index.html"


@pytest.fixture
def live(tmp_path: Path) -> Iterator[Live]:
    project = copy_minimal(tmp_path / "project").resolve()
    shutil.copytree(PROJECT / "tests" / "sites" / "editions", project, dirs_exist_ok=True)
    made = Live(project, project / "mkdocs.yml", "http://127.0.0.1:8000/", ENGINES["mkdocs"])
    yield made
    made.remove()


def _text(live: Live, name: str) -> str:
    return (live.file(name) or b"").decode()


def test_an_edition_is_built_when_somebody_looks_at_it_and_follows_edits(live: Live) -> None:
    assert 'hreflang="de"' in _text(live, "questions/stalls/index.html")
    assert not (live.site.folder / "de").exists(), "nobody asked for it"
    assert "Wie viele Stände gingen verloren?" in _text(live, PAGE)
    assert '<html lang="de"' in _text(live, PAGE)
    assert live.file("de/search/index.json")
    translations = live.root / "seeds/editions/de/questions/stalls.yaml"
    translations.write_text(translations.read_text("utf-8").replace("gingen verloren?", "fehlen?"), "utf-8")
    live.change([translations])
    assert "Wie viele Stände fehlen?" in _text(live, PAGE)
    assert "How many stalls were lost?" in _text(live, "questions/stalls/index.html")
    assert live.troubles == ()
