"""What `explainer add` tells of an article: every choice that was made for the author, in a line."""

from collections.abc import Iterator

from explainer.authoring import adding
from explainer.authoring.adding import Decoded, NewArticle
from explainer.vocabulary import LineBreaks

_NO_EXTRACTOR = (
    "no furniture is proposed: that needs the optional group `html`; in the folder of explainer: pip install '.[html]'"
)
_MOST = 5
"""Places that are named one by one."""


def encoding(read: Decoded) -> str:
    """How the bytes of a page were read."""
    declared = f"; the page says {read.declared}, which its bytes are not" if read.declared else ""
    return f"read as {read.encoding}{declared}"


def wrong_bytes(read: Decoded, text: str) -> str:
    """How many bytes could not be read, and where they stand in the file and in the text."""
    lines = [number for number, line in enumerate(text.split("\n"), 1) if "\ufffd" in line]
    one = read.wrong == 1
    bytes_ = "1 byte of it is" if one else f"{read.wrong} bytes of it are"
    place = f"in {_lines(read.lines)} of the file"
    there = f"\ufffd (U+FFFD) stands for {'it' if one else 'them'}"
    inside = f", in {_lines(lines)} of source.txt" if lines else "; none of it is in the text"
    return f"{bytes_} not {read.encoding}, {place}: {there}{inside}"


def _lines(numbers: tuple[int, ...] | list[int]) -> str:
    listed = ", ".join(map(str, numbers[:_MOST])) + (" and others" if len(numbers) > _MOST else "")
    return f"line {listed}" if len(numbers) == 1 else f"the lines {listed}"


def size(new: NewArticle, todos: int) -> str:
    """How long the article is, and how much is left to write."""
    return f"an article of {len(new.text.split())} words; {todos} lines of article.yaml are still to be written"


def choices(new: NewArticle) -> Iterator[str]:
    """What was decided about its text."""
    if new.headline:
        yield f"headline: “{new.headline}”"
    else:
        why = f"no headline was found: {new.why_no_headline}"
        yield f"{why}; where a line of source.txt is the headline, write it as `headline` into article.yaml"
    if "archive-url" in new.facts:
        yield f"this is a copy from an archive: {new.facts['archive-url'].value}"
    if new.lines is LineBreaks.PARAGRAPHS:
        yield "every line of it looks like a paragraph: `lines: paragraphs` in article.yaml shows it so"
    elif new.lines is LineBreaks.KEPT:
        yield "the page breaks lines inside of paragraphs: `lines: kept` in article.yaml shows them"
    if new.no_text:
        listed = ", ".join(f"{what} ({count})" for what, count in new.no_text.items())
        yield f"of the page, this is not in its text: {listed}"
    yield from _furniture(new)


def _furniture(new: NewArticle) -> Iterator[str]:
    if new.is_page and not adding.has_extractor():
        yield _NO_EXTRACTOR
    elif new.is_page and not new.was_extracted:
        yield "no furniture is proposed: the extractor found no article in the page"
    elif new.furniture:
        pieces = "piece" if len(new.furniture) == 1 else "pieces"
        told = f"{len(new.furniture)} {pieces} of it may be furniture: see `furniture` in article.yaml"
        yield f"{told}; nothing was taken out"
