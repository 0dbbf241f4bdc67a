"""What a page of the site is in a book: without what only a site can do, and with everything open.

Menus, filters and buttons go; what stands folded on the site stands open, under its name; of drawings in two sizes one
stays.
"""

from dataclasses import dataclass

from explainer.books.elements import Node, PageElement

_DROPPED = frozenset(("nav", "form", "fieldset", "input", "label", "script", "style", "button", "template"))
_DROPPED_CLASSES = frozenset(
    (
        *("x-rail", "x-help", "x-short", "x-jump", "x-az", "x-unseen", "x-made", "x-side-panel", "x-go2"),
        *("x-elsewhere", "x-languages"),
    )
)
_ATTRIBUTES = frozenset(
    ("style", "tabindex", "markdown", "hidden", "aria-current", "aria-expanded", "aria-controls", "name", "for")
)
_DATA = frozenset(("data-kind", "data-hue", "data-party", "data-status", "data-label"))
NOTES = "notes"
"""The id of the part that holds all notes of an article."""
_TABLES = frozenset(("table", "thead", "tbody", "tfoot", "tr", "colgroup"))


@dataclass(frozen=True)
class PageShape:
    """What one form of book wants of pages."""

    drawings: frozenset[str]
    """Classes of drawings and lists that it leaves out for others of another width."""
    notes_together: bool
    """Whether the notes of an article stand together after it, where each is opened from its passage."""


NARROW = PageShape(frozenset(("x-map-wide", "x-listed-wide")), notes_together=True)
WIDE = PageShape(frozenset(("x-map-narrow", "x-listed-narrow")), notes_together=False)


def with_notes_together(body: PageElement, name: str) -> PageElement:
    """The page with its notes in one part under that name, after the article, which so can be read in one go."""
    notes: list[Node] = []
    body = _without_notes(body, notes)
    last = next((each for each in body.walk() if any(_is_after(child) for child in each.children)), None)
    if not notes or last is None:
        return body
    heading = PageElement("h2", {"id": NOTES}, [name])
    part = PageElement("section", {"class": "x-all-notes", "aria-labelledby": NOTES}, [heading, *notes])
    at = next(number for number, child in enumerate(last.children) if _is_after(child))
    last.children.insert(at, part)
    return body


def _without_notes(element: PageElement, notes: list[Node]) -> PageElement:
    kept: list[Node] = []
    for child in element.children:
        if isinstance(child, PageElement) and child.has("x-notes"):
            notes += child.children
        else:
            kept.append(_without_notes(child, notes) if isinstance(child, PageElement) else child)
    return PageElement(element.tag, element.attributes, kept)


def _is_after(node: Node) -> bool:
    return isinstance(node, PageElement) and node.has("x-after")


def shaped(body: PageElement, shape: PageShape) -> PageElement:
    return PageElement("body", {}, _children(body, shape))


def _children(parent: PageElement, shape: PageShape) -> list[Node]:
    found: list[Node] = []
    for child in parent.children:
        if isinstance(child, str):
            if parent.tag not in _TABLES or child.strip():
                found.append(child)
        else:
            found += _element(child, parent, shape)
    return found


def _element(element: PageElement, parent: PageElement, shape: PageShape) -> list[Node]:
    classes = set(element.classes)
    if element.tag in _DROPPED or classes & (_DROPPED_CLASSES | shape.drawings):
        return []
    if element.tag == "span" and "data-weight" in element.attributes:  # the name of a table while a filter is on
        return []
    if element.tag == "p" and parent.tag in _TABLES:  # what Markdown puts around the name of a table
        return [child for child in _children(element, shape) if isinstance(child, PageElement)]
    attributes = {name: value for name, value in element.attributes.items() if _is_kept(name)}
    children = _children(element, shape)
    match element.tag:
        case "details":
            return [PageElement("div", attributes, children)]
        case "summary":
            return [PageElement("div" if _holds_block(children) else "p", {"class": "x-fold-name"}, children)]
        case "a" if "x-ref" in classes:
            return [PageElement("a", attributes, [element.words().strip()])]
        case "p" | "figcaption" | "ul" | "span" if not attributes.get("id") and not _holds(children):
            return []
    return [PageElement(element.tag, attributes, children)]


def _is_kept(name: str) -> bool:
    if name.startswith("data-"):
        return name in _DATA
    return name not in _ATTRIBUTES


def _holds(children: list[Node]) -> bool:
    return any(isinstance(child, PageElement) or child.strip() for child in children)


def _holds_block(children: list[Node]) -> bool:
    return any(
        isinstance(child, PageElement) and child.tag in ("p", "div", "h2", "h3", "h4", "ul") for child in children
    )
