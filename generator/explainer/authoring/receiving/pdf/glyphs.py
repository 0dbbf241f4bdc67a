"""The characters of a PDF's text layer, each with its place. Alone imports pypdfium2, which need not be there."""

from collections.abc import Iterator
from contextlib import contextmanager
from ctypes import byref, c_double
from dataclasses import dataclass
from functools import cache
from typing import Any

from explainer.authoring.receiving.received import CannotReadError

_MISSING = "reading PDF needs the optional group `pdf`; in the folder of explainer: pip install '.[pdf]'"
_WRONG_PASSWORD = 4
_INVISIBLE = 3
"""How a program that recognises the text of pictures writes it over them."""
MOST_GLYPHS = 4_000_000
"""As many characters as a file of the seeds may have bytes."""
_SOFT_HYPHENS = frozenset({0x00AD, 0x0002, 0xFFFE})


@dataclass(frozen=True, slots=True)
class Glyph:
    """A character and the box around it: points from the left and from the foot of the page."""

    text: str
    left: float
    right: float
    foot: float
    head: float
    base: float
    """The line on which it stands."""
    size: float
    weight: int
    is_turned: bool = False


@dataclass(frozen=True, slots=True)
class PdfPage:
    """A page of a PDF."""

    label: str
    """Its number as the file counts: “iv”, “12”."""
    width: float
    height: float
    glyphs: tuple[Glyph, ...]
    """In the order of the file; a space stands where the file has one or leaves room for one."""
    unmapped: int = 0
    """How many characters have no meaning in the file."""
    invisible: int = 0


@dataclass(frozen=True, slots=True)
class Document:
    title: str
    author: str
    created: str
    version: str
    """The library that read it."""
    number: int
    """How many pages it has."""
    sheets: Iterator[PdfPage]


@contextmanager
def opened(content: bytes) -> Iterator[Document]:
    """The pages of a file, read one by one."""
    pdfium = _library()
    try:
        document = pdfium.PdfDocument(content)
    except pdfium.PdfiumError as error:
        if getattr(error, "err_code", None) == _WRONG_PASSWORD or "password" in str(error).lower():
            raise CannotReadError(
                "this PDF is encrypted", "open it with its password, print it into a new PDF, and add that"
            ) from None
        raise CannotReadError("this PDF is broken or cut short", "fetch it again, or repair it") from None
    try:
        told = document.get_metadata_dict()
        yield Document(
            _line(told.get("Title", "")), _line(told.get("Author", "")), told.get("CreationDate", ""),
            f"pypdfium2 {pdfium.PYPDFIUM_INFO}", len(document), _sheets(document),
        )  # fmt: skip
    finally:
        document.close()


def _line(text: str) -> str:
    return " ".join("".join(char if char.isprintable() else " " for char in text).split())


def _sheets(document: Any) -> Iterator[PdfPage]:
    pdfium, left = _library(), MOST_GLYPHS
    for index in range(len(document)):
        try:
            page = document[index]
            text = page.get_textpage()
        except pdfium.PdfiumError:
            yield PdfPage(str(index + 1), 1, 1, ())
            continue
        label = _line(document.get_page_label(index) or "") or str(index + 1)
        sheet = _sheet(label, page, text.raw, left)
        left -= len(sheet.glyphs)
        if left <= 0:
            raise CannotReadError("this PDF has more than 4,000,000 characters", "add a part of it")
        yield sheet
        text.close()
        page.close()


def _sheet(label: str, page: Any, text: Any, most: int) -> PdfPage:
    raw = _library().raw
    found: list[Glyph] = []
    unmapped = invisible = 0
    weight, mode, at_start = 0, 0, True
    for index in range(min(raw.FPDFText_CountChars(text), most)):
        code = raw.FPDFText_GetUnicode(text, index)
        if raw.FPDFText_IsGenerated(text, index) == 1 or code in (0x20, 0x0A, 0x0D, 0x09, 0xA0):
            at_start = True
            found += [_space(found[-1])] if found and found[-1].text != " " and code not in (0x0A, 0x0D) else []
            continue
        if at_start:
            weight = raw.FPDFText_GetFontWeight(text, index)
            mode = raw.FPDFTextObj_GetTextRenderMode(raw.FPDFText_GetTextObject(text, index))
            at_start = False
        char = _char(raw, text, index, code)
        unmapped += char == "\ufffd"
        invisible += mode == _INVISIBLE
        found.append(_glyph(raw, text, index, char, weight))
    return PdfPage(label, page.get_width(), page.get_height(), tuple(found), unmapped, invisible)


def _char(raw: Any, text: Any, index: int, code: int) -> str:
    if code in _SOFT_HYPHENS:
        return "\u00ad"
    is_unknown = raw.FPDFText_HasUnicodeMapError(text, index) == 1 or 0xE000 <= code <= 0xF8FF
    if is_unknown or code < 32 or 0x7F <= code < 0xA0 or 0xD800 <= code <= 0xDFFF or code > 0x10FFFF:
        return "\ufffd"
    return chr(code)


def _glyph(raw: Any, text: Any, index: int, char: str, weight: int) -> Glyph:
    box, x, y = raw.FS_RECTF(), c_double(), c_double()
    raw.FPDFText_GetLooseCharBox(text, index, byref(box))
    raw.FPDFText_GetCharOrigin(text, index, byref(x), byref(y))
    angle = raw.FPDFText_GetCharAngle(text, index)
    size = abs(box.top - box.bottom) or raw.FPDFText_GetFontSize(text, index) or 1.0
    return Glyph(char, box.left, box.right, box.bottom, box.top, y.value, size, weight, 0.2 < angle < 6.08)


def _space(before: Glyph) -> Glyph:
    edge = before.right
    return Glyph(" ", edge, edge, before.foot, before.head, before.base, before.size, before.weight, before.is_turned)


@cache
def _library() -> Any:
    try:
        import pypdfium2
    except ImportError:
        raise CannotReadError(_MISSING) from None
    return pypdfium2
