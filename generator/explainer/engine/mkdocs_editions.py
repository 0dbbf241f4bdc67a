"""Each edition of a site built by MkDocs, below the folder of the original: the same settings in its language."""

from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from explainer.engine import editions
from explainer.pipeline import Result
from explainer.text import directions

if TYPE_CHECKING:
    from explainer.engine.mkdocs_plugin import ExplainerPlugin


def build_edition(plugin: "ExplainerPlugin", result: Result, config: MkDocsConfig) -> None:
    """Build one edition, in the middle of the build of the original. What MkDocs warns of, that build counts."""
    before = dict(vars(plugin))  # MkDocs has one object of a plugin for all that it builds in a process
    try:
        also = {
            **editions.changed(config, result),
            "site_dir": str(Path(config.site_dir, result.catalogue.language)),
            "use_directory_urls": config.use_directory_urls,
            "strict": False,
        }
        extra = also.pop("extra")
        own = load_config(config.config_file_path, **also)
        own.extra.update(extra)
        plugin.given = result
        build(own, serve_url=own.site_url if plugin.serving else None)
    finally:
        plugin.end_others()
        vars(plugin).clear()
        vars(plugin).update(before)


def choose_translated(files: Files, config: MkDocsConfig, result: Result) -> None:
    """Of hand-written pages, take those in the language that is built: `about.uk.md` is `about.md` in Ukrainian."""
    for uri in [uri for uri, file in files.src_uris.items() if file.generated_by is None]:
        found = editions.translated_page(uri, result.languages)
        if found is None:
            continue
        path, language = found
        file = files.src_uris[uri]
        files.remove(file)
        if language == result.catalogue.language:
            if path in files.src_uris:
                files.remove(files.src_uris[path])
            own = File.generated(config, path, abs_src_path=str(file.abs_src_path))
            own.edit_uri = uri
            files.append(own)


def in_original(html: str, result: Result) -> str:
    """The words of a page that nobody has translated, said to be in the language of the original."""
    language = result.languages[0]
    return f'<div lang="{language}" dir="{directions.of_language(language)}">{html}</div>'
