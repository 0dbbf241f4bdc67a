"""Files that nobody writes by hand: each is told, or taken but for what cannot be read. None ends in a traceback."""

import io
import shutil
import zipfile
from pathlib import Path

import pytest

from explainer.authoring.editions import CannotExchangeError, xliff
from explainer.authoring.receiving import zipped
from explainer.authoring.receiving.received import CannotReadError
from explainer.commands import cli
from tests.projects import MINIMAL

DIGITS = "9" * 5000
"""More than Python makes a number of."""
_NOTE = (
    '{"type": "Annotation", "x": %s, "target": {"selector": {"type": "TextQuoteSelector", "exact": "built in 1788"}}}'
)
_TEI = (
    '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><p xml:id="p">built in 1788</p></body></text>'
    '<standOff><listAnnotation><annotation target="%s"><note>x</note></annotation></listAnnotation></standOff></TEI>'
)
_ZOTERO = (
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:bib="http://purl.org/net/biblio#">'
    '<bib:Memo rdf:about="#item_1"><rdf:value>&lt;p&gt;&lt;span class="highlight" data-annotation="%s"&gt;built in 1788'
    "&lt;/span&gt;&lt;/p&gt;</rdf:value></bib:Memo></rdf:RDF>"
)
IMPORTED = {
    "annotations.json": f"[{_NOTE % DIGITS}]",
    "sources.json": f'[{{"type": "book", "title": "A", "volume": {DIGITS}}}]',
    "documentcloud.json": f'{{"notes": [{{"page_number": {DIGITS}, "content": "<q>built in 1788</q>"}}]}}',
    "offsets.tsv": f"#FORMAT=WebAnno TSV 3.2\n#T_SP=custom.Span|label\n\n\n#Text=built\n1-1\t0-{DIGITS}\tbuilt\tX\n",
    "hypothesis.csv": f"id,url,user,type,replies,quote,comment,created\n1,u,u,{DIGITS},0,built in 1788,x,2031\n",
    "characters.tei": _TEI % f"#string-range(p,{DIGITS},3)",
    "step.tei": _TEI % f"#xpath(/TEI[{DIGITS}])",
    "plain.tei": _TEI % f"a.txt#char={DIGITS},{DIGITS}",
    "deep.tei": _TEI % ("#" + "left(" * 5000 + "p" + ")" * 5000),
    "deep.rdf": _ZOTERO % ("%5B" * 100_000),
}


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(MINIMAL, tmp_path / "site")
    monkeypatch.chdir(tmp_path / "site")
    return tmp_path


@pytest.mark.parametrize("name", IMPORTED)
def test_numbers_and_depths_without_end(name: str, project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / name).write_text(IMPORTED[name], encoding="utf-8")
    of_notes = [] if name.startswith("sources") else ["--article", "market"]
    of_sources = ["--reading", "original"] if name.startswith("sources") else []
    assert cli.run(["import", f"../{name}", *of_notes, *of_sources]) in (0, 1)
    assert "bug" not in capsys.readouterr().err


def test_a_long_number_is_kept(project: Path) -> None:
    (project / "a.json").write_text(IMPORTED["sources.json"], encoding="utf-8")
    assert cli.run(["import", "../a.json", "--reading", "original"]) == 0
    assert "volume `99999" in Path("seeds/sources.yaml").read_text(encoding="utf-8")


def _document(body: str, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    names = " ".join(
        f'xmlns:{name[0]}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "text")
    )
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", method) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        content = f"<o:document-content {names}><o:body><o:text>{body}</o:text></o:body></o:document-content>"
        archive.writestr("content.xml", content)
    return written.getvalue()


def test_numbers_of_a_document(project: Path) -> None:
    body = f'<t:p>Two<t:s t:c="{DIGITS}"/>words</t:p><t:h t:outline-level="{DIGITS}">Head</t:h>'
    (project / "a.odt").write_bytes(_document(body))
    assert cli.run(["add", "../a.odt", "--slug", "new"]) == 0


@pytest.mark.parametrize("method", [zipfile.ZIP_LZMA, zipfile.ZIP_BZIP2])
def test_a_block_that_is_unpacked_whole(method: int, project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Some kilobytes would take all memory before a byte of it is counted."""
    (project / "a.odt").write_bytes(_document("<t:p>Words</t:p>", method))
    assert cli.run(["add", "../a.odt", "--slug", "new"]) == 2
    assert "compressed in a way" in capsys.readouterr().err


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_in_any_encoding(encoding: str) -> None:
    written = f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'.encode(encoding)
    with pytest.raises(CannotReadError, match="defines entities"):
        zipped.parsed(written, "content.xml")
    with pytest.raises(CannotExchangeError, match="document type"):
        xliff.read(written)
