"""Pages from records: each page is Markdown that MkDocs and Zensical build alike."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from typing import TypeAlias

from explainer.memo import Keep, anew
from explainer.model import paths
from explainer.model.changes import Printed
from explainer.model.parts import ListPart, lists_in
from explainer.model.stages import AnchoredArticle, Asset, Linked, Page, SearchEntry
from explainer.rendering import (
    article,
    articles,
    author_pages,
    beside,
    context,
    corrected,
    corrections,
    coverage,
    earlier,
    errata,
    home,
    how_to_read,
    inner_links,
    lists,
    maker,
    mistakes,
    original,
    people_places,
    questions,
    reports,
    timeline,
    topics,
)
from explainer.rendering import cards as pictures
from explainer.rendering import search as found
from explainer.rendering.apart import Apart
from explainer.rendering.edition_marks import asset_unmarked, entry_unmarked, shown
from explainer.rendering.feed import feed
from explainer.rendering.numbers import Numbers
from explainer.rendering.parted import pages_of
from explainer.rendering.reads import with_reads
from explainer.rendering.redirects import redirects

__all__ = ["assets", "cards", "made_of", "pages", "prints", "search_entries"]


def assets(linked: Linked) -> tuple[Asset, ...]:
    """The files of the site that are no pages."""
    made = feed(linked)
    below = {each.id: [path for path, _ in _of_article(each)][1:] for each in linked.anchored.articles.values()}
    return tuple(map(asset_unmarked, (*((made,) if made else ()), *redirects(linked, below))))


def cards(linked: Linked, keep: Keep = anew) -> Mapping[str, Callable[[], bytes]]:
    """What draws each picture that shared links show, by its path: nothing is drawn before somebody asks for it."""
    return dict(pictures.cards(linked, keep))


def search_entries(linked: Linked) -> tuple[SearchEntry, ...]:
    """The records that the site's search finds one by one."""
    entries = found.search_entries(linked)
    return tuple(map(entry_unmarked, entries)) if linked.edition else entries


def pages(linked: Linked, counted: Linked | None = None) -> Mapping[str, Callable[[], Page]]:
    """What makes each page, by its path: nothing is printed before somebody asks for it.

    `counted` are the same records, where looking at them to number sources must not count as showing them.
    """
    return {path: partial(_checked, make, linked) for path, make in _pages(linked, counted or linked)}


def prints(linked: Linked) -> Callable[[str], Printed | None]:
    """What prints a page by its path, telling what was read for it; None where there is none."""
    return with_reads(linked, _unsigned)


_OfArticle: TypeAlias = Callable[[Linked, AnchoredArticle, Callable[[], Numbers]], Page]


def _of_article(each: AnchoredArticle) -> Iterator[tuple[str, _OfArticle]]:
    yield article.article_path(each), article.article_page
    if errata.has_errata(each):
        yield paths.mistakes(each.id), lambda linked, own, _: mistakes.mistakes_page(linked, own)
        yield paths.corrected(each.id), lambda linked, own, _: corrected.corrected_page(linked, own)
    if original.has_original(each):
        yield paths.original(each.id), lambda linked, own, _: original.original_page(linked, own)
    yield from earlier.earlier_pages(each)


def _apart(page: _OfArticle, id_: str, apart: Apart, counted: Apart) -> Page:
    linked, to_count = apart.of(id_), counted.of(id_)
    numbers = partial(article.article_numbers, to_count, to_count.anchored.articles[id_])
    return page(linked, linked.anchored.articles[id_], numbers)


def made_of(linked: Linked) -> Mapping[str, Iterable[str]]:
    """By path, a digest of all that a page is printed from; not of those that are printed from most records."""
    apart = Apart(linked)
    return {
        path: _digested(path, each.id, apart)
        for each in linked.anchored.articles.values()
        for path, _ in _of_article(each)
    }


def _digested(path: str, id_: str, apart: Apart) -> Iterator[str]:
    yield "page"
    yield path
    yield apart.digest(id_)


_LISTS: dict[str, Callable[[Linked], Page]] = {
    how_to_read.PATH: how_to_read.how_to_read_page,
    lists.OPEN: lists.open_questions_page,
    corrections.PATH: corrections.corrections_page,
}
"""The pages that every site has, besides its lists."""
_PARTED: dict[str, Callable[[Linked, ListPart], Page]] = {
    paths.TIMELINE: timeline.timeline_page,
    paths.PEOPLE_AND_PLACES: people_places.people_places_page,
    paths.GLOSSARY: lists.glossary_page,
    paths.SOURCES: lists.sources_page,
}
"""The lists that are split where they are long."""


def _checked(make: Callable[[], Page], linked: Linked) -> Page:
    return inner_links.checked(shown(maker.signed(make(), linked), linked))


def _unsigned(linked: Linked, counted: Linked) -> Mapping[str, Callable[[], Page]]:
    """Pages without who made them: a new date of that is no change of each page."""
    return dict(_pages(linked, counted))


def _pages(linked: Linked, counted: Linked) -> Iterator[tuple[str, Callable[[], Page]]]:
    site = linked.seeds.site
    if site:
        yield home.PATH, partial(home.home_page, linked, site)
    if site and site.value.author_pages:
        yield author_pages.RULES_PATH, author_pages.rules_page
        yield author_pages.REFERENCE_PATH, author_pages.reference_page
    if len(linked.seeds.articles) > 1:
        yield from articles.article_lists(linked)
    yield from topics.topic_pages(linked)
    own, own_counted = Apart(linked), Apart(counted)
    for each in linked.anchored.articles.values():
        for path, make in _of_article(each):
            yield path, partial(_apart, make, each.id, own, own_counted)
    yield from beside.beside_pages(linked)
    yield from reports.report_pages(linked)
    yield from coverage.coverage_pages(linked)
    yield from questions.question_pages(linked, counted)
    yield from context.context_pages(linked, counted)
    for path, page in _LISTS.items():
        yield path, partial(page, linked)
    for path, page_of in _PARTED.items():
        for part in pages_of(lists_in(linked)[path], linked):
            yield part.path, partial(page_of, linked, part)
