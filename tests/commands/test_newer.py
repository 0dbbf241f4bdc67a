"""`explainer newer`: a page that was saved again is a proposal, until `reanchor` takes it."""

from pathlib import Path

import pytest

from explainer import pipeline
from explainer.commands import cli
from tests.projects import copy_minimal

FOLDER = Path("seeds/articles/market")
PAGE = """<!DOCTYPE html><html lang="en"><head><title>Hall</title>
<link rel="canonical" href="https://www.example.org/bugle/market-hall/"></head><body><article>{}</article></body></html>
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    project = copy_minimal(tmp_path / "project")
    monkeypatch.chdir(project)
    return project


def saved(text: str, name: str = "hall.html") -> str:
    paragraphs = "".join(f"<p>{each}</p>" for each in text.split("\n") if each.strip())
    Path(name).write_text(PAGE.format(paragraphs), "utf-8")
    return name


def everything(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in sorted((folder / "seeds").rglob("*")) if path.is_file()}


def test_it_proposes_and_writes_nothing(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = everything(project)
    text = (FOLDER / "source.txt").read_text("utf-8").replace("12 damaged", "21 damaged")
    assert cli.run(["newer", saved(text)]) == 1
    told = capsys.readouterr().out
    assert "market: `hall.html` is another text: " in told
    assert "differs in a NUMBER: [-12-] {+21+}" in told
    assert "to take it: explainer reanchor market hall.html" in told
    assert everything(project) == before


def test_the_same_words_are_no_newer_text(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("same.txt").write_bytes((FOLDER / "source.txt").read_bytes())
    assert cli.run(["newer", "same.txt", "--article", "market"]) == 0
    assert "market: `same.txt` has the same words" in capsys.readouterr().out


def test_a_page_of_nowhere_is_a_wrong_call(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("other.txt").write_text("Another text.\n", "utf-8")
    assert cli.run(["newer", "other.txt"]) == 2
    assert cli.run(["newer", "other.txt", "--article", "markt"]) == 2
    told = capsys.readouterr().err
    assert "names no address of an article here" in told
    assert "there is no article `markt`" in told


def test_taken_it_leaves_the_earlier_text_to_readers(project: Path) -> None:
    text = (FOLDER / "source.txt").read_text("utf-8").replace("12 damaged", "21 damaged")
    Path("newer.txt").write_text(text, "utf-8")
    cli.run(["reanchor", "market", "newer.txt", "--yes-unchanged", "--retrieved", "2031-02-09"])
    assert "retrieved: 2031-02-09" in (FOLDER / "article.yaml").read_text("utf-8")
    pages = {page.path for page in pipeline.run(project).pages}
    assert len([path for path in pages if path.startswith("articles/market/earlier/2031-02-06-")]) == 1
