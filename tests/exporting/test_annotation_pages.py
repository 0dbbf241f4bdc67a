"""Annotations in pages, as files: each names the next, all that there are come back when they are imported."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml
from pyld import jsonld

from explainer import exporting
from explainer.commands import cli
from explainer.exporting import Addresses
from explainer.exporting.annotation_pages import annotation_pages
from explainer.model.stages import Linked
from tests.exporting.conftest import SITE, woven_folder
from tests.projects import PROJECT


def served(files: dict[str, bytes], address: str) -> Any:
    """What a server has at an address: a folder's is its index."""
    path = address.removeprefix(f"{SITE}annotations/")
    return json.loads(files[f"{path}index.jsonld" if path.endswith("/") else path])


def test_a_reader_gets_from_page_to_page(records: Linked, addresses: Addresses) -> None:
    files = annotation_pages(records, addresses, size=3)
    seen = 0
    for path in files:
        if not path.endswith("index.jsonld"):
            continue
        collection = json.loads(files[path])
        assert collection["id"] == f"{SITE}annotations/{path.removesuffix('index.jsonld')}"
        assert collection["type"] == ["BasicContainer", "AnnotationCollection"]
        items: list[Any] = []
        before, address = None, collection["first"]
        while address:
            page = served(files, address)
            assert page["id"] == address
            assert page["type"] == "AnnotationPage"
            assert page["partOf"]["id"] == collection["id"]
            assert page.get("prev") == before
            assert page["startIndex"] == len(items)
            assert 0 < len(page["items"]) <= 3
            items += page["items"]
            before, address = address, page.get("next")
        assert before == collection["last"]
        assert len(items) == collection["total"] == page["partOf"]["total"]
        seen += len(items)
    notes = [each for articles in records.anchored.articles.values() for each in articles.anchors]
    assert seen >= len(notes) > 3


def test_they_hold_what_the_collection_holds(woven_records: Linked, addresses: Addresses) -> None:
    pages = [
        json.loads(content)
        for path, content in annotation_pages(woven_records, addresses, size=2).items()
        if path.startswith("articles/") and "page-" in path
    ]
    whole = exporting.collections(woven_records, addresses)
    items = [item for each in whole for item in each["first"]["items"]]
    assert [item for page in pages for item in page["items"]] == items
    assert all(page["@context"] == whole[0]["@context"] for page in pages)


def test_a_page_is_json_ld_whose_terms_are_known(woven_records: Linked, addresses: Addresses) -> None:
    contexts = {
        "http://www.w3.org/ns/anno.jsonld": {"@vocab": "http://www.w3.org/ns/oa#", "id": "@id", "type": "@type"},
        "http://www.w3.org/ns/ldp.jsonld": {"BasicContainer": "http://www.w3.org/ns/ldp#BasicContainer"},
    }

    def load(url: str, _: Any) -> dict[str, Any]:
        return {"contextUrl": None, "documentUrl": url, "document": {"@context": contexts[url]}}

    for content in annotation_pages(woven_records, addresses).values():
        (expanded,) = jsonld.expand(json.loads(content), {"documentLoader": load})
        assert expanded["@id"].startswith(SITE)
        assert not [key for key in _keys(expanded) if key.startswith("explainer:")], "each term of ours has its name"


def _keys(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [*value, *(key for each in value.values() for key in _keys(each))]
    return [key for each in value for key in _keys(each)] if isinstance(value, list) else []


def test_imported_page_by_page_they_are_the_same_notes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(PROJECT / "seeds", tmp_path / "seeds")
    monkeypatch.chdir(tmp_path)
    (path,) = Path("seeds/articles").glob("*/annotations.yaml")
    before = yaml.load(path.read_text("utf-8"), yaml.BaseLoader)
    assert cli.run(["export", "--format", "web-annotation-pages", "--output", "pages"]) == 0
    path.write_text("", "utf-8")
    pages = sorted(Path("pages/articles").glob("*/page-*.jsonld"))
    assert len(pages) > 1
    for page in pages:
        assert cli.run(["import", str(page)]) == 1
        assert "get the other pages too" in capsys.readouterr().err
    assert yaml.load(path.read_text("utf-8"), yaml.BaseLoader) == before


def test_without_an_address_no_page_can_name_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(woven_folder(tmp_path))
    site = Path("seeds/site.yaml")
    lines = [line for line in site.read_text("utf-8").splitlines() if not line.startswith("address:")]
    site.write_text("\n".join([*lines, ""]), "utf-8")
    export = ["export", "--format", "web-annotation-pages", "--output", "pages"]
    assert cli.run(export) == 2
    assert "write `address: https://…` into `seeds/site.yaml`" in capsys.readouterr().err
    assert not Path("pages").exists()
    site.write_text("\n".join([*lines, "address: https://brindle.example/", ""]), "utf-8")
    assert cli.run(export) == 0
