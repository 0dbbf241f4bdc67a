"""A site to be kept: whole by its own lists, described so that others read it, and a site again outside."""

import hashlib
import json
import os
import shutil
import zipfile
from pathlib import Path
from typing import Any

import bagit
import pytest
from rocrate.rocrate import ROCrate

from explainer.commands import cli
from explainer.exporting import Addresses
from explainer.exporting.archive.bag import bag
from explainer.model.stages import Linked
from tests.exporting.conftest import edition_folder
from tests.projects import copy_minimal

EXPORT = ["export", "--format", "ro-crate", "--output"]


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with an edition, pages by hand, and a file as it was received; its bag is the folder `kept`."""
    project = edition_folder(copy_minimal(tmp_path_factory.mktemp("project")))
    (project / "docs/about us.md").write_text("# About\n", "utf-8")
    received = b"%PDF-1.7 a file as it was received\n"
    article = project / "seeds/articles/market"
    (article / "received.pdf").write_bytes(received)
    about = f"received:\n  form: pdf\n  file: received.pdf\n  sha256: {hashlib.sha256(received).hexdigest()}\n"
    written = (article / "article.yaml").read_text("utf-8")
    (article / "article.yaml").write_text(f"{written.rstrip()}\n{about}", "utf-8")
    assert cli.run([*EXPORT, str(project / "kept"), str(project)]) == 0
    return project


def crate(folder: Path) -> dict[str, Any]:
    return {each["@id"]: each for each in json.loads((folder / "ro-crate-metadata.json").read_text("utf-8"))["@graph"]}


def test_the_bag_is_whole(project: Path) -> None:
    kept = bagit.Bag(str(project / "kept"))
    kept.validate()
    assert sorted(kept.algorithms) == ["sha256", "sha512"]
    assert kept.info["Payload-Oxum"].endswith(f".{len(kept.payload_entries())}")
    assert {"data/seeds/articles/market/received.pdf", "data/mkdocs.yml", "data/docs/about us.md"} <= set(
        kept.payload_entries()
    )


def test_a_change_in_it_is_seen(project: Path, tmp_path: Path) -> None:
    shutil.copytree(project / "kept", tmp_path / "kept")
    with (tmp_path / "kept/data/seeds/glossary.yaml").open("a", encoding="utf-8") as file:
        file.write("\n")
    with pytest.raises(bagit.BagValidationError):
        bagit.Bag(str(tmp_path / "kept")).validate()


def test_the_crate_says_what_each_file_is(project: Path) -> None:
    folder = project / "kept/data"
    read = ROCrate(str(folder))
    assert read.name == "The market hall of Brindle"
    entities = crate(folder)
    there = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    files = {each.id: each for each in read.data_entities if each.type == "File"}
    assert {each.replace("%20", " ") for each in files} == there - {"ro-crate-metadata.json"}
    for name in files:
        content = (folder / name.replace("%20", " ")).read_bytes()
        assert entities[name]["sha256"] == hashlib.sha256(content).hexdigest()
        assert entities[name]["contentSize"] == str(len(content))
    for each in entities.values():
        for value in each.values():
            for one in value if isinstance(value, list) else [value]:
                if isinstance(one, dict):
                    assert set(one) == {"@id"}, "a crate is flat"
                    assert one["@id"] in entities or one["@id"].startswith("https://w3id.org/ro/crate/")
    root = entities["./"]
    assert {"name", "description", "datePublished", "license", "hasPart"} <= set(root)
    assert "as it was received" in entities["seeds/articles/market/received.pdf"]["description"]
    assert entities["seeds/articles/market/source.txt"]["sameAs"] == "https://example.org/bugle/market-hall"
    assert "description" in entities["exports/explainer.json"]


def test_taken_out_it_is_the_same_site(project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copytree(project / "kept/data", tmp_path / "again")
    for path in (project / "seeds").rglob("*"):
        if path.is_file() and ".schema" not in path.parts:
            assert (tmp_path / "again" / path.relative_to(project)).read_bytes() == path.read_bytes()
    for language, folder in ((None, "exports"), ("de", "exports/de")):
        options = ["--edition", language] if language else []
        capsys.readouterr()
        assert cli.run(["export", "--format", "json", *options, str(tmp_path / "again")]) == 0
        assert (tmp_path / "again" / folder / "explainer.json").read_text("utf-8") == capsys.readouterr().out


def test_the_same_site_gives_the_same_bytes_as_a_folder_and_as_one_file(project: Path, tmp_path: Path) -> None:
    assert cli.run([*EXPORT, str(tmp_path / "kept.zip"), str(project)]) == 0
    with zipfile.ZipFile(tmp_path / "kept.zip") as archive:
        names = archive.namelist()
        assert {name.partition("/")[0] for name in names} == {"explainer"}, "a bag in one file is one folder"
        for name in names:
            assert archive.read(name) == (project / "kept" / name.removeprefix("explainer/")).read_bytes()


def test_what_cannot_be_read_is_told(project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    site = copy_minimal(tmp_path / "site")
    os.mkfifo(site / "docs/pipe.md")
    assert cli.run([*EXPORT, str(tmp_path / "kept"), str(site)]) == 1
    assert "not kept: docs/pipe.md: " in capsys.readouterr().err
    bagit.Bag(str(tmp_path / "kept")).validate()
    assert cli.run(EXPORT[:-1]) == 2


def test_names_that_would_end_a_line_of_a_list(woven_records: Linked, addresses: Addresses, tmp_path: Path) -> None:
    payload = {"a b.txt": b"1", "c\nd.txt": b"3", "ґ.txt": b"4"}
    for path, content in bag(woven_records, addresses, payload).items():
        (tmp_path / path).parent.mkdir(exist_ok=True, parents=True)
        (tmp_path / path).write_bytes(content)
    bagit.Bag(str(tmp_path)).validate()
    # bagit does not read this as the standard has it: findings/bagit-percent.sh
    written = bag(woven_records, addresses, {"100%.txt": b"2"})["manifest-sha256.txt"].decode()
    assert written.endswith("  data/100%25.txt\n")
