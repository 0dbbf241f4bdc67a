"""The whole explainer as a data package: Frictionless reads it, finds every key, and finds what is wrong."""

import csv
import hashlib
import io
import json
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest

from explainer import exporting
from explainer.commands import cli
from explainer.exporting import Addresses
from explainer.exporting.data_package.flat import flat_tables
from explainer.exporting.sections import SECTIONS, records_of
from explainer.model.stages import Linked
from tests.exporting.conftest import woven_folder

VALIDATE = """
import json, sys
from frictionless import validate
print(json.dumps([validate(each).to_descriptor() for each in sys.argv[1:]]))
"""


def validated(*folders: Path) -> list[list[str]]:
    """Each mistake that Frictionless finds in each; in one process of its own, because it takes a while to load."""
    packages = [str(folder / "datapackage.json") for folder in folders]
    done = subprocess.run(
        [sys.executable, "-c", VALIDATE, *packages], capture_output=True, text=True, timeout=120, check=True
    )  # fmt: skip
    reports = json.loads(done.stdout)
    assert all(report["stats"]["tasks"] > 40 for report in reports)
    return [
        [
            f"{error['type']}: {error['message']}"
            for error in (*report["errors"], *(error for task in report["tasks"] for error in task["errors"]))
        ]
        for report in reports
    ]


def written(folder: Path, files: dict[str, bytes]) -> Path:
    for path, content in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    return folder


def rows(files: dict[str, bytes], table: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(files[f"{table}.csv"].decode(), newline="")))


def test_frictionless_finds_nothing_wrong_but_what_is(
    woven_records: Linked, edition_records: Linked, addresses: Addresses, tmp_path: Path
) -> None:
    """The third shows that it would: keys that lead nowhere, words that are none, a file that was changed."""
    right, german, wrong = (
        written(tmp_path / name, exporting.data_package(records, addresses))
        for name, records in (("right", woven_records), ("german", edition_records), ("wrong", woven_records))
    )
    positions, places = wrong / "positions.csv", wrong / "places.csv"
    positions.write_text(positions.read_text("utf-8").replace("guild,", "nobody,", 1), "utf-8")
    places.write_text(places.read_text("utf-8").replace("51.2725", "north", 1), "utf-8")
    *nothing, found = validated(right, german, wrong)
    assert nothing == [[], []]
    assert {"foreign-key", "type-error", "hash-count"} <= {each.partition(":")[0] for each in found}


def test_every_record_has_its_row_and_every_key_its_row(records: Linked, addresses: Addresses) -> None:
    files = exporting.data_package(records, addresses)
    tables = {name: rows(files, name) for name in flat_tables()}
    keys = {name: [row["key"] for row in table] for name, table in tables.items()}
    for section in SECTIONS:
        assert len(keys[section.name]) == len(list(records_of(records, section, addresses)))
    for name, table in flat_tables().items():
        assert len(set(keys[name])) == len(keys[name]), name
        for column in table.columns.values():
            if column.names:
                assert {row[column.name] for row in tables[name]} - {"", *keys[column.names]} == set(), column
    evidence = [item for entry in records.seeds.questions.values() for item in entry.value.evidence]
    assert len([row for row in tables["evidence"] if row["of-question"]]) == len(evidence) > 0


def test_columns_hold_what_records_say(woven_records: Linked, addresses: Addresses) -> None:
    files = exporting.data_package(woven_records, addresses)
    (question,) = [row for row in rows(files, "questions") if row["key"] == "stalls"]
    assert question["assessment"] == woven_records.seeds.questions["stalls"].value.assessment
    assert "[@" not in question["assessment-plain"]
    positions = [row for row in rows(files, "positions") if row["of-question"] == "stalls"]
    said = [each.says or "" for each in woven_records.seeds.questions["stalls"].value.positions]
    assert [row["says"] for row in positions] == said
    names = [row for row in rows(files, "values") if row["field"] == "names" and row["of-place"] == "brindle"]
    assert [(row["name"], row["value"]) for row in names] == [("en", "Brindle-on-Fen")]
    cited = [row["source"] for row in rows(files, "references") if row["of-question"] == "stalls"]
    assert "council-2031-02-04" in cited
    anchored = next(iter(woven_records.anchored.articles.values()))
    texts = {row["key"]: files[row["derived-content"]].decode() for row in rows(files, "articles")}
    for row in rows(files, "annotations"):
        start, end = int(row["derived-anchor-start"]), int(row["derived-anchor-end"])
        assert texts[row["derived-article"]][start:end] == row["derived-anchor-exact"]
    assert texts[anchored.id] == anchored.seed.text.text


def test_an_edition_has_translations_beside_what_was_said(edition_records: Linked, addresses: Addresses) -> None:
    files = exporting.data_package(edition_records, addresses)
    assert rows(files, "questions")[0]["title"] == "Wie viele Stände gingen verloren?"
    for table in flat_tables():
        for row in rows(files, table):
            assert not any("\ufdd2" <= char <= "\ufddf" for cell in row.values() for char in cell)


def test_the_descriptor_says_what_each_file_is(woven_records: Linked, addresses: Addresses) -> None:
    files = exporting.data_package(woven_records, addresses)
    descriptor: dict[str, Any] = json.loads(files["datapackage.json"])
    assert {each["path"] for each in descriptor["resources"]} == set(files) - {"datapackage.json"}
    for each in descriptor["resources"]:
        content = files[each["path"]]
        assert each["bytes"] == len(content)
        assert each["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}"
        if each["path"].endswith(".csv"):
            header = content.decode().split("\n", 1)[0].split(",")
            assert header == [field["name"] for field in each["schema"]["fields"]]
            assert all(field.get("description") for field in each["schema"]["fields"])


def test_the_command_writes_a_folder_or_an_archive(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(woven_folder(tmp_path))
    export = ["export", "--format", "data-package"]
    assert cli.run(export) == 2
    assert "name a folder with `--output`" in capsys.readouterr().err
    assert cli.run([*export, "--output", "data"]) == 0
    assert cli.run([*export, "--output", "data.zip"]) == 0
    first = Path("data.zip").read_bytes()
    assert cli.run([*export, "--output", "data.zip"]) == 0
    assert Path("data.zip").read_bytes() == first
    with zipfile.ZipFile("data.zip") as archive:
        for name in archive.namelist():
            assert archive.read(name) == Path("data", name).read_bytes()
    Path("mine").mkdir()
    Path("mine/questions.csv").write_text("mine", "utf-8")
    assert cli.run([*export, "--output", "mine"]) == 2
    assert "was not written by explainer" in capsys.readouterr().err
    assert Path("mine/questions.csv").read_text("utf-8") == "mine"
