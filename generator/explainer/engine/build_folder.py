"""The site as a folder of plain files, from which any engine that reads `mkdocs.yml` builds it.

build/docs/        the hand-written pages, the generated pages, the assets
build/overrides/   the theme overrides, the project's own before ours
build/mkdocs.yml   the project's, without our plugin
"""

import os
from collections.abc import Iterable
from pathlib import Path

from explainer.engine import mkdocs_file, outside_links, theme_files
from explainer.engine.search import written
from explainer.interface import ENGLISH, Catalogue
from explainer.model.stages import Asset, Page, SearchEntry


def site_files(
    pages: Iterable[Page],
    made: Iterable[Asset],
    project: mkdocs_file.MkDocsFile,
    output: Path,
    words: Catalogue = ENGLISH,
    entries: Iterable[SearchEntry] = (),
) -> dict[str, bytes]:
    """Every file of the folder by its path in it. Later entries win: a site may replace our assets and templates.

    `entries` are what the search finds besides the sections of pages.
    """
    root = project.path.parent
    assets = theme_files.asset_files()
    files = {f"docs/{name}": theme_files.shipped(path) for name, path in assets.items()}
    files |= {f"docs/{asset.path}": asset.data for asset in made}
    files |= _copied("docs", root / project.docs_folder, root)
    files |= {f"docs/{page.path}": page.markdown.encode() for page in pages}
    texts = {
        name.removeprefix("docs/"): content.decode("utf-8-sig", "replace")
        for name, content in files.items()
        if name.startswith("docs/") and name.endswith(".md")
    }
    searched = written.search_files(entries, texts, words, folders=project.has_folders)
    files |= {f"docs/{name}": content for name, content in searched.items()}
    files |= _copied("overrides", theme_files.OVERRIDES, theme_files.OVERRIDES)
    if project.custom_folder:
        files |= _copied("overrides", root / project.custom_folder, root)
    # An engine refuses a folder of overrides that is not there.
    files.setdefault("overrides/README", b"Templates that replace those of the theme. Written by explainer.\n")
    inherit = Path(os.path.relpath(project.path, output)).as_posix()
    styles, scripts = theme_files.loaded(assets, ".css"), theme_files.loaded(assets, ".js")
    files[mkdocs_file.NAME] = mkdocs_file.without_plugin(project, inherit, styles, scripts, words).encode()
    return files


def outside(project: mkdocs_file.MkDocsFile) -> list[tuple[str, str]]:
    """Files of the site, each as its path and its folder, that are left out because they are links that lead out."""
    root = project.path.parent
    return [
        (name, folder)
        for folder in (project.docs_folder, project.custom_folder)
        if folder
        for name in outside_links.leading_out(theme_files.files_below(root / folder), root)
    ]


def _copied(target: str, folder: Path, root: Path) -> dict[str, bytes]:
    files = theme_files.files_below(folder)
    return {
        f"{target}/{name}": path.read_bytes() for name, path in files.items() if not outside_links.leads_out(path, root)
    }
