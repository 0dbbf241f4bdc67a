"""What is wrong with the settings of a site that an engine would not say, or only in its own way.

Settings that cannot be read at all are told by whoever needs them.
"""

from collections.abc import Iterator
from dataclasses import replace
from importlib.metadata import PackageNotFoundError, distribution, entry_points
from pathlib import Path

from explainer import rules
from explainer.diagnostics import Diagnostic, ordered
from explainer.engine import mkdocs_file
from explainer.engine.mkdocs_file import MkDocsFile
from explainer.pipeline import Result
from explainer.reading.settings import SettingsError
from explainer.source import SourceFile, Span

MATERIALS = ("mkdocs-material", "mkdocs-materialx")
"""Packages that bring files of the same names."""
_BY_ZENSICAL = ("material", "zensical")
_SEARCHES = ("search", "pagefind", "algolia")


def with_settings(result: Result, root: Path) -> Result:
    """The result with what is wrong with the settings of the project."""
    found, files = check(root)
    if not found:
        return result
    return replace(result, diagnostics=ordered((*result.diagnostics, *found)), files={**result.files, **files})


def check(root: Path) -> tuple[tuple[Diagnostic, ...], dict[str, SourceFile]]:
    """The diagnostics, and the files into which they point."""
    try:
        project = mkdocs_file.read(mkdocs_file.find(root))
    except (OSError, SettingsError):
        return (), {}
    found = (*_theme(project), *_searches(project))
    return found, {file.path: file for file in project.written.files.values()}


def _theme(project: MkDocsFile) -> Iterator[Diagnostic]:
    name = project.theme.get("name")
    place = project.written.place("theme", "name") or project.written.place("theme") or Span(project.path.name)
    if all(map(_is_installed, MATERIALS)):
        told = "Material and MaterialX are both installed here, and each overwrites files of the other"
        fix = "Run `pip uninstall mkdocs-material mkdocs-materialx`, then install the one that you want again."
        yield Diagnostic(rules.THEME_IS_THERE, place, told, fix)
    there = sorted({theme.name for theme in entry_points(group="mkdocs.themes")})
    if _is_installed("zensical"):
        there += [theme for theme in _BY_ZENSICAL if theme not in there]
    if isinstance(name, str) and there and name not in there:
        names = ", ".join(f"`{theme}`" for theme in there)
        yield Diagnostic(rules.THEME_IS_THERE, place, f"the theme `{name}` is not installed here; there are {names}")


def _searches(project: MkDocsFile) -> Iterator[Diagnostic]:
    for name, place in project.written.names("plugins"):
        if name.rpartition("/")[2] in _SEARCHES:
            yield Diagnostic(rules.SEARCH_IS_OURS, place, f"the plugin `{name}` makes a search that no page here has")


def _is_installed(package: str) -> bool:
    try:
        distribution(package)
    except PackageNotFoundError:
        return False
    return True
