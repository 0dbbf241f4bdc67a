"""A page of ours as a tree of elements, and that tree as XML.

The HTML is what `engine/printed` makes of our own pages, so it is read by what those pages hold: every word in them is
escaped, each element but the empty ones is closed, and the names of SVG keep their case.
"""

import html
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

_TOKEN = re.compile(
    r"""<!--(?:(?!<!--).)*?-->|<(/?)([A-Za-z][\w-]*+)((?:"[^"]*"|'[^']*'|[^<>"'])*)>|[^<]+|<""", re.DOTALL
)
_ATTRIBUTE = re.compile(r"""([^\s=/]+)(?:=(?:"([^"]*)"|'([^']*)'|([^\s"']+)))?""")
_EMPTY = frozenset(("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"))
_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ESCAPES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\r": "&#13;"}
_ESCAPED = re.compile('[&<>"\r]')

Node: TypeAlias = "PageElement | str"


@dataclass(slots=True)
class PageElement:
    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Node] = field(default_factory=list)

    @property
    def classes(self) -> Sequence[str]:
        return self.attributes.get("class", "").split()

    @property
    def id(self) -> str:
        return self.attributes.get("id", "")

    def has(self, class_: str) -> bool:
        return class_ in self.classes

    def walk(self) -> "Iterator[PageElement]":
        """The element and all within it, in the order of the page."""
        waiting = [self]
        while waiting:
            each = waiting.pop()
            yield each
            waiting.extend(child for child in reversed(each.children) if isinstance(child, PageElement))

    def words(self) -> str:
        """Its text, as it stands."""
        return "".join([each if isinstance(each, str) else each.words() for each in self.children])

    def find(self, wanted: "Callable[[PageElement], object]") -> "PageElement | None":
        return next((each for each in self.walk() if wanted(each)), None)


def parsed(page: str) -> PageElement:
    """The page as the children of an element `body`."""
    body = PageElement("body")
    within = [body]
    for token in _TOKEN.finditer(page):
        closes, tag, given = token.groups()
        if tag is None:
            if not token[0].startswith("<!--"):
                within[-1].children.append(html.unescape(token[0]))
        elif closes:
            if any(each.tag == tag for each in within[1:]):
                while within.pop().tag != tag:
                    pass
        else:
            element = PageElement(tag, _attributes(given))
            within[-1].children.append(element)
            if tag not in _EMPTY and not given.endswith("/"):
                within.append(element)
    return body


def _attributes(given: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, doubly, singly, bare in _ATTRIBUTE.findall(given):
        found[name] = html.unescape(doubly or singly or bare)
    return found


def escaped(text: str) -> str:
    """Words within XML, in an element or in an attribute."""
    if _ESCAPED.search(text):
        text = _ESCAPED.sub(lambda match: _ESCAPES[match[0]], text)
    return _NO_XML.sub("\ufffd", text)


def xml(node: Node) -> str:
    parts: list[str] = []
    _write(node, parts)
    return "".join(parts)


def _write(node: Node, parts: list[str]) -> None:
    if isinstance(node, str):
        parts.append(escaped(node))
        return
    given = "".join([f' {name}="{escaped(value)}"' for name, value in node.attributes.items()])
    if not node.children and (node.tag in _EMPTY or "svg" in node.attributes.get("xmlns", "") or node.tag in _DRAWN):
        parts.append(f"<{node.tag}{given}/>")
        return
    parts.append(f"<{node.tag}{given}>")
    for child in node.children:
        _write(child, parts)
    parts.append(f"</{node.tag}>")


_DRAWN = frozenset(("circle", "ellipse", "line", "path", "polygon", "polyline", "rect", "use"))
