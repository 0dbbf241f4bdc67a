"""Annotations as other programs write them: each value is in the note or in the comment above it, each row is told."""

import json
import random
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explainer import tree
from explainer.authoring import yaml_writing
from explainer.authoring.importing import (
    FileForm,
    Passage,
    WrongMappingError,
    form_of,
    note_draft,
    read_annotations,
    read_notes,
    read_zotero,
)
from explainer.authoring.importing.annotation_lists import annotations_in
from explainer.commands import cli
from explainer.reading.yaml_file import parse_yaml
from explainer.source import SourceFile
from tests.cases import HERE
from tests.projects import MINIMAL

CASES = HERE / "annotations"
SOURCES = "seeds/sources.yaml"
NOTES = "seeds/articles/market/annotations.yaml"


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(MINIMAL, tmp_path, dirs_exist_ok=True)
    Path(tmp_path / NOTES).write_text("")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def parsed() -> object:
    node, found = parse_yaml(SourceFile(NOTES, Path(NOTES).read_text(encoding="utf-8")))
    assert not found, found
    return tree.plain(node) if node is not None else None


@pytest.mark.parametrize("name", sorted(path.stem for path in CASES.glob("*.expected")))
@pytest.mark.usefixtures("site")
def test_what_is_written_and_what_is_told(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copy(CASES / name, name)
    call = ["import", name, *options(name)]
    code = cli.run(call)
    told = capsys.readouterr()
    seen = f"rc {code}\n{told.out}{told.err}---\n{Path(NOTES).read_text(encoding='utf-8')}"
    assert seen == (CASES / f"{name}.expected").read_text(encoding="utf-8")
    assert isinstance(parsed(), list | None)
    written = Path(NOTES).read_bytes()
    assert cli.run(call) == code
    assert Path(NOTES).read_bytes() == written, "a second import adds nothing"


ODD: tuple[Any, ...] = (
    None, 7, "", "\ud83d", "\x02", "a\r\nb: c # d", "- x", [], {}, [[]], {"type": "Choice", "items": [7]}, "<b>x",
    "&#2;", "| \u2028", "\x0c", {"@list": []},
)  # fmt: skip


def mutated(value: Any, dice: random.Random) -> Any:
    """The same annotations with parts of them gone, doubled, or something else."""
    if dice.random() < 0.03:
        return dice.choice(ODD)
    if isinstance(value, dict):
        return {key: mutated(each, dice) for key, each in value.items() if dice.random() > 0.03}
    if isinstance(value, list):
        return [mutated(each, dice) for each in value for _ in range(dice.choice([1] * 20 + [0, 2]))]
    return value


@given(st.integers(), st.sampled_from(["w3c.json", "client.json"]))
def test_nothing_breaks_and_every_annotation_is_counted(seed: int, name: str) -> None:
    data = mutated(json.loads((CASES / name).read_text(encoding="utf-8")), random.Random(seed))
    read = read_notes(data)
    found = annotations_in(data)
    drafts = [note_draft(note, Passage(note.quote, note.prefix, note.suffix), ()) for note in read.notes]
    text = yaml_writing.appended("", None, drafts, drafts)
    text.encode()
    node, wrong = parse_yaml(SourceFile("x.yaml", text))
    assert not wrong
    plain = tree.plain(node) if node is not None else None
    assert len(plain if isinstance(plain, list) else []) == len(drafts)
    "".join(read.problems).encode()
    assert len(read.notes) + len(read.problems) >= len(found.annotations) + len(found.problems)


NEW = sorted(path for path in CASES.iterdir() if path.suffix in (".csv", ".tsv", ".xml", ".rdf"))
PIECES = (
    "",
    '"',
    "<",
    ">",
    "&",
    "&x;",
    "\\",
    "|",
    "\t",
    "\n",
    "\r",
    "_",
    "[1]",
    "#",
    "(",
    "1-1",
    "\x85",
    "\u2028",
    "]]>",
    "<!--",
)


def damaged(text: str, dice: random.Random) -> str:
    """The same file with pieces of it gone, doubled, or something else."""
    for _ in range(dice.randint(1, 12)):
        at = dice.randrange(len(text) + 1)
        end = min(len(text), at + dice.choice((0, 1, 1, 2, 9, 80)))
        text = text[:at] + dice.choice((*PIECES, text[at:end] * 2)) + text[end:]
    return text


@given(st.integers(), st.sampled_from(NEW))
def test_a_damaged_file_is_read_or_told(seed: int, path: Path) -> None:
    text = damaged(path.read_text(encoding="utf-8"), random.Random(seed))
    form = form_of(path.name, path.read_text(encoding="utf-8"))
    assert form is not None
    mapping = [each for each in options(path.name) if "=" in each]
    if form is FileForm.ZOTERO_RDF:
        zotero = read_zotero(text, path.name)
        read = zotero.notes
        found = len(zotero.library.records) + len(zotero.library.problems)
    else:
        found = 0
        try:
            read = read_annotations(text, form, path.name, mapping)
        except WrongMappingError:  # a layer that the mapping names is gone
            return
    drafts = [note_draft(note, Passage(note.quote or "x", note.prefix, note.suffix), ()) for note in read.notes]
    _, wrong = parse_yaml(SourceFile("x.yaml", yaml_writing.appended("", None, drafts, drafts)))
    assert not wrong
    assert read.notes or read.problems or found, "what cannot be read is told"


def options(name: str) -> list[str]:
    """What the command is called with beside the name of the file."""
    path = CASES / f"{name}.options"
    return path.read_text(encoding="utf-8").splitlines() if path.exists() else []


@pytest.mark.parametrize("path", [path for path in NEW if path.name != "entities.xml"], ids=lambda path: path.name)
@pytest.mark.usefixtures("site")
def test_every_word_of_a_file_is_written_or_told(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = path.read_text(encoding="utf-8")
    shutil.copy(path, path.name)
    cli.run(["import", path.name, *options(path.name)])
    told = capsys.readouterr()
    there = told.out + told.err + Path(NOTES).read_text(encoding="utf-8") + Path(SOURCES).read_text(encoding="utf-8")
    said = set(re.findall(r"\w{3,}", " ".join(said_in(path.suffix, text))))
    assert said
    assert said - set(re.findall(r"\w{3,}", f"{there} {UNSAID[path.suffix]}")) == set()


UNSAID = {
    ".csv": "Creation Date User Body "
    "Created Author Page URL Group Type Quote description Comment Tags Annotation Highlight Reply level "
    "updated url user tags text direct link",
    ".tsv": "",
    ".xml": "",
    ".rdf": "newspaperArticle",
}
"""Words that stand for the form of a file, by its ending."""


def said_in(ending: str, text: str) -> Iterator[str]:
    """What a file says: cells, texts, values of attributes."""
    if ending == ".csv":
        yield text
    elif ending == ".tsv":
        for line in text.split("\n"):
            yield "" if line.startswith("#") else re.sub(r"\\(.)", r"\1", "\t".join(line.split("\t")[3:]))
    else:
        for element in ElementTree.fromstring(text).iter():
            name = element.tag.rpartition("}")[2]
            if name in ("annotation", "note", "span", "change", "ptr", "ref", "link"):
                pointers = (
                    ("target", "targetEnd", "from", "to", "ana") if name in ("annotation", "note", "span") else ()
                )
                yield from (value for key, value in element.attrib.items() if key not in pointers)
            if name in ("note", "span", "p", "hi", "ref", "Memo", "value", "subject", "title") and ending == ".rdf":
                yield re.sub(r"&\w+;|<[^<>]*>", " ", element.text or "")
            elif name in ("note", "ref", "hi") or (name == "span" and ending == ".xml"):
                yield "".join(element.itertext())


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (["--map", "Claim"], "`Claim` is no mapping: write `LAYER=KIND` or `LAYER.FEATURE=FIELD`"),
        (["--map", "Rumour=claim"], "there is no layer of passages `Rumour`; there are: `de.tudarmstadt"),
        (["--map", "Claim=rumour"], "`rumour` in `Claim=rumour` is no kind; there are: `claim`"),
        (["--map", "Claim.whom=party"], "has no feature `whom`; its features are `about`, `about →`, `comment`"),
        (
            ["--map", "Claim=claim", "--map", "Claim.who=speaker"],
            "`speaker`, for `who`, is no field of the kind `claim`",
        ),
        (["--reading", "original"], "`--reading` goes with a bibliography, and these are annotations"),
    ],
)
@pytest.mark.usefixtures("site")
def test_a_mapping_that_does_not_fit_is_a_wrong_call(
    given: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.run(["import", str(CASES / "claims.tsv"), "--article", "market", *given]) == 2
    assert told in " ".join(capsys.readouterr().err.split())
    assert Path(NOTES).read_bytes() == b""


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("<a>\n <b></a>", "f.xml:2:7: this is not XML: mismatched tag"),
        ('<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>', "f.xml:1:25: the file declares the entity `x`"),
        ('<!DOCTYPE a [<!ENTITY % x SYSTEM "http://x.example/"> %x;]><a/>', "the file declares the entity `x`"),
        ('<!DOCTYPE a SYSTEM "x.dtd"><a>&eacute;</a>', "f.xml:1:31: `&eacute;` stands for something"),
        ('<!DOCTYPE a [<!ATTLIST a b CDATA "c">]><a/>', "the file declares that `a` without `b` has it all the same"),
        ("<a>" * 300, "f.xml:1:601: more than 200 elements are nested in each other"),
    ],
)
@pytest.mark.parametrize("form", [FileForm.TEI, FileForm.ENDNOTE_XML, FileForm.ZOTERO_RDF])
@pytest.mark.usefixtures("site")
def test_xml_that_is_refused_is_told_at_its_place(
    form: FileForm, text: str, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("f.xml").write_text(text)
    before = Path(SOURCES).read_bytes()
    assert cli.run(["import", "f.xml", "--format", form.value]) == 1
    assert told in capsys.readouterr().err
    assert (Path(NOTES).read_bytes(), Path(SOURCES).read_bytes()) == (b"", before)


POINTERS = """<TEI><text><body>
<p xml:id="p1">one <hi>two</hi> three<note>not this</note> four</p><p n="2">five</p>
<p xml:id="p3">six <choice><sic>sevn</sic><corr>seven</corr></choice> ei<lb break="no"/>ght<lb/>nine</p>
</body></text></TEI>"""


@pytest.mark.parametrize(
    ("pointer", "words"),
    [
        ("#p1", "one two three four"),
        ("#string-range(p1,4,3)", "two"),
        ("#string-range('p1', 0, 7)", "one two"),
        ("#xpath(//p[2])", "five"),
        ("#xpath1(/TEI/text/body/p[@n='2'])", "five"),
        ("/TEI[1]/text[1]/body[1]/p[2]", "five"),
        ("#range(left(//p[2]),right(p3))", "five six sevn eight nine"),
        ("#range(string-index(p1,8),string-index(p1,13))", "three"),
        ("#id('p3')", "six sevn eight nine"),
        ("#p9", "the file has no `xml:id` `p9`"),
        ("#string-range(p1,90,3)", "there are 26 characters in it, and not 90"),
        ("#xpath(//p)", "the path `//p` leads to 3 elements"),
        ("#xpath(//p[last()])", "the path `//p[last()]` is not read here"),
        ("#match(p1,'t.o')", "`match` with 2 arguments is not read here"),
        ("#range(right(p3),left(p1))", "its end stands before its beginning"),
        ("https://x.example/", "it is about the whole of it"),
    ],
)
def test_where_a_pointer_of_tei_leads(pointer: str, words: str) -> None:
    annotation = f'<standOff><annotation target="{pointer}"><note>x</note></annotation></standOff>'
    read = read_annotations(POINTERS.replace("</TEI>", f"{annotation}</TEI>"), FileForm.TEI, "f.xml")
    told = [problem for problem in read.problems if "<annotation>" in problem]
    assert words == read.notes[0].quote if read.notes else words in told[0]


def test_our_own_tei_comes_back_whole_and_what_was_changed_in_it_is_told(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copy(MINIMAL / NOTES, NOTES)
    before = parsed()
    assert isinstance(before, list)
    assert cli.run(["export", "--format", "tei", "--article", "market", "--output", "ours.xml"]) == 0
    Path(NOTES).write_text("")
    cli.run(["import", "ours.xml", "--article", "market"])
    after = parsed()
    assert isinstance(after, list)
    assert {each["id"]: each for each in after} == {each["id"]: each for each in before}
    assert "Not taken over" not in Path(NOTES).read_text()
    Path(NOTES).write_text("")
    text = Path("ours.xml").read_text(encoding="utf-8")
    Path("ours.xml").write_text(
        text.replace("<p>We could not check this.", "<p>Nobody checked this."), encoding="utf-8"
    )
    cli.run(["import", "ours.xml", "--article", "market"])
    assert "# Not taken over: words `Nobody checked this.`" in Path(NOTES).read_text()
