"""Notes of DocumentCloud that only mark a box on a page, on an article that was made from that PDF."""

import io
import json
import sys
from pathlib import Path

import pytest
import yaml

from explainer.authoring.receiving.pdf import glyphs
from explainer.authoring.receiving.pdf.boxes import WordsOfPdf
from explainer.commands import cli
from tests.cases import HERE
from tests.projects import copy_minimal

PDF = HERE / "add" / "received" / "two-columns.pdf"
ON_A_WORD = {"x1": 0.14, "x2": 0.42, "y1": 0.282, "y2": 0.305}
NOTES = [
    {"id": 1, "page_number": 0, "content": "Counted by whom?", "title": "", **ON_A_WORD},
    {
        "id": 2,
        "page_number": 0,
        "content": "Nothing is there.",
        "title": "",
        "x1": 0.0,
        "x2": 0.01,
        "y1": 0,
        "y2": 0.01,
    },
    {"id": 3, "page_number": 90, "content": "No such page.", "title": "", **ON_A_WORD},
    {"id": 4, "page_number": 0, "content": "<q>the council said on Thursday</q> Which?", "title": "", **ON_A_WORD},
]


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(copy_minimal(tmp_path))
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO()))
    assert cli.run(["add", str(PDF), "--slug", "new"]) == 0
    Path("notes.json").write_text(json.dumps({"results": NOTES}), "utf-8")
    return Path()


def quotes(site: Path) -> list[str]:
    return [each["quote"] for each in yaml.safe_load((site / "seeds/articles/new/annotations.yaml").read_text("utf-8"))]


def test_the_words_in_the_box_are_looked_for(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["import", "notes.json", "--format", "documentcloud", "--article", "new"]) == 1
    assert quotes(site) == ["twice an hour while", "the council said on Thursday"]
    said = capsys.readouterr()
    assert "the note 2 on page 1, in the box 0, 0, 0.01, 0.01, quotes no words" in said.err
    assert "the note 3 on page 91" in said.err
    assert "These words stand in the box" in (site / "seeds/articles/new/annotations.yaml").read_text("utf-8")


def test_without_the_pdf_they_are_told(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (site / "seeds/articles/new/received.pdf").unlink()
    assert cli.run(["import", "notes.json", "--format", "documentcloud", "--article", "new"]) == 1
    assert quotes(site) == ["the council said on Thursday"]
    assert "the note 1 on page 1" in capsys.readouterr().err


def test_without_what_reads_it_that_is_told(
    site: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    glyphs._library.cache_clear()
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    assert cli.run(["import", "notes.json", "--format", "documentcloud", "--article", "new"]) == 1
    glyphs._library.cache_clear()
    assert "the PDF of the article is not looked at: reading PDF needs the optional group" in capsys.readouterr().err


def test_a_word_that_the_box_cuts_is_in_it_with_most_of_its_letters() -> None:
    words = WordsOfPdf(PDF.read_bytes())
    page = words._pages[0]
    text = "".join(glyph.text for glyph in page.glyphs)
    footbridge = page.glyphs[(at := text.index("footbridge is shut")) : at + len("footbridge")]

    def until(letter: int) -> str:
        edge = footbridge[letter].right / page.width
        upper, lower = (1 - each / page.height for each in (footbridge[0].head + 1, footbridge[0].foot - 1))
        return words.inside(0, (footbridge[0].left / page.width - 0.001, edge, upper, lower))

    assert (until(3), until(7)) == ("", "footbridge")
    assert words.inside(0, (0, 1, 0, 1)).count("arrangement") == 1  # parted at the end of a line
