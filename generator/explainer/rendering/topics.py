"""The page of a topic: its articles, and its questions with their short answers."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from explainer.model import paths
from explainer.model import seeds as shapes
from explainer.model.stages import Entry, Linked, Page
from explainer.rendering.article_cards import article_card, newest_first
from explainer.rendering.articles import SHEET
from explainer.rendering.front_matter import front_matter
from explainer.rendering.printer import Printer
from explainer.rendering.templates import render
from explainer.vocabulary import Status

_OPEN = {Status.UNVERIFIED, Status.DISPUTED, Status.CANNOT_BE_JUDGED}


@dataclass(frozen=True)
class TopicView:
    entry: Entry[shapes.Topic]
    articles: int
    questions: tuple[Entry[shapes.Question], ...]

    @property
    def open(self) -> int:
        """How many of its questions evidence has not answered."""
        return sum(question.value.status in _OPEN for question in self.questions)


def topic_pages(linked: Linked) -> Iterator[tuple[str, Callable[[], Page]]]:
    for entry in linked.seeds.topics.values():
        yield paths.topic(entry.id), partial(_page, linked, entry)


def topic_views(linked: Linked) -> list[TopicView]:
    return [_view(entry, linked) for entry in linked.seeds.topics.values()]


def _view(entry: Entry[shapes.Topic], linked: Linked) -> TopicView:
    questions = linked.seeds.questions
    return TopicView(
        entry,
        sum(id_ in linked.anchored.articles for id_ in entry.value.articles),
        tuple(questions[id_] for id_ in entry.value.questions if id_ in questions),
    )


def _page(linked: Linked, entry: Entry[shapes.Topic]) -> Page:
    path = paths.topic(entry.id)
    printer = Printer(linked, path)
    articles = linked.anchored.articles
    own = newest_first(articles[id_] for id_ in entry.value.articles if id_ in articles)
    body = render(
        "topic.md.j2",
        printer.words,
        p=printer,
        topic=_view(entry, linked),
        own=[article_card(each, linked) for each in own],
    )
    head = front_matter(entry.value.title, printer.plain(entry.value.text), extra=SHEET)
    return Page(path, head + body, entry.node.span.path)
