"""Which form a file has: by its first bytes, inside of an archive by its names; its own name decides only for text."""

import re
import zipfile
from typing import BinaryIO

from explainer.authoring.adding.encoding import is_html
from explainer.authoring.receiving.received import CannotReadError
from explainer.vocabulary import ReceivedForm

_BEGINNING = 65_536
_HEADER = re.compile(rb"[\w-]{1,60}:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*")
_OF_LETTERS = frozenset({b"from", b"date", b"subject", b"received", b"message-id", b"mime-version", b"return-path"})
_OF_PAGES = re.compile(
    rb"^(?:Snapshot-Content-Location:|Content-Type:\s*multipart/related\b)", re.IGNORECASE | re.MULTILINE
)
_ZIP = b"PK\x03\x04"
_OLD_WORD = "save it as DOCX or ODT, and add that"
_OTHERS = {
    b"\xd0\xcf\x11\xe0": ("a document of an old word processor or of Outlook", "save it as DOCX, ODT or .eml"),
    b"{\\rtf": ("a document in RTF", _OLD_WORD),
    b"%!PS": ("a PostScript file", "make a PDF of it, and add that"),
    b"Rar!": ("an archive", "take the file of the article out of it"),
    b"7z\xbc\xaf": ("an archive", "take the file of the article out of it"),
    b"\x89PNG": ("a picture", "let a program recognise its text, and add that"),
    b"\xff\xd8\xff": ("a picture", "let a program recognise its text, and add that"),
    b"II*\x00": ("a picture", "let a program recognise its text, and add that"),
    b"MM\x00*": ("a picture", "let a program recognise its text, and add that"),
}  # fmt: skip
_DOCUMENTS = {
    "application/epub+zip": ReceivedForm.EPUB,
    "application/vnd.oasis.opendocument.text": ReceivedForm.ODT,
    "application/vnd.oasis.opendocument.text-template": ReceivedForm.ODT,
}


def form_of(name: str, file: BinaryIO) -> ReceivedForm:
    """The form of a file; where it is none that can be read, an error that says what it is."""
    beginning = file.read(_BEGINNING)
    file.seek(0)
    if b"%PDF-" in beginning[:1024]:
        return ReceivedForm.PDF
    if beginning.startswith(_ZIP):
        return _in_zip(name, file)
    if beginning.startswith((b"WARC/", b"\x1f\x8b")):
        return _compressed(name, beginning)
    if beginning.startswith(b"bplist00") and b"WebMainResource" in beginning:
        return ReceivedForm.WEBARCHIVE
    for start, (what, fix) in _OTHERS.items():
        if beginning.startswith(start):
            raise CannotReadError(f"`{name}` is {what}", fix)
    if form := _of_letter(name, beginning):
        return form
    return ReceivedForm.HTML if is_html(name, beginning) else ReceivedForm.TEXT


def _of_letter(name: str, beginning: bytes) -> ReceivedForm | None:
    """A letter begins with its header; a page that was saved as one says so in it."""
    if beginning.startswith(b"From ") and b"\nFrom: " in beginning:
        raise CannotReadError(
            f"`{name}` is a mailbox, which may hold several letters", "save the letter alone, as .eml"
        )
    text = beginning.removeprefix(b"\xef\xbb\xbf").lstrip(b"\r\n")
    at, names = 0, set()
    while match := _HEADER.match(text, at):
        names.add(match[0].partition(b":")[0].lower())
        at = match.end()
    is_letter = len(names & _OF_LETTERS) >= 2 or (b"mime-version" in names)
    if not is_letter or (at < len(text) and text[at : at + 1] not in b"\r\n"):
        return None
    head = text[:at]
    is_page = _OF_PAGES.search(head) and (b"subject" not in names or b"to" not in names)
    return ReceivedForm.MHTML if is_page else ReceivedForm.EMAIL


def _compressed(name: str, beginning: bytes) -> ReceivedForm:
    if beginning.startswith(b"WARC/") or re.search(r"\.warc(?:\.gz)?$", name, re.IGNORECASE):
        return ReceivedForm.WARC
    import zlib

    try:
        start = zlib.decompressobj(31).decompress(beginning, 16)
    except zlib.error:
        start = b""
    if start.startswith(b"WARC/"):
        return ReceivedForm.WARC
    raise CannotReadError(f"`{name}` is compressed", "uncompress it, and add the file that was in it")


def _in_zip(name: str, file: BinaryIO) -> ReceivedForm:
    try:
        with zipfile.ZipFile(file) as archive:
            names = set(archive.namelist())
            kind = _mimetype(archive) if "mimetype" in names else ""
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise CannotReadError(f"`{name}` is an archive that is broken or cut short: {error}") from None
    finally:
        file.seek(0)
    if kind in _DOCUMENTS:
        return _DOCUMENTS[kind]
    if "META-INF/container.xml" in names:
        return ReceivedForm.EPUB
    if "word/document.xml" in names or ("[Content_Types].xml" in names and name.lower().endswith(".docx")):
        return ReceivedForm.DOCX
    if "datapackage.json" in names and any(each.startswith("archive/") for each in names):
        return ReceivedForm.WACZ
    if "[Content_Types].xml" in names or kind.startswith("application/vnd.oasis"):
        what = "a table or presentation" if "ppt/" in str(names) or "xl/" in str(names) or kind else "a document"
        raise CannotReadError(f"`{name}` is {what}, not a text", "save what is the article as DOCX, ODT or PDF")
    raise CannotReadError(f"`{name}` is an archive of files", "take the file of the article out of it, and add that")


def _mimetype(archive: zipfile.ZipFile) -> str:
    with archive.open("mimetype") as file:
        return file.read(200).decode("ascii", "replace").strip()
