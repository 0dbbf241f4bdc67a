"""A book: the pages of the site, or of one article, in an order to be read in, with links that lead within it."""

import html
import json
import uuid
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from explainer import rendering
from explainer.books import contents
from explainer.books.contents import PlaceInBook
from explainer.books.elements import PageElement, parsed
from explainer.books.links import LinksInBook
from explainer.books.shaping import PageShape, shaped, with_notes_together
from explainer.engine.printed import NotPrintedHereError, by_hand, convert
from explainer.exporting import Addresses
from explainer.interface import Catalogue
from explainer.model import paths
from explainer.model.marks import unmarked
from explainer.model.stages import Linked
from explainer.pipeline import Tell, unheard
from explainer.rendering.feed import last_day

_MADE = "x-made"
"""The class of who makes the site, at the end of each page: in a book it stands once."""


@dataclass(frozen=True)
class BookChapter:
    path: str
    """That of the page on the site, below the docs folder."""
    title: str
    heading: str
    """The id of its heading, or nothing."""
    body: PageElement
    below: tuple["BookChapter", ...] = ()

    def walk(self) -> "Iterator[BookChapter]":
        yield self
        for each in self.below:
            yield from each.walk()


@dataclass(frozen=True)
class Book:
    title: str
    description: str
    maker: str
    """Who makes the site, or nothing."""
    made: PageElement | None
    """The same as a sentence, with when it was checked and how to object."""
    day: str
    """That of the newest of what it holds: no clock is read."""
    name: str
    """A URN that is the same for each book of the same pages in the same language."""
    address: str | None
    """Where the site is published, as far as it says."""
    words: Catalogue
    chapters: tuple[BookChapter, ...]

    def walk(self) -> Iterator[BookChapter]:
        """All chapters, in the order in which they are read."""
        for each in self.chapters:
            yield from each.walk()


def book(
    linked: Linked, addresses: Addresses, shape: PageShape, article: str | None = None, tell: Tell = unheard
) -> Book:
    """The book of the site, or of one of its articles."""
    made = rendering.pages(linked)
    if article is None:
        places = contents.of_site(linked, made)
    else:
        places = contents.of_article(article, made, made[paths.article(article)]().markdown)
    pages = {path: _PageOfBook(made[path]().markdown, shape, linked.catalogue) for path in _told([*_all(places)], tell)}
    links = LinksInBook({path: page.body for path, page in pages.items()}, addresses)
    chapters = tuple(_chapter(place, pages, links) for place in places)
    first = pages[chapters[0].path]
    site = linked.seeds.site.value if linked.seeds.site else None
    about = pages[paths.article(article)] if article else first
    title = about.front("title") if article or not site else site.title
    address = addresses.of(paths.Address(paths.article(article) if article else paths.HOME))
    signed = first.made or next((page.made for page in pages.values() if page.made), None)
    return Book(
        title=unmarked(title),
        description=unmarked(about.front("description")),
        maker=unmarked(site.made_by or "") if site else "",
        made=links.followed(signed, chapters[0].path) if signed else None,
        day=last_day(linked),
        name=uuid.uuid5(uuid.NAMESPACE_URL, f"{address or title}#{article or ''}:{linked.catalogue.language}").urn,
        address=address,
        words=linked.catalogue,
        chapters=chapters,
    )


class _PageOfBook:
    """A page as it was printed, and its content as it is in the book."""

    def __init__(self, markdown: str, shape: PageShape, words: Catalogue) -> None:
        self._front, _, text = markdown.removeprefix("---\n").partition("\n---\n")
        try:
            converted = convert(text, _as_written)
            page, heading = converted.html, next((each for each in converted.headings if each.level == 1), None)
        except NotPrintedHereError:
            page, heading = by_hand.html_of(text), None
        body = parsed(page)
        kicker = body.find(lambda each: each.has("x-kicker"))  # what a page is, whose heading is that of the article
        if kicker and (heading is None or body.find(lambda each: each.has("x-mended"))):
            named = kicker.words()
        else:
            named = html.unescape(heading.name) if heading else self.front("title")
        self.title = " ".join(unmarked(named).split())
        foot = body.find(lambda each: each.has(_MADE))
        self.made = foot.find(lambda each: each.tag == "p") if foot else None
        self.body = shaped(body, shape)
        if shape.notes_together:
            self.body = with_notes_together(self.body, words.gettext("Notes in this text"))
        head = self.body.find(lambda each: each.tag == "h1")
        self.heading = head.id if head else ""

    def front(self, key: str) -> str:
        """A text of the page's front matter."""
        start = f"{key}: "
        line = next((line for line in self._front.split("\n") if line.startswith(start)), "")
        return html.unescape(str(json.loads(line.removeprefix(start)))) if line else ""


def _as_written(url: str) -> str:
    return url


def _chapter(place: PlaceInBook, pages: Mapping[str, _PageOfBook], links: LinksInBook) -> BookChapter:
    page = pages[place.path]
    below = tuple(_chapter(each, pages, links) for each in place.below)
    return BookChapter(place.path, page.title, page.heading, links.followed(page.body, place.path), below)


def _all(places: Iterable[PlaceInBook]) -> Iterator[str]:
    for place in places:
        yield place.path
        yield from _all(place.below)


def _told(paths_: list[str], tell: Tell) -> Iterator[str]:
    """Each path, told before its page is printed."""
    for done, path in enumerate(paths_):
        tell("printing pages", done, len(paths_))
        yield path
