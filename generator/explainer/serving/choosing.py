"""Which pages are shown: the newest, but over a mistake the last good one.

A page is good when nothing is wrong in the files that it is made from, nor in those that all pages share. A page
that never was good follows its files, so that somebody who begins with mistakes sees what is there.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, partial
from itertools import groupby

from explainer.engine.problem_pages import page_of
from explainer.model.stages import Asset, Page, SearchEntry
from explainer.pipeline import Preview


@dataclass(frozen=True)
class ShownArticle:
    make: Callable[[], Page]
    """Prints the page when it is first asked for."""
    is_good: bool
    records: Callable[[], tuple[SearchEntry, ...]] = tuple
    """What the search finds on it besides its sections."""


def chosen(before: Mapping[str, ShownArticle], preview: Preview) -> dict[str, ShownArticle]:
    """The pages to show after a run, by path; `before` are those shown until now."""
    wrong = wrong_pages(preview)
    records = cache(partial(_records, preview))
    pages: dict[str, ShownArticle] = {}
    for path in sorted(before.keys() | preview.pages.keys()):
        is_good = not (path in wrong or None in wrong)
        old, new = before.get(path), preview.pages.get(path)
        if old and not is_good and (old.is_good or new is None):
            pages[path] = old
        elif new:
            pages[path] = ShownArticle(cache(new), is_good, partial(_of_page, records, path))
    return pages


def chosen_assets(before: Mapping[str, Asset], preview: Preview) -> Mapping[str, Asset]:
    """The files of the site that are no pages, by path: like a page, they wait for what all pages share."""
    return before if None in wrong_pages(preview) and before else {asset.path: asset for asset in preview.assets}


def wrong_pages(preview: Preview) -> set[str | None]:
    """The pages whose own files have an error; None among them where a file of all pages has one."""
    return {page_of(diagnostic.span.path) for diagnostic in preview.diagnostics if diagnostic.is_error}


def _records(preview: Preview) -> Mapping[str, tuple[SearchEntry, ...]]:
    ordered = sorted(preview.search, key=lambda entry: entry.address.page)
    return {path: tuple(found) for path, found in groupby(ordered, lambda entry: entry.address.page)}


def _of_page(records: Callable[[], Mapping[str, tuple[SearchEntry, ...]]], path: str) -> tuple[SearchEntry, ...]:
    return records().get(path, ())
