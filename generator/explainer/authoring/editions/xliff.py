"""Texts of an edition as XLIFF 2 (OASIS). A stale translation has the state `initial`, and a note of its original."""

from collections.abc import Iterable
from xml.etree import ElementTree as ET

from explainer.authoring.editions.units import CannotExchangeError, TranslationUnit

NAMESPACE = "urn:oasis:names:tc:xliff:document:2.0"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_BEFORE = "translated-from"
"""The category of the note with the words that a stale translation translates."""


def written(units: Iterable[TranslationUnit], original: str, language: str) -> bytes:
    ET.register_namespace("", NAMESPACE)
    root = ET.Element(_tag("xliff"), {"version": "2.0", "srcLang": original, "trgLang": language})
    files: dict[str, ET.Element] = {}
    for number, unit in enumerate(units, 1):
        if unit.file not in files:
            attributes = {"id": f"f{len(files) + 1}", "original": f"seeds/{unit.file}"}
            files[unit.file] = ET.SubElement(root, _tag("file"), attributes)
        element = ET.SubElement(files[unit.file], _tag("unit"), {"id": f"u{number}", "name": unit.place})
        if unit.before:
            notes = ET.SubElement(element, _tag("notes"))
            ET.SubElement(notes, _tag("note"), {"category": _BEFORE}).text = unit.before
        state = "translated" if unit.target and not unit.is_unsure else "initial"
        segment = ET.SubElement(element, _tag("segment"), {"state": state})
        for name, words in (("source", unit.source), ("target", unit.target)):
            if name == "source" or words:
                ET.SubElement(segment, _tag(name), {_SPACE: "preserve"}).text = words
    ET.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(root, encoding="unicode")}\n'.encode()


def read(content: bytes) -> tuple[TranslationUnit, ...]:
    """The units of an XLIFF 2 file, in its order. Raises CannotExchangeError."""
    try:
        root = ET.fromstring(content, parser=_parser())
    except ET.ParseError as error:
        line, column = error.position
        raise CannotExchangeError(f"it is not XML: line {line}, column {column + 1}: {error.msg}") from error
    if root.tag != _tag("xliff"):
        raise CannotExchangeError(f"it is not XLIFF 2: its first element is `{root.tag.rpartition('}')[2]}`")
    return tuple(
        _unit(file.get("original", "").removeprefix("seeds/"), element)
        for file in root.iter(_tag("file"))
        for element in file.iter(_tag("unit"))
    )


def _parser() -> ET.XMLParser:
    """Told by the parser itself, because in UTF-16 no search for the bytes of `<!DOCTYPE` finds it."""

    class PlainTreeBuilder(ET.TreeBuilder):
        def doctype(self, *_: object) -> None:
            raise CannotExchangeError("it declares a document type, which no XLIFF file does")

    return ET.XMLParser(target=PlainTreeBuilder())


def _unit(file: str, element: ET.Element) -> TranslationUnit:
    """Some programs divide a text into segments, with what stands between them in elements of its own."""
    parts = [each for each in element if each.tag in (_tag("segment"), _tag("ignorable"))]
    source, target = ("".join(_words(part, name) for part in parts) for name in ("source", "target"))
    segments = [part for part in parts if part.tag == _tag("segment")]
    is_unsure = any(part.get("state", "initial") == "initial" for part in segments)
    return TranslationUnit(file, element.get("name", ""), source, target, is_unsure=is_unsure)


def _words(part: ET.Element, name: str) -> str:
    found = part.find(_tag(name))
    if found is None and name == "target" and part.tag == _tag("ignorable"):
        found = part.find(_tag("source"))
    return "".join(found.itertext()) if found is not None else ""


def _tag(name: str) -> str:
    return f"{{{NAMESPACE}}}{name}"
