"""`explainer export --format pdf`: tagged pages with a language, bookmarks, notes at their foot, words that copy."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
import typst
from pypdf import PdfReader

from explainer import pipeline
from explainer.books.elements import parsed
from explainer.books.paged.letters import Letters, unset
from explainer.books.paged.marked_up import Chapters
from explainer.commands import cli
from tests.books.conftest import Make
from tests.books.told import told
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
    assert dict(root["/MarkInfo"]) == {"/Marked": True}  # poppler calls `/Suspects false` a mistake
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


@pytest.mark.parametrize(
    ("book", "project", "article"), [("small-article", None, "market"), ("german", None, "market")]
)
def test_what_is_read_aloud_is_the_article_with_each_note_at_its_marker(
    made: Make, small: Path, book: str, project: Path | None, article: str
) -> None:
    pieces = [*told(made(book, "pdf"))]
    marked = [at for at, (kinds, _) in enumerate(pieces) if "/Lbl" in kinds and kinds[-2:] == ("/Link", "/Span")]
    in_text = [at for at in marked if "/Note" not in pieces[at][0]]
    assert in_text
    for at in in_text:  # a note follows its marker, with the same number
        kinds, number = pieces[at + 1]
        assert ("/Note" in kinds, number.strip()) == (True, pieces[at][1].strip())
    said = "".join(words for at, (kinds, words) in enumerate(pieces) if "/Note" not in kinds and at not in in_text)
    said = "".join(said.replace("\u202f", "").split())
    root = project or small
    content = (root / "seeds" / "articles" / article / "source.txt").read_bytes()
    _, paragraphs = expected(content, *declared(root, article))
    places = [said.find("".join(each.split())) for each in paragraphs]
    assert -1 not in places
    assert places == sorted(places)


def test_two_numbers_that_follow_each_other_are_two() -> None:
    page = (
        '<p class="x-text"><mark>Kiev</mark><a href="a.md#n-1" class="x-ref" role="doc-noteref">11</a>'
        '<a href="a.md#n-2" class="x-ref" role="doc-noteref">12</a> fell<a href="a.md#n-3" class="x-ref">13</a></p>'
    )
    text = Chapters(frozenset(), ("“", "”"), "", at_foot=True).chapter("a.md", parsed(page), 0)
    assert re.findall(r'"([^"]*)"', text) == ["note", "Kiev", "11", "\u202f", "12", " fell", "13"]


def test_letters_that_no_face_has_are_told_by_their_sound(
    small: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """As the title of one source of the real site, in Japanese. The faces are those that Typst brings along."""
    compile_ = typst.compile
    monkeypatch.setattr(typst, "compile", lambda text, **options: compile_(text, ignore_system_fonts=True, **options))
    project = tmp_path / "project"
    shutil.copytree(small, project)
    sources = project / "seeds" / "sources.yaml"
    sources.write_text(sources.read_text("utf-8").replace("Market hall closes", "ロゴ と roof", 1), "utf-8")
    path = tmp_path / "book.pdf"
    assert cli.run(["export", "--format", "pdf", "--output", str(path), str(project)]) == 0
    assert "no face of this machine has the letters とゴロ" in capsys.readouterr().err
    reader = PdfReader(path)
    assert b"<pdfuaid:part>1</pdfuaid:part>" in root_of(reader)["/Metadata"].get_object().get_data()
    text = " ".join(" ".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(path)).split())
    assert "“[rogo to] roof”" in text
    assert "letters this file has no face for" in reader.pages[0].extract_text().replace("\n", " ")


def test_where_too_many_letters_have_no_face_none_is_told_by_its_sound() -> None:
    assert unset("ab" + "".join(map(chr, range(0x4E00, 0x4E00 + 200))), lambda text: text.isascii()) is None
    assert unset("Ünlü кит ☃★", lambda text: "☃" not in text) == frozenset("☃")
    assert Letters(frozenset("☃")).shown("a ☃ ☃ b") == "a [:snowman2: :snowman2:] b"


def test_the_same_records_are_the_same_bytes(small: Path, made: Make, tmp_path: Path) -> None:
    path = tmp_path / "again.pdf"
    subprocess.run(
        [
            sys.executable,
            "-m",
            "explainer",
            "export",
            "--format",
            "pdf",
            "--article",
            "market",
            "--output",
            path,
            small,
        ],
        check=True,
        cwd=tmp_path,
        env={**os.environ, "PYTHONHASHSEED": "7", "TZ": "Pacific/Chatham", "LC_ALL": "C", "SOURCE_DATE_EPOCH": "86400"},
    )
    assert path.read_bytes() == made("small-article", "pdf").read_bytes()


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
