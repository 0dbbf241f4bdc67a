"""The pipeline's pages as pages of MkDocs: a thin adapter, the one place that knows MkDocs' events.

A build with a mistake prints every mistake, builds the rest and ends with exit code 1. Our warnings are printed
and stop nothing, not even `mkdocs build --strict`: that counts MkDocs' own, such as a link that leads nowhere;
`explainer check --strict` counts ours. While serving nothing is ever raised, because
MkDocs' server would hang every request: mistakes, and bugs of ours, are shown on the pages.
"""
# MkDocs hands over everything by name

import gc
import logging
import os
import traceback
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from weakref import WeakKeyDictionary

import jinja2
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, ConfigurationError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils import write_file
from mkdocs.utils.templates import TemplateContext

from explainer import memo, pipeline, reporting
from explainer.engine import (
    addresses_taken,
    circles,
    editions,
    mkdocs_editions,
    mkdocs_file,
    mkdocs_hand_written,
    mkdocs_packed,
    mkdocs_private,
    mkdocs_shared,
    mkdocs_theme,
    outside_files,
    policy,
    source_date,
    unfinished,
)
from explainer.engine.cache import NOTHING, cache_of
from explainer.engine.page_html import ReadyPages
from explainer.engine.problem_pages import Problems
from explainer.engine.search import pieces, sections
from explainer.engine.search.records import SearchedPage, records
from explainer.engine.settings_checks import with_settings
from explainer.engine.shares import WHOLE
from explainer.interface import catalogue_of
from explainer.model.stages import Page, SearchEntry
from explainer.pipeline import Result
from explainer.reporting.progress import progress
from explainer.reporting.text import one_text

# Below MkDocs' own logger, which prints what is logged and counts warnings and worse for `--strict`.
_log = logging.getLogger("mkdocs.plugins.explainer")
_UNCOUNTED = logging.WARNING - 1
"""The level of a warning of ours: printed where MkDocs' own are, but below what `--strict` counts."""


_OBJECTS_BETWEEN_COLLECTIONS = 100_000
"""As the command has it: Python's own 700 looks again and again through what lives until the build ends."""


class Options(Config):  # type: ignore[no-untyped-call]
    """None: what the plugin does is decided by the seeds. (MkDocs wants a class of its own for that.)"""


class ExplainerPlugin(BasePlugin[Options]):  # type: ignore[no-untyped-call]
    def __init__(self) -> None:
        self.serving = False
        self.given: Result | None = None
        """What to build, where `explainer serve` builds and tells of mistakes in its own way."""
        self.result = Result((), (), {})
        self.problems = Problems.of(self.result)
        self.taken: list[str] = []
        self.cache = NOTHING
        self.ready = ReadyPages()
        self.contents = mkdocs_packed.Contents()
        self.searched: WeakKeyDictionary[Files, dict[str, SearchedPage]] = WeakKeyDictionary()
        """What the search finds on each page of a build, by the page's path."""
        self.files = Files([])
        self.makes_search = True
        """Not where `explainer serve` makes the index when somebody searches."""
        self.parting = WHOLE
        self.workers = 1
        self.is_shared = False
        self.nav = Navigation([], [])
        self.shared: mkdocs_shared.SharedPages | None = None
        """Where several processes make the pages."""

    def on_startup(self, *, command: str, dirty: bool) -> None:
        self.serving = command == "serve"
        gc.set_threshold(_OBJECTS_BETWEEN_COLLECTIONS)

    @event_priority(1000)  # before those that it takes out
    def _without_other_searches(self, config: MkDocsConfig) -> None:
        listed = [name for name in mkdocs_file.SEARCHES if name in config.plugins]
        mkdocs_private.take_out(config, listed)

    def _with_ours(self, config: MkDocsConfig) -> None:
        if link := circles.circle(Path(config.docs_dir)):
            told = f"`{os.path.relpath(link, _root(config))}` is a link to a folder around it; remove the link"
            raise ConfigurationError(told)
        if not self._is_edition and unfinished.is_unfinished(_root(config)):
            _warn("a command of explainer was cut short, or is at work: run `explainer check`, and build again")
        source_date.set_source_date(_root(config))
        for told in outside_files.warnings(config) if not self._is_edition else ():
            _warn(told)
        words = self.given.catalogue if self.given else catalogue_of(pipeline.language_of(_root(config)))
        mkdocs_theme.add_ours(config, words, editions.names(self.given) if self.given else str)

    on_config = CombinedEvent(_without_other_searches, _with_ours)

    @property
    def _is_edition(self) -> bool:
        return self.given is not None and self.given.edition is not None

    def on_files(self, files: Files, *, config: MkDocsConfig) -> None:
        replacements = self._run(config)
        if listed := editions.settings(self.result):
            config.extra["editions"] = listed
            mkdocs_editions.choose_translated(files, config, self.result)
        hand_written = [uri for uri, file in files.src_uris.items() if file.generated_by is None]
        docs = os.path.relpath(config.docs_dir, _root(config))
        for told in mkdocs_hand_written.leave_out(files, hand_written, config, _root(config)):
            self._log(logging.ERROR, told, config)
        hand_written = [uri for uri in hand_written if uri in files.src_uris]
        made = list(mkdocs_packed.page_files(replace(self.result, pages=self.result.pages + replacements), config))
        self.taken = addresses_taken.taken((file.src_uri for file in made), hand_written)
        for path in self.taken:
            self._log(logging.ERROR, addresses_taken.message(path, docs), config)
        for page in made:
            if page.src_uri not in self.taken:
                files.append(page)
        self.files, self.searched[files] = files, {}
        theme = mkdocs_theme.files(config, as_written=self.serving)
        for file in (*mkdocs_packed.asset_files(self.result, config), *theme):
            if file.src_uri not in files.src_uris:
                files.append(file)

    @event_priority(-100)  # when it is as it will be
    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> None:
        self.nav = nav
        self.is_shared = bool(self.result.to_print) and mkdocs_shared.can_share(self.parting, config, files)
        if self.is_shared:
            mkdocs_private.leave_pages_to_us(files)

    @event_priority(-100)
    def on_env(self, env: jinja2.Environment, *, config: MkDocsConfig, files: Files) -> None:
        if self.is_shared:
            self.shared = mkdocs_shared.SharedPages(self, config, files, self.nav, env)
            self.shared.make(self.workers)

    @event_priority(-100)  # when no other plugin changes the Markdown any more
    def on_page_markdown(self, markdown: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
        mkdocs_packed.lead_to_seed(page, os.path.relpath(config.docs_dir, _root(config)), config)
        markdown = self.problems.on_top_of(page.file.src_uri) + markdown if self.serving else markdown
        return "" if self.ready.take(markdown, page, config, files, self.cache.keeper) else markdown

    @event_priority(100)  # what we hand over, other plugins may change
    def _ready_content(self, html: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
        if self._is_edition and page.file.generated_by is None:  # nobody has translated it
            html = mkdocs_editions.in_original(html, self.result)
        return self.ready.hand_over(html, page)

    @event_priority(-100)  # when nobody changes it any more
    def _search_content(self, html: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
        wanted = page.meta.get("search")
        if not (isinstance(wanted, dict) and wanted.get("exclude")):
            found = sections.kept(html, self.cache.keeper)
            language = str(page.meta.get("language") or "")
            title = str(page.meta.get("title") or page.title or "")  # not that of the navigation: other engines differ
            self.searched[files][page.file.src_uri] = SearchedPage(page.url, title, found, language)
        html = sections.unmarked(html)
        return self.contents.put_away(html, page) if mkdocs_packed.is_ours_alone(config) else html

    on_page_content = CombinedEvent(_ready_content, _search_content)

    def search_files(self, entries: Iterable[SearchEntry], files: Files, config: MkDocsConfig) -> dict[str, bytes]:
        """The files of the search of one build, by their path on the site."""
        urls = {uri: file.url for uri, file in files.src_uris.items()}
        pages = (page for _, page in sorted(self.searched[files].items()))
        words = self.result.catalogue
        return pieces.files(records(entries, pages, urls, words), words)

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        if self.shared:
            self.shared.join((lambda: None) if self.parting.share else lambda: self._make_search(config))
        else:
            self._make_search(config)
        for each in self.result.editions:
            mkdocs_editions.build_edition(self, each, config)
        if self.given is not None:
            return
        self.cache.close()
        if not self.serving and (self.result.has_errors or self.taken):
            taken = f"; {len(self.taken)} pages at addresses that are taken" if self.taken else ""
            raise Abort(f"explainer: {reporting.counted(self.result.diagnostics)}{taken}")

    def _make_search(self, config: MkDocsConfig) -> None:
        made = self.search_files(self.result.search, self.files, config) if self.makes_search else {}
        for path, content in made.items():
            write_file(content, str(Path(config.site_dir, path)))

    def end_others(self, **_: Exception) -> None:
        if self.shared:
            self.shared.end()

    on_build_error = on_shutdown = end_others

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: object) -> None:
        from explainer.engine import mkdocs_served  # with what writes YAML: no build needs that

        mkdocs_served.prepare(server, config, _root(config))

    @event_priority(1000)  # before anybody reads it
    def on_page_context(
        self, context: TemplateContext, *, page: MkDocsPage, config: MkDocsConfig, nav: Navigation
    ) -> None:
        self.contents.put_back(page)

    @event_priority(-100)  # when nobody changes the page any more
    def on_post_page(self, output: str, *, page: MkDocsPage, config: MkDocsConfig) -> str:
        is_ours = page.file.generated_by == mkdocs_file.PLUGIN
        output = policy.with_policy(output, page.content or "" if is_ours else "")
        self.contents.drop(page)
        if not self.serving:
            return output
        from explainer.engine.local import quoting

        return quoting.with_script(output)

    @event_priority(-100)
    def on_post_template(self, output_content: str, *, template_name: str, config: MkDocsConfig) -> str:
        return policy.with_policy(output_content) if template_name.endswith(".html") else output_content

    def _run(self, config: MkDocsConfig) -> tuple[Page, ...]:
        """Have the result of this build; the value is what stands for pages that cannot be made, while serving."""
        self.shared = None
        if self.given is not None:
            self.result = self._printed(self.given, config)
            return ()
        crash = ""
        self.cache = NOTHING if self.serving else cache_of(_root(config))
        try:
            with progress() as tell:
                begun = with_settings(pipeline.begin(_root(config), tell, self.cache.keep), _root(config))
            self.result = self._printed(begun, config)
        except ConfigurationError:
            raise
        except Exception:
            _log.error("this is a bug in explainer, not in your files; please report it with the traceback")
            if not self.serving:
                raise
            crash = traceback.format_exc()
            _log.info(crash)
        for diagnostic in self.result.diagnostics if not crash else ():
            told = one_text(diagnostic, self.result.files)
            if diagnostic.is_error:
                self._log(logging.ERROR, told, config)
            else:
                _warn(told)
        self.problems = Problems.of(self.result, crash)
        return self.problems.replacements() if self.serving else ()

    def _printed(self, begun: Result, config: MkDocsConfig) -> Result:
        """The result with its pages printed, unless several processes will share them."""
        if not (begun.to_print or begun.editions):
            return begun
        self.workers = 1 if self.serving else mkdocs_shared.processes(self.parting, len(begun.to_print), config)
        if self.workers > 1 or not self.parting.is_whole:
            return begun
        with progress() as tell:
            result = pipeline.printed(begun, tell)
        if not self.serving:
            memo.forget()
        return result

    def _log(self, level: int, told: str, config: MkDocsConfig) -> None:
        # `mkdocs serve --strict` would end at what is counted.
        _log.log(logging.INFO if self.serving and config.strict else level, told)


def _warn(told: str) -> None:
    record = _log.makeRecord(_log.name, _UNCOUNTED, __file__, 0, told, (), None)
    record.levelname = "WARNING"
    if _log.isEnabledFor(_UNCOUNTED):
        _log.handle(record)


def _root(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path).resolve().parent
