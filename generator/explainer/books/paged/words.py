"""What stands in the markup of Typst for the words of a page, and the parts of pages that paper leaves out."""

import re
from collections.abc import Mapping

from explainer.books.elements import Node, PageElement
from explainer.books.shaping import NOTES

_SPACE = re.compile(r"[ \t\n\r]+")
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
BLOCKS = frozenset(
    ("article", "aside", "blockquote", "div", "dl", "dt", "dd", "figure", "figcaption", "li", "main", "ol", "p",
     "section", "table", "ul", *HEADINGS)
)  # fmt: skip


def string(text: str) -> str:
    """A string of Typst."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\r", "\\r")
    return f'"{escaped}"'


def drawn(svg: PageElement) -> list[Node]:
    return [scaled(each) if isinstance(each, PageElement) else each for each in svg.children]


def scaled(element: PageElement) -> PageElement:
    """Without links, which only a page has."""
    children: list[Node] = []
    for each in element.children:
        if isinstance(each, PageElement) and each.tag == "a":
            children += [scaled(inner) if isinstance(inner, PageElement) else inner for inner in each.children]
        else:
            children.append(scaled(each) if isinstance(each, PageElement) else each)
    tag = "g" if element.tag == "a" else element.tag
    kept = {name: value for name, value in element.attributes.items() if name not in ("href", "aria-label")}
    return PageElement(tag, kept, children)


def plain(text: str, *, kept: bool = False) -> str:
    if not text:
        return ""
    if kept:
        return "#linebreak()".join(f"#{string(line)}" if line else "" for line in text.split("\n"))
    return f"#{string(_SPACE.sub(' ', text))}"


def weights_of(rows: list[list[PageElement]], count: int) -> list[float]:
    """How wide the columns of a table are to each other: by how much they hold, and never less than a word needs."""
    weights = [1.0] * count
    for row in rows:
        if len(row) == count:
            for number, each in enumerate(row):
                words = each.words()
                longest = max(map(len, words.split()), default=0)
                weights[number] = max(weights[number], min(len(words), 400) ** 0.5, 1.3 * min(longest, 14))
    return weights


def holds_block(element: PageElement) -> bool:
    return any(isinstance(each, PageElement) and (each.tag in BLOCKS or holds_block(each)) for each in element.children)


def without(element: PageElement, left_out: list[PageElement]) -> PageElement:
    """The words of an element without those, and without its ids."""
    children: list[Node] = []
    for each in element.children:
        if isinstance(each, str):
            children.append(each)
        elif all(each is not other for other in left_out):
            children.append(without(each, left_out))
    return PageElement(
        element.tag, {name: value for name, value in element.attributes.items() if name != "id"}, children
    )


def without_number(element: PageElement) -> PageElement:
    kept = [each for each in element.children if not (isinstance(each, PageElement) and each.has("x-no"))]
    return PageElement(element.tag, element.attributes, kept)


def labels_of(pages: Mapping[str, PageElement]) -> frozenset[str]:
    """Every place of the book that a link may lead to."""
    return frozenset(f"{path}#{id_}" for path, body in pages.items() for id_ in ("", *ids(body)))


def ids(body: PageElement) -> list[str]:
    return [each.id for each in body.walk() if each.id and each.id != NOTES]
