"""Words that stand in a document of Word inside of something: a direction, a field, a reading above letters."""

import io
import sys
import zipfile
from pathlib import Path

import pytest

from explainer.commands import cli
from tests.cases import HERE
from tests.projects import copy_minimal

STATEMENT = HERE / "add" / "received" / "statement.docx"


def run(words: str) -> str:
    return f'<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


PIECES = (
    run("Zwölf "),
    f'<w:dir w:val="ltr">{run("Boote ")}<w:bdo w:val="ltr">{run("und ")}</w:bdo></w:dir>',
    f'<w:fldSimple w:instr=" IF 2 &gt; 1 ">{run("am 6. Februar ")}</w:fldSimple>',
    f"<w:r><w:ruby><w:rubyPr/><w:rt>{run('かん')}</w:rt><w:rubyBase>{run('漢')}</w:rubyBase></w:ruby></w:r>",
    run("oben"),
    "<w:r><w:cr/></w:r>",
    run("unten."),
)


def test_words_inside_of_something_are_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(copy_minimal(tmp_path))
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO()))
    with zipfile.ZipFile(STATEMENT) as given, zipfile.ZipFile("fields.docx", "w") as made:
        for name in given.namelist():
            text = given.read(name).decode("utf-8", "surrogateescape")
            if name == "word/document.xml":
                before, end, after = text.partition("<w:sectPr")
                assert end
                text = f"{before}<w:p>{''.join(PIECES)}</w:p>{end}{after}"
            made.writestr(name, text.encode("utf-8", "surrogateescape"))
    assert cli.run(["add", "fields.docx", "--slug", "new"]) == 0
    said = capsys.readouterr()
    assert "does not know it" not in said.out + said.err
    text = Path("seeds/articles/new/source.txt").read_text("utf-8")
    assert "Zwölf Boote und am 6. Februar 漢(かん)oben\nunten." in text
    assert "twice an hour" in text


def test_readings_in_an_open_document_stand_in_brackets(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(copy_minimal(tmp_path))
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO()))
    ruby = "<text:ruby><text:ruby-base>漢</text:ruby-base><text:ruby-text>かん</text:ruby-text></text:ruby>"
    with zipfile.ZipFile(STATEMENT.with_suffix(".odt")) as given, zipfile.ZipFile("ruby.odt", "w") as made:
        for name in given.namelist():
            text = given.read(name)
            if name == "content.xml":
                text = text.replace(b"</office:text>", f"<text:p>{ruby}.</text:p></office:text>".encode())
            made.writestr(name, text)
    assert cli.run(["add", "ruby.odt", "--slug", "new"]) == 0
    assert "漢(かん)." in Path("seeds/articles/new/source.txt").read_text("utf-8")
