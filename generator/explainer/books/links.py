"""Where the links of a page lead in a book: to a part of it, to the site, or nowhere, and then they are words."""

import posixpath
import re
from collections.abc import Mapping
from urllib.parse import quote, urlsplit

from explainer.books.elements import Node, PageElement
from explainer.exporting import Addresses
from explainer.model import paths

_REFERRING = ("aria-details", "aria-describedby", "aria-labelledby")
_ON_THIS_PAGE = {paths.GLOSSARY: "t-", paths.SOURCES: "s-"}
"""What begins the id of a term or a source that a page lists at its own end."""
_NO_ADDRESS = re.compile(r"[\s<>\"{}|\\^`]|[^\x21-\x7e]|%(?![0-9A-Fa-f]{2})")
_SAFE = "%/:=&?~#+!$,;'@()*[]"


class LinksInBook:
    """The links between the pages of one book, as `path.md#id` from the first folder of the site."""

    def __init__(self, pages: Mapping[str, PageElement], addresses: Addresses) -> None:
        self._ids = {path: {each.id for each in body.walk() if each.id} for path, body in pages.items()}
        self._addresses = addresses

    def followed(self, element: PageElement, path: str) -> PageElement:
        """The element of the page at `path`, with its links as they lead in the book."""
        return PageElement(element.tag, self._attributes(element, path), self._children(element, path))

    def _children(self, element: PageElement, path: str) -> list[Node]:
        found: list[Node] = []
        for child in element.children:
            if isinstance(child, str):
                found.append(child)
                continue
            made = self.followed(child, path)
            if made.tag == "a" and "href" in child.attributes and "href" not in made.attributes:
                if not made.id:
                    found += made.children
                    continue
                made = PageElement("span", {"id": made.id}, made.children)
            found.append(made)
        return found

    def _attributes(self, element: PageElement, path: str) -> dict[str, str]:
        kept = {}
        for name, value in element.attributes.items():
            if name == "href":
                target = self._target(value, path)
                if target:
                    kept[name] = target
            elif name not in _REFERRING or all(id_ in self._ids[path] for id_ in value.split()):
                kept[name] = value
        return kept

    def _target(self, href: str, path: str) -> str | None:
        page, _, fragment = href.partition("#")
        if page and (urlsplit(page).scheme or page.startswith("//")):
            return outside(href)
        page = posixpath.normpath(posixpath.join(posixpath.dirname(path), page)) if page else path
        if page in self._ids:
            if not fragment or fragment in self._ids[page]:
                return f"{page}#{fragment}" if fragment else page
            return None if page == path else page
        begins = _ON_THIS_PAGE.get(paths.list_of(page))
        own = f"{begins}{fragment}"
        if begins and own in self._ids[path]:
            return f"{path}#{own}"
        return self._addresses.of(paths.Address(page, fragment))


def outside(address: str) -> str:
    """An address on another site, with what no address may hold written as it must be."""
    return _NO_ADDRESS.sub(lambda match: quote(match[0], safe=_SAFE) if match[0] != "%" else "%25", address)
