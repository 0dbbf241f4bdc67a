"""A page of the built site as the search finds it: by its headings, each with the words below it.

What is marked `data-search-exclude` is left out: an element with all that is in it, a heading with all below it. So
are notes, which are records of their own, and their numbers and those of sources.
"""

import html
import json
import re
from collections.abc import Iterator
from typing import NamedTuple

from explainer.memo import Keep, anew
from explainer.model.stages import packed, unpacked

_IN_TAG = r"""(?:[^<>"']|"[^"]*"|'[^']*')*"""
_STEP = re.compile(
    rf"<(?P<heading>h[1-6])\b(?P<of_heading>{_IN_TAG})>(?P<title>.*?)</(?P=heading)\s*>"
    rf"|<(?P<left>script|style|template|svg|math)\b{_IN_TAG}>"
    rf"|<(?P<marked>[a-z][a-z0-9]*)\s(?={_IN_TAG}\bdata-search-exclude){_IN_TAG}>",
    re.IGNORECASE | re.DOTALL,
)
_IN_LINE = re.compile(
    rf"</?(?:a|abbr|b|bdi|cite|code|em|i|ins|label|mark|q|s|small|span|strong|sub|sup|time|u)\b{_IN_TAG}>"
)
_NUMBER = re.compile(
    r'(?:&#8239;|\u202f)?<a\s(?:[^<>]*\s)?class="x-(?:cite|ref)\b[^<>]*>(?:<span[^<>]*>)*\d+(?:</span>)*</a>'
)
_TAG = re.compile(rf"<!--.*?-->|</?[a-z!]{_IN_TAG}>", re.IGNORECASE | re.DOTALL)
_ID = re.compile(r"""\bid=(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")
_MARK = "data-search-exclude"
_OF_SEARCH = re.compile(r'\sdata-search-exclude(?:="[^"]*")?')


class Section(NamedTuple):
    id: str
    """Nothing for what stands above the first heading of a page."""
    title: str
    text: str


def sections(page: str) -> Iterator[Section]:
    """In their order; those without a word are left out."""
    id_, title, texts, is_shown = "", "", [], True
    done = 0
    while step := _STEP.search(page, done):
        if is_shown:
            texts.append(page[done : step.start()])
        done = step.end()
        if not step["heading"]:
            done = _end(page, step["left"] or step["marked"], done)
        elif found := _ID.search(step["of_heading"]):
            yield from _made(id_, title, texts, is_shown)
            id_, title, texts = next(filter(None, found.groups()), ""), words(step["title"]), []
            is_shown = _MARK not in step["of_heading"]
        elif is_shown:
            texts.append(step["title"])
    texts.append(page[done:] if is_shown else "")
    yield from _made(id_, title, texts, is_shown)


def _made(id_: str, title: str, texts: list[str], is_shown: bool) -> Iterator[Section]:
    text = words(" ".join(texts))
    if is_shown and (title or text):
        yield Section(id_, title, text)


def _end(page: str, tag: str, start: int) -> int:
    """Where the element ends of which the first tag ends at `start`."""
    depth = 1
    for found in re.compile(rf"<(/?){tag}\b{_IN_TAG}>", re.IGNORECASE).finditer(page, start):
        depth += -1 if found[1] else 1
        if not depth:
            return found.end()
    return len(page)


def words(markup: str) -> str:
    """The words of some HTML in a line, without the numbers of notes and sources."""
    bare = _TAG.sub(" ", _IN_LINE.sub("", _NUMBER.sub("", markup)))
    return " ".join(html.unescape(bare).split())


def unmarked(page: str) -> str:
    """The page without what it says to the search alone."""
    return _OF_SEARCH.sub("", page) if _MARK in page else page


def kept(page: str, keep: Keep) -> tuple[Section, ...]:
    """The same, perhaps from an earlier build."""
    if keep is anew:
        return tuple(sections(page))
    found = keep(("sections", page), lambda: packed(json.dumps([*sections(page)], ensure_ascii=False)))
    return tuple(Section(*each) for each in json.loads(unpacked(found)))
