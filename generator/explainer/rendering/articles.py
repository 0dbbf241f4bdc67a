"""The pages that list articles by month: all of them, those of an outlet, those in a language.

Pages are counted from the oldest, so a new article moves none to another page; the first has what is newest.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from explainer.interface import Catalogue
from explainer.interface.dates_in_words import in_words
from explainer.interface.sorting import sorted_by_name
from explainer.model import paths
from explainer.model.coverage import is_covered
from explainer.model.seeds import Article
from explainer.model.stages import AnchoredArticle, Linked, Page
from explainer.rendering.article_cards import article_card, newest_first
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
        """The path of a page of earlier ones, from 1, the oldest; 0 is the first that readers see."""
        if number == 0:
            return self.path
        stem = "articles/by/all" if not self.group else self.path.removesuffix(".md")
        return f"{stem}-page-{number}.md"

    @property
    def pages(self) -> int:
        """Of earlier ones: what is newest stands apart, and is at least as many as on each of them."""
        return max(0, len(self.articles) // PAGE - 1)

    @property
    def numbers(self) -> tuple[int, ...]:
        """In the order in which they are read."""
        return (0, *range(self.pages, 0, -1))

    def on(self, number: int) -> tuple[AnchoredArticle, ...]:
        count = len(self.articles)
        if number == 0:
            return self.articles[: count - self.pages * PAGE]
        return self.articles[count - number * PAGE : count - (number - 1) * PAGE]


@dataclass(frozen=True)
class MonthLink:
    """A month whose articles begin on a page of earlier ones."""

    id: str
    title: str
    path: str


def article_lists(linked: Linked) -> Iterator[tuple[str, Callable[[], Page]]]:
    lists = _lists(linked)
    for each in lists:
        for number in each.numbers:
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
    cards = [article_card(each, linked) for each in shown.on(number)]
    body = render(
        "articles.md.j2",
        printer.words,
        p=printer,
        shown=shown,
        number=number,
        months=[(*month, list(own)) for month, own in groupby(cards, lambda card: _month(card.value, printer.words))],
        earlier=_earlier(shown, printer.words) if number == 0 else (),
        groups=[(name, list(own)) for name, own in groupby(lists[1:], lambda each: each.group)],
        pairs=pair_links(linked) if not shown.group and number == 0 else [],
        topics=list(linked.seeds.topics.values()),
        reports=linked.seeds.reports and is_covered(linked) and not shown.group and number == 0,
    )
    words = printer.words
    title = words.gettext("Articles: %(which)s", which=shown.title) if shown.group else shown.title
    description = words.gettext("The articles, printed letter for letter, with notes.")
    return Page(path, front_matter(title, description, extra=SHEET) + body, None)


def _earlier(shown: ArticleList, words: Catalogue) -> tuple[MonthLink, ...]:
    """The months that do not stand on the first page, under the ids that they have on theirs."""
    here = {_month(each.seed.entry.value, words) for each in shown.on(0)}
    found: dict[str, MonthLink] = {}
    for number in shown.numbers[1:]:
        for id_, title in dict.fromkeys(_month(each.seed.entry.value, words) for each in shown.on(number)):
            if (id_, title) not in here:
                found.setdefault(id_, MonthLink(id_, title, shown.page(number)))
    return tuple(found.values())


def _month(article: Article, words: Catalogue) -> tuple[str, str]:
    """Its id and its name, as precise as the date of publication."""
    if not article.published:
        return "m-undated", words.gettext("Without a date")
    date = dates.parse(article.published)
    start = date.start if isinstance(date, dates.Period) else date
    month = f"{start.year:04}" + (f"-{start.month:02}" if start.month else "")
    return f"m-{month}", in_words(words, month)
