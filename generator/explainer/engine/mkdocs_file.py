"""The `mkdocs.yml` of a site whose pages are written already: the project's own, without our plugin.

It inherits the project's file and states only what differs, so that comments, tags and everything
that the engines read for themselves stay as they are. JSON is YAML, so no YAML is written here.
"""

import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import ConfigurationError
from mkdocs.utils.yaml import get_yaml_loader, yaml_load

from explainer.engine import interface_words
from explainer.interface import Catalogue
from explainer.reading import LARGEST_FILE
from explainer.reading.regular import read_regular

PLUGIN = "explainer"
NAME = "mkdocs.yml"
SEARCHES = ("search", "material/search")
"""Plugins in whose place our own search stands."""


@dataclass(frozen=True)
class MkDocsFile:
    """What the project's `mkdocs.yml` says about the things that we change."""

    path: Path
    settings: Mapping[str, Any]

    @property
    def docs_folder(self) -> str:
        return str(self.settings.get("docs_dir") or "docs")

    @property
    def custom_folder(self) -> str | None:
        theme = self.settings.get("theme")
        return theme.get("custom_dir") if isinstance(theme, dict) else None

    @property
    def has_folders(self) -> bool:
        """Whether a page's address is that of a folder."""
        return self.settings.get("use_directory_urls") is not False


def check(path: Path) -> None:
    """Raises OSError, or ConfigurationError where MkDocs would wait for what the file inherits, or go in a circle."""
    seen: list[str] = []
    inner = str(path)
    while inner not in seen:
        seen.append(inner)
        try:
            text = read_regular(inner, LARGEST_FILE).decode("utf-8-sig", "replace")
        except OSError as error:
            if len(seen) == 1:
                raise
            told = f"`INHERIT` in `{seen[-2]}` leads to `{inner}`, which cannot be read: {error.strerror}"
            raise ConfigurationError(told) from error
        settings = yaml_load(text, get_yaml_loader(config=MkDocsConfig()))  # of a text, MkDocs follows no `INHERIT`
        if not (isinstance(settings, dict) and isinstance(settings.get("INHERIT"), str)):
            return
        inner = os.path.normpath(Path(inner).parent / settings["INHERIT"])
    raise ConfigurationError(f"`INHERIT` in `{seen[-1]}` leads back to `{inner}`; remove one of the two")


def read(path: Path) -> MkDocsFile:
    """Raises OSError, or `mkdocs.exceptions.ConfigurationError` where it is not YAML."""
    check(path)
    file = BytesIO(read_regular(path, LARGEST_FILE))
    file.name = str(path)  # from where MkDocs follows `INHERIT`
    return MkDocsFile(path, yaml_load(file, get_yaml_loader(config=MkDocsConfig())))


def without_plugin(
    file: MkDocsFile, inherit: str, styles: Sequence[str], scripts: Sequence[str], words: Catalogue
) -> str:
    """The text of the new file. `inherit` is the way from it to the project's; what we load comes before the site's."""
    settings = file.settings
    named = settings.get("theme") or "mkdocs"
    theme = named if isinstance(named, dict) else {"name": named}
    changed: dict[str, Any] = {
        "INHERIT": inherit,
        "docs_dir": "docs",
        "theme": {**theme, **interface_words.theme(theme, words), "custom_dir": "overrides"},
        "extra": {**(settings.get("extra") or {}), "words": interface_words.settings(words)},
        "plugins": _other_plugins(settings.get("plugins", [])),
        "extra_css": [*styles, *(settings.get("extra_css") or [])],
        "extra_javascript": [
            *({"path": script, "defer": True} for script in scripts),
            *(settings.get("extra_javascript") or []),
        ],
        # The written pages do not say which seed they were made from: no link is better than a wrong one.
        "edit_uri": "",
    }
    if "watch" in settings:
        changed["watch"] = []
    lines = (f"{key}: {json.dumps(value, ensure_ascii=False, default=str)}" for key, value in changed.items())
    return "\n".join(["# Written by explainer; edits are lost. Edit the project's mkdocs.yml instead.", *lines, ""])


def _other_plugins(plugins: object) -> list[Any]:
    if isinstance(plugins, dict):
        plugins = [{name: options} if options else name for name, options in plugins.items()]
    names = {PLUGIN, *SEARCHES}
    listed = plugins if isinstance(plugins, list) else []
    return [
        plugin for plugin in listed if (next(iter(plugin), None) if isinstance(plugin, dict) else plugin) not in names
    ]
