"""A page as the theme's search plugin is to look through it: quickly, and with the same result.

The plugin reads every tag of a page with a parser in Python, which takes longer than all else that the theme does.
What it makes of a page depends on headings, paragraphs, lists and on what is left out of the search; tags within a line
and attributes only cost. So while it looks, a page of ours has none of those. Spaces may then stand twice in what it
finds; the search takes them for one. Nor has it the numbers of notes and sources, which would be part of the word
before them.
"""

import re
from collections.abc import Iterable

from mkdocs.structure.pages import Page

_IN_LINE = "a|abbr|b|bdi|cite|em|i|label|mark|q|s|small|span|strong|time|u"
_TAG_IN_LINE = re.compile(rf"</?(?:{_IN_LINE})(?:\s[^<>]*)?>")
_NUMBER = re.compile(
    r'(?:&#8239;|\u202f)?<a\s(?:[^<>]*\s)?class="x-(?:cite|ref)"[^<>]*>(?:<span[^<>]*>)*\d+(?:</span>)*</a>'
)
_LEFT_OUT_IN_LINE = re.compile(rf"<(?:{_IN_LINE})\s[^<>]*data-search-exclude")
_BLOCK = re.compile(r"<([a-z][a-z0-9]*)\s([^<>]*)>")
_KEPT = re.compile(r'\bid="[^"]*"|\bdata-search-exclude\b')
_FOR_SEARCH = re.compile(r'\s?data-search-\w+="[^"]+"')


def plainer(html: str) -> str:
    """The page without tags within lines, and without attributes that say nothing of sections."""
    html = without_numbers(html)
    if _LEFT_OUT_IN_LINE.search(html):
        return html
    return _BLOCK.sub(_with_few_attributes, _TAG_IN_LINE.sub("", html))


def without_numbers(html: str) -> str:
    """The page without the numbers of notes and sources."""
    return _NUMBER.sub("", html)


def _with_few_attributes(tag: re.Match[str]) -> str:
    return " ".join((f"<{tag[1]}", *_KEPT.findall(tag[2]))) + ">"


class Shown:
    """Pages as they are, while the search plugin looks through them."""

    def __init__(self) -> None:
        self._whole: dict[str, str] = {}

    def hide(self, page: Page) -> None:
        if page.content is not None:
            self._whole[page.file.src_uri] = page.content
            page.content = plainer(page.content)

    def restore(self, page: Page) -> None:
        """The page as it was, without the attributes for the search, which the plugin takes off."""
        whole = self._whole.pop(page.file.src_uri, None)
        if whole is not None:
            page.content = _FOR_SEARCH.sub("", whole)


def only_search(handlers: Iterable[object], ours: object) -> bool:
    """Whether none but search plugins and `ours` would see the page meanwhile."""
    owners = [getattr(handler, "__self__", None) for handler in handlers]
    return all(owner is ours or "search" in type(owner).__module__ for owner in owners)
