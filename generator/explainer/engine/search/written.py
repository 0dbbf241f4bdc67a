"""What the search finds on pages that another engine builds later: they are converted here as that engine will."""

import posixpath
from collections.abc import Iterable, Iterator, Mapping

from explainer.engine.printed import NotPrintedHereError, by_hand, convert
from explainer.engine.search import pieces
from explainer.engine.search.records import SearchedPage, records
from explainer.engine.search.sections import sections
from explainer.interface import Catalogue
from explainer.model.stages import SearchEntry
from explainer.reading.settings import front_matter


def search_files(
    entries: Iterable[SearchEntry], pages: Mapping[str, str], words: Catalogue, *, folders: bool
) -> dict[str, bytes]:
    """The files of the search. `pages` are texts by path; `folders`: whether a page's address is that of a folder."""
    urls = {path: address(path, folders=folders) for path in sorted(pages)}
    return pieces.files(records(entries, _searched(pages, urls), urls, words), words)


def address(path: str, *, folders: bool) -> str:
    """Of a page, from the root of the site: `a/b/` of `a/b.md`, or `a/b.html`."""
    folder, name = posixpath.split(path)
    name = name.removesuffix(".md")
    is_index = name in ("index", "README")
    if not folders:
        return posixpath.join(folder, "index.html" if is_index else f"{name}.html")
    whole = folder if is_index else posixpath.join(folder, name)
    return f"{whole}/" if whole else ""


def _searched(pages: Mapping[str, str], urls: Mapping[str, str]) -> Iterator[SearchedPage]:
    for path, url in urls.items():
        text, meta = front_matter(pages[path])
        wanted = meta.get("search")
        if isinstance(wanted, dict) and wanted.get("exclude"):
            continue
        found = tuple(sections(_html(text)))
        title = str(meta.get("title") or next((each.title for each in found if each.title), ""))
        yield SearchedPage(url, title, found, str(meta.get("language") or ""))


def _html(text: str) -> str:
    try:
        return convert(text, lambda link: link).html
    except NotPrintedHereError:
        return by_hand.html_of(text)
