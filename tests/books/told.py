"""What a program that reads a tagged PDF aloud says: its words in the order of the structure tree."""

from collections.abc import Iterator
from ctypes import c_ushort
from pathlib import Path
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium
from pypdf import PdfReader


def told(path: Path) -> Iterator[tuple[tuple[str, ...], str]]:
    """The words of each element that has some of its own, behind its kind and those of what it stands in."""
    words = _words(path)
    reader = PdfReader(path)
    root: Any = reader.trailer["/Root"]
    pages = {page.indirect_reference: number for number, page in enumerate(reader.pages)}
    waiting: list[tuple[Any, tuple[str, ...], int]] = [(root["/StructTreeRoot"], (), -1)]
    while waiting:
        each, kinds, page = waiting.pop()
        each = each.get_object() if hasattr(each, "get_object") else each
        if isinstance(each, int):
            yield kinds, words.get((page, int(each)), "")
            continue
        if "/Pg" in each:
            page = pages[each.raw_get("/Pg")]
        if "/MCID" in each:
            yield kinds, words.get((page, int(each["/MCID"])), "")
            continue
        kids = each.get("/K", [])
        kids = kids.get_object() if hasattr(kids, "get_object") else kids
        kinds = (*kinds, str(each["/S"])) if "/S" in each else kinds
        waiting += [(kid, kinds, page) for kid in reversed(kids if isinstance(kids, list) else [kids])]


def _words(path: Path) -> dict[tuple[int, int], str]:
    """By the number of the page and that of the marked piece."""
    found: dict[tuple[int, int], str] = {}
    for number, page in enumerate(pypdfium2.PdfDocument(path)):
        text = page.get_textpage()
        for at in range(pdfium.FPDFPage_CountObjects(page.raw)):
            each = pdfium.FPDFPage_GetObject(page.raw, at)
            if pdfium.FPDFPageObj_GetType(each) != pdfium.FPDF_PAGEOBJ_TEXT:
                continue
            size = pdfium.FPDFTextObj_GetText(each, text.raw, None, 0)
            buffer = (c_ushort * (size // 2))()
            pdfium.FPDFTextObj_GetText(each, text.raw, buffer, size)
            piece = (number, pdfium.FPDFPageObj_GetMarkedContentID(each))
            found[piece] = found.get(piece, "") + bytes(buffer).decode("utf-16-le").rstrip("\0")
    return found
