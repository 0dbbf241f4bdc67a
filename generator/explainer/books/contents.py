"""Which pages of the site make a book, and in which order: as somebody reads who has no menu."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from explainer.model import paths
from explainer.model.stages import Linked

_QUESTIONS, _CONTEXT, _COVERAGE = "questions/", "context/", "coverage/"
_FOR_AUTHORS = "authors/"
_FIRST = (paths.HOME, paths.HOW_TO_READ)
_LAST = (paths.TIMELINE, paths.PEOPLE_AND_PLACES, paths.GLOSSARY, paths.SOURCES, paths.CORRECTIONS)
_LEADS = re.compile(r"\]\((?:\.\./)*((?:questions|context)/[^()#\s]+\.md)")


@dataclass(frozen=True)
class PlaceInBook:
    """A page in the book, and the pages that stand below it there."""

    path: str
    below: tuple["PlaceInBook", ...] = ()


def of_site(linked: Linked, made: Iterable[str]) -> tuple[PlaceInBook, ...]:
    """Every page for readers."""
    there = tuple(path for path in made if not path.startswith(_FOR_AUTHORS))
    articles = tuple(linked.anchored.articles)
    own = {path for id_ in articles for path in _of_article(id_, there)}
    reports = {paths.article(id_) for id_ in linked.seeds.reports} - own
    questions = [path for path in there if path.startswith(_QUESTIONS)]
    coverage = [*(path for path in there if path.startswith(_COVERAGE)), *(path for path in there if path in reports)]
    context = [path for path in there if path.startswith(_CONTEXT)]
    parts = {path for path in there if paths.list_of(path) != path}
    placed = {*_FIRST, *_LAST, *parts, paths.OPEN, *own, *questions, *coverage, *context}
    return (
        *_placed(path for path in _FIRST if path in there),
        *_placed(path for path in there if path not in placed),  # lists of articles, topics
        *(_article(id_, there) for id_ in articles),
        *_under(paths.QUESTIONS, [*questions, *(path for path in there if path == paths.OPEN)]),
        *_under(paths.COVERAGE, coverage),
        *_under(paths.CONTEXT, context),
        *(place for first in _LAST if first in there for place in _list(first, there)),
    )


def of_article(id_: str, made: Iterable[str], markdown: str) -> tuple[PlaceInBook, ...]:
    """The article, the questions and context boxes that its page leads to, and how to read it."""
    there = tuple(made)
    led = {*_LEADS.findall(markdown), paths.HOW_TO_READ} - {paths.QUESTIONS, paths.CONTEXT}
    return (_article(id_, there), *_placed(path for path in there if path in led))


def _list(first: str, there: tuple[str, ...]) -> tuple[PlaceInBook, ...]:
    """A list, and below it the parts into which it is split."""
    return _under(first, [path for path in there if paths.list_of(path) == first])


def _article(id_: str, there: tuple[str, ...]) -> PlaceInBook:
    first, *others = _of_article(id_, there)
    return PlaceInBook(first, _placed(others))


def _of_article(id_: str, there: tuple[str, ...]) -> list[str]:
    folder = paths.article(id_).removesuffix(".md") + "/"
    return [paths.article(id_), *(path for path in there if path.startswith(folder))]


def _under(head: str, pages: list[str]) -> tuple[PlaceInBook, ...]:
    """The pages below the one that lists them, where there is one."""
    if head not in pages:
        return _placed(pages)
    return (PlaceInBook(head, _placed(path for path in pages if path != head)),)


def _placed(pages: Iterable[str]) -> tuple[PlaceInBook, ...]:
    return tuple(map(PlaceInBook, pages))
