"""Which pages are shown: the newest, but over a mistake the last good one.

A page is good when nothing is wrong in the files that it is made from, nor in those that all pages share. A page
that never was good follows its files, so that somebody who begins with mistakes sees what is there.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache

from generator.adapters.problem_pages import page_of
from generator.model.stages import Page
from generator.pipeline import Preview


@dataclass(frozen=True)
class Shown:
    make: Callable[[], Page]
    """Prints the page when it is first asked for."""
    is_good: bool


def chosen(before: Mapping[str, Shown], preview: Preview) -> dict[str, Shown]:
    """The pages to show after a run, by path; `before` are those shown until now."""
    wrong = {page_of(diagnostic.span.path) for diagnostic in preview.diagnostics if diagnostic.is_error}
    pages: dict[str, Shown] = {}
    for path in sorted(before.keys() | preview.pages.keys()):
        is_good = not (path in wrong or None in wrong)
        old, new = before.get(path), preview.pages.get(path)
        if old and not is_good and (old.is_good or new is None):
            pages[path] = old
        elif new:
            pages[path] = Shown(cache(new), is_good)
    return pages
