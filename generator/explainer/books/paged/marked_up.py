"""A book in the markup of Typst: what each element of a page becomes on paper.

All words stand in strings, which Typst takes as they are; nothing of a text is ever markup.
"""

from explainer.books.elements import Node, PageElement, xml
from explainer.books.paged.in_line import MarkupInLine
from explainer.books.paged.words import (
    BLOCKS,
    HEADINGS,
    drawn,
    holds_block,
    string,
    weights_of,
    without,
)

_QUIET = frozenset(("x-office", "x-var", "x-used", "x-src", "x-also", "x-small", "x-passages", "x-kicker", "x-uses"))
_BARE = frozenset(("x-events", "x-strip", "x-list", "x-line", "x-bib", "x-questions"))
"""Lists without a mark before each item."""


class Chapters(MarkupInLine):
    """The markup of chapters, one after the other."""

    def chapter(self, path: str, body: PageElement, depth: int) -> str:
        self._path, self._depth = path, depth
        notes = [each for each in body.walk() if each.tag == "aside" and each.has("x-note")]
        self._notes = {each.id: each for each in notes}
        return f"{self._place('')}{self._blocks(body.children)}\n"

    # --- blocks ---

    def _blocks(self, nodes: list[Node]) -> str:
        """Blocks as they are; what stands between them as paragraphs."""
        made: list[str] = []
        line: list[Node] = []
        for node in nodes:
            if isinstance(node, PageElement) and (node.tag in BLOCKS or holds_block(node)):
                made += [self._line(line), self._block(node)]
                line = []
            else:
                line.append(node)
        return "".join([*made, self._line(line)])

    def _line(self, nodes: list[Node]) -> str:
        is_empty = all(isinstance(each, str) and not each.strip() for each in nodes)
        return "" if is_empty else f"\n{self._inline(nodes).strip()}\n\n"

    def _block(self, element: PageElement) -> str:
        if element.id in self._notes:
            return "" if self._at_foot else self._note_below(element)
        place, tag = self._place(element.id), element.tag
        if tag in HEADINGS:
            return self._heading(element, place)
        if tag == "table":
            return place + self._table(element)
        if tag in ("ul", "ol"):
            return place + self._list(element)
        if tag == "figure":
            return f"{place}#block(breakable: false)[{self._blocks(element.children)}]\n"
        if tag == "dt":
            words = self._inline(element.children)
            return f"\n#block(above: 1.1em, below: 0.45em, sticky: true)[#strong[{place}{words}]]\n\n"
        if tag == "p" or (tag in ("dd", "figcaption") and not holds_block(element)):
            return self._paragraph(element, place)
        inner = self._spoken(element, self._blocks(element.children))
        if tag == "blockquote":
            return f"{place}#quote(block: true)[{inner}]\n"
        if element.has("x-context"):
            return f"{place}#boxed[{inner}]\n"
        if element.has("x-drawn"):
            return place + "".join(self._drawing(each) for each in element.children if isinstance(each, PageElement))
        if _QUIET & set(element.classes):
            return f"{place}#quiet[{inner}]\n"
        return f"{place}{inner}"

    def _paragraph(self, element: PageElement, place: str) -> str:
        words = self._spoken(element, self._inline(element.children, kept=element.has("x-lines")).strip())
        if not words and not place:
            return ""
        if element.has("x-text"):
            return f"\n#passage[{place}{words}]\n\n"
        if element.has("x-fold-name"):
            above = "0.6em" if self._in_note else "1.1em"
            return f"\n#block(above: {above}, below: 0.5em, sticky: true)[#strong[{place}{words}]]\n\n"
        if element.has("x-kicker"):  # what kind of page it is: a chapter begins with its heading
            return place
        if _QUIET & set(element.classes) and not self._in_note:
            return f"\n#quiet[{place}{words}]\n\n"
        return f"\n{place}{words}\n\n"

    def _heading(self, element: PageElement, place: str) -> str:
        level = min(HEADINGS.index(element.tag) + 1 + self._depth, self._last + 1)
        self._last = level
        # A heading stands in the contents too: its markers and places are put behind it, where they stand once.
        markers = [each for each in element.walk() if each.tag == "a" and each.has("x-ref")]
        places = "".join([place, *(self._place(each.id) for each in element.walk() if each not in markers)])
        bare = without(element, markers)
        words = self._spoken(element, self._inline(bare.children).strip())
        notes = "#h(0.3em)".join(self._inline([each]) for each in markers)
        below = f"#block(above: 0.6em, sticky: true)[{places}{notes}]" if notes else places
        shown = "" if element.tag == "h1" else ", outlined: false, bookmarked: true"
        return f"\n#heading(level: {level}{shown})[{words}]\n{below}\n"

    def _list(self, element: PageElement) -> str:
        items = [each for each in element.children if isinstance(each, PageElement)]
        bare = _BARE & set(element.classes)
        kind = "enum" if element.tag == "ol" else "list"
        if not items:
            return ""
        told, self._told = self._told, self._told or bool({"x-sources", "x-bib"} & set(element.classes))
        bodies = [f"[{self._place(each.id)}{self._blocks(each.children).strip()}]" for each in items]
        self._told = told
        if bare:
            return "".join(f"#block(above: 0.9em)[{body[1:-1]}]\n" for body in bodies)
        return f"#{kind}({', '.join(bodies)})\n"

    def _table(self, element: PageElement) -> str:
        rows = [each for each in element.walk() if each.tag == "tr"]
        cells = [[each for each in row.children if isinstance(each, PageElement)] for row in rows]
        count = max((sum(int(each.attributes.get("colspan") or 1) for each in row) for row in cells), default=0)
        if not count:
            return ""
        name = element.find(lambda each: each.tag == "caption")
        columns = ", ".join(f"{weight:.2f}fr" for weight in weights_of(cells, count))
        heads = {id(each) for each in element.walk() if each.tag == "thead" for each in each.walk() if each.tag == "tr"}
        head = "".join(self._cells(row) for tr, row in zip(rows, cells, strict=True) if id(tr) in heads)
        body = "".join(self._cells(row, tr) for tr, row in zip(rows, cells, strict=True) if id(tr) not in heads)
        named = (
            f"#block(above: 1.2em, below: 0.6em, sticky: true)[#strong[{self._inline(name.children)}]]\n"
            if name
            else ""
        )
        size = "0.72em" if count > 5 else "0.85em"
        # What is repeated on the next page is no content to a screen reader, and may not lead anywhere.
        once = "repeat: false, " if "#link(" in head or "#[#metadata" in head else ""
        top = f"table.header({once}{head})," if head else ""
        return f"{named}#text(size: {size})[#table(columns: ({columns},), {top}{body})]\n"

    def _cells(self, row: list[PageElement], tr: PageElement | None = None) -> str:
        made = []
        for number, each in enumerate(row):
            place = self._place(each.id) + (self._place(tr.id) if tr and not number else "")
            words = self._spoken(each, self._blocks(each.children).strip())
            if each.tag == "th":
                words = f"#strong[{words}]"
            made.append(f"table.cell(colspan: {int(each.attributes.get('colspan') or 1)})[{place}{words}],")
        return "".join(made)

    def _drawing(self, svg: PageElement) -> str:
        if svg.tag != "svg":
            return ""
        size = svg.attributes.get("width", "460")
        described = svg.find(lambda each: each.tag == "desc")
        alt = " ".join(filter(None, (svg.attributes.get("aria-label"), described.words() if described else "")))
        style = PageElement("style", {}, [self._drawn])
        drawing = PageElement("svg", {**svg.attributes, "xmlns": "http://www.w3.org/2000/svg"}, [style, *drawn(svg)])
        return f"#drawing({string(xml(drawing))}, {string(alt)}, {min(float(size) / 540, 1) * 100:.0f}%)\n"
