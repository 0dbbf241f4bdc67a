"""What a page says in JSON-LD: the article's node, its references followed inside the page's data.

The pieces of a page are one graph: the plugins that most sites use write `"publisher": {"@id": "…#organization"}` and
the organization elsewhere, also in another piece. A reference that leads nowhere gives no name, and an address is none.
"""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from explainer.authoring.adding.words import clean, is_address

_ARTICLES = re.compile(r"\w*Article|BlogPosting|LiveBlogPosting|SocialMediaPosting|Report")
_WRAPPING = re.compile(
    r"^(?:<!--|//\s*<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/|<!\[CDATA\[)|(?://\s*)?(?:-->|\]\]>)\s*(?:\*/)?$"
)
_NAMES = ("name", "legalName", "alternateName")
_DEEPEST = 40

_Node = Mapping[str, Any]


@dataclass(frozen=True)
class LinkedData:
    """The pieces of JSON-LD of a page as one graph."""

    nodes: tuple[_Node, ...] = ()
    """Every node that was written, in the order of the page; those around a node come before it."""
    by_id: Mapping[str, _Node] = field(default_factory=dict)
    """What is said of each thing that has an id, from all places that say something of it."""

    @classmethod
    def read(cls, pieces: tuple[str, ...]) -> "LinkedData":
        """Read the pieces; one that is no JSON says nothing."""
        nodes = tuple(node for piece in pieces for node in _nodes(_parsed(piece)))
        by_id: dict[str, dict[str, Any]] = {}
        for node in nodes:
            known = by_id.setdefault(str(node.get("@id") or ""), {})
            known.update({key: value for key, value in node.items() if key not in known})
        by_id.pop("", None)
        return cls(nodes, by_id)

    def article(self, addresses: tuple[str, ...] = ()) -> _Node | None:
        """The node of the page's article: the one that stands at an address of the page, or else the first.

        Others are teasers of other articles: what they say is not said of this one.
        """
        found = [self._whole(node) for node in self.nodes if _is_of(node, _ARTICLES.fullmatch)]
        at_home = (node for node in found if not {_bare(each) for each in self._addresses(node)}.isdisjoint(addresses))
        return next(at_home, next(iter(found), None))

    def sites(self) -> tuple[str, ...]:
        """The names of the web sites that are described."""
        found = (self.names(node) for node in self.nodes if _is_of(node, "WebSite".__eq__))
        return tuple(dict.fromkeys(name for names in found for name in names))

    def names(self, value: object, seen: frozenset[str] = frozenset()) -> tuple[str, ...]:
        """The names of what a value is, or refers to: of a text, a thing, or several."""
        if len(seen) > _DEEPEST:
            return ()
        if isinstance(value, list):
            return tuple(dict.fromkeys(name for each in value[:_DEEPEST] for name in self.names(each, seen)))
        if isinstance(value, dict):
            return self._names_of(value, seen)
        if not isinstance(value, str):
            return ()
        id_ = value.strip()
        if id_ in self.by_id and id_ not in seen:
            return self._names_of(self.by_id[id_], seen | {id_})
        name = clean(value)
        return (name,) if name and not is_address(name) else ()

    def _names_of(self, node: _Node, seen: frozenset[str]) -> tuple[str, ...]:
        for key in _NAMES:
            text = _text(node.get(key))
            if text and not is_address(text):
                return (text,)
        parts = [_text(node.get(key)) for key in ("givenName", "familyName")]
        if any(parts):
            return (" ".join(part for part in parts if part),)
        if isinstance(node.get("@list"), list):
            return self.names(node["@list"], seen)
        id_ = str(node.get("@id") or "").strip()
        if id_ and id_ not in seen and id_ in self.by_id and self.by_id[id_] is not node:
            return self._names_of(self.by_id[id_], seen | {id_})
        return ()

    def text(self, value: object) -> str:
        """The text of a value, or of the first of several."""
        return _text(value)

    def address(self, value: object) -> str:
        """The address of what a value is: a text, or the id or address of a thing."""
        if isinstance(value, list):
            return next((found for each in value if (found := self.address(each))), "")
        if isinstance(value, dict):
            return self.address(value.get("@id") or value.get("url"))
        return clean(value) if isinstance(value, str) else ""

    def _whole(self, node: _Node) -> _Node:
        return {**self.by_id.get(str(node.get("@id") or ""), {}), **node}

    def _addresses(self, node: _Node) -> Iterator[str]:
        yield from (self.address(node.get(key)) for key in ("url", "mainEntityOfPage", "@id") if node.get(key))


def _parsed(piece: str) -> object:
    text = _WRAPPING.sub("", piece.strip()).strip().rstrip(";")
    try:
        return json.loads(text, strict=False)  # line breaks inside of texts are common
    except (ValueError, RecursionError):
        return None


def _nodes(data: object) -> Iterator[_Node]:
    """Every mapping inside some JSON, the outer ones first and all in the order of the page."""
    waiting = [data]
    while waiting:
        value = waiting.pop()
        if isinstance(value, dict):
            yield value
            waiting += reversed(list(value.values()))
        elif isinstance(value, list):
            waiting += reversed(value)


def _is_of(node: _Node, is_one: Callable[[str], object]) -> bool:
    written = node.get("@type")
    own = written if isinstance(written, list) else [written]
    return any(is_one(str(each).rpartition("/")[2].rpartition(":")[2]) for each in own)


def _text(value: object) -> str:
    if isinstance(value, list):
        return next((text for each in value if (text := _text(each))), "")
    if isinstance(value, dict):
        return _text(value.get("@value"))
    return clean(value) if isinstance(value, str) else ""


def _bare(address: str) -> str:
    return address.partition("#")[0].rstrip("/")
