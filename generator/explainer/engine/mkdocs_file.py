"""The settings of a site, `mkdocs.yml` or `properdocs.yml`, and those of its written pages: without our plugin.

The second are the first as one file, with whatever it inherits: Zensical joins lists where MkDocs replaces them, so a
file that inherits would have everything twice there.
"""

import os
import posixpath
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

from explainer.engine import interface_words
from explainer.interface import Catalogue
from explainer.reading import settings
from explainer.reading.settings import Settings

PLUGIN = "explainer"
NAME = "mkdocs.yml"
OF_PROPERDOCS = "properdocs.yml"
SEARCHES = ("search", "material/search", "materialx/search")
"""Plugins in whose place our own search stands."""


@dataclass(frozen=True)
class MkDocsFile:
    """What the project's settings say about the things that we change."""

    path: Path
    written: Settings

    @cached_property
    def settings(self) -> Mapping[str, Any]:
        return self.written.values

    @property
    def docs_folder(self) -> str:
        return str(self.settings.get("docs_dir") or "docs")

    @property
    def site_folder(self) -> Path:
        return self.path.parent / str(self.settings.get("site_dir") or "site")

    @property
    def theme(self) -> Mapping[str, Any]:
        named = self.settings.get("theme") or "mkdocs"
        return named if isinstance(named, dict) else {"name": named}

    @property
    def custom_folder(self) -> str | None:
        return self.theme.get("custom_dir")

    @property
    def has_folders(self) -> bool:
        """Whether a page's address is that of a folder."""
        return self.settings.get("use_directory_urls") is not False

    def edit_address(self, path: str) -> str:
        """Where a file of the project is edited, or nothing; `path` is that below its root, with `/`."""
        uri, host = self.settings.get("edit_uri"), self.settings.get("repo_url")
        if not uri or self.settings.get("edit_uri_template"):
            return ""
        base = uri if str(uri).endswith("/") or "?" in str(uri) else f"{uri}/"
        whole = urljoin(f"{str(host).rstrip('/')}/", base) if host else base
        if "?" in whole:
            return ""
        scheme, mark, rest = whole.partition("://")
        below = posixpath.normpath(posixpath.join(rest, posixpath.relpath(path, self.docs_folder)))
        return f"{scheme}{mark}{below}" if mark else posixpath.normpath(posixpath.join(whole, below))


def find(root: Path) -> Path:
    """The file of settings of a project. ProperDocs reads its own before that of MkDocs."""
    return next((root / name for name in (OF_PROPERDOCS, NAME) if os.path.lexists(root / name)), root / NAME)


def read(path: Path) -> MkDocsFile:
    """Raises OSError, or SettingsError where it is no file of settings."""
    return MkDocsFile(path, settings.read(path))


def without_plugin(
    file: MkDocsFile,
    styles: Sequence[str],
    scripts: Sequence[str],
    words: Catalogue,
    named: Callable[[str], str],
    also: Mapping[str, Any],
) -> str:
    """The text of the new file; what we load comes before the site's. `named` and `also` are names and settings of the
    edition.
    """
    given = file.settings
    theme = dict(file.theme)
    if theme.get("name") == "materialx":  # Zensical stands in for Material, under the name of that
        theme["name"] = "material"
    changed: dict[str, Any] = {
        "docs_dir": "docs",
        "theme": {**theme, **interface_words.theme(theme, words, named), "custom_dir": "overrides"},
        "extra": {**(given.get("extra") or {}), **also.get("extra", {}), "words": interface_words.settings(words)},
        "plugins": _other_plugins(given.get("plugins", [])),
        "extra_css": [*styles, *(given.get("extra_css") or [])],
        "extra_javascript": [
            *({"path": script, "defer": True} for script in scripts),
            *(given.get("extra_javascript") or []),
        ],
    }
    changed |= {key: value for key, value in also.items() if key != "extra"}
    if "nav" in given:
        changed["nav"] = also.get("nav") or given["nav"] or []  # Zensical reads no empty one
    if "watch" in given:
        changed["watch"] = []
    about = "# Written by explainer; edits are lost. Edit the project's own settings instead.\n"
    return about + file.written.changed(changed)


def _other_plugins(plugins: object) -> list[Any]:
    if isinstance(plugins, dict):
        plugins = [{name: options} if options else name for name, options in plugins.items()]
    names = {PLUGIN, *SEARCHES}
    listed = plugins if isinstance(plugins, list) else []
    return [
        plugin for plugin in listed if (next(iter(plugin), None) if isinstance(plugin, dict) else plugin) not in names
    ]
