"""`explainer import`: sources and annotations of other programs, nothing written over, nothing lost in silence."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explainer import pipeline, tree
from explainer.authoring import yaml_writing
from explainer.authoring.importing import form_of
from explainer.commands import cli
from explainer.model.drafts import Draft
from explainer.reading.yaml_file import parse_yaml
from explainer.source import SourceFile
from tests.cases import HERE
from tests.projects import MINIMAL

CASES = HERE / "import"
SOURCES = "seeds/sources.yaml"
NOTES = "seeds/articles/market/annotations.yaml"

pytestmark = pytest.mark.usefixtures("site")


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(MINIMAL, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def records(path: str) -> dict[str, Any]:
    """The records of a file by id."""
    node, found = parse_yaml(SourceFile(path, Path(path).read_text()))
    assert node is not None
    assert not found, found
    plain = tree.plain(node)
    listed = plain["references"] if isinstance(plain, dict) else plain
    assert isinstance(listed, list)
    return {record["id"]: record for record in listed}


def added(path: str) -> dict[str, Any]:
    before = (MINIMAL / path).read_text()
    assert Path(path).read_text().startswith(before), "what the author wrote stays byte for byte"
    return {id_: record for id_, record in records(path).items() if f"id: {id_}\n" not in before}


def test_bibtex(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["import", str(CASES / "zotero.bib"), "--reading", "original"]) == 1
    told = capsys.readouterr()
    assert "“Market hall closes” is there already, as `bugle-2031-02-05`" in told.out
    assert "no place for it: abstract (1), isbn (1), keywords (1)" in told.out
    assert (
        told.err
        == "left out: line 33: this entry is not BibTeX, or does not end: @online{broken2031, title = {No end\n"
    )
    ferry, book = added(SOURCES).values()
    assert ferry == {
        "id": "penn-ferry-2031",
        "type": "article-newspaper",
        "title": "Ferry to Sail Twice an Hour, Company Says",
        "author": [{"family": "Penn", "given": "Ink"}, {"literal": "The Bugle's desk"}],
        "container-title": "The Brindle Bugle",
        "issued": "2031-05-05",
        "accessed": "2031-05-06",
        "URL": "https://www.bugle.example/news/2031/ferry%20timetable/",
        "language": "en",
        "reading": "original",
    }
    assert book["title"] == "Über das Fehn & zurück"
    assert book["author"] == [{"family": "von der Aue", "given": "Jörg"}]
    assert book["issued"] == "2029-04"
    assert {each.rule.id for each in pipeline.run(site).diagnostics} == {"source-is-used"}


def test_ris(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["import", str(CASES / "zotero.ris"), "--reading", "original"]) == 0
    told = capsys.readouterr()
    assert told.err == ""
    assert "no place for it: KW (1), SP (1), UR (1), accessed (1)" in told.out
    swans, report, post = added(SOURCES).values()
    assert (post["type"], post["title"]) == ("post-weblog", "A post without an end")
    assert (swans["id"], swans["issued"], swans["accessed"]) == ("brindle-bugle-2031-05-04", "2031-05-04", "2031-05-06")
    assert swans["author"] == [{"family": "Penn", "given": "Ink"}]
    assert (report["type"], report["issued"]) == ("report", "2031")
    assert report["author"] == [{"literal": "Fen Ferry Company"}]


def test_csl_json(site: Path) -> None:
    assert cli.run(["import", str(CASES / "zotero.json")]) == 0
    ferry, sheet, storm = added(SOURCES).values()
    assert ferry["id"] == "brindle-bugle-2031-05-05"
    assert ferry["title"] == "Ferry to sail twice an hour, company says"
    assert ferry["issued"] == "2031-05-05"
    assert sheet["description"] == "Sailings of April, typed on one sheet"
    assert (sheet["issued"], sheet["URL"]) == ("2031~", "https://doi.org/10.5555/12345678")
    assert storm["issued"] == "2031-02-03/2031-02-04"
    assert storm["note"] == "two lines"
    found = [each for each in pipeline.run(site).diagnostics if each.is_error]
    assert [each.message for each in found] == ["`reading` is still to be written"] * 3


def test_csl_yaml() -> None:
    assert cli.run(["import", str(CASES / "zotero.yaml")]) == 0
    ferry, sheet = added(SOURCES).values()
    assert ferry["author"] == [{"family": "von der Aue", "given": "Jörg"}]
    assert ferry["issued"] == "2031-05-05"
    assert (sheet["type"], sheet["issued"]) == ("document", "2031-05~")


ALL = sorted(path.name for path in CASES.iterdir())


def test_a_second_import_adds_nothing(site: Path) -> None:
    for name in ALL:
        cli.run(["import", str(CASES / name)])
    once = {path: path.read_bytes() for path in site.rglob("*.yaml")}
    for name in ALL:
        cli.run(["import", str(CASES / name)])
    assert {path: path.read_bytes() for path in site.rglob("*.yaml")} == once


def test_hypothesis_notes_are_drafts_whose_quotes_were_checked(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["import", str(CASES / "hypothesis.json")]) == 1
    told, destroyed = capsys.readouterr(), "41 stalls were destroyed"
    assert told.out == f"{NOTES}: 2 added as notes\n"
    assert [line.partition(": ")[2] for line in told.err.splitlines()] == [
        (
            "Jm3xYMnQEe6eeeeeeeeeee answers another annotation, Jm3xYMnQEe6ccccccccccc; it says “I agree.”; "
            "target.source `https://example.org/bugle/market-hall`"
        ),
        (
            "Jm3xYMnQEe6fffffffffff quotes no words: it is about the whole page; it says “A page note.”; target.source "
            "`https://example.org/bugle/market-hall`"
        ),
        (
            "“Brindle” is about https://elsewhere.example/, which is not an article here; `--article` names one; "
            "it says “Of another page.”; by acct:other@hypothes.is"
        ),
        f"“{destroyed}”: `{destroyed}` is not in the article; the nearest passage differs in a NUMBER",
        "“nspectors of the Institute”: `nspectors of the Institute` begins inside the word `Inspectors`",
    ]
    night, stalls = added(NOTES).values()
    assert night == {
        "id": "the-storm-on-the-night",
        "kind": "note",
        "quote": "the storm on the night of 3 February",
        "note": "Which *night* was it?",
    }
    assert stalls["note"].startswith("TODO")
    text = Path(NOTES).read_text()
    assert "#   quote: 41 stalls were destroyed\n" in text
    assert "write `quote: 40 stalls were destroyed`" in " ".join(text.replace("\n# ", " ").split())
    assert "the article reads otherwise than the page that was annotated" in text
    assert [each.rule.id for each in pipeline.run(site).diagnostics] == ["value-is-written"]


def test_w3c_annotations(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["import", str(CASES / "annotations.jsonld")]) == 1
    assert "https://notes.example/3 quotes no words" in capsys.readouterr().err
    tale, clock = added(NOTES).values()
    assert tale["quote"] == "called the council’s figures “a fairy tale”", "as the article writes it"
    assert tale["note"] == "Who **counted**?\n\nAnd when?"
    assert clock["note"] == "It still stands at ten past four."
    assert "# A note by Ada on 2031-02-08 at https://notes.example/1, tagged counting\n" in Path(NOTES).read_text()
    assert pipeline.run(site).diagnostics == ()


def test_the_article_can_be_named(capsys: pytest.CaptureFixture[str]) -> None:
    note = {
        "type": "Annotation",
        "bodyValue": "x",
        "target": {"selector": {"type": "TextQuoteSelector", "exact": "Guild"}},
    }
    Path("notes.json").write_text(json.dumps([note]))
    assert cli.run(["import", "notes.json"]) == 1
    assert "is about a page without an address, which is not an article here" in capsys.readouterr().err
    assert cli.run(["import", "notes.json", "--article", "market"]) == 0
    assert list(added(NOTES)) == ["guild"]
    assert cli.run(["import", "notes.json", "--article", "makret"]) == 2
    assert "there is no article `makret`; there are: `market`" in capsys.readouterr().err


@pytest.mark.parametrize("name", ALL)
def test_the_form_is_seen_without_a_name(name: str) -> None:
    text = (CASES / name).read_text()
    assert form_of("-", text) == form_of(name, text)


@pytest.mark.parametrize(
    ("name", "content", "code", "told"),
    [
        ("x.txt", b"just words", 2, "is nothing that can be imported"),
        ("x.bib", b"", 2, "is empty"),
        ("x.bib", b"caf\xe9", 2, "is not UTF-8"),
        ("x.bib", b"no entry", 1, "no source was found in it; it was read as bibtex"),
        ("x.ris", b"no entry", 1, "no source was found in it; it was read as ris"),
        ("x.json", b"[{", 1, "this is not JSON"),
        ("x.json", b'{"a": 1}', 1, "this holds no list of sources"),
        ("x.json", b"[1, 2]", 1, "2 entries are not mappings with keys"),
        ("x.yaml", b"references: [", 1, "x.yaml:1:14: "),
        ("x.yaml", b"references: 7", 1, "this holds no list of sources"),
        ("x.yaml", b"a: &x [1]\nb: *x", 1, "which is not allowed"),
        ("x.jsonld", b"{", 1, "which is not JSON"),
        ("x.jsonld", b"7", 1, "no annotation was found in it"),
        ("x.jsonld", b"[" * 100_000, 1, "left out: all of it"),
        ("x.jsonld", b'{"target": 5}', 1, "quotes no words"),
        ("x.jsonld", b'{"id": "urn:c", "first": "https://e.example/p1", "target": 1}', 1, "https://e.example/p1"),
    ],
)  # fmt: skip
def test_what_cannot_be_used_is_told_in_a_sentence(
    name: str, content: bytes, code: int, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Path(name).write_bytes(content)
    assert cli.run(["import", name]) == code
    assert told in capsys.readouterr().err
    assert Path(SOURCES).read_bytes() == (MINIMAL / SOURCES).read_bytes()


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("references: []\n", "its list stands in brackets"),
        ("references: [\n", "it is not YAML"),
        ("references:\n  a: b\n", "what it holds is not a list"),
        ("references:\n  - id: a\nother: b\n", "`references` is not its last key"),
    ],
)
def test_a_file_below_which_nothing_can_stand_is_left_alone(
    written: str, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Path(SOURCES).write_text(written)
    assert cli.run(["import", str(CASES / "zotero.json")]) == 1
    assert told in capsys.readouterr().err
    assert Path(SOURCES).read_text() == written


@pytest.mark.parametrize(
    "written", [None, "", "# The bibliography.\n", "references:\n", "references:\n- id: a\n  type: b"]
)
def test_a_file_without_sources_begins_its_list(written: str | None) -> None:
    Path(SOURCES).unlink()
    if written is not None:
        Path(SOURCES).write_text(written)
    assert cli.run(["import", str(CASES / "zotero.json")]) == 0
    assert len(records(SOURCES)) >= 3
    assert Path(SOURCES).read_text().startswith(written or "")


def test_options_that_do_not_go_together() -> None:
    assert cli.run(["import", str(CASES / "zotero.json"), "--article", "market"]) == 2
    assert cli.run(["import", str(CASES / "annotations.jsonld"), "--reading", "copy"]) == 2
    assert cli.run(["import", str(CASES / "zotero.json"), "--format", "web-annotation"]) == 1


TEXTS = st.text(
    st.one_of(
        st.sampled_from(" \n-#:?[]{}'\"|>&*!%@`,\u00a0“a0"),
        st.characters(exclude_categories=["Cs", "Cc", "Cn"], exclude_characters="\u2028\u2029"),
    ),
    max_size=300,
)


@given(TEXTS, TEXTS)
def test_any_text_is_written_so_that_it_is_read_as_it_was(one: str, other: str) -> None:
    draft = Draft({"id": "x", "one": one, "other": ({"deep": other}, other)}, {"": "above", "one": "about"})
    text = yaml_writing.appended("list:\n  - id: a\n", "list", [draft, draft])
    node, found = parse_yaml(SourceFile("x.yaml", text))
    assert node is not None
    assert not found
    plain = tree.plain(node)
    assert isinstance(plain, dict)
    assert plain["list"][1:] == [{"id": "x", "one": one, "other": [{"deep": other}, other]}] * 2
