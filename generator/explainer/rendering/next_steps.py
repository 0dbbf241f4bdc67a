"""What a reader is offered after the last sentence of an article: its questions with their answers, and other pages."""

from collections import Counter
from dataclasses import dataclass

from explainer.model import paths
from explainer.model.coverage import is_covered
from explainer.model.stages import AnchoredArticle
from explainer.rendering.pair_links import pairs_with
from explainer.rendering.printer import Printer
from explainer.vocabulary import Status

QUESTIONS = 4
"""At most so many; one page lists all."""


@dataclass(frozen=True)
class NextQuestion:
    id: str
    title: str
    answer: str
    """In plain words: its sources stand on the question's page."""
    status: Status


@dataclass(frozen=True)
class NextSteps:
    questions: tuple[NextQuestion, ...]
    pages: tuple[tuple[str, str], ...]
    """Their paths, with what links to them say."""


def next_steps(article: AnchoredArticle, printer: Printer) -> NextSteps:
    return NextSteps(tuple(_questions(article, printer)), (*pairs_with(article.id, printer.linked), *_pages(printer)))


def questions_by_weight(article: AnchoredArticle) -> Counter[str]:
    """The questions that its notes name, with how many do."""
    named = (getattr(anchor.annotation.value, "question", None) for anchor in article.anchors)
    return Counter(id_ for id_ in named if id_)


def _questions(article: AnchoredArticle, printer: Printer) -> list[NextQuestion]:
    """Those that most notes name; of several that as many name, the first in the order of the site."""
    counts = questions_by_weight(article)
    known = [entry for id_, entry in printer.linked.seeds.questions.items() if counts[id_]]
    first = sorted(known, key=lambda entry: -counts[entry.id])[:QUESTIONS]
    return [
        NextQuestion(entry.id, entry.value.title, printer.plain(entry.value.summary), entry.value.status)
        for entry in first
    ]


def _pages(printer: Printer) -> list[tuple[str, str]]:
    seeds, words = printer.linked.seeds, printer.words
    count = len(seeds.questions)
    all_of_them = words.ngettext("All %(count)s question", "All %(count)s questions", count)
    pages = [(paths.QUESTIONS, all_of_them)] if count > QUESTIONS else []
    if seeds.events:
        pages.append((paths.TIMELINE, words.gettext("Day by day")))
    unknown = [entry.value.unknown for entry in seeds.questions.values()]
    if any([*unknown, *(entry.value.unknown for entry in seeds.context.values())]):
        pages.append((paths.OPEN, words.gettext("What is not known")))
    if is_covered(printer.linked):
        pages.append((paths.COVERAGE, words.gettext("Report by report")))
    if len(seeds.articles) > 1:
        pages.append((paths.ARTICLES, words.gettext("All articles")))
    return [*pages, (paths.HOW_TO_READ, words.gettext("How to read this"))]
