"""The whole explainer as one document: valid under its schema, and nothing of the records is missing."""

import hashlib
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import jsonschema
import pytest

from explainer import exporting
from explainer.commands import cli
from explainer.exporting import Addresses
from explainer.exporting.sections import LEFT_OUT, SECTIONS, records_of
from explainer.model.files import FILES
from explainer.model.marks import unmarked
from explainer.model.record_types import RecordType
from explainer.model.stages import Linked
from explainer.model.walk import mapped
from tests.cases import woven_seeds
from tests.exporting.conftest import edition_folder, woven_folder
from tests.stages import linked


def document(records: Linked, addresses: Addresses) -> dict[str, Any]:
    made: dict[str, Any] = json.loads(json.dumps(exporting.whole(records, addresses)))
    return made


def errors(found: dict[str, Any]) -> list[str]:
    schema = exporting.document_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    return [f"{each.json_path}: {each.message}" for each in jsonschema.Draft202012Validator(schema).iter_errors(found)]


def test_it_is_valid(records: Linked, addresses: Addresses) -> None:
    assert errors(document(records, addresses)) == []


def test_its_schema_sees_what_is_wrong(woven_records: Linked, addresses: Addresses) -> None:
    found = document(woven_records, addresses)
    found["questions"][0]["status"] = "true"
    found["annotations"][0]["derived"]["anchor"]["start"] = "0"
    found["places"][0]["colour"] = "red"
    del found["articles"][0]["derived"]["sha256"]
    assert len(errors(found)) == 4


def test_its_schema_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["schema", "--exported"]) == 0
    assert json.loads(capsys.readouterr().out) == exporting.document_schema()
    assert cli.run(["schema", "--exported", "--modelines"]) == 2


def test_every_file_of_the_seeds_is_in_it_or_left_out_for_a_reason() -> None:
    named = {each.name for each in SECTIONS if each.records is None} | set(LEFT_OUT)
    untyped = {file.name for file in FILES if not file.sections} - {
        "article", "annotations", "question", "report", "context", "glossary", "places", "events", "sources", "topics",
    }  # fmt: skip
    assert untyped - named == set()
    assert {each.records for each in SECTIONS} == {*RecordType, None}


def test_every_text_of_every_record_is_in_it(records: Linked, addresses: Addresses) -> None:
    there = set(_texts(exporting.whole(records, addresses)))
    count = 0
    for section in SECTIONS:
        for record in records_of(records, section, addresses):

            def look(leaf: Any, _: Any) -> str:
                nonlocal count
                count += 1
                text = unmarked(leaf.value)
                assert text in there or text.replace(".", "").replace("-", "").isdigit(), leaf.path
                return str(leaf.value)

            mapped(record.entry.value, look)
    assert count > 200


def _texts(value: Any) -> list[str]:
    match value:
        case dict():
            return [text for each in value.values() for text in _texts(each)]
        case list():
            return [text for each in value for text in _texts(each)]
        case _:
            return [str(value)]


def test_positions_and_quotes_are_of_the_text(records: Linked, addresses: Addresses) -> None:
    found = document(records, addresses)
    texts = {article["id"]: article["derived"] for article in found["articles"]}
    assert found["annotations"]
    for note in found["annotations"]:
        anchor, text = note["derived"]["anchor"], texts[note["derived"]["article"]]["content"]
        assert text[anchor["start"] : anchor["end"]] == anchor["exact"]
        assert note["quote"]["text"].split()[0][1:3] in anchor["exact"]
    for text in texts.values():
        assert [each["type"] for each in text["blocks"]].count("headline") <= 1
        covered = "".join(text["content"][each["start"] : each["end"]] for each in text["blocks"])
        assert covered and len(covered) <= len(text["content"])


def test_texts_stand_as_written_and_as_plain_words(woven_records: Linked, addresses: Addresses) -> None:
    found = document(woven_records, addresses)
    assessment = found["questions"][0]["assessment"]
    assert "[@" in assessment["markdown"]
    assert "[@" not in assessment["plain"]
    assert assessment["cites"] == list(dict.fromkeys(re.findall(r"@([a-z0-9-]+)", assessment["markdown"])))
    linking = [text for text in _markdown(found) if "[[" in text["markdown"]]
    assert linking and all(text["links"] for text in linking)
    assert found["places"][0]["point"]["lat"] == pytest.approx(float(found["places"][0]["point"]["lat"]))


def _markdown(value: Any) -> list[dict[str, Any]]:
    if isinstance(value, dict):
        return [value] if "markdown" in value else [text for each in value.values() for text in _markdown(each)]
    return [text for each in value for text in _markdown(each)] if isinstance(value, list) else []


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace("\n", "\r\n"),
        lambda text: f"\ufeff{text}",
        lambda text: text.replace("fell in", 'fell\u2028in \U0001f4f0 e\u0301 \u200f<&"]]>'),
    ],
)
def test_any_characters_go_out_as_they_are(change: Callable[[str], str], addresses: Addresses) -> None:
    seeds, path = dict(woven_seeds()), "seeds/articles/market/source.txt"
    seeds[path] = change(seeds[path].decode()).encode()
    records = linked(seeds)[0]
    (article,) = document(records, addresses)["articles"]
    content = article["derived"]["content"]
    assert content.encode() == seeds[path].removeprefix("\ufeff".encode())
    assert article["derived"]["sha256"] == hashlib.sha256(seeds[path]).hexdigest()
    assert exporting.data_package(records, addresses)["texts/market.txt"].decode() == content
    root = ElementTree.fromstring(exporting.tei_document(records, addresses))
    text = root.find("{http://www.tei-c.org/ns/1.0}text")
    assert text is not None and "".join(text.itertext()) == content


def test_an_edition_says_which_texts_are_not_its_own(edition_records: Linked, addresses: Addresses) -> None:
    found = document(edition_records, addresses)
    assert found["language"] == "de"
    edition = found["edition"]
    assert edition["of"] == "en"
    for pointer in (*edition["not-translated"], *edition["stale"]):
        at: Any = found
        for step in pointer.split("/")[1:]:
            at = at[int(step) if isinstance(at, list) else step]
        assert isinstance(at, str | dict)
    assert "/questions/0/short" in edition["not-translated"]
    assert "/questions/0/title" not in edition["not-translated"]
    assert found["questions"][0]["title"] == "Wie viele Stände gingen verloren?"


def test_the_command_writes_it_the_same_each_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(edition_folder(tmp_path))
    for options in ([], ["--edition", "de"]):
        assert cli.run(["export", "--format", "json", "--output", "one.json", *options]) == 0
        assert cli.run(["export", "--format", "json", *options]) == 0
        assert Path("one.json").read_text("utf-8") == capsys.readouterr().out


def test_what_is_broken_is_left_out_and_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(woven_folder(tmp_path))
    path = Path("seeds/places.yaml")
    path.write_text(path.read_text("utf-8").replace("  name:", "  nmae:", 1), "utf-8")
    assert cli.run(["export", "--format", "json"]) == 1
    told = capsys.readouterr()
    assert errors(json.loads(told.out)) == []
    assert "what is broken is left out" in told.err
