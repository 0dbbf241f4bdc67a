"""Pages of one build made by several processes, or on several machines: MkDocs' own steps, each for its share.

All of them have read the same seeds and settings, so each knows every page by its address, and the title of those in
the navigation, which every page shows. What the first has to know of pages that others made, they tell: what the search
finds on them, which places they have, where they link to, and what MkDocs said of them. So the site, and what is said
while it is built, is that which one process makes.
"""

import gc
import logging
import os
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import jinja2
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, ConfigurationError
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import write_file

from explainer import memo
from explainer.engine import mkdocs_private, parts, shares
from explainer.engine.held_messages import BUILDING, LINKS, READING, TEMPLATES, HeldMessages
from explainer.engine.mkdocs_packed import PageFile, PictureFile, is_ours_alone
from explainer.engine.parts import PartsError
from explainer.engine.search.records import SearchedPage
from explainer.engine.search.sections import Section
from explainer.engine.shares import Parting
from explainer.engine.workers import Tell, Worker, WorkerError

F = TypeVar("F", bound=File)

if TYPE_CHECKING:
    from explainer.engine.mkdocs_plugin import ExplainerPlugin


def processes(parting: Parting, pages: int, config: MkDocsConfig) -> int:
    """How many processes make so many pages. Raises ConfigurationError."""
    if not is_ours_alone(config):
        if parting.is_whole:
            return 1
        told = "other plugins, `hooks` and templates of the site see all pages: it cannot be made in parts"
        raise ConfigurationError(told)
    try:
        return shares.workers(parting.workers, pages)
    except ValueError as error:
        told = f"`{shares.WORKERS}` is `{os.environ[shares.WORKERS]}`, which is no number of processes"
        raise ConfigurationError(told) from error


def can_share(parting: Parting, config: MkDocsConfig, files: Files) -> bool:
    """Whether no file would be written over a page: else it matters who comes first. Raises ConfigurationError."""
    pages = {file.dest_uri for file in files.documentation_pages()}
    others = {file.dest_uri for file in files if not file.is_documentation_page()}
    twice = sorted(pages & (others | set(mkdocs_private.names_of_templates(config))))
    if twice and not parting.is_whole:
        raise ConfigurationError(f"two things stand at the address `{twice[0]}`: the site cannot be made in parts")
    return not twice


class SharedPages:
    """The pages of one build, of which this process makes some and knows what there is to know of the others."""

    def __init__(
        self, plugin: "ExplainerPlugin", config: MkDocsConfig, files: Files, nav: Navigation, env: jinja2.Environment
    ) -> None:
        self._plugin, self._config, self._files, self._nav, self._env = plugin, config, files, nav, env
        self._pages = files.documentation_pages()
        self._places = {file.src_uri: place for place, file in enumerate(self._pages)}
        self._pictures = [file for file in files if isinstance(file, PictureFile)]
        self._parting, self._share = plugin.parting, plugin.parting.share
        self._messages = HeldMessages()
        self._workers: list[Worker] = []

    def make(self, count: int) -> None:
        """Read and write the pages of this process, and begin the others, which do the same with theirs."""
        self._messages.begin()
        by_hand = [file for file in self._pages if not isinstance(file, PageFile)]
        if self._share:  # of a hand-written page, the others show the title
            by_hand, shown = [], [page.file for page in self._nav.pages if not isinstance(page.file, PageFile)]
            self._read(shown)
            self._messages.forget()
            mkdocs_private.leave_files_to_others(self._config, self._files)
        self._read(by_hand)
        self._read_titles()
        ours, pictures = self._of_share()
        weights = shares.weights(count, is_searched=not self._share)
        own, drawn = _shared_out(ours, weights), _shared_out(pictures, weights)
        wanted = {file.src_uri for file in drawn[0]}
        for picture in self._pictures:
            picture.is_wanted = picture.src_uri in wanted
        # Whatever the first page needs, such as templates, the others find ready.
        first = next((file for file in own[0] if "/" in file.src_uri), None)
        if first:
            self._read([first])
            self._write([first])
        gc.freeze()
        for number in range(1, count):
            self._workers.append(self._worker(own[number], drawn[number]))
        self._read(file for file in own[0] if file is not first)
        memo.forget()
        self._write(file for file in (*by_hand, *own[0]) if file is not first)
        self._messages.at(TEMPLATES, 0)
        for picture in drawn[0] if self._share else ():
            picture.copy_file()

    def _of_share(self) -> tuple[list[PageFile], list[PictureFile]]:
        """The pages and pictures that are made here: all, those of one part, or none where all parts are there."""
        if self._parting.parts:
            return [], []
        of, number = (self._share.of, self._share.number) if self._share else (1, 1)
        return self._of_part(number, of)

    def _of_part(self, number: int, of: int) -> tuple[list[PageFile], list[PictureFile]]:
        ours = [file for file in self._pages if isinstance(file, PageFile)]
        weights = shares.weights(of, is_searched=False)
        return _shared_out(ours, weights)[number - 1], _shared_out(self._pictures, weights)[number - 1]

    def _worker(self, own: Sequence[File], drawn: Sequence[PictureFile]) -> Worker:
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
                picture.is_wanted = True
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
        return [searched, *mkdocs_private.places(page)]

    def _take(self, told: dict[str, Any]) -> None:
        for path, (searched, ids, links) in told.items():
            file = self._files.src_uris[path]
            if searched:
                url, title, sections, language = searched
                found = tuple(Section(*each) for each in sections)
                self._plugin.searched[self._files][path] = SearchedPage(url, title, found, language)
            mkdocs_private.know_places(_page(file), ids, links, self._files)

    def join(self, make_search: Callable[[], None]) -> None:
        """Learn what the others made, and say what is to be said of all pages. Ends them where one of them failed."""
        messages: list[Any] = []
        try:
            for worker in self._workers:
                self._take(worker.hear())
            for number, room in enumerate(self._parting.parts, 1):
                messages += self._joined(number, room)
            make_search()
            for number, worker in enumerate(self._workers, 1):
                told = worker.hear()
                messages += told["messages"]
                self._plugin.cache.take(number, told["kept"])
        except WorkerError as error:
            self.end()
            told = f"explainer: one of the processes that make pages stopped, so the site is not whole: {error}"
            raise Abort(told) from error
        except PartsError as error:
            self.end()
            raise Abort(f"explainer: {error}") from error
        if self._share:
            self._leave(messages)
        else:
            for place, file in enumerate(self._pages):
                self._messages.at(LINKS, place)
                mkdocs_private.checked_links(_page(file), self._config, self._files)
            self._messages.tell(tuple(each) for each in messages)
        self.end()

    def _leave(self, messages: list[Any]) -> None:
        """Write what is to be known of this part, for whoever joins it with the others."""
        own, drawn = self._of_share()
        files = {file.dest_uri: parts.digest(Path(file.abs_dest_path).read_bytes()) for file in (*own, *drawn)}
        told = {
            "pages": {file.src_uri: self._told_of(file) for file in own},
            "files": files,
            "messages": [*self._messages.found, *messages],
        }
        assert self._parting.room is not None
        parts.tell(self._parting.room, self._plugin.result.catalogue.language, told)
        self._messages.forget()

    def _joined(self, number: int, room: Path) -> list[Any]:
        """Take over the pages of a part; the value is what was said of them."""
        language = self._plugin.result.catalogue.language
        told = parts.told(room, language)
        own, drawn = self._of_part(number, len(self._parting.parts))
        if told["pages"].keys() != {file.src_uri for file in own}:
            raise PartsError(f"`{room}` holds other pages than this part has")
        self._take(told["pages"])
        below = "" if self._plugin.result.edition is None else f"{language}/"
        for file in (*own, *drawn):
            content = parts.page(room, below + file.dest_uri, told["files"].get(file.dest_uri, ""))
            write_file(content, file.abs_dest_path)
        found: list[Any] = told["messages"]
        return found

    def end(self) -> None:
        """Leave nothing behind, whatever happened."""
        for worker in self._workers:
            worker.end()
        self._workers = []
        self._messages.tell()
        gc.unfreeze()


def _shared_out(files: Sequence[F], weights: Sequence[float]) -> list[list[F]]:
    """The files of each share. A picture goes with its page."""
    names = [file.src_uri.removeprefix("cards/" if isinstance(file, PictureFile) else "") for file in files]
    owners = shares.owners(names, weights)
    made: list[list[F]] = [[] for _ in weights]
    for name, file in zip(names, files, strict=True):
        made[owners[name]].append(file)
    return made


def _page(file: File) -> Page:
    assert file.page is not None  # the navigation gives one to each
    return file.page
