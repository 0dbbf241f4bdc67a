"""The project as MkDocs built it, kept in memory, so that single pages can be built again: alone knows how.

What a change of one page means for others is the title of a page in the navigation; `refresh` says when that
changed.
"""

import os
import shutil
import tempfile
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import jinja2
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage

from explainer.engine import mkdocs_editions, mkdocs_private
from explainer.engine.mkdocs_file import PLUGIN, MkDocsFile
from explainer.engine.mkdocs_plugin import ExplainerPlugin, Options
from explainer.engine.mkdocs_private import IN_SERVE
from explainer.engine.protocol import EndedError, EngineError
from explainer.model.stages import SearchEntry
from explainer.pipeline import Result
from explainer.reading.regular import read_regular

if TYPE_CHECKING:
    from explainer.engine.mkdocs_engine import MkDocsEngine


@contextmanager
def _refusals() -> Iterator[None]:
    try:
        yield
    except MkDocsException as error:
        raise EngineError(str(error)) from error


class _Keeper(BasePlugin[Options]):  # type: ignore[no-untyped-call]
    """Keeps what MkDocs makes for a build and then forgets."""

    files: Files
    nav: Navigation
    env: jinja2.Environment

    def __init__(self, is_wanted: Callable[[], bool]) -> None:
        self.is_wanted = is_wanted
        self.sources: dict[str, str] = {}

    def check(self) -> None:
        if not self.is_wanted():
            raise EndedError

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> None:
        self.nav = nav

    def on_post_page(self, output: str, *, page: MkDocsPage, config: MkDocsConfig) -> str:
        self.check()
        return output

    @event_priority(-100)
    def on_env(self, env: jinja2.Environment, *, config: MkDocsConfig, files: Files) -> None:
        self.env, self.files = env, files
        # A template that changes has the whole site built again; until then, one that became a pipe is not opened.
        env.auto_reload = False

    def on_page_read_source(self, *, page: MkDocsPage, config: MkDocsConfig) -> str:
        self.check()
        source = text_of(page.file)
        self.sources[page.file.src_uri] = source
        return source


def text_of(file: File) -> str:
    """What a page is made from. Raises OSError or ValueError where it cannot be read."""
    if file.generated_by is not None or file.abs_src_path is None:
        return file.content_string
    return read_regular(file.abs_src_path).decode("utf-8-sig")


class MkDocsSite:
    """One build in a folder of its own, with the pages of `result`."""

    def __init__(
        self,
        engine: "MkDocsEngine",
        project: MkDocsFile,
        address: str,
        result: Result,
        pages: frozenset[str],
        is_wanted: Callable[[], bool] = lambda: True,
    ) -> None:
        """`pages` is what was to be built. Raises whatever MkDocs raises, `SystemExit` included, or EndedError."""
        self.folder = Path(tempfile.mkdtemp(prefix="explainer-"))
        self._kept = _Keeper(is_wanted)
        try:
            with _refusals():
                self._build_all(engine, project, address, result)
        except BaseException:
            self.remove()
            raise
        self._kept.is_wanted = lambda: True  # a single page takes no time
        self.pages = pages
        self.docs = Path(self._config.docs_dir).resolve()
        self.taken = tuple(self._plugin.taken)
        files = self._kept.files.documentation_pages(inclusion=IN_SERVE)
        self._paths = {file.dest_uri: file.src_uri for file in files}
        self.hand_written = frozenset(file.src_uri for file in files if file.generated_by is None)
        self.assets = frozenset(asset.path for asset in result.assets)

    def _build_all(self, engine: "MkDocsEngine", project: MkDocsFile, address: str, result: Result) -> None:
        self._config = load_config(str(project.path), site_dir=str(self.folder), strict=False)
        self._config.site_url = address
        plugin = self._config.plugins.get(PLUGIN)
        if not isinstance(plugin, ExplainerPlugin):
            raise engine.lacks_plugin(project)
        self._plugin = plugin
        plugin.given, plugin.makes_search = result, False
        mkdocs_private.keep_with(self._config, self._kept)
        self._config.plugins.on_startup(command="build", dirty=False)
        try:
            build(self._config, serve_url=address)
        finally:
            # MkDocs keeps a plugin for the next configuration of this process.
            plugin.given, plugin.makes_search = None, True

    def watched(self) -> tuple[Path, ...]:
        """The folders and files that the site is made from, but for the seeds."""
        config = self._config
        own = [config.docs_dir, config.config_file_path, config.theme.custom_dir, *config.watch]
        return tuple(Path(path).resolve() for path in own if path)

    @property
    def paths(self) -> Collection[str]:
        """The pages, by their path below the docs folder."""
        return self._paths.values()

    def path_of(self, file: str) -> str | None:
        """The path below the docs folder of the page that was written as `file`, a path with `/`."""
        return self._paths.get(file)

    def is_new(self, file: Path) -> bool:
        """Whether a file of the docs folder came or went since the build."""
        return os.path.lexists(file) != (file.relative_to(self.docs).as_posix() in self._kept.files.src_uris)

    def source_of(self, path: str) -> str:
        """The text of a hand-written page as it is now. Raises OSError or ValueError where it cannot be read."""
        return text_of(self._kept.files.src_uris[path])

    def refresh(self, path: str, source: str) -> bool:
        """Build one page again where its text is another; whether its title in the navigation changed."""
        if self._kept.sources.get(path) == source:
            return False
        file = self._kept.files.src_uris[path]
        page = file.page
        assert page is not None  # every page was built
        title = page.title
        if file.generated_by is not None:
            file.content_string = source
        try:
            with _refusals():
                mkdocs_private.build_page(page, self._config, self._kept.files, self._kept.nav, self._kept.env)
        except BaseException:
            self._kept.sources.pop(path, None)  # what was built is not what was read
            raise
        return page in self._kept.nav.pages and page.title != title

    def search_files(self, entries: Iterable[SearchEntry]) -> dict[str, bytes]:
        """The files of the search, of all pages as they were last built."""
        return self._plugin.search_files(entries, self._kept.files, self._config)

    def build_edition(self, result: Result) -> None:
        """Build the site in another language, whole, below its folder. Raises EngineError."""
        with _refusals():
            mkdocs_editions.build_edition(self._plugin, result, self._config)

    def copy_assets(self) -> None:
        """Copy what is no page: styles, scripts, pictures."""
        self._kept.files.copy_static_files(inclusion=IN_SERVE)

    def remove(self) -> None:
        shutil.rmtree(self.folder, ignore_errors=True)
