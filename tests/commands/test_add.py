"""`explainer add`: the text letter for letter, what is known of it, and a TODO for the rest."""

import io
import shutil
import sys
from pathlib import Path
from typing import Any

import pytest

from explainer import pipeline, tree
from explainer.authoring import adding
from explainer.authoring.adding import main_text
from explainer.commands import cli
from explainer.reading.yaml_file import parse_yaml
from explainer.source import SourceFile
from tests.cases import HERE
from tests.projects import MINIMAL

CASES = HERE / "add"


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(MINIMAL, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO()))
    return tmp_path


def article(site: Path, name: str) -> dict[str, Any]:
    path = site / "seeds" / "articles" / name / "article.yaml"
    node, found = parse_yaml(SourceFile(path.name, path.read_text()))
    assert not found
    assert node is not None
    plain = tree.plain(node)
    assert isinstance(plain, dict)
    return plain


def source(site: Path, name: str) -> bytes:
    return (site / "seeds" / "articles" / name / "source.txt").read_bytes()


def rules(site: Path, name: str) -> set[str]:
    return {each.rule.id for each in pipeline.run(site).diagnostics if f"/{name}/" in each.span.path}


def test_text_is_kept_byte_for_byte(site: Path) -> None:
    assert cli.run(["add", str(CASES / "faehre.txt")]) == 0
    assert source(site, "der-fahrmann-geht") == (CASES / "faehre.txt").read_bytes()
    assert article(site, "der-fahrmann-geht")["headline"] == "Der Fährmann geht"
    assert rules(site, "der-fahrmann-geht") == {"value-is-written"}


def test_nothing_but_what_is_to_be_written_is_missing(site: Path) -> None:
    given = {
        "title": "Ein Titel: “x”", "publisher": "P", "url": "https://e.example/a?b=c#d", "published": "2031-05",
        "retrieved": "2031-05-06", "language": "de", "licence": "free",
    }  # fmt: skip
    options = [part for key, value in {**given, "reading": "original"}.items() for part in (f"--{key}", value)]
    assert cli.run(["add", str(CASES / "faehre.txt"), "--slug", "ferry", *options]) == 0
    written = article(site, "ferry")
    assert {key: written[key] for key in given} == given
    path = site / "seeds/articles/ferry/article.yaml"
    found = pipeline.run(site).diagnostics
    assert [each.message for each in found] == [
        f"`{key}` is still to be written" for key in ("description", "provenance")
    ]
    path.write_text(path.read_text().replace("TODO ", ""))
    assert pipeline.run(site).diagnostics == ()


def test_what_is_to_be_written_is_counted_and_told_in_sentences(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    title = "A title that goes on for longer than any address should be"
    assert cli.run(["add", str(CASES / "saved-page.html"), "--title", title]) == 0
    told = capsys.readouterr().out
    (name,) = (path.name for path in (site / "seeds/articles").iterdir() if path.name != "market")
    found = [each for each in pipeline.run(site).diagnostics if f"/{name}/" in each.span.path]
    assert f"{len(found)} lines of article.yaml are still to be written" in told
    assert "that name is its address for good; for a shorter one, remove the folder and say `--slug NAME`" in told
    assert [each.fix for each in found if "licence" in each.message] == [
        "Write it: on what terms the text is shown, such as “Quoted for comment; all rights remain with its owner.”"
    ]


def test_what_is_to_be_written_is_told_once(site: Path) -> None:
    """Not again as a value that is no date, or no word of a list; an editor underlines it as that."""
    for path, old, new in (
        ("articles/market/article.yaml", "retrieved: 2031-02-06", "retrieved: TODO when it was found"),
        ("sources.yaml", "reading: reprint", "reading: 'TODO: what was read'"),
    ):
        file = site / "seeds" / path
        file.write_text(file.read_text().replace(old, new))
    told = [each.message for each in pipeline.run(site).diagnostics]
    assert told == ["`retrieved` is still to be written", "`reading` is still to be written"]


def test_front_matter_is_read_and_proposed_as_furniture(site: Path) -> None:
    assert cli.run(["add", str(CASES / "letter.md")]) == 0
    written = article(site, "an-open-letter-on-the-ferry")
    assert written["headline"] == "# An open letter on the ferry"
    assert written["published"] == "2031-05-06"
    (piece,) = written["furniture"]
    assert piece["what"] == "front matter of the file"
    assert "title: An open letter on the ferry\n" in (site / "seeds/sources.yaml").read_text()
    assert source(site, "an-open-letter-on-the-ferry") == (CASES / "letter.md").read_bytes()
    assert rules(site, "an-open-letter-on-the-ferry") == {"value-is-written"}


NAME = "ferry-to-sail-twice-an-hour-company-says"


def test_a_page_says_where_it_is_from(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["add", str(CASES / "saved-page.html")]) == 0
    written = article(site, NAME)
    assert written["title"] == written["headline"] == "Ferry to sail twice an hour, company says"
    assert written["publisher"] == "The Brindle Bugle"
    assert written["published"] == "2031-05-05T06:30+01:00"
    assert written["url"] == "https://www.bugle.example/news/2031/ferry-timetable/"
    assert written["language"] == "en-GB"
    assert written["description"].startswith("TODO"), "what a page says of itself is an advertisement"
    text = (site / "seeds/articles" / NAME / "article.yaml").read_text()
    assert "# From JSON-LD `datePublished`.\npublished:" in text
    assert "# The page names as author: Ink Penn\nprovenance:" in text
    assert "pictures (1)" in capsys.readouterr().out
    assert rules(site, NAME) == {"value-is-written"}


def test_the_article_becomes_a_source_below_those_that_are_there(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = site / "seeds/sources.yaml"
    before = f"# Mine.\n{file.read_text()}    # To be looked at.\n"
    file.write_text(before)
    assert cli.run(["add", str(CASES / "saved-page.html")]) == 0
    assert file.read_text() == before + (
        "  - id: brindle-bugle-2031-05-05\n"
        "    type: article-newspaper\n"
        "    title: Ferry to sail twice an hour, company says\n"
        "    author:\n"
        "      - literal: Ink Penn\n"
        "    container-title: The Brindle Bugle\n"
        "    issued: 2031-05-05T06:30+01:00\n"
        "    URL: https://www.bugle.example/news/2031/ferry-timetable/\n"
        "    language: en-GB\n"
        "    reading: TODO what was read (original, reprint, copy, translation, summary)\n"
    )
    assert "the article is now the source `brindle-bugle-2031-05-05`" in capsys.readouterr().out
    found = [each for each in pipeline.run(site).diagnostics if each.span.path == "seeds/sources.yaml"]
    assert [each.message for each in found] == ["`reading` is still to be written"]


def test_an_article_that_is_a_source_already_is_not_added_again(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = (site / "seeds/sources.yaml").read_bytes()
    options = ["--url", "https://example.org/bugle/market-hall"]
    (site / "again.txt").write_text("Market hall closes\n\nIts walls are wet.\n")
    assert cli.run(["add", "again.txt", "--slug", "again", *options]) == 0
    assert (site / "seeds/sources.yaml").read_bytes() == before
    assert "is there already, as `bugle-2031-02-05`" in capsys.readouterr().out


def test_the_first_source_of_a_site(site: Path) -> None:
    (site / "seeds/sources.yaml").unlink()
    (site / "seeds/.schema").mkdir()
    (site / "seeds/.schema/sources.schema.json").write_text("{}")
    assert cli.run(["add", str(CASES / "faehre.txt"), "--reading", "original"]) == 0
    assert (site / "seeds/sources.yaml").read_text() == (
        "# yaml-language-server: $schema=.schema/sources.schema.json\n"
        "references:\n"
        "  - id: der-fahrmann-geht\n"
        "    type: document\n"
        "    title: Der Fährmann geht\n"
        "    reading: original\n"
    )


@pytest.mark.parametrize(
    "sources",
    ["references: [{id: a, type: book}]\n", "references:\n  - id: a\nothers: x\n", "a: [\n", b"\xff\xfe", None],
)
def test_where_sources_cannot_be_added_to_the_entry_is_shown(
    sources: str | bytes | None, site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = site / "seeds/sources.yaml"
    file.unlink()
    if sources is None:
        file.mkdir()
    else:
        file.write_bytes(sources if isinstance(sources, bytes) else sources.encode())
    assert cli.run(["add", str(CASES / "faehre.txt"), "--reading", "original"]) == 0
    printed = capsys.readouterr().out
    assert "Add this there, under `references`:\n\n  - id: der-fahrmann-geht\n    type: document\n" in printed
    assert (site / "seeds/articles/der-fahrmann-geht/source.txt").exists()
    if sources is not None:
        assert file.read_bytes() == (sources if isinstance(sources, bytes) else sources.encode())


def test_no_word_of_a_page_is_cut(site: Path) -> None:
    assert cli.run(["add", str(CASES / "saved-page.html")]) == 0
    text = source(site, NAME).decode()
    for kept in ("Home", "Accept all", "“a paper boat”", "41\u00a0cancelled", "Swans return", "© 2031 Bugle"):
        assert kept in text
    for no_text in ("color", "track(", "schema.org", "ferry.jpg"):
        assert no_text not in text


def test_furniture_is_proposed_and_never_the_article(site: Path) -> None:
    assert cli.run(["add", str(CASES / "saved-page.html")]) == 0
    pieces = [piece["text"] for piece in article(site, NAME)["furniture"]]
    proposed = "\n".join(pieces)
    assert "We use cookies" in proposed
    assert "All rights reserved" in proposed
    for paragraph in ("will sail twice an hour from June", "a paper boat", "pays a third", "built in 1994"):
        assert paragraph not in proposed
    assert all(piece["what"].startswith("TODO") for piece in article(site, NAME)["furniture"])


def test_without_the_extractor_it_says_so_in_a_sentence(
    site: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(main_text, "_extractor", lambda: None)
    assert cli.run(["add", str(CASES / "saved-page.html")]) == 0
    assert "no furniture is proposed: that needs the optional group `html`" in capsys.readouterr().out
    assert "furniture" not in article(site, NAME)


def stdin(monkeypatch: pytest.MonkeyPatch, content: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))


def test_standard_input(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stdin(monkeypatch, b"Some words\n\nand more.")
    assert cli.run(["add", "-"]) == 0
    assert source(site, "some-words") == b"Some words\n\nand more."
    stdin(monkeypatch, b"<!doctype html><title>A page</title><p>Its text &amp; more")
    assert cli.run(["add", "-"]) == 0
    assert source(site, "a-page") == b"Its text & more\n"


def test_on_a_terminal_it_asks_and_enter_leaves_it(
    site: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    answers = iter(["", "no address", "https://e.example/", "", "", "de", "", "all of it", "reprint"])
    monkeypatch.setattr("click.termui.visible_prompt_func", lambda _: next(answers))
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    assert cli.run(["add", str(CASES / "faehre.txt"), "--publisher", "Bugle"]) == 0
    written = article(site, "der-fahrmann-geht")
    assert written["title"] == "Der Fährmann geht"
    assert written["publisher"] == "Bugle"
    assert written["url"] == "https://e.example/"
    assert written["language"] == "de"
    assert written["licence"].startswith("TODO")
    asked = capsys.readouterr().err
    assert "Who published it" not in asked
    assert "`no address` cannot be the value of `url`" in asked
    assert "`all of it` cannot be the value of `reading`: write one of original, reprint" in asked
    assert "reading: reprint\n" in (site / "seeds/sources.yaml").read_text()


@pytest.mark.parametrize(
    ("content", "options", "told"),
    [
        (b"", [], "is empty"),
        (b" \n\t\n", [], "is empty"),
        (b"caf\xe9 au lait", [], "is not UTF-8"),
        (b"bell \x07", [], "cannot be shown"),
        (b"%PDF-1.7 ...", [], "is broken"),
        (b"PK\x03\x04...", [], "an archive that is broken or cut short"),
        (b"x" * 4_000_001, [], "larger than 4 MB"),
        (b"words", ["--slug", "Not An Id"], "cannot be a name"),
        (b"words", ["--slug", "market"], "there is an article `market` already"),
        (b"words", ["--url", "example.org"], "cannot be the value of `url`"),
        (b"words", ["--published", "2031-02-30"], "February has 28 days"),
        (b"words", ["--published", "5.2.2031"], "cannot be the value of `published`"),
        (b"words", ["--root", "docs-of-nobody"], "does not exist"),
        (b"!!! ???", [], "give it a name with `--slug`"),
        (b"<html><script>x</script></html>", ["--html"], "holds no text"),
    ],
)
def test_a_wrong_call_is_2_and_a_sentence(
    content: bytes, options: list[str], told: str, site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (site / "file.txt").write_bytes(content)
    before = sorted(site.rglob("*"))
    assert cli.run(["add", "file.txt", *options]) == 2
    assert told in capsys.readouterr().err
    assert sorted(site.rglob("*")) == before


def test_without_a_site_it_says_how_to_make_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert cli.run(["add", str(CASES / "letter.md")]) == 2
    assert "make one: explainer new my-site" in capsys.readouterr().err
    assert cli.run(["add", "no-such-file.txt"]) == 2


def test_a_new_article_is_there_before_its_last_line_is_written(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["add", str(CASES / "letter.md"), "--slug", "letter"]) == 0
    assert cli.run(["quote", "a timetable that is kept"]) == 0
    assert "seeds/articles/letter/source.txt:9:" in capsys.readouterr().out
    assert cli.run(["quote", "tags: [ferry]"]) == 1, "what is declared as furniture is no passage"
    note = '{"type": "Annotation", "body": {"value": "Kept?"}, "target": {"selector": {"exact": "Fen ferry"}}}'
    (site / "notes.json").write_text(note.replace('{"exact"', '{"type": "TextQuoteSelector", "exact"'))
    assert cli.run(["import", "notes.json", "--article", "letter"]) == 0
    assert "Kept?" in (site / "seeds/articles/letter/annotations.yaml").read_text()
    capsys.readouterr()
    cli.run(["export", "--format", "web-annotation", "--article", "letter"])
    assert "Fen ferry" in capsys.readouterr().out
    assert "articles/letter.md" not in {page.path for page in pipeline.run(site).pages}, "readers do not see it"
    page = pipeline.preview(site).pages["articles/letter.md"]().markdown
    assert "on what terms it is shown" in page
    assert "a-imported" in page or "Kept" in page


def test_a_text_with_a_paragraph_a_line_is_told_and_shown_so(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = "Today the bridge was closed, and we know what that means for those who walk to work each morning."
    text = f"Fellow citizens,\n{words}\n{words.replace('Today', 'Yesterday')} Not now.\nThank you."
    (site / "speech.txt").write_text(text)
    assert cli.run(["add", "speech.txt", "--slug", "speech"]) == 0
    assert "every line of it looks like a paragraph" in capsys.readouterr().out
    assert article(site, "speech")["lines"] == "paragraphs"
    assert "headline" not in article(site, "speech")
    blocks = pipeline.articles(site)["speech"].text.blocks
    assert [text[block.start : block.end] for block in blocks] == text.split("\n")


def test_lines_that_a_page_breaks_are_kept(site: Path) -> None:
    (site / "page.html").write_text("<h1>A song</h1><p>The ferry lies<br>below the bridge</p><p>and waits.</p>")
    assert cli.run(["add", "page.html", "--slug", "song"]) == 0
    assert article(site, "song")["lines"] == "kept"
    assert [block.keeps_lines for block in pipeline.articles(site)["song"].text.blocks] == [False, True, False]


BROKEN = b'<meta charset="utf-8"><h1>Br\xc3\xbccke</h1>\n<p>\xe2\x80\x9eNiemand\xe2\x80\x9c</p><p>K\xfcchen</p>'


@pytest.mark.parametrize(
    ("content", "text", "told"),
    [
        (BROKEN, "Brücke\n\n„Niemand“\n\nK\ufffdchen\n", "1 byte of it is not utf-8, in line 2 of the file"),
        (BROKEN.partition(b">")[2] * 9, "„Niemand“", "9 bytes of it are not utf-8, in the lines 2, 3"),
        (b'<meta charset="utf-8"><p>it\x92s', "it\ufffds\n", "in line 1 of source.txt"),
        (b'<meta charset="utf-8"><p>\x84Gr\xfc\xdfe\x93', "„Grüße“\n", "windows-1252; the page says utf-8, which"),
        (BROKEN.replace(b"utf-8", b"iso-8859-1").replace(b"\xfc", b""), "„Niemand“", "utf-8; the page says iso-8859-1"),
        ('<html lang="uk"><p>Ґанок'.encode("cp1251"), "Ґанок\n", "read as windows-1251"),
        ('<meta charset="cp1251"><p>Ґанок'.encode("cp1251") + b"\x98", "Ґанок\ufffd\n", "not cp1251, in line 1"),
        ("<p>Grüße".encode("utf-16"), "Grüße\n", "read as utf-16-le"),
        ("<p>Gras".encode("utf-16-be"), "Gras\n", "read as utf-16-be"),
        ('<meta charset="shift_jis"><p>橋①'.encode("cp932"), "橋①\n", "read as shift_jis"),
        ('<meta charset="rot13"><p>Grüße'.encode(), "Grüße\n", "read as utf-8"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_replaced_and_told(
    content: bytes, text: str, told: str, site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (site / "page.html").write_bytes(content)
    assert cli.run(["add", "page.html", "--slug", "page"]) == 0
    assert text in source(site, "page").decode()
    assert told in capsys.readouterr().err


def test_a_page_is_known_by_its_beginning_however_many_comments_it_has() -> None:
    comments = b"<!-- a comment -->\n" * 3000  # a pattern that goes back doubles its work with each
    assert adding.is_html("-", comments + b"<!DOCTYPE html>")
    assert not adding.is_html("-", comments + b"words")
    assert adding.is_html("news.php", b"\xef\xbb\xbf<?xml version='1.0'?><html>")
    assert not adding.is_html("page.txt", b"<html>")
    assert not adding.is_html("-", b"<!-- never closed <html>")


@pytest.mark.parametrize(
    ("declared", "encoding"), [("utf-8", "utf-8"), ("iso-8859-1", "cp1252"), ("windows-1251", "cp1251"), ("", "utf-8")]
)
def test_pages_of_any_encoding(declared: str, encoding: str) -> None:
    words = "“Ёлка” — да" if encoding in ("utf-8", "cp1251") else "“café” — fin"
    page = f'<html><meta charset="{declared}"><p>{words}'.encode(encoding)
    assert adding.from_page(adding.decode_html(page).text).text == f"{words}\n"
