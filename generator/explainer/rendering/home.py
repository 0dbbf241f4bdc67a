"""The home page: what happened, who says what, what is known, where, when, and how to read on."""

from dataclasses import dataclass

from explainer.model import paths
from explainer.model import seeds as shapes
from explainer.model.coverage import is_covered
from explainer.model.fields import OurText
from explainer.model.stages import Entry, Linked, Page
from explainer.rendering.articles import SHEET
from explainer.rendering.cards import card_of
from explainer.rendering.feed import feed_of
from explainer.rendering.front import front_of
from explainer.rendering.front_matter import front_matter
from explainer.rendering.maker import is_stale
from explainer.rendering.maps import map_figure
from explainer.rendering.notes import kinds_of
from explainer.rendering.printer import Printer
from explainer.rendering.templates import render

PATH = paths.HOME


@dataclass(frozen=True)
class SaysView:
    """What one side says: our summary, and words of its own."""

    text: OurText
    side: shapes.Side
    position: shapes.Position | None
    question: str


@dataclass(frozen=True)
class FindingView:
    text: OurText
    question: Entry[shapes.Question]
    stale: bool


def home_page(linked: Linked, site: Entry[shapes.Site]) -> Page:
    printer = Printer(linked, PATH)
    questions, sides = linked.seeds.questions, linked.seeds.sides
    article = linked.anchored.articles.get(site.value.article)
    front = front_of(linked)
    body = render(
        "home.md.j2",
        printer.words,
        p=printer,
        front=front,
        feed=feed_of(linked).get("feed", ""),
        site=site,
        article=linked.seeds.articles.get(site.value.article),
        kinds=kinds_of(article) if article and site.value.article_note else [],
        count=len(questions),
        is_covered=is_covered(linked),
        says=[
            SaysView(said.text, sides[said.side].value, _words(questions.get(said.question), said.party), said.question)
            for said in site.value.says
            if said.side in sides
        ],
        known=[
            FindingView(
                finding.text, questions[finding.question], is_stale(questions[finding.question].value.as_of, linked)
            )
            for finding in site.value.known
            if finding.question in questions
        ],
        map=map_figure(printer, css="x-where"),
        events=[linked.seeds.events[id] for id in site.value.events if id in linked.seeds.events],
    )
    head = front_matter(
        site.value.title,
        site.value.description,
        card=card_of(PATH, site.value.title),
        extra={**feed_of(linked), **(SHEET if front else {})},
    )
    return Page(PATH, head + body, site.node.span.path)


def _words(question: Entry[shapes.Question] | None, party: str) -> shapes.Position | None:
    """The first position of the party on the question that quotes it."""
    if question is None:
        return None
    return next((position for position in question.value.positions if position.party == party and position.says), None)
