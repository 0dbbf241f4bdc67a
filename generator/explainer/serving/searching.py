"""What the search of the served site finds: the sections of each page as it was last looked through.

The theme's search plugin looks through every page that is built, which takes a part of the time that a large page
needs, and forgets in which build. Here it looks through a page that was built again when somebody searches, and what
it finds is kept by page.
"""

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage

from explainer.engine import search_index

Document = Mapping[str, Any]


class Sections:
    """Those of one build, in the folder `site`; none where the site has no search."""

    def __init__(self, config: MkDocsConfig, nav: Navigation, site: Path) -> None:
        """From here on, the plugin looks through a page only when it is told to."""
        self._config, self._nav = config, nav
        file = site / search_index.INDEX
        self._settings = json.loads(file.read_text(encoding="utf-8")) if file.is_file() else None
        if self._settings is not None:
            self._settings.pop("index", None)  # made beforehand from what may change; the browser makes its own
        indexes = [getattr(plugin, "search_index", None) for plugin in config.plugins.values()]
        self._found: list[Document] = next((_entries(index) for index in indexes if index is not None), [])
        self._of_page: dict[str, list[Document]] = defaultdict(list)
        for document in self._found:
            self._of_page[document["location"].partition("#")[0]].append(document)
        events: list[Callable[..., Any]] = config.plugins.events["page_context"]
        self._look = [event for event in events if _is_search(event)]
        events[:] = [event for event in events if not _is_search(event)]

    def look_through(self, page: MkDocsPage) -> None:
        """Find the sections of a page as it was last built."""
        self._found.clear()
        for look in self._look:
            look({}, page=page, config=self._config, nav=self._nav)
        self._of_page[page.url] = list(self._found)

    def index(self, urls: Iterable[str], records: Iterable[Document]) -> bytes | None:
        """The index of these pages, in their order, and of single records."""
        if self._settings is None:
            return None
        docs = [document for url in urls for document in self._of_page.get(url, ())]
        content = {**self._settings, "docs": search_index.searched([*docs, *records])}
        return json.dumps(content, separators=(",", ":"), ensure_ascii=False, default=str).encode()


def _is_search(event: object) -> bool:
    return "search" in type(getattr(event, "__self__", None)).__module__


def _entries(index: Any) -> list[Document]:
    """The list into which a search plugin puts what it finds: Material’s, or that of MkDocs itself."""
    found: list[Document] = index.entries if hasattr(index, "entries") else index._entries
    return found
