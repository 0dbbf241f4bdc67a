"""The text of a file of HTML, in the encoding that it says it has."""

import codecs
import re

_DECLARED = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]+)", re.IGNORECASE)
_BEGINNING = 4096
_LOOKS_LIKE_HTML = re.compile(r"\s*(?:<!--.*?-->\s*)*(?:<!doctype html|<html|<head|<body)", re.IGNORECASE | re.DOTALL)
_OTHERS = {
    b"%PDF": "a PDF file",
    b"PK\x03\x04": "a document of a word processor, or an archive",
    b"\xd0\xcf\x11\xe0": "a document of a word processor",
    b"{\\rtf": "a document of a word processor",
    b"bplist": "a web archive of a browser",
}


def is_html(name: str, content: bytes) -> bool:
    """Whether a file is HTML: by its name, and without one by its beginning."""
    if re.search(r"\.x?html?$", name, re.IGNORECASE):
        return True
    return "." not in name and bool(_LOOKS_LIKE_HTML.match(content[:_BEGINNING].decode("latin-1").lstrip("ï»¿")))


def other_kind(content: bytes) -> str | None:
    """What a file is that is neither text nor HTML; None where it may be one of them."""
    if re.match(rb"(?:From: .*\r?\n)?(?:.*\r?\n){0,8}MIME-Version:", content[:_BEGINNING], re.IGNORECASE):
        return "a web archive of a browser"
    return next((what for start, what in _OTHERS.items() if content.startswith(start)), None)


def decode_html(content: bytes) -> tuple[str, str]:
    """The text, and the name of its encoding: by its mark, its declaration, as UTF-8, or as the oldest browsers do."""
    for mark, encoding in (
        (codecs.BOM_UTF8, "utf-8-sig"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if content.startswith(mark):
            return content.decode(encoding, "replace"), encoding.removesuffix("-sig")
    declared = _DECLARED.search(content[:_BEGINNING])
    for encoding in (*([declared[1].decode()] if declared else []), "utf-8"):
        try:
            return content.decode(_as_browsers(encoding)), encoding.lower()
        except (LookupError, UnicodeDecodeError):
            continue
    return content.decode("windows-1252", "replace"), "windows-1252"


def _as_browsers(encoding: str) -> str:
    """Pages that say Latin-1 are read as Windows-1252, which has the dashes and quotation marks too."""
    return "windows-1252" if encoding.lower() in ("iso-8859-1", "latin-1", "latin1", "ascii", "us-ascii") else encoding
