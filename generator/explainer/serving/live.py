"""The served site as it is now: what a change of files makes of it.

Mistakes of authors, bugs of ours and refusals of the engine are all told, and none of them ends anything: what was
shown last stays until the next change that can be shown. A page is made when somebody looks at it.
"""

import threading
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from explainer import pipeline
from explainer.engine import addresses_taken, mkdocs_file, settings_checks, theme_files
from explainer.engine.protocol import EndedError, Engine, EngineError, ServedSite
from explainer.engine.search import pieces
from explainer.model.stages import Page
from explainer.reading.regular import read_regular
from explainer.reading.settings import SettingsError
from explainer.reporting.text import one_text
from explainer.serving.choosing import ShownArticle, chosen, chosen_assets
from explainer.serving.troubles import WHATEVER, Trouble, bug, refusal
from explainer.serving.turns import Turns

T = TypeVar("T")

_END = 3.0
"""Seconds that the end waits for a build in the background, which would leave its files behind."""


class Live:
    """`change` is called by one thread; everything else by any."""

    def __init__(self, root: Path, config_file: Path, address: str, engine: Engine) -> None:
        """Builds the site once. Raises EngineError."""
        self.root, self._config_file, self._address, self._engine = root, config_file, address, engine
        self._moved_on = threading.Condition()
        self._turns = Turns()
        self._indexing = threading.Lock()
        self._indexed: tuple[ServedSite, int, Mapping[str, bytes]] | None = None
        self._editing = threading.Lock()
        self._editions: dict[str, tuple[ServedSite, int]] = {}
        """Which state of the site each edition was built from."""
        self._rebuilds = threading.Lock()
        self._rebuild_wanted = False
        self._is_wanted = True
        self._troubles: dict[str, Trouble] = {}
        self._of_settings: tuple[Trouble, ...] = ()
        self.version = 0
        self.assets = 0
        """Counts changes after which an open page must be loaded again: of styles, scripts, pictures."""
        self._edits = self._shown_edits = 0
        """How many were seen, and how many of them open pages were told of."""
        self.preview = pipeline.preview(root)
        self._pages: Mapping[str, ShownArticle] = chosen({}, self.preview)
        self._assets = chosen_assets({}, self.preview)
        self.site = self._built()
        self._old = self.site

    @property
    def troubles(self) -> tuple[Trouble, ...]:
        """What is wrong besides the seeds."""
        docs = self.site.docs.name
        taken = (addresses_taken.message(path, docs) for path in self.site.taken)
        two = (Trouble("Two pages have one address", told) for told in taken)
        return (*two, *self._of_settings, *self._troubles.values())

    def watched(self) -> tuple[Path, ...]:
        """The files and folders of which a change matters."""
        # Whoever works on the package itself sees edits of styles and templates at once.
        ours = [theme_files.THEME] if theme_files.THEME.is_relative_to(self.root) else []
        return (self.root / "seeds", *ours, *self.site.watched())

    def change(self, files: Iterable[Path]) -> None:
        """Take up that these files came, went or changed."""
        with self._turns.hurry():
            self._change(files)
        self._move_on()

    def _change(self, files: Iterable[Path]) -> None:
        parts = {self._part(file) for file in files}
        if "seeds" in parts:
            self._attempt("seeds", bug, self._run)
        is_other = self._pages.keys() != self.site.pages or self._assets.keys() != self.site.assets
        self._edits += "asset" in parts
        if "whole" in parts or "site" in self._troubles or is_other:
            self._rebuild()
        elif "asset" in parts:
            self._copy_assets()

    def _copy_assets(self) -> None:
        edits = self._edits
        self._attempt("assets", refusal, self.site.copy_assets)
        self.assets += 1
        self._shown_edits = edits

    def wait(self, version: int, seconds: float) -> None:
        """Until the site is newer than `version`, or the time is over."""
        with self._moved_on:
            self._moved_on.wait_for(lambda: self.version != version, seconds)

    def file(self, name: str) -> bytes | None:
        """The file `name` of the site, of a page the newest that can be shown; None where there is none."""
        site = self.site
        if (language := name.partition("/")[0]) in self.preview.linked.languages[1:]:
            self._build_edition(site, language)
        elif path := site.path_of(name):
            with self._turns.first():
                self._refresh(site, path)
        elif name in self._assets:
            return self._assets[name].data
        elif name == pieces.INDEX:
            return self._search_files()[name]
        elif self._indexed and name in self._indexed[2]:
            return self._indexed[2][name]
        try:
            target = (site.folder / name).resolve()
            return read_regular(target) if target.is_relative_to(site.folder.resolve()) else None
        except (OSError, ValueError):
            return None

    def _build_edition(self, site: ServedSite, language: str) -> None:
        """Built whole when a file of it is asked for, and again after a change: few authors look at several at once."""
        with self._editing:
            state = site, self.version
            if self._editions.get(language) != state:
                with self._turns.first():
                    result = self._attempt(language, bug, lambda: self.preview.in_edition(language))
                    if result:
                        self._attempt(f"{language}/", refusal, lambda: site.build_edition(result))
                self._editions[language] = state[0], self.version

    def _search_files(self) -> Mapping[str, bytes]:
        """Made when the first of them is asked for: it wants every page as it is now, also those nobody looks at."""
        with self._indexing:
            site, version = self.site, self.version
            if self._indexed is None or self._indexed[:2] != (site, version):
                for path in site.paths:
                    with self._turns.last():
                        self._refresh(site, path)
                entries = [entry for shown in self._pages.values() for entry in shown.records()]
                self._indexed = site, version, site.search_files(entries)
            return self._indexed[2]

    def _run(self) -> None:
        preview = pipeline.preview(self.root)
        self._pages = chosen(self._pages, preview)
        self._assets = chosen_assets(self._assets, preview)
        self.preview = preview

    def _refresh(self, site: ServedSite, path: str) -> None:
        if path in site.hand_written:
            source = self._attempt(path, refusal, lambda: site.source_of(path))
        elif path in self._pages:
            page = self._attempt(path, bug, self._pages[path].make)
            source = page.markdown if page else None
        else:
            return  # it is gone, and stays until the site without it is built
        if source is not None and self._attempt(path, refusal, lambda: site.refresh(path, source)):
            self._rebuild()

    def _rebuild(self) -> None:
        """Build the whole site in the background; the old one is served until then."""
        self._rebuild_wanted = True
        threading.Thread(target=self._rebuild_while_wanted, daemon=True).start()

    def _rebuild_while_wanted(self) -> None:
        with self._rebuilds:
            if not self._rebuild_wanted:
                return
            self._rebuild_wanted = False
            site, edits = None, self._edits
            with suppress(EndedError):
                site = self._attempt("site", refusal, self._built)
            if site:
                # Whoever still reads from the old site may finish.
                self._old.remove()
                self._old, self.site = self.site, site
                # Some may have come after the build had read them; of others nobody was told, as a build was due.
                if {edits, self._shown_edits} != {self._edits}:
                    self._copy_assets()
        self._move_on()

    def _built(self) -> ServedSite:
        pages = self._pages
        made = (self._attempt(path, bug, shown.make) for path, shown in pages.items() if self._is_wanted)
        result = self.preview.result(tuple(page for page in made if isinstance(page, Page)))
        result = replace(result, assets=tuple(self._assets.values()))
        found, files = settings_checks.check(self.root)
        self._of_settings = tuple(Trouble("The settings of the site", one_text(each, files)) for each in found)
        try:
            project = mkdocs_file.read(self._config_file)
        except (OSError, SettingsError) as error:
            raise EngineError(str(error)) from error
        return self._engine.serve(project, self._address, result, frozenset(pages), lambda: self._is_wanted)

    def _attempt(self, name: str, tell: Callable[[BaseException], Trouble], do: Callable[[], T]) -> T | None:
        """What `do` gives; where it fails, that is told until it succeeds."""
        try:
            done = do()
        except WHATEVER as error:
            trouble = tell(error)
            is_new = name not in self._troubles
            self._troubles = {**self._troubles, name: trouble}
            if is_new:
                self._move_on()
            return None
        if name in self._troubles:
            self._troubles = {key: trouble for key, trouble in self._troubles.items() if key != name}
        return done

    def _move_on(self) -> None:
        with self._moved_on:
            self.version += 1
            self._moved_on.notify_all()

    def _part(self, file: Path) -> str:
        """Of the `seeds`, a hand-written `page`, an `asset`, or such that the `whole` is built again."""
        if file.is_relative_to(self.root / "seeds"):
            return "seeds"
        if file.is_relative_to(self.site.docs) and not self.site.is_new(file):
            return "page" if file.suffix == ".md" else "asset"
        return "asset" if file.is_relative_to(theme_files.ASSETS) else "whole"

    def remove(self) -> None:
        """Remove what was built, after a build that is going on, if it does not take long."""
        self._rebuild_wanted = self._is_wanted = False
        self._rebuilds.acquire(timeout=_END)
        self._old.remove()
        self.site.remove()
