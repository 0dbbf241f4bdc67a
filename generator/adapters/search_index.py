"""Adds single records to the search index that the theme's search plugin has written.

The plugin finds sections by their headings; a note, a term or a place has none, and would be found only as
a word somewhere on a long page. Where the site has no such index, nothing is added.
"""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path

from generator.model.stages import SearchEntry

INDEX = "search/search_index.json"


def add(site: Path, entries: Iterable[SearchEntry], urls: Mapping[str, str]) -> None:
    """`urls` are the addresses of the pages by their path below the docs folder."""
    file = site / INDEX
    if not file.is_file():
        return
    index = json.loads(file.read_text(encoding="utf-8"))
    index["docs"] += documents(entries, urls)
    file.write_text(json.dumps(index, separators=(",", ":")), encoding="utf-8")


def documents(entries: Iterable[SearchEntry], urls: Mapping[str, str]) -> list[dict[str, str]]:
    """The records as they stand in the index."""
    return [
        {"location": f"{urls[entry.address.page]}#{entry.address.fragment}", "title": entry.title, "text": entry.text}
        for entry in entries
        if entry.address.page in urls
    ]
