"""A marker is a text in every file of the built site and in everything that is written for other programs."""

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from cmarkgfm import github_flavored_markdown_to_html
from cmarkgfm.cmark import Options
from selectolax.lexbor import LexborHTMLParser

from explainer.commands import cli
from tests.browser.searching import searched
from tests.markers import NAME, PIECES, WORD, Marking
from tests.projects import MINIMAL


def _taken_for_markup(html: str) -> list[str | None]:
    return [node.html for node in LexborHTMLParser(html).css(f"{NAME}, [on{NAME}]")]


def _in_xml(text: str | bytes) -> Iterator[str]:
    for element in ElementTree.fromstring(text).iter():
        yield element.tag.rpartition("}")[2]
        yield from element.attrib


def test_pages(marked_site: Path) -> None:
    found = {path: _taken_for_markup(path.read_text(encoding="utf-8")) for path in marked_site.rglob("*.html")}
    assert {path: each for path, each in found.items() if each} == {}
    assert (marked_site / "questions/losses/index.html") in found, "an old address leads on"


def test_data_for_other_programs_on_the_pages(marked_site: Path) -> None:
    words = ""
    for path in marked_site.rglob("*.html"):
        for script in LexborHTMLParser(path.read_text(encoding="utf-8")).css("script[type='application/ld+json']"):
            words += str(json.loads(script.text()))
            assert "<" not in script.text(), path
    assert all(PIECES[number] in words for number in (0, 3, 5, 6))


def test_files_in_xml_and_json(marked_site: Path) -> None:
    for path in (*marked_site.rglob("*.xml"), *marked_site.rglob("*.svg")):
        assert not {NAME, f"on{NAME}"} & set(_in_xml(path.read_bytes())), path
    assert PIECES[0] in "".join(ElementTree.fromstring((marked_site / "corrections.xml").read_bytes()).itertext())
    assert WORD in str(searched(marked_site))


@pytest.mark.parametrize("form", ["text", "github", "json", "sarif", "junit"])
def test_mistakes(form: str, mistaken: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["check", str(mistaken), "--format", form]) == 1
    told = capsys.readouterr().out
    assert "onx-mark" in told
    _acts_on_nothing(told)
    if form == "github":
        *commands, _ = told.splitlines()
        assert all(line.startswith(("::error file=", "::warning file=", "::notice title=")) for line in commands)
    elif form == "junit":
        assert not {NAME, f"on{NAME}"} & set(_in_xml(told))
    elif form != "text":
        assert PIECES[0] in str(json.loads(told))


@pytest.mark.parametrize("form", ["text", "markdown", "json", "github"])
@pytest.mark.parametrize("is_new", [True, False])
def test_differences(form: str, is_new: bool, marked: tuple[Path, Marking], capsys: pytest.CaptureFixture[str]) -> None:
    states = [str(MINIMAL), str(marked[0])] if is_new else [str(marked[0]), str(MINIMAL)]
    cli.run(["diff", *states, "--format", form])
    told = capsys.readouterr().out
    assert "x-mark" in told
    _acts_on_nothing(told)
    if form == "markdown":
        html = str(github_flavored_markdown_to_html(told, Options.CMARK_OPT_UNSAFE | Options.CMARK_OPT_FOOTNOTES))
        assert _taken_for_markup(html) == []
        assert "&lt;x-mark a=" in html
    elif form == "json":
        assert PIECES[0] in str(json.loads(told))


def test_what_is_left_to_do(mistaken: Path, capsys: pytest.CaptureFixture[str]) -> None:
    cli.run(["status", str(mistaken)])
    _acts_on_nothing(capsys.readouterr().out)


def test_exports(marked: tuple[Path, Marking], capsys: pytest.CaptureFixture[str]) -> None:
    for form in ("web-annotation", "csl-json", "csv"):
        assert cli.run(["export", str(marked[0]), "--format", form]) == 0
        told = capsys.readouterr().out
        if form == "csv":
            rows = list(csv.reader(io.StringIO(told)))
            assert {len(row) for row in rows} == {len(rows[0])}
            assert any(PIECES[0] in cell for row in rows for cell in row)
        else:
            assert PIECES[0] in str(found := json.loads(told))
            assert _taken_for_markup(" ".join(_html_of(found))) == []


def _html_of(value: object) -> Iterator[str]:
    """Every text that says of itself that it is HTML."""
    if isinstance(value, dict):
        if value.get("format") == "text/html":
            yield str(value.get("value"))
        for inner in value.values():
            yield from _html_of(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _html_of(inner)


def _acts_on_nothing(told: str) -> None:
    """No character of a seed moves a cursor or turns a line round, no line of one is a command to a build server."""
    assert "\u202e" not in told
    assert "\x1b" not in told
    assert "##[" not in told
    assert "##vso[" not in told
    assert not [line for line in told.splitlines() if line.lstrip().startswith(f"::{NAME}")]
