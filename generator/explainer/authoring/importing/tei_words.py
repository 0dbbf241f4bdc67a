"""What an annotation of TEI says, as our Markdown, who says it, and what of it is told instead."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from html import escape

from explainer.authoring.importing import markdown, tei_own
from explainer.authoring.importing.records import Lost, shown
from explainer.authoring.importing.tei_text import TeiText
from explainer.authoring.importing.xml_tree import Element
from explainer.model.drafts import Value

_BY = frozenset({"resp", "who"})
_INSIDE = frozenset({"note", "p", "ab", "list", "quote", "desc", "label", "div"})
"""Children of an annotation that say what it says."""
_APART = frozenset({"respStmt", "revisionDesc", "date", "ptr", "fs"})
"""Children of a note that say something of it."""
ABOUT = frozenset({"target", "targetEnd", "from", "to", "corresp"})
"""Attributes that say what it is about."""
_HTML = {
    "p": "p", "ab": "p", "l": "p", "quote": "blockquote", "list": "ul", "item": "li", "q": "q", "title": "cite",
    "emph": "em", "code": "code", "head": "p", "div": "div",
}  # fmt: skip
_RENDERED = {"bold": "b", "b": "b", "italic": "i", "italics": "i", "i": "i"}


@dataclass(frozen=True, slots=True)
class TeiSaid:
    """What an annotation says."""

    text: str
    by: str
    created: str
    tags: tuple[str, ...]
    lost: tuple[Lost, ...]
    own: Mapping[str, Value] = field(default_factory=dict)
    """The fields of an annotation that this program exported."""


def said(element: Element, document: TeiText) -> TeiSaid:
    """All that an annotation says; where it is one of ours, what is not among its fields."""
    all_of_it = _said(element, document)
    own, not_own = tei_own.fields_in(element)
    if not own:
        return all_of_it
    made = ("fs", "type", "a href", "ptr type", "ref type")
    lost = [each for each in all_of_it.lost if each.name not in made and not each.name.endswith(" lang")]
    words = "\n\n".join(
        child.words for child in element.children if child.local in ("p", "list", "quote") and child.words
    )
    lost += [] if tei_own.is_made(words, own) else [Lost("words", words)]
    text = str(own.get("note", "")).strip()
    return TeiSaid(text, all_of_it.by, all_of_it.created, (), (*lost, *not_own), own)


def _said(element: Element, document: TeiText) -> TeiSaid:
    words: list[str] = []
    lost: list[Lost] = []
    tags: list[str] = []
    by, created = [], element.attributes.get("when", "")
    inside = [child for child in element.children if child.local in _INSIDE]
    if element.local != "annotation" or not inside:
        rest = [child for child in element.children if child.local in _APART]
        own = [part for part in element.parts if not any(part is each for each in rest)]
        inside = [Element(element.name, {}, element.line, element.column, own)]
    else:
        rest = [child for child in element.children if child not in inside]
    for child in inside:
        text, left = _words(child)
        words += [text] if text.strip() else []
        lost += left
        lost += _attributes(child, is_own=child.name == element.name and not child.attributes)
    for child in rest:
        if child.local == "respStmt":
            by.append(child.words)
        elif child.local == "date" and not created:
            created = child.attributes.get("when", "") or child.words
        elif child.local == "revisionDesc" and not created:
            whens = sorted(filter(None, (change.attributes.get("when", "") for change in child.children)))
            created = next(iter(whens), "")
            lost.append(Lost(child.local, all_said(child)))
        elif told := all_said(child):
            lost.append(Lost(child.local, told))
    for key, value in element.attributes.items():
        name = _local(key)
        if name in _BY:
            by.append(_named(value, document))
        elif name == "ana":
            tags += [_named(each, document) for each in value.split()]
        elif name not in (*ABOUT, "when", "id"):
            lost.append(Lost(name, value))
    lost += [Lost("created", created)] if len(created) > 10 else []
    return TeiSaid("\n\n".join(words), "; ".join(filter(None, by)), created[:10], tuple(tags), tuple(lost))


def _attributes(element: Element, *, is_own: bool) -> list[Lost]:
    """What attributes say of the words, but for those that links and emphasis are made of."""
    return [
        Lost(f"{each.local} {_local(key)}", value)
        for each in element.all()
        if not (is_own and each is element)
        for key, value in each.attributes.items()
        if value and key != "target" and not (each.local == "hi" and key == "rend")
    ]


def all_said(element: Element) -> str:
    """The words and the attributes of an element, and of those below it."""
    parts = [
        part
        for each in element.all()
        for part in (*each.attributes.values(), *(part for part in each.parts if isinstance(part, str)))
    ]
    return " ".join(" ".join(parts).split())


def _local(name: str) -> str:
    return name.rpartition("}")[2]


def _named(pointer: str, document: TeiText) -> str:
    """What a pointer stands for where the file says it, such as the name of an editor; else itself."""
    element = document.by_id.get(pointer.removeprefix("#"))
    return shown(element.words) if element is not None and element.words else pointer


def _words(element: Element) -> tuple[str, list[Lost]]:
    """Its words with paragraphs, lists, emphasis and links."""
    return markdown.from_html(_inside(element))


def _inside(element: Element) -> str:
    return "".join(escape(part, quote=False) if isinstance(part, str) else _html(part) for part in element.parts)


def _html(element: Element) -> str:
    inner = _inside(element)
    target = element.attributes.get("target", "")
    if element.local in ("lb", "pb"):
        return "<br>"
    if element.local in ("ref", "ptr") and target:
        return f'<a href="{escape(target)}">{inner}</a>'
    rendered = element.attributes.get("rend") or element.attributes.get("rendition", "").lstrip("#")
    tag = _RENDERED.get(rendered) if element.local == "hi" else _HTML.get(element.local)
    return f"<{tag}>{inner}</{tag}>" if tag else inner
