"""An EPUB as a reading system has it: what is in it, parsed."""

import posixpath
import zipfile
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote, urlsplit

from lxml import etree

SPACES = {
    "h": "http://www.w3.org/1999/xhtml",
    "opf": "http://www.idpf.org/2007/opf",
    "dc": "http://purl.org/dc/elements/1.1/",
    "epub": "http://www.idpf.org/2007/ops",
}
_TYPE = f"{{{SPACES['epub']}}}type"


@dataclass(frozen=True)
class OpenedBook:
    path: Path

    @cached_property
    def files(self) -> dict[str, bytes]:
        with zipfile.ZipFile(self.path) as zipped:
            return {name: zipped.read(name) for name in zipped.namelist()}

    @cached_property
    def package(self) -> etree._Element:
        return etree.fromstring(self.files["EPUB/package.opf"])

    @cached_property
    def pages(self) -> dict[str, etree._Element]:
        """By their path, in the order in which they are read."""
        listed = {item.get("id"): item.get("href") for item in self.package.iterfind(".//opf:item", SPACES)}
        order = [listed[each.get("idref")] for each in self.package.iterfind(".//opf:itemref", SPACES)]
        return {path: etree.fromstring(self.files[f"EPUB/{path}"]) for path in order}

    def said(self, name: str) -> list[str]:
        """The values of a property, of the package or of Dublin Core."""
        found = self.package.iterfind(f".//{name}", SPACES) if name.startswith("dc:") else self._meta(name)
        return [each.text or "" for each in found]

    def _meta(self, name: str) -> list[etree._Element]:
        return [each for each in self.package.iterfind(".//opf:meta", SPACES) if each.get("property") == name]

    def links(self) -> list[tuple[str, str, str]]:
        """Every link within the book: the page it stands on, and the page and the id that it leads to."""
        found = []
        for path, page in self.pages.items():
            for each in page.iter("{*}a"):
                href = each.get("href") or ""
                if href and not urlsplit(href).scheme:
                    file, _, id_ = href.partition("#")
                    target = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(file)))
                    found.append((path, target if file else path, id_))
        return found


def of_type(page: etree._Element, type_: str) -> list[etree._Element]:
    return [each for each in page.iter("{*}*") if type_ in (each.get(_TYPE) or "").split()]


def ids(page: etree._Element) -> list[str]:
    return [each.get("id") for each in page.iter("{*}*") if each.get("id")]


def words(element: etree._Element, *without: etree._Element) -> str:
    """The text of an element but for those."""
    parts: list[str] = [] if element in without else [element.text or ""]
    if element not in without:
        for child in element:
            parts += [words(child, *without), child.tail or ""]
    return "".join(parts)
