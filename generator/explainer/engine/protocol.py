"""What an engine must give. docs/authors/engines.md says it for whoever adds one."""

from collections.abc import Callable, Collection, Iterable
from pathlib import Path
from typing import Protocol

from explainer.engine.cache import Cache
from explainer.engine.mkdocs_file import MkDocsFile
from explainer.engine.shares import WHOLE, Parting
from explainer.model.stages import SearchEntry
from explainer.pipeline import Result


class EngineError(Exception):
    """An engine refuses, or is not there; says why."""


class EndedError(BaseException):
    """The server ends: what is being built is wanted no more. Nothing that goes on at a mistake catches it."""


class ServedSite(Protocol):
    """A site as an engine built it, kept so that single pages of it can be built again."""

    folder: Path
    docs: Path
    pages: frozenset[str]
    """What was to be built of the pipeline's pages, by path below the docs folder."""
    assets: frozenset[str]
    hand_written: frozenset[str]
    taken: tuple[str, ...]
    """Pages at whose address a hand-written one stands."""

    def watched(self) -> tuple[Path, ...]:
        """The folders and files that the site is made from, but for the seeds."""
        ...

    @property
    def paths(self) -> Collection[str]:
        """The pages, by their path below the docs folder."""
        ...

    def path_of(self, file: str) -> str | None:
        """The path below the docs folder of the page that was written as `file`, a path with `/`."""
        ...

    def is_new(self, file: Path) -> bool:
        """Whether a file of the docs folder came or went since the build."""
        ...

    def source_of(self, path: str) -> str:
        """The text of a hand-written page as it is now. Raises OSError or ValueError where it cannot be read."""
        ...

    def refresh(self, path: str, source: str) -> bool:
        """Build one page again where its text is another; whether its title in the navigation changed."""
        ...

    def search_files(self, entries: Iterable[SearchEntry]) -> dict[str, bytes]:
        """The files of the search, of all pages as they were last built."""
        ...

    def build_edition(self, result: Result) -> None:
        """Build the site in another language, whole, below its folder. Raises EngineError."""
        ...

    def copy_assets(self) -> None:
        """Copy what is no page: styles, scripts, pictures."""
        ...

    def remove(self) -> None: ...


class Engine(Protocol):
    name: str
    """As it is written behind `--engine`."""
    title: str
    """As it calls itself."""
    packages: tuple[str, ...]
    """What is installed to have it."""
    shares_pages: bool
    """Whether several processes, or machines, can make pages; such an engine prints what is still to be printed."""

    def is_installed(self) -> bool: ...

    def build(
        self, project: MkDocsFile, site: Path | None, result: Result, cache: Cache, parting: Parting = WHOLE
    ) -> Path:
        """Build the pages of `result` and the hand-written ones into `site`; the value is that folder.

        `site` is the folder to build, the one that the settings name where it is None; `cache` has what earlier builds
        made. Raises EngineError: what the engine itself warns of, such as a link that leads nowhere, ends the build
        after every page was written.
        """
        ...

    def serve(
        self, project: MkDocsFile, address: str, result: Result, pages: frozenset[str], is_wanted: Callable[[], bool]
    ) -> ServedSite:
        """Build for the server of authors, whose pages stand at `address`, as long as `is_wanted`.

        Raises EngineError, also where the engine cannot build single pages again, or EndedError.
        """
        ...
