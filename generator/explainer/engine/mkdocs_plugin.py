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
from mkdocs.config.config_options import ExtraScriptValue
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, ConfigurationError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils import write_file
from mkdocs.utils.templates import TemplateContext

from explainer import memo, pipeline, reporting
from explainer.engine import (
    addresses_taken,
    circles,
    editions,
    interface_words,
    mkdocs_editions,
    mkdocs_file,
    mkdocs_packed,
    mkdocs_private,
    mkdocs_shared,
    outside_files,
    outside_links,
    policy,
    shares,
    source_date,
    theme_files,
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
from explainer.reading.regular import read_regular
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
        # After the site's own overrides, before the theme.
        config.theme.dirs.insert(1 if config.theme.custom_dir else 0, str(theme_files.OVERRIDES))
        words = self.given.catalogue if self.given else catalogue_of(pipeline.language_of(_root(config)))
        config.extra["words"] = interface_words.settings(words)
        named = editions.names(self.given) if self.given else str
        for key, value in interface_words.theme({"palette": config.theme.get("palette")}, words, named).items():
            config.theme[key] = value
        assets = theme_files.asset_files()
        config.extra_css[:0] = theme_files.loaded(assets, ".css")
        config.extra_javascript[:0] = [_deferred(path) for path in theme_files.loaded(assets, ".js")]

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
        for uri in hand_written:
            file = files.src_uris[uri]
            is_theirs = file.src_dir in (config.docs_dir, config.theme.custom_dir)  # what comes with the theme is not
            if is_theirs and outside_links.leads_out(file.abs_src_path, _root(config)):
                files.remove(file)
                folder = os.path.relpath(str(file.src_dir), _root(config))
                self._log(logging.ERROR, outside_links.message(uri, folder), config)
        hand_written = [uri for uri in hand_written if self._is_regular(files, uri, docs, config)]
        made = list(mkdocs_packed.page_files(replace(self.result, pages=self.result.pages + replacements), config))
        self.taken = addresses_taken.taken((file.src_uri for file in made), hand_written)
        for path in self.taken:
            self._log(logging.ERROR, addresses_taken.message(path, docs), config)
        for file in made:
            if file.src_uri not in self.taken:
                files.append(file)
        assets = [File.generated(config, asset.path, content=asset.content) for asset in self.result.assets]
        pictures = [mkdocs_packed.picture_file(path, draw, config) for path, draw in self.result.to_draw.items()]
        for file in (*assets, *pictures):
            if file.src_uri not in files.src_uris:
                files.append(file)
        self.files, self.searched[files] = files, {}
        for path, source in theme_files.asset_files().items():
            if path not in files.src_uris:
                files.append(self._asset(config, path, source))

    @event_priority(-100)  # when it is as it will be
    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> None:
        self.nav = nav
        self.is_shared = bool(self.result.to_print) and not mkdocs_shared.clashes(config, files)
        if self.is_shared:
            mkdocs_private.leave_pages_to_us(files)

    @event_priority(-100)
    def on_env(self, env: jinja2.Environment, *, config: MkDocsConfig, files: Files) -> None:
        if self.is_shared:
            self.shared = mkdocs_shared.SharedPages(self, config, files, self.nav, env)
            self.shared.make(self.workers)

    def _asset(self, config: MkDocsConfig, path: str, source: Path) -> File:
        """An asset as it is shipped; while serving as it is written, so that an edit of it is seen at once."""
        if self.serving or source.suffix not in (".css", ".js"):
            return File.generated(config, path, abs_src_path=str(source))
        return File.generated(config, path, content=theme_files.shipped(source))

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
        return pieces.files(records(entries, pages, urls), self.result.catalogue)

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        if self.shared:
            self.shared.join(lambda: self._make_search(config))
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

    def on_build_error(self, *, error: Exception) -> None:
        self.end_others()

    def on_shutdown(self) -> None:
        self.end_others()

    def end_others(self) -> None:
        if self.shared:
            self.shared.end()

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: object) -> None:
        root = _root(config)
        if (root / "seeds").is_dir():
            server.watch(str(root / "seeds"))
        # Whoever works on the package itself sees edits of templates and styles at once.
        if theme_files.THEME.is_relative_to(root) and theme_files.THEME.is_dir():
            server.watch(str(theme_files.THEME))
        from explainer.engine.local import guarding, quoting  # with what writes YAML: no build needs that

        host, port = config.dev_addr
        app = quoting.app(root, policy.allowing_reload(mkdocs_private.app_of(server)))
        server.set_app(guarding.guarded(app, port, host))

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

    def _is_regular(self, files: Files, uri: str, docs: str, config: MkDocsConfig) -> bool:
        """Whether a file of the docs folder can be read. MkDocs would wait for a pipe, so that is left out."""
        file = files.src_uris.get(uri)
        if file is None or file.abs_src_path is None or not os.path.lexists(file.abs_src_path):
            return file is not None
        try:
            read_regular(file.abs_src_path, 1)
        except OSError as error:
            files.remove(file)
            self._log(logging.ERROR, f"`{docs}/{uri}` is left out: {(error.strerror or 'unreadable').lower()}", config)
            return False
        return True

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
        self.workers = 1
        if not (begun.to_print or begun.editions):
            return begun
        if not self.serving and mkdocs_packed.is_ours_alone(config):
            try:
                self.workers = shares.workers(self.parting.workers, len(begun.to_print))
            except ValueError as error:
                told = f"`{shares.WORKERS}` is `{os.environ[shares.WORKERS]}`, which is no number of processes"
                raise ConfigurationError(told) from error
        if self.workers > 1:
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


def _deferred(path: str) -> ExtraScriptValue:
    script = ExtraScriptValue(path)
    script.defer = True
    return script
