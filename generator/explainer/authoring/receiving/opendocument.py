"""A document of LibreOffice (ODT), as HTML.

Read here: the libraries that know the form give texts with what was deleted in them, or no notes, or are not kept.
What was deleted lies apart from the text, and is none of it. Notes stand behind the text.
"""

from collections.abc import Callable, Iterator
from html import escape
from typing import BinaryIO
from xml.etree import ElementTree as ET

from explainer.authoring.adding.encoding import Decoded
from explainer.authoring.adding.facts import Fact
from explainer.authoring.receiving import zipped
from explainer.authoring.receiving.received import CannotReadError, Envelope, Received, ReceivedPage
from explainer.authoring.receiving.word import changes, commented, named
from explainer.authoring.receiving.zipped import Zipped
from explainer.text.numbers import whole

_URN = "{urn:oasis:names:tc:opendocument:xmlns:"
_TEXT, _TABLE, _OFFICE = f"{_URN}text:1.0}}", f"{_URN}table:1.0}}", f"{_URN}office:1.0}}"
_STYLE, _DRAW, _META = f"{_URN}style:1.0}}", f"{_URN}drawing:1.0}}", f"{_URN}meta:1.0}}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_LEFT_OUT = frozenset(
    {f"{_TEXT}tracked-changes", f"{_OFFICE}annotation", f"{_OFFICE}annotation-end", f"{_OFFICE}forms",
     f"{_TEXT}sequence-decls", f"{_TEXT}variable-decls", f"{_TEXT}user-field-decls", f"{_OFFICE}event-listeners",
     f"{_TEXT}alphabetical-index-source", f"{_TEXT}table-of-content-source", f"{_DRAW}object", f"{_DRAW}object-ole"}
)  # fmt: skip
_ELEMENTS = {
    f"{_TEXT}p": "p", f"{_TEXT}list": "ul", f"{_TEXT}list-item": "li", f"{_TEXT}list-header": "li",
    f"{_TEXT}ruby": "ruby", f"{_TEXT}ruby-text": "rt",
    f"{_TABLE}table": "table", f"{_TABLE}table-row": "tr", f"{_TABLE}table-cell": "td", f"{_DRAW}text-box": "div",
}  # fmt: skip
_MOST_DEPTH = 200


def from_odt(file: BinaryIO) -> Received:
    """The text of a document."""
    with zipped.opened(file) as parts:
        if "META-INF/manifest.xml" in parts.names and b"encryption-data" in parts.read("META-INF/manifest.xml"):
            raise CannotReadError(
                "this document is encrypted", "open it with its password, save it without, and add that"
            )
        content = parts.tree("content.xml")
        meta = parts.tree("meta.xml") if "meta.xml" in parts.names else ET.Element("none")
        heads = list(_running(parts))
    body = content.find(f"{_OFFICE}body/{_OFFICE}text")
    if body is None:
        raise CannotReadError("this document holds no text")
    writer = _Writer(_titles(content))
    html = writer.inside(body, 0) + "".join(writer.notes)
    said = {
        tag: " ".join((found.text or "").split())
        for tag in (f"{_DC}title", f"{_META}initial-creator", f"{_DC}creator", f"{_META}creation-date")
        if (found := meta.find(f".//{tag}")) is not None
    }
    remarks = [
        *named(
            said.get(f"{_META}initial-creator") or said.get(f"{_DC}creator", ""),
            said.get(f"{_META}creation-date", "")[:10],
        ),
        *_changed(body),
        *(
            commented(_words(note.find(f"{_DC}creator")), _of_paragraphs(note))
            for note in body.iter(f"{_OFFICE}annotation")
        ),
        *heads,
    ]
    return Received(
        ReceivedPage(Decoded(html, "utf-8"), is_of_web=False),
        envelope=Envelope(otherwise=[Fact("title", said.get(f"{_DC}title", ""), "the title that the document has")]),
        remarks=remarks,
    )


class _Writer:
    """Writes elements as HTML, and keeps the notes for the end."""

    def __init__(self, titles: frozenset[str]) -> None:
        self.notes: list[str] = []
        self._titles = titles

    def inside(self, element: ET.Element, depth: int) -> str:
        if depth > _MOST_DEPTH:
            raise CannotReadError("the parts of this document are nested in each other without end")
        pieces = [escape(element.text or "", quote=False)]
        for child in element:
            pieces += [self._element(child, depth + 1), escape(child.tail or "", quote=False)]
        return "".join(pieces)

    def _element(self, element: ET.Element, depth: int) -> str:
        if element.tag in _LEFT_OUT:
            return ""
        if written := _MARKS.get(element.tag):
            return written(element)
        if element.tag == f"{_TEXT}note":
            return self._note(element, depth)
        if element.tag == f"{_TEXT}h":
            level = min(6, whole(element.get(f"{_TEXT}outline-level") or "1")) if _is_number(element) else 1
            return f"<h{level}>{self.inside(element, depth)}</h{level}>"
        if element.tag == f"{_TEXT}p" and element.get(f"{_TEXT}style-name") in self._titles:
            return f"<h1>{self.inside(element, depth)}</h1>"
        name = _ELEMENTS.get(element.tag)
        return f"<{name}>{self.inside(element, depth)}</{name}>" if name else self.inside(element, depth)

    def _note(self, element: ET.Element, depth: int) -> str:
        mark = _words(element.find(f"{_TEXT}note-citation"))
        body = element.find(f"{_TEXT}note-body")
        at = len(self.notes)
        self.notes.append("")
        html = self.inside(body, depth).strip() if body is not None else ""
        self.notes[at] = f"<p>[{escape(mark)}] {html.removeprefix('<p>')}"
        return f"<sup>[{escape(mark)}]</sup>"


def _is_number(element: ET.Element) -> bool:
    return (element.get(f"{_TEXT}outline-level") or "1").isdecimal()


def _spaces(element: ET.Element) -> str:
    number = element.get(f"{_TEXT}c") or "1"
    return " " * min(80, whole(number) if number.isdecimal() else 1)


_MARKS: dict[str, Callable[[ET.Element], str]] = {
    f"{_TEXT}s": _spaces,
    f"{_TEXT}tab": lambda _: " ",
    f"{_TEXT}line-break": lambda _: "<br>",
    f"{_DRAW}image": lambda _: "<img>",
}


def _titles(content: ET.Element) -> frozenset[str]:
    """The styles of a title: the one that is called so, and those made from it for a single paragraph."""
    made = {
        style.get(f"{_STYLE}name", "")
        for style in content.iter(f"{_STYLE}style")
        if style.get(f"{_STYLE}parent-style-name") == "Title"
    }
    return frozenset(made | {"Title"})


def _changed(body: ET.Element) -> Iterator[str]:
    gone = [_of_paragraphs(each) for each in body.iter(f"{_TEXT}deletion")]
    return changes(sum(1 for _ in body.iter(f"{_TEXT}insertion")), len(gone), " ".join(gone))


def _running(parts: Zipped) -> Iterator[str]:
    if "styles.xml" in parts.names:
        for name in ("header", "footer"):
            for each in parts.tree("styles.xml").iter(f"{_STYLE}{name}"):
                if text := _words(each):
                    yield f"not taken, because it runs over every page: “{text[:200]}”"


def _of_paragraphs(element: ET.Element) -> str:
    return " ".join(_words(each) for each in element.iter(f"{_TEXT}p"))


def _words(element: ET.Element | None) -> str:
    return " ".join("".join(element.itertext()).split()) if element is not None else ""
