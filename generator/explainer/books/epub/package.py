"""The package document: what the book is, for libraries and for readers who ask before they open it; and its files."""

from collections.abc import Mapping

from explainer.books.book import Book
from explainer.books.elements import escaped
from explainer.books.epub.pages import STYLES
from explainer.interface import message

_FEATURES = (
    "alternativeText",
    "ARIA",
    "displayTransformability",
    "readingOrder",
    "structuralNavigation",
    "tableOfContents",
)
_SUMMARY = message(
    "All but the maps is text, which can be read aloud and shown in any size and colour. Notes are linked with their "
    "passages, both ways. Maps are drawings with a name, and captions or descriptions say what they show."
)


def package(book: Book, files: Mapping[str, str]) -> str:
    """`files` are the XHTML files in their order, by path."""
    language, direction = escaped(book.words.language), book.words.direction
    names = {path: f"p{number}" for number, path in enumerate(files)}
    order = [path for path in files if path != "nav.xhtml"]
    order.insert(1, "nav.xhtml")
    items = "".join(_item(names[path], path, files[path]) for path in files)
    references = "".join(f'<itemref idref="{names[path]}"/>\n' for path in order)
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n<package xmlns="http://www.idpf.org/2007/opf" version="3.0" '
        f'unique-identifier="id" xml:lang="{language}" dir="{direction}">\n'
        f'<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">\n{_metadata(book, has_drawings(files))}</metadata>\n'
        f"<manifest>\n{items}"
        f'<item id="styles" href="{STYLES}" media-type="text/css"/>\n</manifest>\n'
        f'<spine page-progression-direction="{direction}">\n'
        f"{references}</spine>\n</package>\n"
    )


def has_drawings(files: Mapping[str, str]) -> bool:
    return any("<svg" in content for content in files.values())


def _item(name: str, path: str, content: str) -> str:
    properties = [*(["nav"] if path == "nav.xhtml" else []), *(["svg"] if "<svg" in content else [])]
    given = f' properties="{" ".join(properties)}"' if properties else ""
    return f'<item id="{name}" href="{escaped(path)}" media-type="application/xhtml+xml"{given}/>\n'


def _metadata(book: Book, drawings: bool) -> str:
    said = [
        ("dc:identifier", ' id="id"', book.name),
        ("dc:title", "", book.title),
        ("dc:language", "", book.words.language),
        *([("dc:creator", "", book.maker)] if book.maker else []),
        *([("dc:description", "", book.description)] if book.description else []),
        *([("dc:source", "", book.address)] if book.address else []),
        ("dc:date", "", book.day),
        _meta("dcterms:modified", f"{book.day}T00:00:00Z"),
        _meta("schema:accessMode", "textual"),
        *([_meta("schema:accessMode", "visual")] if drawings else []),
        _meta("schema:accessModeSufficient", "textual"),
        *(_meta("schema:accessibilityFeature", each) for each in _FEATURES),
        _meta("schema:accessibilityHazard", "none"),
        _meta("schema:accessibilitySummary", book.words.gettext(_SUMMARY)),
    ]
    return "".join(f"<{name}{given}>{escaped(text)}</{name.split()[0]}>\n" for name, given, text in said)


def _meta(property_: str, text: str) -> tuple[str, str, str]:
    return "meta", f' property="{property_}"', text
