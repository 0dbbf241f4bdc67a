"""Texts of pages while MkDocs holds all of them: packed, so that the memory of a build does not grow with each.

MkDocs reads every page before it writes the first. What it holds of ours meanwhile is unpacked when somebody asks.
"""

import posixpath
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, InclusionLevel
from mkdocs.structure.pages import Page as MkDocsPage

from explainer.engine.problem_pages import PATH as PROBLEMS
from explainer.engine.problem_pages import page_of
from explainer.model.stages import PackedPage, Page, packed, unpacked


class PageFile(File):
    """A page of ours as a generated file."""

    _packed = b""

    def fill(self, page: Page | PackedPage) -> None:
        self._packed = page.packed if isinstance(page, PackedPage) else packed(page.markdown)

    @property
    def content_string(self) -> str:
        return unpacked(self._packed)

    @content_string.setter
    def content_string(self, value: str) -> None:
        self._packed = packed(value)

    @property
    def content_bytes(self) -> bytes:
        return self.content_string.encode()

    @content_bytes.setter
    def content_bytes(self, value: bytes) -> None:
        self.content_string = value.decode("utf-8-sig")


def page_file(page: Page | PackedPage, docs: str, config: MkDocsConfig) -> File:
    """The page as a file whose edit link leads to the seed that it is made from, where there is one."""
    # Where a site orders its navigation by hand, it need not say of each type of record that index pages lead there.
    is_of_record = config.nav is not None and page.seed is not None and page_of(page.seed) == page.path
    level = InclusionLevel.NOT_IN_NAV if is_of_record or page.path == PROBLEMS else InclusionLevel.UNDEFINED
    file = PageFile.generated(config, page.path, content=b"", inclusion=level)
    assert isinstance(file, PageFile)
    file.fill(page)
    # A list that is still empty has no file yet.
    is_there = page.seed is not None and (Path(config.config_file_path).resolve().parent / page.seed).is_file()
    file.edit_uri = posixpath.relpath(page.seed, docs) if page.seed and is_there else None
    return file


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
