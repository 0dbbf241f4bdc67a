"""A chapter as XHTML: the page of the site, with what reading systems know notes, terms and sources by."""

import posixpath
from collections.abc import Mapping

from explainer.books.book import Book, BookChapter
from explainer.books.elements import Node, PageElement, escaped, xml
from explainer.model import paths
from explainer.model.paths import list_of

STYLES = "styles/book.css"
_TEXT = "text/"
_TYPES = {"doc-noteref": "noteref", "doc-footnote": "footnote", "doc-backlink": "backlink", "doc-glossref": "glossref"}
"""What EPUB calls the roles that reading systems act on: a `noteref` opens its `footnote` where the reader is."""
_OF_CHAPTERS = {paths.GLOSSARY: "glossary", paths.SOURCES: "bibliography"}
_NO_LABELS: Mapping[str, str] = {}
_SVG = "http://www.w3.org/2000/svg"


def file_of(path: str) -> str:
    """Where a page of the site lies in the book."""
    return _TEXT + path.removesuffix(".md") + ".xhtml"


def page(title: str, body: str, book: Book, path: str) -> str:
    """A file of XHTML that stands at `path`, with its `body`."""
    language, direction = escaped(book.words.language), book.words.direction
    styles = posixpath.relpath(STYLES, posixpath.dirname(path) or ".")
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html>\n'
        '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" '
        f'lang="{language}" xml:lang="{language}" dir="{direction}">\n<head>\n<meta charset="utf-8"/>\n'
        '<meta name="viewport" content="width=device-width"/>\n'
        f'<title>{escaped(title)}</title>\n<link rel="stylesheet" type="text/css" href="{styles}"/>\n</head>\n'
        f"{body}\n</html>\n"
    )


def chapter_page(chapter: BookChapter, book: Book) -> str:
    path = file_of(chapter.path)
    kind = _OF_CHAPTERS.get(list_of(chapter.path), "chapter")
    role = f' role="doc-{kind}"' if kind != "glossary" else ""  # the list of its terms is the glossary
    named = f' aria-labelledby="{escaped(chapter.heading)}"' if chapter.heading else ""
    markers = (each for each in chapter.body.walk() if each.attributes.get("role") == "doc-noteref")
    labels = {each.attributes["href"].partition("#")[2]: each.attributes.get("aria-label", "") for each in markers}
    content = "".join([xml(in_book(child, path, labels)) for child in chapter.body.children]).strip()
    section = f'<section epub:type="{kind}"{role}{named}>\n{content}\n</section>'
    return page(chapter.title, f'<body epub:type="bodymatter">\n<main>\n{section}\n</main>\n</body>', book, path)


def in_book(node: Node, path: str, labels: Mapping[str, str] = _NO_LABELS) -> Node:
    """What stands in the file at `path`; `labels` are what the markers of notes are called, by the id of the note."""
    if isinstance(node, str):
        return node
    children = [in_book(child, path, labels) for child in node.children]
    return PageElement(node.tag, _attributes(node, path, labels), children)


def _attributes(element: PageElement, path: str, labels: Mapping[str, str]) -> dict[str, str]:
    kept = dict(element.attributes)
    if "lang" in kept:
        kept["xml:lang"] = kept["lang"]
    if "href" in kept:
        kept["href"] = link(kept["href"], path)
    if kept.get("role") in _TYPES:
        kept["epub:type"] = _TYPES[kept["role"]]
    if element.tag == "aside" and labels.get(element.id):
        kept["aria-label"] = labels[element.id]
    if element.has("x-all-notes"):
        kept["epub:type"] = "footnotes"
    if element.tag == "svg":
        kept |= {"xmlns": _SVG, "direction": "ltr"}  # where a label begins is drawn; no style sheet of EPUB may say so
    return kept


def link(target: str, path: str) -> str:
    """A link of the book, as it is written in the file at `path`."""
    page, mark, fragment = target.partition("#")
    if not page.endswith(".md") or ":" in page:
        return target
    file = file_of(page)
    return ("" if file == path and mark else posixpath.relpath(file, posixpath.dirname(path) or ".")) + mark + fragment
