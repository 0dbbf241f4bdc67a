"""Hands MkDocs the HTML of our pages ready, in place of Markdown that it would have to read.

MkDocs is given an empty text and, right after it, the page as HTML with its table of contents, its ids and its links
to other pages: it checks those links as it checks all others. Where a site has further Markdown extensions, or another
plugin changed a page's Markdown, that page goes the long way.
"""

import json
import logging
import posixpath
from urllib.parse import unquote, urlsplit

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page

from explainer.engine.mkdocs_file import PLUGIN
from explainer.engine.mkdocs_private import hand_over
from explainer.engine.printed import Converted, NotPrintedHereError, convert
from explainer.memo import Keep, anew
from explainer.model.stages import packed, unpacked

_log = logging.getLogger("mkdocs.structure.pages")  # that of MkDocs' own messages on links
_EXTENSIONS = frozenset(("attr_list", "def_list", "fenced_code", "md_in_html", "tables", "toc"))
"""Those of which our pages need some, and which change nothing else in them."""
_SETTINGS = {"toc": {"permalink": False}}


class ReadyPages:
    """The pages whose HTML waits to be handed over."""

    def __init__(self) -> None:
        self._ready: dict[str, tuple[Converted, dict[File, dict[str, str]]]] = {}

    def take(self, markdown: str, page: Page, config: MkDocsConfig, files: Files, keep: Keep) -> bool:
        """Whether the page is one of ours, as we printed it, and its HTML is ready."""
        if not _is_plain(config) or not _is_as_printed(page, markdown):
            return False
        links = _LinkedFiles(page.file, files, config)
        try:
            converted = _kept(markdown, links, keep)
        except NotPrintedHereError:
            return False
        self._ready[page.file.src_uri] = converted, links.anchors
        return True

    def hand_over(self, html: str, page: Page) -> str:
        if page.file.src_uri not in self._ready:
            return html
        return hand_over(page, *self._ready.pop(page.file.src_uri))


def _kept(markdown: str, links: "_LinkedFiles", keep: Keep) -> Converted:
    """The page, perhaps from an earlier build in which its links led to the same addresses."""
    if keep is anew:
        return convert(markdown, links.resolve)
    made: list[Converted] = []

    def make() -> bytes:
        made[:] = [convert(markdown, links.resolve)]
        return packed(json.dumps([links.resolved, *made[0].parts], ensure_ascii=False))

    entry = keep(("html", markdown), make)
    if not made:
        resolved, *parts = json.loads(unpacked(entry))
        now = {url: links.resolve(url) for url in resolved}
        if now != resolved:
            entry = keep(("html", markdown, *now.values()), make)
            _, *parts = json.loads(unpacked(entry))
    return made[0] if made else Converted.of(*parts)


def _is_plain(config: MkDocsConfig) -> bool:
    """Whether no extension of the site's own would have a say in our pages."""
    given = {name: values for name, values in config.mdx_configs.items() if values}
    return _EXTENSIONS.issuperset(config.markdown_extensions) and given in ({}, _SETTINGS)


def _is_as_printed(page: Page, markdown: str) -> bool:
    if page.file.generated_by != PLUGIN or "title" not in page.meta or not markdown:
        return False
    return page.file.content_string.endswith(markdown)


class _LinkedFiles:
    """Addresses of a page's links on the built site, from those in its Markdown."""

    def __init__(self, file: File, files: Files, config: MkDocsConfig) -> None:
        self._file, self._files = file, files
        self._level = config.validation.links.not_found
        self._folder = posixpath.dirname(file.src_uri)
        self._known: dict[str, tuple[str, File | None]] = {}
        self.anchors: dict[File, dict[str, str]] = {}
        """Links to a place on a page, by page and place."""
        self.resolved: dict[str, str] = {}

    def resolve(self, url: str) -> str:
        if url not in self.resolved:
            self.resolved[url] = self._resolve(url)
        return self.resolved[url]

    def _resolve(self, url: str) -> str:
        path, mark, fragment = url.partition("#")
        if path and (urlsplit(path).scheme or path.startswith("//")):
            return url
        if path not in self._known:
            self._known[path] = self._address(path)
        address, target = self._known[path]
        if fragment and target:
            self.anchors.setdefault(target, {}).setdefault(fragment, url)
        return address + mark + fragment

    def _address(self, path: str) -> tuple[str, File | None]:
        if not path:
            return "", self._file
        uri = posixpath.normpath(posixpath.join(self._folder, unquote(path)))
        target = self._files.src_uris.get(uri)
        if target is None:
            told = (
                f"Doc file '{self._file.src_uri}' contains a link '{path}', but the target '{uri}' is not found among "
            )
            _log.log(self._level, told + "documentation files.")
            return path, None
        if target.inclusion is InclusionLevel.EXCLUDED and self._file.inclusion is not InclusionLevel.EXCLUDED:
            told = f"Doc file '{self._file.src_uri}' contains a link to '{uri}' which is excluded from the built site."
            _log.log(min(logging.INFO, self._level), told)
        return target.url_relative_to(self._file), target
