"""The whole explainer as TEI: valid under TEI's own schema, verbatim, and every pointer leads to something."""

import importlib.resources
import shutil
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from explainer import exporting, pipeline
from explainer.commands import cli
from explainer.exporting import Addresses
from explainer.exporting.tei.prose import prose
from explainer.exporting.tei.xml import tag, text
from explainer.model.stages import Linked
from explainer.prose import parse
from tests.exporting.conftest import woven_folder
from tests.projects import MINIMAL

TEI = "{http://www.tei-c.org/ns/1.0}"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
RELAX_NG = "{http://relaxng.org/ns/structure/1.0}"


def parsed(document: str) -> Any:
    return etree.fromstring(document.encode())


def mistakes(root: Any) -> list[str]:
    """What TEI's schema (tei_all, 4.3.0) says of a document.

    libxml2 takes most of a minute to read the whole schema. Without the elements that the document does not have it
    allows no more than before, and is read at once.
    """
    schema = etree.fromstring(importlib.resources.files("schemas").joinpath("tei_all.rng").read_bytes())
    used = {each.tag.removeprefix(TEI) for each in root.iter()}
    for element in list(schema.iter(f"{RELAX_NG}element")):
        if element.get("name") and element.get("name") not in used:
            element.getparent().replace(element, etree.Element(f"{RELAX_NG}notAllowed"))
    relaxng = etree.RelaxNG(schema)
    relaxng.validate(root)
    return [f"{each.line}: {each.message}" for each in relaxng.error_log]


def test_it_is_valid(records: Linked, addresses: Addresses) -> None:
    assert mistakes(parsed(exporting.tei_document(records, addresses))) == []


def test_the_schema_sees_what_is_wrong(woven_records: Linked, addresses: Addresses) -> None:
    root = parsed(exporting.tei_document(woven_records, addresses))
    root.find(f".//{TEI}body").append(etree.Element(f"{TEI}person"))
    assert mistakes(root)


def test_the_text_is_that_of_the_file_and_anchors_stand_around_quotes(records: Linked, addresses: Addresses) -> None:
    root = parsed(exporting.tei_document(records, addresses))
    texts = root.findall(f".//{TEI}text")
    for article, element in zip(records.anchored.articles.values(), texts, strict=True):
        assert "".join(element.itertext()) == article.seed.text.text
        for anchor in article.anchors:
            name = str(anchor.annotation.ref).replace("/", ".")
            assert between(element, f"{name}.start", f"{name}.end") == article.seed.text.text[anchor.start : anchor.end]


def between(element: Any, start: str, end: str) -> str:
    """The characters from one anchor to the other."""
    words, is_inside = "", False
    for event, each in etree.iterwalk(element, events=("start", "end")):
        if event == "start":
            is_inside = (is_inside or each.get(XML_ID) == start) and each.get(XML_ID) != end
            words += (each.text or "") if is_inside else ""
        else:
            words += (each.tail or "") if is_inside else ""
    return words


def test_every_pointer_leads_to_something_in_it(records: Linked, addresses: Addresses) -> None:
    root = parsed(exporting.tei_document(records, addresses))
    names = [each.get(XML_ID) for each in root.iter() if each.get(XML_ID)]
    assert len(set(names)) == len(names)
    pointers = [
        pointer
        for each in root.iter()
        for key in ("target", "targetEnd", "ref", "source", "where", "ana")
        for pointer in (each.get(key) or "").split()
    ]
    assert pointers
    assert {each for each in pointers if each.startswith("#")} - {f"#{name}" for name in names} == set()


def test_every_field_is_in_a_feature_structure(woven_records: Linked, addresses: Addresses) -> None:
    root = parsed(exporting.tei_document(woven_records, addresses))
    (question,) = root.xpath("//*[@xml:id='question.stalls']")
    value = woven_records.seeds.questions["stalls"].value
    told = {each.get("name"): "".join(each.itertext()) for each in question.findall(f"{TEI}f")}
    assert told["title"] == value.title
    assert told["assessment"] == value.assessment
    positions = question.findall(f"{TEI}f[@name='positions']/{TEI}vColl/{TEI}fs")
    assert len(positions) == len(value.positions)


def test_several_articles_are_a_corpus_and_one_can_be_taken(tmp_path: Path, addresses: Addresses) -> None:
    shutil.copytree(MINIMAL, tmp_path, dirs_exist_ok=True)
    shutil.copytree(tmp_path / "seeds/articles/market", tmp_path / "seeds/articles/a-second")
    records = pipeline.link(tmp_path)[0]
    root = parsed(exporting.tei_document(records, addresses))
    assert root.tag == f"{TEI}teiCorpus"
    assert mistakes(root) == []
    assert len(root.findall(f"{TEI}TEI/{TEI}text")) == 2
    single = parsed(exporting.tei_document(exporting.only(records, "market"), addresses))
    assert single.tag == f"{TEI}TEI"
    assert mistakes(single) == []


def test_no_character_is_lost_on_the_way() -> None:
    words = "a\r\nb\r c\t<&>\"' \u2028\u0085 ]]> \U0001f4f0 خبر"
    element = etree.fromstring(tag("p", words, n=words.replace("\u2028", "")))
    assert element.text == words
    assert element.get("n") == words.replace("\u2028", "")
    assert text(text("<")) == "&lt;"


def test_a_text_of_ours_keeps_its_markup() -> None:
    written = (
        "One *two* **three** `four` [five](https://example.org/a?b&c) [@six; @seven] [[term/eight|nine]]\\\nten\n\n"
        "1. a\n2. b\n\n> c\n\n### d\n\n    e\n\n---\n"
    )
    made = tag("div", prose(parse(written)[0], lambda name: f"#{name}"))
    root = etree.fromstring(made)
    tags = [each.tag for each in root.iter()]
    for name in ("emph", "code", "ref", "ptr", "lb", "list", "item", "quote", "label", "ab", "milestone"):
        assert name in tags
    assert root.find(".//ptr").get("target") == "#source/six #source/seven"
    assert root.find(".//ref").get("target") == "https://example.org/a?b&c"


def test_the_command_writes_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(woven_folder(tmp_path))
    assert cli.run(["export", "--format", "tei", "--output", "all.xml"]) == 0
    assert cli.run(["export", "--format", "tei", "--article", "market"]) == 0
    assert parsed(capsys.readouterr().out).tag == f"{TEI}TEI"
    assert mistakes(parsed(Path("all.xml").read_text("utf-8"))) == []
