"""The pages that list articles by month, fifty a page: all of them, those of an outlet, those in a language."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from explainer.interface import Catalogue
from explainer.interface.dates_in_words import in_words
from explainer.interface.sorting import sorted_by_name
from explainer.model import paths
from explainer.model.stages import AnchoredArticle, Linked, Page
from explainer.rendering.article_cards import ArticleCard, article_card, newest_first
from explainer.rendering.front_matter import front_matter
from explainer.rendering.pair_links import pair_links
from explainer.rendering.phrases import capital
from explainer.rendering.printer import Printer
from explainer.rendering.templates import render
from explainer.text import dates
from explainer.text.slugs import slug

PAGE = 50
FILTERED = 12
"""From so many articles on there are lists of those of one outlet and in one language."""
SHEET = {"sheets": ["lists"]}


@dataclass(frozen=True)
class ArticleList:
    """All articles, or some of them."""

    path: str
    """Of its first page."""
    title: str
    group: str
    """What the others of its kind have in common: outlets, languages; "" for the list of all."""
    articles: tuple[AnchoredArticle, ...]

    def page(self, number: int) -> str:
        """The path of a page, from 1."""
        if number == 1:
            return self.path
        stem = "articles/by/all" if not self.group else self.path.removesuffix(".md")
        return f"{stem}-page-{number}.md"

    @property
    def pages(self) -> int:
        return max(1, -(-len(self.articles) // PAGE))


def article_lists(linked: Linked) -> Iterator[tuple[str, Callable[[], Page]]]:
    lists = _lists(linked)
    for each in lists:
        for number in range(1, each.pages + 1):
            yield each.page(number), partial(_page, linked, each, number, lists)


def _lists(linked: Linked) -> tuple[ArticleList, ...]:
    words = linked.catalogue
    every = tuple(newest_first(linked.anchored.articles.values()))
    lists = [ArticleList(paths.ARTICLES, words.gettext("Articles"), "", every)]
    if len(every) > FILTERED:
        outlet, language = words.pgettext("PartyType", "Outlet"), words.gettext("Language")
        lists += _grouped(words, every, "outlet", outlet, lambda each: each.seed.entry.value.publisher or "")
        lists += _grouped(words, every, "language", language, lambda each: _language(each, words))
    return tuple(lists)


def _language(article: AnchoredArticle, words: Catalogue) -> str:
    return capital(words.language_name(article.seed.entry.value.language))


def _grouped(
    words: Catalogue,
    every: tuple[AnchoredArticle, ...],
    word: str,
    group: str,
    name_of: Callable[[AnchoredArticle], str],
) -> Iterator[ArticleList]:
    """A list for each of several; where all articles have the same, there is nothing to choose."""
    names = sorted_by_name(words, sorted({name_of(each) for each in every} - {""}), str)
    taken: set[str] = set()
    for name in names if len(names) > 1 else ():
        id_ = slug(name) or "other"
        while id_ in taken:
            id_ += "-2"
        taken.add(id_)
        yield ArticleList(
            f"articles/by/{word}-{id_}.md", name, group, tuple(each for each in every if name_of(each) == name)
        )


def _page(linked: Linked, shown: ArticleList, number: int, lists: tuple[ArticleList, ...]) -> Page:
    path = shown.page(number)
    printer = Printer(linked, path)
    cards = [article_card(each, linked) for each in shown.articles[(number - 1) * PAGE : number * PAGE]]
    body = render(
        "articles.md.j2",
        printer.words,
        p=printer,
        shown=shown,
        number=number,
        months=[(title, list(own)) for title, own in groupby(cards, lambda card: _month(card, printer.words))],
        groups=[(name, list(own)) for name, own in groupby(lists[1:], lambda each: each.group)],
        pairs=pair_links(linked) if not shown.group and number == 1 else [],
        topics=list(linked.seeds.topics.values()),
    )
    words = printer.words
    title = words.gettext("Articles: %(which)s", which=shown.title) if shown.group else shown.title
    description = words.gettext("The articles, printed letter for letter, with notes.")
    return Page(path, front_matter(title, description, extra=SHEET) + body, None)


def _month(card: ArticleCard, words: Catalogue) -> str:
    """As precisely as the date of publication says."""
    published = card.value.published
    if not published:
        return words.gettext("Without a date")
    date = dates.parse(published)
    start = date.start if isinstance(date, dates.Period) else date
    return in_words(words, f"{start.year:04}" + (f"-{start.month:02}" if start.month else ""))
