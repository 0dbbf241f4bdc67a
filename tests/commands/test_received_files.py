"""What `explainer add` makes of the files that programs save and people send, and of those that mean harm."""

import hashlib
import io
import re
import shlex
import shutil
import sys
import zipfile
import zlib
from pathlib import Path
from typing import Any

import brotli
import pytest
import yaml
import zstandard
from pypdf import PdfWriter
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from explainer import pipeline
from explainer.authoring.receiving.pdf import glyphs
from explainer.commands import cli
from tests.cases import HERE
from tests.projects import MINIMAL

RECEIVED = HERE / "add" / "received"
CASES = [case for path in sorted(RECEIVED.glob("*.yaml")) for case in yaml.safe_load(path.read_text("utf-8"))]


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(MINIMAL, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO()))
    return tmp_path


@pytest.mark.parametrize("case", CASES, ids=lambda case: " ".join([case["file"], *case.get("options", ())]))
def test_file(case: dict[str, Any], site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code = cli.run(["add", str(RECEIVED / case["file"]), "--slug", "new", *case.get("options", ())])
    printed = capsys.readouterr()
    assert code == case.get("code", 0), printed.err
    folder = site / "seeds/articles/new"
    if code:
        assert not folder.exists()
        written, text = {}, ""
    else:
        written = yaml.safe_load((folder / "article.yaml").read_text("utf-8"))
        text = (folder / "source.txt").read_text("utf-8")
    told = printed.out + printed.err + ((folder / "article.yaml").read_text("utf-8") if written else "")
    for words in case.get("told", ()):
        assert words in told
    for words in case.get("text", ()):
        assert words in text
    for words in case.get("not-text", ()):
        assert words not in text
    says = case.get("says", {})
    assert {key: str(written.get(key)) for key in says} == says


def test_what_was_received_is_kept_and_can_be_taken_again(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["add", str(RECEIVED / "two-columns.pdf"), "--slug", "new"]) == 0
    folder = site / "seeds/articles/new"
    told = yaml.safe_load((folder / "article.yaml").read_text("utf-8"))["received"]
    assert (folder / told["file"]).read_bytes() == (RECEIVED / "two-columns.pdf").read_bytes()
    assert told["sha256"] == hashlib.sha256((folder / "received.pdf").read_bytes()).hexdigest()
    assert told["made-with"].startswith("explainer ")
    assert "pypdfium2" in told["made-with"]
    monkey = shlex.split(told["command"])[1:]
    assert cli.run([monkey[0], str(folder / monkey[1]), "--slug", "again"]) == 0
    assert (site / "seeds/articles/again/source.txt").read_bytes() == (folder / "source.txt").read_bytes()
    assert {each.rule.id for each in pipeline.run(site).diagnostics} == {"value-is-written"}


def test_of_a_file_that_may_not_be_published_the_digest_is_kept(site: Path) -> None:
    assert cli.run(["add", str(RECEIVED / "letter.eml"), "--slug", "new", "--digest-only", "--text"]) == 0
    folder = site / "seeds/articles/new"
    assert sorted(path.name for path in folder.iterdir()) == ["annotations.yaml", "article.yaml", "source.txt"]
    told = yaml.safe_load((folder / "article.yaml").read_text("utf-8"))["received"]
    assert told["sha256"] == hashlib.sha256((RECEIVED / "letter.eml").read_bytes()).hexdigest()
    assert told["command"] == "explainer add letter.eml --text"
    assert told["part"] == "the part of the type text/plain"


def test_a_note_says_on_which_page_its_passage_stands(site: Path) -> None:
    options = ["--slug", "new", "--digest-only", "--language", "en", "--licence", "free", "--reading", "original"]
    assert cli.run(["add", str(RECEIVED / "two-columns.pdf"), *options]) == 0
    notes = site / "seeds/articles/new/annotations.yaml"
    for id_, quote in (("one", "2,400 people a day"), ("two", "The council will answer in June")):
        with notes.open("a", encoding="utf-8") as file:
            file.write(f"- id: {id_}\n  kind: note\n  quote: {quote}\n  note: Looked up.\n")
    record = site / "seeds/articles/new/article.yaml"
    written = re.sub(r"^[a-z]+: TODO.*\n", "", record.read_text("utf-8"), flags=re.MULTILINE)
    record.write_text(f"{written}description: A ferry.\nprovenance: A page of a paper.\n", "utf-8")
    page = pipeline.preview(site).pages["articles/new.md"]().markdown
    assert re.findall(r'id="n-(\w+)"|p(?:\.|&#46;) (\d)<', page) == [("one", ""), ("", "1"), ("two", ""), ("", "2")]
    assert "The text layer of a PDF file, in the order in which it is read" in page


@pytest.mark.parametrize(
    ("library", "name", "group"),
    [
        ("pypdfium2", "two-columns.pdf", "pdf"),
        ("mammoth", "statement.docx", "office"),
        ("warcio.archiveiterator", "courier.wacz", "archives"),
        ("brotli", "courier.wacz", "archives"),
    ],
)
def test_without_the_group_it_is_said_which(
    library: str, name: str, group: str, site: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    glyphs._library.cache_clear()
    monkeypatch.setitem(sys.modules, library, None)
    assert cli.run(["add", str(RECEIVED / name), "--slug", "new"]) == 2
    glyphs._library.cache_clear()
    assert f"needs the optional group `{group}`" in capsys.readouterr().err


def made_pdf(password: str = "") -> bytes:
    written, content = PdfWriter(), io.BytesIO()
    written.add_blank_page(200, 200)
    if password:
        written.encrypt(password, algorithm="RC4-128")
    written.write(content)
    return content.getvalue()


def zipped(files: dict[str, str | bytes], kind: str = "") -> bytes:
    content = io.BytesIO()
    first: dict[str, str | bytes] = {"mimetype": kind} if kind else {}
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in (first | files).items():
            archive.writestr(name, text)
    return content.getvalue()


MUCH = bytes(40_000_001)
ODT, EPUB = "application/vnd.oasis.opendocument.text", "application/epub+zip"
CONTAINER = "<c><rootfile full-path='a.opf'/></c>"
LAUGHS = "<!DOCTYPE a [<!ENTITY a 'ha'><!ENTITY b '&a;&a;'>]><a>&b;</a>"
AWAY = "<p xmlns='x'><item id='a' href='../../../etc/passwd' media-type='text/html'/><itemref idref='a'/></p>"


def warc(body: bytes, *headers: tuple[str, str], kind: str = "text/html") -> bytes:
    content = io.BytesIO()
    writer = WARCWriter(content, gzip=False)
    http = StatusAndHeaders("200 OK", [("Content-Type", kind), *headers], protocol="HTTP/1.1")
    told = {"WARC-Date": "2031-03-21T08:00:00Z"}
    record = writer.create_warc_record(
        "https://a.example/", "response", io.BytesIO(body), http_headers=http, warc_headers_dict=told
    )
    writer.write_record(record)
    return content.getvalue()


CHUNKED = b"9\r\n<p>words \r\n8\r\nin parts\r\n0\r\n\r\n"


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (warc(CHUNKED, ("Transfer-Encoding", "chunked")), "words in parts"),
        (warc(b"<p>open", ("Content-Encoding", "br")), "open"),
        (warc(zstandard.compress(b"<p>packed"), ("Content-Encoding", "zstd")), "packed"),
        (warc(zlib.compress(b"<p>raw")[2:-4], ("Content-Encoding", "deflate")), "raw"),
        (warc("<p>Паром".encode("koi8-r"), kind="text/html; charset=koi8-r"), "Паром"),
    ],
)
def test_answers_as_servers_pack_them(content: bytes, text: str, site: Path) -> None:
    (site / "a.warc").write_bytes(content)
    assert cli.run(["add", "a.warc", "--slug", "new"]) == 0
    assert (site / "seeds/articles/new/source.txt").read_text("utf-8").strip() == text


def letter(head: str, body: str) -> bytes:
    return f"From: a@b.example\nSubject: Ferry\nDate: Thu, 20 Mar 2031 09:15:00 +0100\n{head}\n\n{body}".encode()


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("a.eml", letter("Content-Type: multipart/encrypted; boundary=x", "--x\n\nsealed\n--x--"), "is encrypted"),
        ("a.eml", letter("Content-Type: application/pkcs7-mime", "sealed"), "is encrypted"),
        ("a.eml", letter("Content-Type: image/png; name=a.png", "x"), "with it came a.png"),
        ("a.mbox", b"From a@b Thu Mar 20 2031\nFrom: a@b\nSubject: x\n\nwords", "is a mailbox"),
        (
            "a.mhtml",
            b"From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n",
            "no part",
        ),
        ("a.doc", b"\xd0\xcf\x11\xe0 words", "is a document of an old word processor"),
        ("a.rtf", b"{\\rtf1 words}", "save it as DOCX or ODT"),
        ("a.webarchive", b"bplist00 WebMainResource", "is broken or cut short"),
        ("a.jpg", b"\xff\xd8\xff words", "let a program recognise its text"),
        ("a.pdf", b"%PDF-1.7 broken", "is broken or cut short"),
        ("a.pdf", made_pdf(), "has no text layer"),
        ("a.pdf", made_pdf("secret"), "is encrypted; open it with its password"),
        ("a.odt", zipped({"content.xml": LAUGHS}, ODT), "defines entities"),
        ("a.odt", zipped({"content.xml": "<a/>"}, ODT), "holds no text"),
        ("a.odt", zipped({"content.xml": "<a>"}, ODT), "is no XML"),
        ("a.odt", zipped({"META-INF/manifest.xml": "<a><encryption-data/></a>"}, ODT), "is encrypted"),
        ("a.odt", zipped({"content.xml": MUCH}, ODT), "is larger than 40 MB"),
        ("a.odt", zipped({}, ODT), "lacks a part of itself: content.xml"),
        ("a.docx", zipped({"word/document.xml": "<a/>"}), "is broken"),
        ("a.docx", zipped({"word/document.xml": LAUGHS}), "defines entities"),
        ("a.epub", zipped({"META-INF/container.xml": CONTAINER, "a.opf": AWAY}, EPUB), "no chapter that can be read"),
        (
            "a.epub",
            zipped({"META-INF/encryption.xml": "<a><EncryptionMethod/></a>"}, EPUB),
            "protected against copying",
        ),
        ("a.xlsx", zipped({"[Content_Types].xml": "", "xl/workbook.xml": ""}), "is a table or presentation"),
        ("a.zip", zipped({"page.html": "<p>words"}), "is an archive of files"),
        ("a.odt", zipped(dict.fromkeys(map(str, range(20_001)), ""), ODT), "more than 20,000 files"),
        ("a.warc", b"WARC/1.1\r\nbroken", "cut short"),
        ("a.warc", warc(b"\x1f\x8bbroken", ("Content-Encoding", "gzip")), "is broken"),
        ("a.warc", warc(b"words", ("Content-Encoding", "pack200")), "compressed as `pack200`, which cannot be read"),
        (
            "a.warc",
            warc(zlib.compress(b" " * 40_000_001), ("Content-Encoding", "deflate")),
            "unpacks to more than 40 MB",
        ),
        ("a.warc", warc(brotli.compress(b" " * 40_000_001), ("Content-Encoding", "br")), "unpacks to more than 40 MB"),
        ("a.wacz", zipped({"datapackage.json": "{}", "archive/a.txt": ""}), "holds no WARC file"),
        ("a.gz", b"\x1f\x8b words", "is compressed"),
    ],
)
def test_what_cannot_be_taken_is_told(
    name: str, content: bytes, told: str, site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (site / name).write_bytes(content)
    assert cli.run(["add", name, "--slug", "new"]) == 2
    assert told in capsys.readouterr().err
    assert not (site / "seeds/articles/new").exists()


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (letter("Content-Type: text/plain; charset=koi8-r", "") + "Паром".encode("koi8-r"), "Паром"),
        (letter("Content-Type: text/plain; charset=no-such", "Fähre"), "Fähre"),
        (letter("Content-Transfer-Encoding: base64", "RsOkaHJl!!!"), "Fähre"),
        (letter("Subject: =?utf-8?q?broken", "words"), "words"),
        (letter("Content-Type: text/plain; format=flowed; delsp=yes", "渡 \n船\n"), "渡船"),
        (letter("Content-Type: multipart/mixed; boundary=x", "--x\n\nFirst.\n--x\n\nSecond.\n"), "First.\n\nSecond."),
    ],
)  # fmt: skip
def test_letters_as_programs_write_them(content: bytes, text: str, site: Path) -> None:
    (site / "a.eml").write_bytes(content)
    assert cli.run(["add", "a.eml", "--slug", "new"]) == 0
    assert (site / "seeds/articles/new/source.txt").read_text("utf-8").strip() == text


def test_parts_nested_without_end_are_told(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    nested = "".join(f"--{n}\nContent-Type: multipart/mixed; boundary={n + 1}\n\n" for n in range(2000))
    (site / "a.eml").write_bytes(letter("Content-Type: multipart/mixed; boundary=0", nested))
    assert cli.run(["add", "a.eml", "--slug", "new"]) == 2
    assert "nested in each other" in capsys.readouterr().err
