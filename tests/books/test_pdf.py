"""`explainer export --format pdf`: tagged pages with a language, bookmarks, notes at their foot, words that copy."""

import re
import sys
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
import typst
from pypdf import PdfReader

from explainer import pipeline
from explainer.commands import cli
from tests.books.conftest import Make
from tests.projects import PROJECT
from tests.test_verbatim import declared, expected

pytestmark = pytest.mark.xdist_group("books")


def root_of(reader: PdfReader) -> Any:
    return reader.trailer["/Root"]


def tags(reader: PdfReader) -> list[str]:
    """The kinds of the structure tree, from top to bottom."""
    found: list[str] = []
    waiting = [root_of(reader)["/StructTreeRoot"].get_object()]
    while waiting:
        each = waiting.pop()
        if not isinstance(each, dict):
            continue
        found.append(str(each.get("/S", "")))
        kids = each.get("/K", [])
        kids = kids.get_object() if hasattr(kids, "get_object") else kids
        waiting += [kid.get_object() for kid in reversed(kids if isinstance(kids, list) else [kids])]
    return found


def test_the_book_of_an_article(made: Make) -> None:
    path = made("article", "pdf")
    reader = PdfReader(path)
    root = root_of(reader)
    assert root["/Lang"] == "en"
    assert root["/MarkInfo"]["/Marked"]
    assert "<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_object().get_data().decode()
    seen = tags(reader)
    anchors = pipeline.link(PROJECT)[0].anchored.articles["counter-invasion"].anchors
    assert seen.count("/Note") == len(anchors)
    assert {"/Link", "/TOC", "/TOCI", "/Table", "/TH", "/Figure", "/H1"} <= set(seen)
    titles = [each.title for each in reader.outline if not isinstance(each, list)]
    assert any("Counter-Invades" in str(title) for title in titles)


def test_its_words_are_those_of_the_article(made: Make) -> None:
    document = pypdfium2.PdfDocument(made("article", "pdf"))
    text = "".join(page.get_textpage().get_text_range() for page in document)
    assert "\u00ad" not in text
    content = (PROJECT / "seeds" / "articles" / "counter-invasion" / "source.txt").read_bytes()
    _, paragraphs = expected(content, *declared(PROJECT, "counter-invasion"))
    said = set(re.findall(r"\w+", text))
    assert {word for each in paragraphs for word in re.findall(r"\w+", each)} <= said


def test_notes_for_which_no_foot_is_found_stand_after_their_paragraph(
    small: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """As in the Ukrainian edition of the real article, whose long notes Typst pushed to and fro until it gave up."""
    compile_ = typst.compile

    def refuse(text: bytes, **options: Any) -> bytes:
        if b"#footnote(" in text:
            raise typst.TypstError("label `n-clock` does not exist in the document", "")
        return bytes(compile_(text, **options))

    monkeypatch.setattr(typst, "compile", refuse)
    path = tmp_path / "book.pdf"
    assert cli.run(["export", "--format", "pdf", "--article", "market", "--output", str(path), str(small)]) == 0
    text = " ".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(path)).split()
    said = " ".join(text)
    places = [said.index(words) for words in ("built in 1788", "Two digits changed places", "Its clock has not run")]
    assert places == sorted(places)


def test_an_edition_from_right_to_left(made: Make) -> None:
    root = root_of(PdfReader(made("arabic", "pdf")))
    assert root["/Lang"] == "ar"
    assert root["/ViewerPreferences"]["/Direction"] == "/R2L"


def test_without_what_sets_it(
    small: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    assert cli.run(["export", "--format", "pdf", "--output", str(tmp_path / "book.pdf"), str(small)]) == 2
    assert "pip install './explainer[print]'" in capsys.readouterr().err
    assert not (tmp_path / "book.pdf").exists()
