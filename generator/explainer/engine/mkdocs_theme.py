"""What we put into the theme of a site: overrides, words in its language, styles and scripts."""

from collections.abc import Callable, Iterator
from pathlib import Path

from mkdocs.config.config_options import ExtraScriptValue
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File

from explainer.engine import interface_words, theme_files
from explainer.interface import Catalogue


def add_ours(config: MkDocsConfig, words: Catalogue, named: Callable[[str], str]) -> None:
    """Before the site's own styles and scripts, which may change what ours say."""
    # After the site's own overrides, before the theme.
    config.theme.dirs.insert(1 if config.theme.custom_dir else 0, str(theme_files.OVERRIDES))
    config.extra["words"] = interface_words.settings(words)
    for key, value in interface_words.theme({"palette": config.theme.get("palette")}, words, named).items():
        config.theme[key] = value
    assets = theme_files.asset_files()
    config.extra_css[:0] = theme_files.loaded(assets, ".css")
    config.extra_javascript[:0] = [_deferred(path) for path in theme_files.loaded(assets, ".js")]


def files(config: MkDocsConfig, *, as_written: bool) -> Iterator[File]:
    """The assets as they are shipped, or as they are written, so that whoever serves a site sees an edit at once."""
    for path, source in theme_files.asset_files().items():
        yield _file(config, path, source, as_written=as_written)


def _file(config: MkDocsConfig, path: str, source: Path, *, as_written: bool) -> File:
    if as_written or source.suffix not in (".css", ".js"):
        return File.generated(config, path, abs_src_path=str(source))
    return File.generated(config, path, content=theme_files.shipped(source))


def _deferred(path: str) -> ExtraScriptValue:
    script = ExtraScriptValue(path)
    script.defer = True
    return script
