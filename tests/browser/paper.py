"""What a page prints, read back from the PDF that the browser makes of it."""

import io
import unicodedata
from typing import TYPE_CHECKING

from pypdf import PdfReader

if TYPE_CHECKING:
    from playwright.sync_api import Page

_TEXTS = """(parts) => [...document.querySelectorAll(parts)]
  .filter((part) => part.textContent.trim()).map((part) => {
    const copy = part.cloneNode(true);
    copy.querySelectorAll('.x-ref, .x-cite').forEach((mark) => mark.remove());
    return copy.textContent;
  })"""


_NOTES = ".x-text, .x-note .x-say, .x-note .x-reading"


def missing_on_paper(page: "Page") -> list[str]:
    """Of the article's paragraphs and of its notes' texts, those of which a stretch of words is not on paper."""
    return _missing(page, f"{_NOTES}, .x-note .x-rest p:not(:has(> .x-elsewhere))")[1]


def missing_on_short_paper(page: "Page") -> tuple[int, list[str]]:
    """How many pages there are, and what is missing of the article, of what its notes say, and of its sources."""
    return _missing(page, f"{_NOTES}, .x-sources li")


def _missing(page: "Page", parts: str) -> tuple[int, list[str]]:
    reader = PdfReader(io.BytesIO(page.pdf(format="A4")))
    printed = _letters("".join(sheet.extract_text() for sheet in reader.pages))
    missing = []
    for text in page.evaluate(_TEXTS, parts):
        words = text.split()
        stretches = [_letters("".join(words[start : start + 5])) for start in range(0, len(words), 5)]
        if not all(_occurs(stretch, printed) for stretch in stretches):
            missing.append(text)
    return len(reader.pages), missing


def _occurs(stretch: str, printed: str) -> bool:
    """As it is, or divided once: by the end of a line, a column or a page."""
    return stretch in printed or any(
        stretch[:cut] in printed and stretch[cut:] in printed for cut in range(1, len(stretch))
    )


def _letters(text: str) -> str:
    """Letters and digits in their order, without those that are written from right to left: a PDF has them as seen."""
    text = text.replace("\u02bc", "")  # for which the faces have the same picture as for an apostrophe
    return "".join(char for char in text if char.isalnum() and unicodedata.bidirectional(char) not in ("R", "AL"))
