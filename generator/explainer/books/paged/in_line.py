"""What stands in a line of a book in the markup of Typst, and the notes that hang on it.

All words stand in strings, which Typst takes as they are; nothing of a text is ever markup.
"""

import re
from abc import ABC, abstractmethod
from collections.abc import Mapping

from explainer.books.elements import Node, PageElement, xml
from explainer.books.paged.letters import ALL_SET, Letters
from explainer.books.paged.words import drawn, plain, string, without_number

_LINED = frozenset(("del", "s"))
_ON_ITS_OWN_LINE = frozenset(("x-what", "x-also", "x-src", "x-saying", "x-where", "x-date", "x-why"))
_INSIDE = re.compile(r"^(.*?)\.md(?:#(.*))?$")
_BETWEEN_MARKERS = "\u202f"
"""Two numbers that follow each other are two, also where a program reads them."""
_NUMBERED = re.compile(r"^\s*(\d+)\s+")


class MarkupInLine(ABC):
    """The markup of what stands in lines; its state is where in the book it is."""

    def __init__(
        self,
        labels: frozenset[str],
        quoted: tuple[str, str],
        drawn: str,
        *,
        at_foot: bool,
        letters: Letters = ALL_SET,
    ) -> None:
        self._at_foot = at_foot
        self._letters = letters
        self._labels = labels
        """What links may lead to: every id in the book, behind the path of its page."""
        self._quoted = quoted
        self._drawn = drawn
        self._path = ""
        self._depth = self._last = 0
        self._notes: Mapping[str, PageElement] = {}
        self._given: set[str] = set()
        self._is_lined = self._in_note = self._after_marker = False
        self._told = False
        """Whether the addresses of links are printed: in lists of sources."""

    @abstractmethod
    def _blocks(self, nodes: list[Node]) -> str:
        """The markup of what a note holds."""

    def _inline(self, nodes: list[Node], *, kept: bool = False) -> str:
        made = []
        for node in nodes:
            if isinstance(node, str):
                self._after_marker = self._after_marker and not node
                made.append(plain(self._letters.shown(node), kept=kept))
            else:
                made.append(self._within(node, kept=kept))
        return "".join(made)

    def _within(self, element: PageElement, *, kept: bool = False) -> str:
        tag = element.tag
        if tag == "br":
            return "#linebreak()"
        if tag == "svg":
            return self._sign(element)
        if tag == "a":
            return self._place(element.id) + self._link(element)
        place = self._place(element.id)
        is_lined, self._is_lined = self._is_lined, self._is_lined or tag in _LINED
        inner = self._spoken(element, self._inline(element.children, kept=kept))
        self._is_lined = is_lined
        if is_lined and tag in _LINED:  # tagged text has one line of a kind, under or through it
            return place + inner
        if tag in ("b", "strong", "ins") and element.has("x-p"):
            return f"{place}#letter[{inner}]"
        match tag:
            case "b" | "strong":
                return f"{place}#strong[{inner}]"
            case "i" | "em":
                return f"{place}#emph[{inner}]"
            case "del" | "s":
                return f"{place}#strike[{inner}]"
            case "ins":
                return f"{place}#strong[{inner}]"
            case "q":
                opening, closing = self._quoted
                return f"{place}{plain(opening)}{inner}{plain(closing)}"
            case "mark":
                kind = element.attributes.get("data-kind", "note")
                return f"{place}#marked({string(kind)})[{inner}]"
            case "small":
                return f"{place}#text(size: 0.88em)[{inner}]"
        if {"x-status", "x-stance"} & set(element.classes):
            return f"{place}#strong[{inner}]"
        if tag == "span" and _ON_ITS_OWN_LINE & set(element.classes):
            return f"{place}#linebreak(){inner}" if not element.has("x-saying") else f"{place}{inner}#parbreak()"
        return place + inner

    def _link(self, element: PageElement) -> str:
        href, is_marker = element.attributes.get("href", ""), element.has("x-ref") or element.has("x-cite")
        apart = plain(_BETWEEN_MARKERS) if is_marker and self._after_marker else ""
        link = apart + self._marker_or_link(element, href, is_marker=is_marker)
        self._after_marker = is_marker
        return link

    def _marker_or_link(self, element: PageElement, href: str, *, is_marker: bool) -> str:
        if element.attributes.get("role") == "doc-noteref":
            note = self._notes.get(href.partition("#")[2])
            if note and self._at_foot:
                return self._note(note, element.words().strip())
        words = self._inline(element.children)
        if is_marker:
            words = f"#super[{words}]"
        inside = _INSIDE.match(href)
        if inside and ":" not in inside[1]:
            target = f"{inside[1]}.md#{inside[2] or ''}"
            if self._in_note and str(inside[2]).startswith("s-"):  # a source, with its number before its name
                words = plain(_NUMBERED.sub(r"[\1] ", self._letters.shown(element.words()), count=1))
            return f"#link(label({string(target)}))[{words}]" if target in self._labels else words
        if not href:
            return words
        told = f" #address({string(href)}, {string(self._letters.shown(href))})" if self._told else ""
        return f"#link({string(href)})[{words}]{told}"

    def _note(self, note: PageElement, number: str) -> str:
        """A footnote: what stands in the note, its own number aside, which leads back from the foot of the page."""
        return f"#footnote(numbering: _ => {string(number)})[{self._place(note.id)}{self._said_in(note).strip()}]"

    def _note_below(self, note: PageElement) -> str:
        """The same after the paragraph that it is about, with its number before it."""
        number = note.find(lambda each: each.has("x-no"))
        head = f"#super[{plain(number.words().strip())}] " if number else ""
        return f"\n#quiet[{self._place(note.id)}{head}{self._said_in(note).strip()}]\n"

    def _said_in(self, note: PageElement) -> str:
        """What a note says, after a first line with its kind, the words that it is about, and what they should be."""
        was, self._in_note = self._in_note, True
        self._after_marker = False
        opening: list[str] = []
        others: list[Node] = []
        for each in note.children:
            if isinstance(each, PageElement) and each.has("x-note-head"):
                opening.append(self._inline(without_number(each).children).strip())
            elif isinstance(each, PageElement) and (each.has("x-lemma") or each.has("x-reading")):
                words = self._spoken(each, self._inline(each.children).strip())
                opening.append(f"#became[{words}]" if each.has("x-reading") else f"#about[{words}]")
            else:
                others.append(each)
        said = f"{''.join(opening)}\n\n{self._blocks(others)}"
        self._in_note = was
        self._after_marker = False
        return said

    def _sign(self, svg: PageElement) -> str:
        style = PageElement("style", {}, [self._drawn])
        drawing = PageElement("svg", {**svg.attributes, "xmlns": "http://www.w3.org/2000/svg"}, [style, *drawn(svg)])
        return f"#sign({string(xml(drawing))})"

    def _spoken(self, element: PageElement, words: str) -> str:
        language, direction = element.attributes.get("lang"), element.attributes.get("dir")
        given = []
        if language:
            main, _, region = language.partition("-")
            given.append(f"lang: {string(main.lower())}")
            if len(region) == 2:
                given.append(f"region: {string(region.lower())}")
        if direction in ("ltr", "rtl"):
            given.append(f"dir: {direction}")
        return f"#text({', '.join(given)})[{words}]" if given and words else words

    def _place(self, id_: str) -> str:
        """What links to an id lead to; of an id that stands on several elements, the first."""
        target = f"{self._path}#{id_}"
        if target not in self._labels or target in self._given:
            return ""
        self._given.add(target)
        return f"#[#metadata(none)#label({string(target)})]"
