"""The site as a browser shows it, built by MkDocs in this process: no other command is needed for it."""

import os
from pathlib import Path

from explainer.engine.mkdocs_file import PLUGIN
from explainer.pipeline import Result


def build(config_file: Path, site: Path | None, result: Result) -> Path:
    """Build the pages of `result` and the hand-written ones into `site`; the value is that folder.

    `site` is the folder to build, `site_dir` of `config_file` where it is None. Raises
    `mkdocs.exceptions.MkDocsException`: what MkDocs itself warns of, such as a link that leads nowhere, ends the build
    after every page was written, as `mkdocs build --strict` does.
    """
    os.environ.setdefault(
        "NO_MKDOCS_2_WARNING", "1"
    )  # read when the theme is loaded: a notice that is no author's to act on
    from mkdocs.commands.build import build as build_all
    from mkdocs.config import load_config
    from mkdocs.exceptions import ConfigurationError

    from explainer.engine.mkdocs_plugin import ExplainerPlugin

    where = {} if site is None else {"site_dir": str(site)}
    config = load_config(str(config_file), strict=True, **where)
    plugin = config.plugins.get(PLUGIN)
    if not isinstance(plugin, ExplainerPlugin):
        raise ConfigurationError(f"`{config_file}` does not list the plugin `{PLUGIN}`; add it below `plugins:`")
    plugin.given = result
    config.plugins.on_startup(command="build", dirty=False)
    try:
        build_all(config)
    finally:
        plugin.given = None  # MkDocs keeps a plugin for the next configuration of this process
        config.plugins.on_shutdown()
    return Path(config.site_dir)
