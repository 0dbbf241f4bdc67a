"""Texts of pages while MkDocs holds all of them: packed, so that the memory of a build does not grow with each.

MkDocs reads every page before it writes the first. What it holds of ours meanwhile is unpacked when somebody asks.
"""

import posixpath
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, InclusionLevel
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils import write_file

from explainer.engine import mkdocs_private
from explainer.engine.problem_pages import PATH as PROBLEMS
from explainer.engine.problem_pages import page_of
from explainer.model.stages import PackedPage, Page, packed, unpacked
from explainer.pipeline import Result


class PageFile(File):
    """A page of ours as a generated file."""

    _packed = b""
    _print: Callable[[], PackedPage] | None = None
    """What prints it, until somebody asks for what it holds."""
    _seed: str | None = None

    def fill(self, page: Page | PackedPage) -> None:
        self._packed = page.packed if isinstance(page, PackedPage) else packed(page.markdown)
        self._seed, self._print = page.seed, None

    def fill_when_asked(self, print_: Callable[[], PackedPage]) -> None:
        self._print = print_

    def drop(self) -> None:
        """After it was read, where nobody reads it again."""
        self._packed, self._print = b"", None

    @property
    def seed(self) -> str | None:
        """Of a page that was printed."""
        return self._seed

    @property
    def content_string(self) -> str:
        if self._print is not None:
            self.fill(self._print())
        return unpacked(self._packed)

    @content_string.setter
    def content_string(self, value: str) -> None:
        self._packed, self._print = packed(value), None

    @property
    def content_bytes(self) -> bytes:
        return self.content_string.encode()

    @content_bytes.setter
    def content_bytes(self, value: bytes) -> None:
        self.content_string = value.decode("utf-8-sig")


class PictureFile(File):
    """A picture of ours, drawn when it is written."""

    draw: Callable[[], bytes]
    is_wanted = True
    """Not where another process writes it."""

    @property
    def content_bytes(self) -> bytes:
        return self.draw()

    @content_bytes.setter
    def content_bytes(self, value: bytes) -> None:
        self.draw = lambda: value

    def copy_file(self, dirty: bool = False) -> None:
        if self.is_wanted:
            write_file(self.content_bytes, self.abs_dest_path)


def page_files(result: Result, config: MkDocsConfig) -> Iterator[PageFile]:
    """The pages as files. Where each is edited, MkDocs learns when the page is read (`lead_to_seed`)."""
    # Where a site orders its navigation by hand, it need not say of each type of record that index pages lead there.
    of_records = {page_of(seed) for seed in result.files} if config.nav is not None else frozenset()
    for path, fill in (
        *((page.path, partial(PageFile.fill, page=page)) for page in result.pages),
        *((path, partial(PageFile.fill_when_asked, print_=print_)) for path, print_ in result.to_print.items()),
    ):
        level = InclusionLevel.NOT_IN_NAV if path in of_records or path == PROBLEMS else InclusionLevel.UNDEFINED
        file = PageFile.generated(config, path, content=b"", inclusion=level)
        assert isinstance(file, PageFile)
        fill(file)
        yield file


def asset_files(result: Result, config: MkDocsConfig) -> Iterator[File]:
    """What is no page, with the pictures that are still to be drawn."""
    for asset in result.assets:
        yield File.generated(config, asset.path, content=asset.content)
    for path, draw in result.to_draw.items():
        file = PictureFile.generated(config, path, content=b"")
        assert isinstance(file, PictureFile)
        file.draw = draw
        yield file


def lead_to_seed(page: MkDocsPage, docs: str, config: MkDocsConfig) -> None:
    """Have the page's edit link lead to the seed that it is made from, where there is one."""
    file = page.file
    if not isinstance(file, PageFile) or not (config.edit_uri or config.edit_uri_template):
        return
    # A list that is still empty has no file yet.
    is_there = file.seed is not None and (Path(config.config_file_path).resolve().parent / file.seed).is_file()
    edit_uri = posixpath.relpath(file.seed, docs) if file.seed and is_there else None
    mkdocs_private.lead_to_source(page, edit_uri, config)
    if page.edit_url:
        page.edit_url = without_dots(page.edit_url)


def without_dots(url: str) -> str:
    """`…/edit/main/docs/../seeds/a.yaml` as `…/edit/main/seeds/a.yaml`."""
    parts = urlsplit(url)
    return urlunsplit(parts._replace(path=posixpath.normpath(parts.path)))


class Contents:
    """The HTML of pages between the reading of all and the writing of each."""

    def __init__(self) -> None:
        self._packed: dict[str, bytes] = {}

    def put_away(self, html: str, page: MkDocsPage) -> str:
        """What the page has until `put_back`."""
        self._packed[page.file.src_uri] = packed(html)
        return ""

    def put_back(self, page: MkDocsPage) -> None:
        if page.file.src_uri in self._packed:
            page.content = unpacked(self._packed[page.file.src_uri])

    def drop(self, page: MkDocsPage) -> None:
        """After the page was written."""
        if self._packed.pop(page.file.src_uri, None) is not None:
            page.content = ""


def is_ours_alone(config: MkDocsConfig) -> bool:
    """Whether nobody but us looks at pages in between: no other plugin, and no template of the site's own."""
    if config.theme.custom_dir:
        return False
    return all(type(each).__module__.startswith("explainer.") for each in config.plugins.values())
