"""Texts of files changed in place: what is not part of an edit stays byte for byte, comments and order included."""

from collections.abc import Iterable
from dataclasses import dataclass

from explainer.source import SourceFile

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True, order=True)
class TextEdit:
    """The characters of a file from offset `start` up to, not including, `end` become `text`."""

    start: int
    end: int
    text: str


def edited(file: SourceFile, edits: Iterable[TextEdit]) -> str:
    """The text of the file with all edits, which must not overlap."""
    pieces: list[str] = []
    position = 0
    for edit in sorted(set(edits)):
        assert edit.start >= position, f"two edits of {file.path} overlap"
        pieces += [file.text[position : edit.start], edit.text]
        position = edit.end
    return "".join([*pieces, file.text[position:]])


def encoded(text: str, before: bytes = b"") -> bytes:
    """The bytes of a text, with the byte-order mark that the file had before."""
    return (_BYTE_ORDER_MARK if before.startswith(_BYTE_ORDER_MARK) else b"") + text.encode()
