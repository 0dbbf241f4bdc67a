"""Pages from records: each page is Markdown that MkDocs and Zensical build alike."""

from collections.abc import Iterator

from generator.diagnostics import Diagnostic
from generator.model.stages import Linked, Page
from generator.rendering.article import article_page
from generator.rendering.author_pages import author_pages
from generator.rendering.context import context_pages
from generator.rendering.home import home_page
from generator.rendering.how_to_read import how_to_read_page
from generator.rendering.lists import articles_page, glossary_page, open_questions_page, sources_page
from generator.rendering.people_places import people_places_page
from generator.rendering.questions import question_pages
from generator.rendering.search import search_entries
from generator.rendering.timeline import timeline_page

__all__ = ["render", "search_entries"]


def render(linked: Linked) -> tuple[tuple[Page, ...], tuple[Diagnostic, ...]]:
    """Every page of the site, in the order of their paths."""
    return tuple(sorted(_pages(linked), key=lambda page: page.path)), ()


def _pages(linked: Linked) -> Iterator[Page]:
    home = home_page(linked)
    if home:
        yield home
    yield how_to_read_page(linked)
    if linked.seeds.site and linked.seeds.site.value.author_pages:
        yield from author_pages()
    if len(linked.seeds.articles) > 1:
        yield articles_page(linked)
    for article in linked.anchored.articles.values():
        yield article_page(linked, article)
    yield from question_pages(linked)
    yield from context_pages(linked)
    yield timeline_page(linked)
    yield people_places_page(linked)
    yield glossary_page(linked)
    yield sources_page(linked)
    yield open_questions_page(linked)
