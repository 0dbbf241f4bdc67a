"""The text of a PDF: its columns in the order in which they are read, its paragraphs whole, where its pages begin.

What a program wrote over pictures as recognised text, and what has no text at all, is told.
"""

import re
from collections.abc import Sequence

from explainer.authoring.adding.facts import Fact
from explainer.authoring.receiving.pdf.columns import Column, columns
from explainer.authoring.receiving.pdf.glyphs import Document, PdfPage, opened
from explainer.authoring.receiving.pdf.lines import PdfLine, lines
from explainer.authoring.receiving.pdf.paragraphs import Joined, Paragraphs, PdfParagraph, words_of
from explainer.authoring.receiving.pdf.running import running
from explainer.authoring.receiving.received import CannotReadError, Envelope, PageStart, Received, ReceivedText

_SHOWN = 8
_LARGER = 1.15
_NO_TITLE = re.compile(r"^(?:untitled|microsoft word|document\d*|unknown)\b|\.\w{2,5}$", re.IGNORECASE)
_RECOGNISE = "let a program recognise it, such as `ocrmypdf in.pdf out.pdf`, add the result, and compare every word"


def from_pdf(content: bytes) -> Received:
    """The text of a PDF."""
    with opened(content) as document:
        sheets = list(document.sheets)
        envelope = Envelope(otherwise=[Fact("title", _title(document.title), "the title that the PDF has")])
        remarks, version = list(_of_file(document)), document.version
    empty = [sheet.label for sheet in sheets if not sheet.glyphs]
    if len(empty) == len(sheets):
        raise CannotReadError("this PDF has no text layer: it holds pictures of text", _RECOGNISE)
    written = [(sheet, lines(glyph for glyph in sheet.glyphs if not glyph.is_turned)) for sheet in sheets]
    heads = running(written)
    parts = [_columns(found, at_edge) for (_, found), at_edge in zip(written, heads, strict=True)]
    _refuse_rtl(written)
    whole = Paragraphs(frozenset(word for each in parts for word in words_of(each)))
    for (sheet, found), at_edge, its in zip(written, heads, parts, strict=True):
        above, below = _edges(sheet, found, at_edge)
        whole.add(sheet.label, its, above, [*below, *_turned(sheet)])
    paragraphs = whole.end()
    text, starts = _text(paragraphs)
    remarks += [*_of_pages(sheets, empty), *_of_words(whole.joined)]
    remarks += [
        f"this stands on {times} pages, and in the text once: “{_line(each)}”"
        for each, times in whole.times.items()
        if times > 1
    ]
    furniture = [each.text for each in paragraphs if each.is_furniture and each.text]
    return Received(
        ReceivedText(text, _headline(paragraphs), tuple(furniture), starts),
        envelope=envelope,
        remarks=remarks,
        libraries=(version,),
    )


def _refuse_rtl(written: Sequence[tuple[PdfPage, Sequence[PdfLine]]]) -> None:
    """A PDF has letters in the order in which they are drawn; no reader puts those of Arabic right for certain."""
    every = [line for _, found in written for line in found]
    if 5 * sum(len(line.text) for line in every if line.is_rtl) > sum(len(line.text) for line in every):
        raise CannotReadError(
            "the text of this PDF runs from right to left, and PDF does not say in which order its letters are read",
            "add the page or document from which it was made, as HTML, DOCX or ODT",
        )


def _title(title: str) -> str:
    """The title that a PDF has, unless it is the name of a file or a program’s."""
    return "" if _NO_TITLE.search(title) else title


def _columns(found: Sequence[PdfLine], at_edge: frozenset[int]) -> list[Column]:
    return columns([line for number, line in enumerate(found) if number not in at_edge])


def _edges(sheet: PdfPage, found: Sequence[PdfLine], at_edge: frozenset[int]) -> tuple[list[str], list[str]]:
    edge = sorted((found[number] for number in at_edge), key=lambda line: (-line.base, line.left))
    middle = sheet.height / 2
    return [line.text for line in edge if line.base > middle], [line.text for line in edge if line.base <= middle]


def _turned(sheet: PdfPage) -> list[str]:
    """What stands upright or aslant: watermarks, names of photographers. In the order of the file."""
    text = "".join(glyph.text for glyph in sheet.glyphs if glyph.is_turned)
    return [" ".join(text.split())] if text.strip() else []


def _text(paragraphs: Sequence[PdfParagraph]) -> tuple[str, tuple[PageStart, ...]]:
    """The text, and where in it each page begins: line and column, counted from 1."""
    text, starts = "", []
    waiting: list[str] = []
    for paragraph in paragraphs:
        if not paragraph.text:
            waiting += [label for label, _ in paragraph.starts]
            continue
        text += "\n\n" if text else ""
        for label, at in (*((label, 0) for label in waiting), *paragraph.starts):
            before = text + paragraph.text[:at]
            starts.append(PageStart(label, f"{before.count(chr(10)) + 1}:{len(before) - before.rfind(chr(10))}"))
        text += paragraph.text
        waiting = []
    return f"{text}\n", tuple(starts)


def _headline(paragraphs: Sequence[PdfParagraph]) -> str:
    """The first paragraph in the largest letters, where they are larger than most."""
    body = [each for each in paragraphs if each.text and not each.is_furniture]
    if not body:
        return ""
    sizes = sorted(each.size for each in body for _ in range(1 + len(each.text) // 20))
    usual = sizes[len(sizes) // 2]
    first = next((each for each in body[:12] if each.size >= max(one.size for one in body[:12])), None)
    is_one = first and first.size > _LARGER * usual and "\n" not in first.text and len(first.text) <= 200
    return first.text if first and is_one and sum(first.text == each.text for each in body) == 1 else ""


def _of_file(document: Document) -> list[str]:
    told = [
        f"its author {document.author}" * bool(document.author),
        f"the day {_day(document.created)}" * bool(document.created),
    ]
    said = " and ".join(filter(None, told))
    return [f"the PDF names as {said}; often that is who made the file, and when"] if said else []


def _day(created: str) -> str:
    digits = created.removeprefix("D:")[:8]
    return f"{digits[:4]}-{digits[4:6]}-{digits[6:8]}" if len(digits) == 8 and digits.isdecimal() else created


def _of_pages(sheets: Sequence[PdfPage], empty: Sequence[str]) -> list[str]:
    told = []
    if empty:
        told.append(f"these pages have no text, perhaps pictures of it: {_some(empty)}; {_RECOGNISE}")
    if 2 * sum(sheet.invisible for sheet in sheets) > sum(len(sheet.glyphs) for sheet in sheets):
        told.append("a program recognised this text from pictures: letters may be wrong, compare every word")
    if unmapped := sum(sheet.unmapped for sheet in sheets):
        told.append(f"of {unmapped} characters the PDF does not say what they are: \ufffd stands for each")
    if any(glyph.is_turned for sheet in sheets for glyph in sheet.glyphs):
        told.append("what is printed upright or aslant stands at the end of its page, proposed as furniture")
    return told


def _of_words(joined: Joined) -> list[str]:
    told = []
    if joined.whole:
        told.append(
            f"words that were broken at the end of a line are whole ({len(joined.whole)}): {_some(joined.whole)}"
        )
    if joined.hyphenated:
        told.append(f"at the end of a line, a hyphen was kept ({len(joined.hyphenated)}): {_some(joined.hyphenated)}")
    return told


def _line(text: str) -> str:
    return " ".join(text.split())[:100]


def _some(words: Sequence[str]) -> str:
    return ", ".join(words[:_SHOWN]) + (f" and {len(words) - _SHOWN} others" if len(words) > _SHOWN else "")
