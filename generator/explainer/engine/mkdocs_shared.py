"""Pages of one build made by several processes, or on several machines: MkDocs' own steps, each for its share.

All of them have read the same seeds and settings, so each knows every page by its address, and the title of those in
the navigation, which every page shows. What the first has to know of pages that others made, they tell: what the search
finds on them, which places they have, where they link to, and what MkDocs said of them. So the site, and what is said
while it is built, is that which one process makes.
"""

import gc
import logging
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any

import jinja2
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from explainer import memo
from explainer.engine import mkdocs_private, shares
from explainer.engine.held_messages import BUILDING, LINKS, READING, TEMPLATES, HeldMessages
from explainer.engine.mkdocs_packed import PageFile, PictureFile
from explainer.engine.search.records import SearchedPage
from explainer.engine.search.sections import Section
from explainer.engine.workers import Tell, Worker, WorkerError

if TYPE_CHECKING:
    from explainer.engine.mkdocs_plugin import ExplainerPlugin


def clashes(config: MkDocsConfig, files: Files) -> bool:
    """Whether a file would be written over a page: then it matters who comes first."""
    pages = {file.dest_uri for file in files.documentation_pages()}
    others = {file.dest_uri for file in files if not file.is_documentation_page()}
    return not pages.isdisjoint(others | set(mkdocs_private.names_of_templates(config)))


class SharedPages:
    """The pages of one build, of which this process makes some and knows what there is to know of the others."""

    def __init__(
        self, plugin: "ExplainerPlugin", config: MkDocsConfig, files: Files, nav: Navigation, env: jinja2.Environment
    ) -> None:
        self._plugin, self._config, self._files, self._nav, self._env = plugin, config, files, nav, env
        self._pages = files.documentation_pages()
        self._places = {file.src_uri: place for place, file in enumerate(self._pages)}
        self._pictures = [file for file in files if isinstance(file, PictureFile)]
        self._messages = HeldMessages()
        self._workers: list[Worker] = []

    def make(self, count: int) -> None:
        """Read and write the pages of this process, and begin the others, which do the same with theirs."""
        self._messages.begin()
        ours = [file for file in self._pages if isinstance(file, PageFile)]
        by_hand = [file for file in self._pages if not isinstance(file, PageFile)]
        self._read(by_hand)
        self._read_titles()
        weights = shares.weights(count, is_searched=True)
        pages = shares.owners((file.src_uri for file in ours), weights)
        pictures = shares.owners((file.src_uri.partition("/")[2] for file in self._pictures), weights)
        own = [[file for file in ours if pages[file.src_uri] == number] for number in range(count)]
        drawn = [
            [file for file in self._pictures if pictures[file.src_uri.partition("/")[2]] == number]
            for number in range(count)
        ]
        # Whatever the first page needs, such as templates, the others find ready.
        first = next((file for file in own[0] if "/" in file.src_uri), None)
        if first:
            self._read([first])
            self._write([first])
        gc.freeze()
        for number in range(1, count):
            self._workers.append(self._worker(own[number], drawn[number]))
            for picture in drawn[number]:
                picture.is_wanted = False
        self._read(file for file in own[0] if file is not first)
        memo.forget()
        self._write(file for file in (*by_hand, *own[0]) if file is not first)
        self._messages.at(TEMPLATES, 0)

    def _worker(self, own: Sequence[File], drawn: list[PictureFile]) -> Worker:
        cache = self._plugin.cache
        room = cache.room()

        def work(tell: Tell, is_wanted: Callable[[], None]) -> None:
            cache.go_on_in(room)
            self._messages.forget()
            try:
                self._read(own, is_wanted)
                tell({file.src_uri: self._told_of(file) for file in own})
                memo.forget()
                self._write(own, is_wanted)
            except Exception as error:
                told = [message[-1] for message in self._messages.found if message[3] >= logging.ERROR]
                raise RuntimeError("\n".join(told)) from error
            for picture in drawn:
                is_wanted()
                picture.copy_file()
            tell({"messages": self._messages.found, "kept": cache.kept_there()})

        return Worker(work)

    def _read_titles(self) -> None:
        for page in self._nav.pages:
            if isinstance(page.file, PageFile):
                page.read_source(self._config)

    def _read(self, files: Iterable[File], is_wanted: Callable[[], None] = lambda: None) -> None:
        for file in files:
            is_wanted()
            self._messages.at(READING, self._places[file.src_uri])
            mkdocs_private.read_page(_page(file), self._config, self._files)
            if isinstance(file, PageFile):
                file.drop()

    def _write(self, files: Iterable[File], is_wanted: Callable[[], None] = lambda: None) -> None:
        for file in files:
            is_wanted()
            self._messages.at(BUILDING, self._places[file.src_uri])
            mkdocs_private.write_page(_page(file), self._config, self._pages, self._nav, self._env)

    def _told_of(self, file: File) -> list[Any]:
        page, found = _page(file), self._plugin.searched[self._files].get(file.src_uri)
        searched = [found.url, found.title, found.sections, found.language] if found else None
        links = {target.src_uri: of_page for target, of_page in (page.links_to_anchors or {}).items()}
        return [searched, sorted(page.present_anchor_ids or ()), links]

    def _take(self, told: dict[str, Any]) -> None:
        for path, (searched, ids, links) in told.items():
            file = self._files.src_uris[path]
            if searched:
                url, title, sections, language = searched
                found = tuple(Section(*each) for each in sections)
                self._plugin.searched[self._files][path] = SearchedPage(url, title, found, language)
            page = _page(file)
            page.present_anchor_ids = set(ids)
            page.links_to_anchors = {self._files.src_uris[target]: of_page for target, of_page in links.items()}

    def join(self, make_search: Callable[[], None]) -> None:
        """Learn what the others made, and say what is to be said of all pages. Ends them where one of them failed."""
        messages = []
        try:
            for worker in self._workers:
                self._take(worker.hear())
            make_search()
            for number, worker in enumerate(self._workers, 1):
                told = worker.hear()
                messages += told["messages"]
                self._plugin.cache.take(number, told["kept"])
        except WorkerError as error:
            self.end()
            told = f"explainer: one of the processes that make pages stopped, so the site is not whole: {error}"
            raise Abort(told) from error
        for place, file in enumerate(self._pages):
            self._messages.at(LINKS, place)
            mkdocs_private.checked_links(_page(file), self._config, self._files)
        self._messages.tell(tuple(each) for each in messages)
        self.end()

    def end(self) -> None:
        """Leave nothing behind, whatever happened."""
        for worker in self._workers:
            worker.end()
        self._workers = []
        self._messages.tell()
        gc.unfreeze()


def _page(file: File) -> Page:
    assert file.page is not None  # the navigation gives one to each
    return file.page
