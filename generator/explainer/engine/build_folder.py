"""The site as a folder of plain files, from which any engine that reads `mkdocs.yml` builds it.

build/docs/        the hand-written pages, the generated pages, the assets
build/overrides/   the theme overrides, the project's own before ours
build/mkdocs.yml   the project's, without our plugin

Each edition in another language is such a folder as well, in `build/editions/`, whose site lies below the first.
"""

import json
import posixpath
from pathlib import Path

from explainer.engine import editions, mkdocs_file, outside_links, theme_files
from explainer.engine.search import written
from explainer.pipeline import Result
from explainer.reading.settings import front_matter


def site_files(result: Result, project: mkdocs_file.MkDocsFile, site: str = "") -> dict[str, bytes]:
    """Every file of the folder of one edition by its path in it.

    Later entries win: a site may replace our assets and templates. `site` is where it is built, as seen from there.
    """
    root, pages, words = project.path.parent, result.pages, result.catalogue
    assets = theme_files.asset_files()
    files = {f"docs/{name}": theme_files.shipped(path) for name, path in assets.items()}
    files |= {f"docs/{asset.path}": asset.data for asset in result.assets}
    files |= editions.chosen(_copied("docs", root / project.docs_folder, root), result)
    files |= {f"docs/{page.path}": page.markdown.encode() for page in pages}
    texts = {
        name.removeprefix("docs/"): content.decode("utf-8-sig", "replace")
        for name, content in files.items()
        if name.startswith("docs/") and name.endswith(".md")
    }
    made_from = {page.path: page.seed for page in pages}
    for path, text in texts.items():
        source = made_from.get(path) if path in made_from else posixpath.join(project.docs_folder, path)
        files[f"docs/{path}"] = _with_edit_link(text, source, project).encode()
    searched = written.search_files(result.search, texts, words, folders=project.has_folders)
    files |= {f"docs/{name}": content for name, content in searched.items()}
    files |= _copied("overrides", theme_files.OVERRIDES, theme_files.OVERRIDES)
    if project.custom_folder:
        files |= _copied("overrides", root / project.custom_folder, root)
    also = {**editions.changed(project.settings, result), **({"site_dir": site} if site else {})}
    styles, scripts = theme_files.loaded(assets, ".css"), theme_files.loaded(assets, ".js")
    files[mkdocs_file.NAME] = mkdocs_file.without_plugin(
        project, styles, scripts, words, editions.names(result), also
    ).encode()
    return files


def with_editions(result: Result, project: mkdocs_file.MkDocsFile) -> dict[str, bytes]:
    """The same with the folders of all other editions."""
    files = site_files(result, project)
    for each in result.editions:
        language = each.catalogue.language
        site = f"../../{project.settings.get('site_dir') or 'site'}/{language}"
        of_edition = site_files(each, project, site)
        files |= {f"{editions.FOLDER}/{language}/{name}": content for name, content in of_edition.items()}
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


def _with_edit_link(page: str, path: str | None, project: mkdocs_file.MkDocsFile) -> str:
    """The page, saying where the file is edited that it is made from, or that there is none."""
    # Without any of these no engine leads to where files are edited: a page by hand stays as it is.
    if not any(project.settings.get(key) for key in ("repo_url", "edit_uri", "edit_uri_template")):
        return page
    is_there = path is not None and (project.path.parent / path).is_file()
    said = json.dumps(project.edit_address(path) if path and is_there else "", ensure_ascii=False)
    if page.startswith("---\n"):
        return f"---\nedit_url: {said}\n{page[4:]}"
    has_head = bool(front_matter(page)[1])  # of lines without a mark around them
    return f"edit_url: {said}\n{page}" if has_head else f"---\nedit_url: {said}\n---\n\n{page}"


def _copied(target: str, folder: Path, root: Path) -> dict[str, bytes]:
    files = theme_files.files_below(folder)
    return {
        f"{target}/{name}": path.read_bytes() for name, path in files.items() if not outside_links.leads_out(path, root)
    }
