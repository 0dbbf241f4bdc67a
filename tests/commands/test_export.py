"""`explainer export`: valid under the models of others, and the way back leads to the same passages."""

import csv
import io
import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from explainer import pipeline
from explainer.commands import cli
from explainer.model import csl, exchange
from explainer.model.allowed import ListOf, fields_of
from explainer.model.kinds import SHAPES
from explainer.source import SourceFile
from tests.projects import MINIMAL, PROJECT

ARTICLE = "seeds/articles/market"

pytestmark = pytest.mark.usefixtures("site")


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(MINIMAL, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def exported(capsys: pytest.CaptureFixture[str], form: str, *options: str) -> Any:
    capsys.readouterr()
    assert cli.run(["export", "--format", form, *options]) == 0
    printed = capsys.readouterr().out
    return printed if form == "csv" else json.loads(printed)


# --- the W3C model, as rules ----------------------------------------------------------------------------

IRI = re.compile(r"[a-z][a-z0-9+.-]*:\S+")
MOTIVATIONS = {
    "assessing", "bookmarking", "classifying", "commenting", "describing", "editing", "highlighting", "identifying",
    "linking", "moderating", "questioning", "replying", "tagging",
}  # fmt: skip
COLLECTION = {"@context", "id", "type", "label", "total", "first", "last"}
PAGE = {"id", "type", "partOf", "startIndex", "items"}


def check_collection(collection: dict[str, Any], text: str) -> None:
    assert set(collection) == COLLECTION
    standard, ours = collection["@context"]
    assert standard == "http://www.w3.org/ns/anno.jsonld"
    assert re.fullmatch(r"urn:uuid:[0-9a-f-]{36}#", ours["explainer"])
    assert collection["last"] == collection["first"]["id"]
    assert IRI.fullmatch(collection["id"])
    assert collection["type"] == "AnnotationCollection"
    page = collection["first"]
    assert set(page) == PAGE, "an embedded page has no context of its own"
    assert IRI.fullmatch(page["id"])
    assert page["type"] == "AnnotationPage"
    assert page["partOf"] == collection["id"]
    assert page["startIndex"] == 0
    assert collection["total"] == len(page["items"]) > 0
    ids = [annotation["id"] for annotation in page["items"]]
    assert len(set(ids)) == len(ids)
    for annotation in page["items"]:
        check_annotation(annotation, text)


def check_annotation(annotation: dict[str, Any], text: str) -> None:
    annotation = {key: value for key, value in annotation.items() if not key.startswith("explainer:")}
    assert set(annotation) in ({"id", "type", "motivation", "target"}, {"id", "type", "motivation", "body", "target"})
    assert IRI.fullmatch(annotation["id"])
    assert annotation["type"] == "Annotation"
    assert annotation["motivation"] in MOTIVATIONS
    for body in annotation.get("body", ()):
        assert body["purpose"] in MOTIVATIONS
        if body["type"] == "TextualBody":
            assert set(body) <= {"type", "value", "format", "language", "purpose"}
            assert body["value"].strip()
            assert body["format"] in ("text/plain", "text/markdown")
        else:
            assert set(body) == {"type", "source", "purpose"}
            assert body["type"] == "SpecificResource"
            assert IRI.fullmatch(body["source"])
    target = annotation["target"]
    assert set(target) in ({"type", "source", "selector"}, {"type", "source", "selector", "state"})
    assert target["type"] == "SpecificResource"
    assert IRI.fullmatch(target["source"])
    assert IRI.fullmatch(target.get("state", "x:y"))
    quote, position = target["selector"]
    assert quote["type"] == "TextQuoteSelector"
    assert set(quote) <= {"type", "exact", "prefix", "suffix"}
    assert set(position) == {"type", "start", "end"}
    assert position["type"] == "TextPositionSelector"
    assert 0 <= position["start"] < position["end"]
    assert text[position["start"] : position["end"]] == quote["exact"]
    assert all(quote[key] for key in quote)


def source(root: Path, article: str) -> str:
    return SourceFile("", (root / "seeds/articles" / article / "source.txt").read_bytes().decode("utf-8-sig")).text


def test_annotations_follow_the_model(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    collection = exported(capsys, "web-annotation")
    check_collection(collection, source(site, "market"))
    assert collection["total"] == 7


def test_those_of_the_real_site_too(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(PROJECT)
    (article,) = (path.name for path in Path("seeds/articles").iterdir())
    cli.run(["export", "--format", "web-annotation", "--article", article])
    check_collection(json.loads(capsys.readouterr().out), source(PROJECT, article))


@pytest.mark.parametrize(
    ("id_", "motivation"),
    [
        ("closing", "assessing"),
        ("built-in", "editing"),
        ("inspectors", "describing"),
        ("guild-word", "identifying"),
        ("total-collapse", "commenting"),
        ("clock", "commenting"),
    ],
)
def test_each_kind_has_its_motivation(id_: str, motivation: str, capsys: pytest.CaptureFixture[str]) -> None:
    items = exported(capsys, "web-annotation")["first"]["items"]
    (annotation,) = (item for item in items if item["id"].endswith(f"#n-{id_}"))
    assert annotation["motivation"] == motivation


def bodies(annotations: list[dict[str, Any]], purpose: str) -> Iterator[str]:
    for annotation in annotations:
        for body in annotation.get("body", ()):
            if body["purpose"] == purpose:
                yield body.get("value") or body["source"]


def test_bodies_say_what_the_notes_say(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (site / "mkdocs.yml").write_text("site_name: x\nsite_url: https://site.example/town\n")
    items = exported(capsys, "web-annotation")["first"]["items"]
    assert "built in 1878" in bodies(items, "editing")
    assert "https://site.example/town/glossary/#guild" in bodies(items, "identifying")
    assert "https://site.example/town/context/institute/" in bodies(items, "describing")
    assert "https://site.example/town/questions/stalls/" in bodies(items, "linking")
    assert "Traders’ Guild" in bodies(items, "tagging")
    assert any("disputed (as of 2031-02-06)." in body.lower() for body in bodies(items, "assessing"))
    assert items[0]["id"].startswith("https://site.example/town/articles/market/#n-")
    (site / "mkdocs.yml").write_text("site_name: x\nsite_url: https://site.example\nuse_directory_urls: false\n")
    items = exported(capsys, "web-annotation")["first"]["items"]
    assert items[0]["id"].startswith("https://site.example/articles/market.html#n-")


def test_without_an_address_the_text_is_named_by_its_hash(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = site / ARTICLE / "article.yaml"
    path.write_text(path.read_text().replace("url: https://example.org/bugle/market-hall\n", ""))
    collection = exported(capsys, "web-annotation")
    check_collection(collection, source(site, "market"))
    assert collection["id"].startswith("ni:///sha-256;")
    assert collection["first"]["items"][0]["target"]["source"].startswith("ni:///sha-256;")


def test_furniture_is_no_part_of_a_selector(capsys: pytest.CaptureFixture[str]) -> None:
    for annotation in exported(capsys, "web-annotation")["first"]["items"]:
        quote = annotation["target"]["selector"][0]
        assert "Share this story" not in quote.get("prefix", "") + quote.get("suffix", "")
        assert "SELECT" not in quote.get("prefix", "") + quote.get("suffix", "")


def test_several_articles_are_a_list_and_one_can_be_named(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copytree(site / ARTICLE, site / "seeds/articles/second")
    collections = exported(capsys, "web-annotation")
    assert [collection["total"] for collection in collections] == [7, 7]
    assert exported(capsys, "web-annotation", "--article", "second")["total"] == 7
    assert cli.run(["export", "--format", "web-annotation", "--article", "third"]) == 2
    assert "there is no article `third`; there are: `market`, `second`" in capsys.readouterr().err
    assert cli.run(["export", "--format", "csv", "--article", "second"]) == 2


# --- the way back ---------------------------------------------------------------------------------------


def targets(collection: dict[str, Any]) -> dict[str, Any]:
    return {item["id"]: item["target"] for item in collection["first"]["items"]}


def test_an_import_of_an_export_gives_the_same_selectors(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["export", "--format", "web-annotation", "--output", "notes.jsonld"]) == 0
    before = json.loads(Path("notes.jsonld").read_text())
    (site / ARTICLE / "annotations.yaml").unlink()
    assert cli.run(["import", "notes.jsonld"]) == 0
    assert {each.rule.id for each in pipeline.run(site).diagnostics if each.is_error} == set()
    assert targets(exported(capsys, "web-annotation")) == targets(before)


def written(root: Path) -> list[Any]:
    """The records of each `annotations.yaml`, as an author wrote them."""
    files = sorted(root.glob("seeds/articles/*/annotations.yaml"))
    return [yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader) for path in files]


@pytest.mark.parametrize("site_of", ["minimal", "example", "real"])
def test_annotations_come_back_as_they_were(site_of: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = tmp_path / "again"
    if site_of == "example":
        assert cli.run(["new", str(root)]) == 0
    else:
        shutil.copytree((MINIMAL if site_of == "minimal" else PROJECT) / "seeds", root / "seeds")
    monkeypatch.chdir(root)
    before = written(root)
    assert cli.run(["export", "--format", "web-annotation", "--output", "notes.jsonld"]) == 0
    for path in root.glob("seeds/articles/*/annotations.yaml"):
        path.write_text("")
    assert cli.run(["import", "notes.jsonld"]) == 0
    assert written(root) == before, "the order too"
    files = [path.read_bytes() for path in root.glob("seeds/articles/*/annotations.yaml")]
    assert not any(line.lstrip().startswith(b"#") for file in files for line in file.splitlines()), "nothing to tell"
    assert cli.run(["import", "notes.jsonld"]) == 0
    assert [path.read_bytes() for path in root.glob("seeds/articles/*/annotations.yaml")] == files


def test_every_field_of_every_shape_has_its_term() -> None:
    context = exchange.context()
    for kind, shape in SHAPES.items():
        for key, field in fields_of(shape).items():
            is_list = f"explainer:{key}" in context
            assert is_list == isinstance(field.expected, ListOf), (kind, key)


def test_what_others_wrote_in_our_terms_is_checked(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["export", "--format", "web-annotation", "--output", "notes.jsonld"]) == 0
    collection = json.loads(Path("notes.jsonld").read_text())
    items = collection["first"]["items"] = [each for each in collection["first"]["items"] if "explainer:party" in each]
    collection["total"] = len(items)
    items[0] |= {"explainer:id": "../x", "explainer:party": "nobody-here", "explainer:colour": "red", "creator": "Ada"}
    items[1] |= {
        "explainer:party": {"a": 1},
        "explainer:evidence": [{"explainer:source": "x"}],
        "explainer:status": "so",
    }
    Path("notes.jsonld").write_text(json.dumps(collection))
    (site / ARTICLE / "annotations.yaml").unlink()
    assert cli.run(["import", "notes.jsonld"]) == 0
    text = (site / ARTICLE / "annotations.yaml").read_text()
    for told in (
        "explainer:id `../x`",
        "explainer:colour `red`",
        'explainer:party `{"a": 1}`',
        "explainer:status `so`",
    ):
        assert told in text
    assert 'explainer:evidence `{"explainer:source": "x"}`' in text
    assert "by Ada" in text
    capsys.readouterr()
    messages = [each.message for each in pipeline.run(site).diagnostics if each.is_error]
    assert any("nobody-here" in message for message in messages)
    assert any("`party` is still to be written" in message for message in messages)


def test_an_import_into_the_site_that_exported_changes_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["export", "--format", "web-annotation", "--output", "notes.jsonld"]) == 0
    assert cli.run(["export", "--format", "csl-json", "--output", "sources.json"]) == 0
    assert cli.run(["import", "notes.jsonld"]) == 0
    assert cli.run(["import", "sources.json"]) == 0
    for path in (f"{ARTICLE}/annotations.yaml", "seeds/sources.yaml"):
        assert Path(path).read_bytes() == (MINIMAL / path).read_bytes()
    assert "0 added as notes, 7 there already" in capsys.readouterr().out


def test_sources_come_back_as_they_were(site: Path) -> None:
    path = site / "seeds/sources.yaml"
    path.write_text(path.read_text().replace("issued: 2031-02-04", "issued: 2031-02-04\n    dates: minute"))
    before = {id_: entry.value for id_, entry in pipeline.link(site)[0].seeds.sources.items()}
    assert cli.run(["export", "--format", "csl-json", "--output", "sources.json"]) == 0
    (site / "seeds/sources.yaml").write_text("")
    assert cli.run(["import", "sources.json"]) == 0
    assert {id_: entry.value for id_, entry in pipeline.link(site)[0].seeds.sources.items()} == before


# --- the others -----------------------------------------------------------------------------------------


def check_csl(item: dict[str, Any]) -> None:
    assert item["type"] in csl.TYPES
    known = {
        "id", "type", "title", "author", "issued", "accessed", "container-title", "publisher", "URL", "language",
        "note", "original-publisher", "abstract", "custom",
    }  # fmt: skip
    assert set(item) <= known, "the schema of CSL allows no others"
    for name in item.get("author", ()):
        assert set(name) <= {"family", "given", "literal"}
    for date in (item[key] for key in ("issued", "accessed") if key in item):
        assert set(date) <= {"date-parts", "circa"}
        assert 1 <= len(date["date-parts"]) <= 2
        assert all(
            1 <= len(parts) <= 3 and all(isinstance(part, int) for part in parts) for parts in date["date-parts"]
        )


@pytest.mark.parametrize("root", [MINIMAL, PROJECT], ids=["minimal", "real"])
def test_sources_are_valid_csl(root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(root)
    cli.run(["export", "--format", "csl-json"])
    items = json.loads(capsys.readouterr().out)
    assert items
    for item in items:
        check_csl(item)


def test_what_csl_cannot_say(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = site / "seeds/sources.yaml"
    path.write_text(path.read_text().replace("issued: 2031-02-04", "issued: 2031-02~/2031-03"))
    bugle, council, *_ = exported(capsys, "csl-json")
    assert bugle["custom"]["reading"] == "reprint"
    assert council["title"] == "[Notice of the town council on its door]", "in brackets: not its own words"
    assert council["issued"] == {"date-parts": [[2031, 2], [2031, 3]], "circa": True}


def test_claims_and_positions_as_a_table(capsys: pytest.CaptureFixture[str]) -> None:
    rows = list(csv.DictReader(io.StringIO(exported(capsys, "csv"))))
    assert [row["record"] for row in rows] == ["claim"] * 2 + ["position"] * 4
    stalls = rows[1]
    assert (stalls["article"], stalls["id"], stalls["party"], stalls["side"]) == (
        "market", "stalls-of-guild", "guild", "traders",
    )  # fmt: skip
    assert (stalls["question"], stalls["shown"], stalls["shown-as-of"]) == ("stalls", "disputed", "2031-02-06")
    assert stalls["words"] == "40 stalls were destroyed"
    council = rows[3]
    assert (council["stance"], council["words"], council["sources"]) == ("partly-confirms", "", "council-2031-02-04")


def test_what_is_broken_is_left_out_and_said(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = site / ARTICLE / "annotations.yaml"
    path.write_text(path.read_text().replace("quote: 40 stalls", "quote: 41 stalls"))
    assert cli.run(["export", "--format", "web-annotation"]) == 1
    told = capsys.readouterr()
    assert json.loads(told.out)["total"] == 6
    assert told.err == "the seeds have a mistake; what is broken is left out: see `explainer check`\n"


@pytest.mark.parametrize(
    "arguments", [[], ["--format", "docx"], ["--format", "csv", "nowhere"], ["--format", "csv", "--output", "no/where"]]
)
def test_a_wrong_call_is_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["export", *arguments]) == 2
    assert "Error: " in capsys.readouterr().err


def test_nothing_to_export_is_an_empty_list(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (site / ARTICLE / "annotations.yaml").unlink()
    assert exported(capsys, "web-annotation") == []
