"""A book (EPUB): its chapters in the order of its spine, as one page, or one chapter of it.

Read here: EbookLib, the library for it, is AGPL; a book is an archive with a list of pages of HTML.
"""

import posixpath
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import BinaryIO
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree as ET

from explainer.authoring.adding.encoding import Decoded, decode_html
from explainer.authoring.adding.facts import Fact
from explainer.authoring.receiving import zipped
from explainer.authoring.receiving.received import CannotReadError, Envelope, Received, ReceivedPage, Wanted
from explainer.authoring.receiving.zipped import Zipped
from explainer.text import hypertext

_CONTAINER = "META-INF/container.xml"
_LOCK = "META-INF/encryption.xml"
_OF_FACES = ("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC")
_BODY = re.compile(r"<body\b[^<>]*>(.*?)(?:</body\s*>|$)", re.IGNORECASE | re.DOTALL)
_PAGES = frozenset({"application/xhtml+xml", "text/html", "application/x-dtbook+xml"})
_FACTS = {
    "title": "title", "creator": "author", "publisher": "publisher", "date": "published", "language": "language",
    "rights": "licence",
}  # fmt: skip
_LARGEST = 60_000_000
_SHOWN = 12


@dataclass(frozen=True, slots=True)
class _Chapter:
    name: str
    """Of its file."""
    html: Decoded
    title: str


def from_epub(file: BinaryIO, wanted: Wanted) -> Received:
    """The text of a book, or of the chapter that is wanted."""
    with zipped.opened(file) as parts:
        _refuse_locked(parts)
        place = _package(parts)
        package = parts.tree(place)
        chapters = list(_chapters(parts, package, place))
    if not chapters:
        raise CannotReadError("this book has no chapter that can be read")
    chosen = _chosen(chapters, wanted.part) if wanted.part else chapters
    whole = "\n".join(f"<section>{_inside(each.html.text)}</section>" for each in chosen)
    facts = [fact for fact in _facts(package) if fact.key != "title" or not wanted.part]
    return Received(
        ReceivedPage(Decoded(whole, chosen[0].html.encoding, sum(each.html.wrong for each in chosen)), is_of_web=False),
        "; ".join(each.name for each in chosen) if wanted.part else "",
        Envelope(facts, [Fact("title", chosen[0].title, "the title of the chapter")]),
        [_all(chapters)] if len(chapters) > 1 and not wanted.part else (),
    )


def _refuse_locked(parts: Zipped) -> None:
    """Faces may be made unreadable for other programs; chapters that are cannot be read here."""
    if _LOCK not in parts.names:
        return
    methods = [each.get("Algorithm", "") for each in parts.tree(_LOCK).iter() if each.tag.endswith("EncryptionMethod")]
    if any(method not in _OF_FACES for method in methods):
        raise CannotReadError("this book is protected against copying", "ask its publisher for the text")


def _package(parts: Zipped) -> str:
    for each in parts.tree(_CONTAINER).iter():
        if each.tag.endswith("rootfile") and (place := each.get("full-path")):
            return place
    raise CannotReadError("this book does not say where its list of chapters is")


def _chapters(parts: Zipped, package: ET.Element, place: str) -> Iterator[_Chapter]:
    folder = posixpath.dirname(place)
    items = {item.get("id"): item for item in package.iter() if item.tag.endswith("}item")}
    left = _LARGEST
    for ref in package.iter():
        item = items.get(ref.get("idref")) if ref.tag.endswith("}itemref") else None
        if item is None or ref.get("linear") == "no" or item.get("media-type") not in _PAGES:
            continue
        path = unquote(urlsplit(item.get("href", "")).path)
        name = posixpath.normpath(posixpath.join(folder, path))
        if name not in parts.names:
            continue
        content = parts.read(name)
        left -= len(content)
        if left < 0:
            raise CannotReadError("the chapters of this book are larger than 60 MB", "take one of them with `--part`")
        html = decode_html(content)
        page = hypertext.read(html.text)
        yield _Chapter(name, html, next(iter((*page.headings, *page.lesser)), page.title))


def _chosen(chapters: Sequence[_Chapter], part: str) -> list[_Chapter]:
    found = [each for each in chapters if part in (each.name, posixpath.basename(each.name), each.title)]
    if not found:
        raise CannotReadError(f"this book has no chapter “{part}”", _all(chapters))
    return found


def _all(chapters: Sequence[_Chapter]) -> str:
    listed = "; ".join(f"{posixpath.basename(each.name)} ({each.title[:60]})" for each in chapters[:_SHOWN])
    more = f" and {len(chapters) - _SHOWN} others" if len(chapters) > _SHOWN else ""
    return f"it has {len(chapters)} chapters, of which `--part` takes one: {listed}{more}"


def _inside(html: str) -> str:
    match = _BODY.search(html)
    return match[1] if match else html


def _facts(package: ET.Element) -> Iterator[Fact]:
    for name, key in _FACTS.items():
        tag = f"{{http://purl.org/dc/elements/1.1/}}{name}"
        values = [" ".join((each.text or "").split()) for each in package.iter(tag)]
        values = [value for value in values if value]
        if values:
            text = ", ".join(values) if name == "creator" else values[0]
            several = tuple(values) if name == "creator" else ()
            yield Fact(key, text, f"the book’s `dc:{name}`", several)
