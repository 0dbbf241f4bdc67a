"""Makes the search index that the theme's search plugin has written fit for what readers type and what seeds hold.

The plugin finds sections by their headings; a note, a term or a place has none, and would be found only as a word
somewhere on a long page: single records are added. The theme shows what stands in the index as HTML, so a record's
words are escaped here, and nowhere is a text of seeds put into the index otherwise. All words are then written in the
forms that the search looks for (`search_words`). Where the site has no such index, nothing is done.
"""

import html
import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NewType, TypedDict

from explainer.engine import search_words
from explainer.model.stages import SearchEntry

INDEX = "search/search_index.json"

_FOR_AUTHORS = "authors/"
_LAST = 0.01
"""What a hit on a page for authors counts, in parts of one on a page for readers."""

IndexHtml = NewType("IndexHtml", str)
"""HTML as the search shows it. Made of a text by `as_html` alone."""


class SearchRecord(TypedDict):
    """A single record as it stands in the index."""

    location: str
    title: IndexHtml
    text: IndexHtml


def as_html(text: str) -> IndexHtml:
    return IndexHtml(html.escape(text, quote=False))


def add(site: Path, entries: Iterable[SearchEntry], urls: Mapping[str, str]) -> None:
    """`urls` are the addresses of the pages by their path below the docs folder."""
    file = site / INDEX
    if not file.is_file():
        return
    index = json.loads(file.read_text(encoding="utf-8"))
    index["docs"] = searched([*index["docs"], *documents(entries, urls)])
    if "separator" in index.get("config", {}):
        index["config"]["separator"] = search_words.separator(index["config"]["separator"])
    file.write_text(json.dumps(index, separators=(",", ":")), encoding="utf-8")


def documents(entries: Iterable[SearchEntry], urls: Mapping[str, str]) -> list[SearchRecord]:
    """The records as they stand in the index."""
    return [
        SearchRecord(
            location=urls[entry.address.page] + (f"#{entry.address.fragment}" if entry.address.fragment else ""),
            title=as_html(entry.title),
            text=_blocks(entry),
        )
        for entry in entries
        if entry.address.page in urls
    ]


def _blocks(entry: SearchEntry) -> IndexHtml:
    """Its text; other names each in a block of its own, as a result shows the blocks that have words of the search."""
    if not entry.also:
        return as_html(entry.text)
    return IndexHtml("".join(f"<p>{as_html(block)}</p>" for block in (entry.text, *entry.also)))


def searched(found: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Sections and records with their words in the forms that the search looks for.

    A record of a whole page stands in the place of the page's first section. Pages for authors come last.
    """
    words = ("title", "text")
    docs: dict[str | int, dict[str, Any]] = {}
    for number, each in enumerate(found):
        location = str(each["location"])
        doc = {key: search_words.folded(value) if key in words else value for key, value in each.items()}
        if location.startswith(_FOR_AUTHORS):
            doc["boost"] = _LAST
        docs[number if "#" in location else location] = doc
    return list(docs.values())
