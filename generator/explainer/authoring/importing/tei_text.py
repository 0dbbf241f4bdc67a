"""The text of a TEI document as one string, with the place of each element, and what is no words of it left out."""

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from itertools import islice

from explainer.authoring.importing.xml_tree import XML, Element

_NO_TEXT = frozenset({"teiHeader", "standOff", "note", "fw", "figDesc", "corr", "reg", "expan", "spanGrp", "span",
                      "interpGrp", "interp", "listAnnotation", "annotation"})  # fmt: skip
"""Elements whose words are not read as the text; of two readings the one that stands there is."""
_APART = frozenset({"p", "head", "div", "l", "lg", "item", "ab", "lb", "pb", "cb", "quote", "sp", "speaker", "row",
                    "cell", "opener", "closer", "dateline", "salute", "signed", "byline", "list", "u"})  # fmt: skip
"""Elements between whose words and those around them is white space, also where the file has none."""


@dataclass(slots=True)
class TeiText:
    root: Element
    raw: str = ""
    """All characters, those of notes too: pointers count them."""
    places: dict[int, tuple[int, int]] = field(default_factory=dict)
    """From where to where an element goes, by its identity."""
    by_id: dict[str, Element] = field(default_factory=dict)
    _kept: list[tuple[int, int, str]] = field(default_factory=list)
    """The runs that are read as text, and where white space stands between two."""

    @classmethod
    def of(cls, root: Element) -> "TeiText":
        """The text below an element."""
        text = cls(root)
        parts: list[str] = []
        text._walk(root, parts, 0, is_kept=True)
        text.raw = "".join(parts)
        return text

    def words(self, start: int, end: int) -> str:
        """What is read between two places, without notes."""
        found = []
        at = bisect_left(self._kept, start, key=_begin_of)
        for first, last, run in islice(self._kept, max(0, at - 1), None):
            if first >= end:
                break
            if first == last > start:
                found.append(run)
            elif last > start:
                found.append(run[max(start, first) - first : min(end, last) - first])
        return re.sub(r"\s+", " ", "".join(found))

    def trimmed(self, start: int, end: int) -> tuple[int, int]:
        """The same passage without white space at its ends."""
        inside = self.raw[start:end]
        return start + len(inside) - len(inside.lstrip()), end - (len(inside) - len(inside.rstrip()))

    def _walk(self, element: Element, parts: list[str], at: int, *, is_kept: bool) -> int:
        begin = at
        is_kept = is_kept and (element is self.root or not _is_apart_from_text(element))
        is_apart = element.local in _APART and element.attributes.get("break") != "no"
        if is_apart and is_kept:
            self._kept.append((at, at, " "))
        if name := element.attributes.get(f"{XML}id"):
            self.by_id.setdefault(name, element)
        for part in element.parts:
            if isinstance(part, Element):
                at = self._walk(part, parts, at, is_kept=is_kept)
            else:
                parts.append(part)
                if is_kept:
                    self._kept.append((at, at + len(part), part))
                at += len(part)
        if is_apart and is_kept and element.parts:
            self._kept.append((at, at, " "))
        self.places[id(element)] = (begin, at)
        return at


def _begin_of(run: tuple[int, int, str]) -> int:
    return run[0]


def _is_apart_from_text(element: Element) -> bool:
    return element.local in _NO_TEXT
