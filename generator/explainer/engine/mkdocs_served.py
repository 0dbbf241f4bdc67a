"""What `mkdocs serve` does otherwise on a site of ours: what it watches, whom it answers, what its pages may do."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer

from explainer.engine import mkdocs_private, policy, theme_files
from explainer.engine.local import guarding, quoting


def prepare(server: LiveReloadServer, config: MkDocsConfig, root: Path) -> None:
    if (root / "seeds").is_dir():
        server.watch(str(root / "seeds"))
    # Whoever works on the package itself sees edits of templates and styles at once.
    if theme_files.THEME.is_relative_to(root) and theme_files.THEME.is_dir():
        server.watch(str(theme_files.THEME))
    host, port = config.dev_addr
    app = quoting.app(root, policy.allowing_reload(mkdocs_private.app_of(server)))
    server.set_app(guarding.guarded(app, port, host))
