"""The page of a report that is only quoted, at the address that it keeps when it is printed as an article."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from explainer.model import paths
from explainer.model import seeds as shapes
from explainer.model.coverage import Cell, Saying, text_of_report
from explainer.model.stages import Entry, Linked, Page
from explainer.rendering.coverage import SHEET
from explainer.rendering.front_matter import front_matter
from explainer.rendering.neighbours import neighbours_of
from explainer.rendering.printer import Printer
from explainer.rendering.templates import render


@dataclass(frozen=True)
class QuestionView:
    question: Entry[shapes.Question]
    sayings: tuple[Saying, ...]


def report_pages(linked: Linked) -> Iterator[tuple[str, Callable[[], Page]]]:
    for id_, entry in linked.seeds.reports.items():
        if id_ not in linked.anchored.articles:
            yield paths.article(id_), partial(_page, linked, entry)


def _page(linked: Linked, entry: Entry[shapes.Report]) -> Page:
    path = paths.article(entry.id)
    printer = Printer(linked, path)
    text = text_of_report(entry, linked)
    questions = linked.seeds.questions
    body = render(
        "report.md.j2",
        printer.words,
        p=printer,
        report=entry,
        text=text,
        questions=[QuestionView(each, text.on(id_)) for id_, each in questions.items() if text.on(id_)],
        silent=[id_ for id_ in questions if text.cell(id_) is Cell.SILENT],
        unseen=[id_ for id_ in questions if text.cell(id_) is Cell.UNSEEN],
        near=neighbours_of(entry.id, linked),
        corrections=printer.corrections({str(entry.ref)}),
    )
    description = printer.words.gettext(
        "%(report)s: what it says on the questions of this site, in its own words.", report=entry.value.title
    )
    return Page(path, front_matter(entry.value.title, description, extra=SHEET) + body, entry.node.span.path)
