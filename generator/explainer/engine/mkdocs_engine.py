"""MkDocs, and ProperDocs, which goes on where MkDocs 1 ended: one adapter, because ProperDocs lends its modules under
the names of MkDocs.

Modules whose name begins with `mkdocs_`, but for `mkdocs_file`, import MkDocs, so they are imported here when a build
begins, and not before it is decided which of the two they get.
"""

import logging
import os
import sys
from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from explainer.engine.cache import NOTHING, Cache
from explainer.engine.mkdocs_file import PLUGIN, MkDocsFile
from explainer.engine.protocol import EngineError, ServedSite
from explainer.engine.shares import WHOLE, Parting
from explainer.pipeline import Result


class MkDocsEngine:
    shares_pages = True

    def __init__(self, name: str, title: str, packages: tuple[str, ...]) -> None:
        self.name, self.title, self.packages = name, title, packages

    def is_installed(self) -> bool:
        if (there := sys.modules.get(self.name)) is not None:
            return there.__name__ == self.name  # or ProperDocs stands there under the name of MkDocs
        return find_spec(self.name) is not None

    def build(
        self, project: MkDocsFile, site: Path | None, result: Result, cache: Cache, parting: Parting = WHOLE
    ) -> Path:
        self.begin()
        from mkdocs.commands.build import build as build_all
        from mkdocs.config import load_config
        from mkdocs.exceptions import MkDocsException

        from explainer.engine.mkdocs_plugin import ExplainerPlugin

        where = {} if site is None else {"site_dir": str(site)}
        try:
            config = load_config(str(project.path), strict=True, **where)
            plugin = config.plugins.get(PLUGIN)
            if not isinstance(plugin, ExplainerPlugin):
                raise self.lacks_plugin(project)
            plugin.given, plugin.cache, plugin.parting = result, cache, parting
            config.plugins.on_startup(command="build", dirty=False)
            try:
                build_all(config)
            finally:
                # MkDocs keeps a plugin for the next configuration of this process.
                config.plugins.on_shutdown()
                plugin.given, plugin.cache, plugin.parting = None, NOTHING, WHOLE
        except MkDocsException as error:
            raise EngineError(str(error)) from error
        return Path(config.site_dir)

    def serve(
        self, project: MkDocsFile, address: str, result: Result, pages: frozenset[str], is_wanted: Callable[[], bool]
    ) -> ServedSite:
        self.begin()
        from explainer.engine.mkdocs_site import MkDocsSite

        return MkDocsSite(self, project, address, result, pages, is_wanted)

    def lacks_plugin(self, project: MkDocsFile) -> EngineError:
        return EngineError(f"`{project.path}` does not list the plugin `{PLUGIN}`; add it below `plugins:`")

    def begin(self) -> None:
        """Before the first import of MkDocs: see to it that it is the one that is meant, and tells warnings only."""
        # Read when the theme is loaded: a notice that is no author's to act on.
        os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
        if self.name == "properdocs" and "mkdocs" not in sys.modules:
            import_module("properdocs.replacement")  # lends the names
        log = logging.getLogger(self.name)
        log.setLevel(logging.WARNING)
        if not log.handlers:
            handler = logging.StreamHandler()
            handler.setFormatter(logging.Formatter(f"{self.title}: %(message)s"))
            log.addHandler(handler)
