"""What `explainer add` makes of the files that programs save and people send, and of those that mean harm."""

import io
import shutil
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

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
