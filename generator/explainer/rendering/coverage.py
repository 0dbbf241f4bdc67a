"""The pages that lay the texts about the event side by side: questions down, texts across, in the order of their dates.

Texts are compared with those of the same days, a table for each few of them: who writes later knows more.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import groupby

from explainer.interface import Catalogue
from explainer.interface.dates_in_words import words_of
from explainer.model import paths
from explainer.model import seeds as shapes
from explainer.model.coverage import PAGE, Cell, CoveredText, Saying, is_covered, page_count, texts_of
from explainer.model.stages import Entry, Linked, Page
from explainer.rendering.front_matter import front_matter
from explainer.rendering.given_words import given_words
from explainer.rendering.pair_links import pair_links
from explainer.rendering.printer import Printer
from explainer.rendering.templates import render
from explainer.text import dates

COLUMNS = 6
"""So many texts stand side by side on a wide screen, and on paper."""
SHEET = {"sheets": ["coverage"]}


@dataclass(frozen=True)
class CoverageCell:
    kind: Cell
    sayings: tuple[Saying, ...]


@dataclass(frozen=True)
class RowView:
    question: Entry[shapes.Question]
    cells: tuple[CoverageCell, ...]


@dataclass(frozen=True)
class TableView:
    id: str
    title: str
    """Their first and last day."""
    texts: tuple[CoveredText, ...]
    rows: tuple[RowView, ...]
    """The questions on which one of them says something, or is silent."""


def coverage_pages(linked: Linked) -> Iterator[tuple[str, Callable[[], Page]]]:
    if is_covered(linked):
        for number in range(1, page_count(linked) + 1):
            yield paths.coverage(number), partial(_page, linked, number)


def _page(linked: Linked, number: int) -> Page:
    path = paths.coverage(number)
    printer = Printer(linked, path)
    texts = texts_of(linked)
    shown = texts[(number - 1) * PAGE : number * PAGE]
    printed = [linked.anchored.articles[text.id] for text in shown if text.is_printed]
    words = printer.words
    body = render(
        "coverage.md.j2",
        words,
        p=printer,
        count=len(texts),
        tables=[_table(each, index, printer) for index, each in enumerate(_split(shown), 1)],
        words=[(article.id, given_words(article, linked)) for article in printed],
        pairs=pair_links(linked),
        number=number,
        pages=page_count(linked),
    )
    description = words.gettext(
        "What each report of the event says on each question, in its own words, and whom it names for them."
    )
    return Page(path, front_matter(words.gettext("Report by report"), description, extra=SHEET) + body, None)


def _split(texts: Sequence[CoveredText]) -> Iterator[tuple[CoveredText, ...]]:
    """A table for the texts of a day, or more; days of few texts share one."""
    waiting: tuple[CoveredText, ...] = ()
    for _, group in groupby(texts, key=lambda text: (text.stands_by or "")[:10]):
        own = tuple(group)
        count = -(-len(own) // COLUMNS)
        size = -(-len(own) // count)
        for start in range(0, len(own), size):
            part = own[start : start + size]
            if waiting and (count > 1 or len(waiting) + len(part) > COLUMNS):
                yield waiting
                waiting = ()
            waiting += part
    yield waiting


def _table(texts: tuple[CoveredText, ...], number: int, printer: Printer) -> TableView:
    rows = []
    for id_, question in printer.linked.seeds.questions.items():
        cells = tuple(CoverageCell(text.cell(id_), text.on(id_)) for text in texts)
        if any(cell.kind is not Cell.UNSEEN for cell in cells):
            rows.append(RowView(question, cells))
    return TableView(f"texts-{number}", _days(texts, printer.words), texts, tuple(rows))


def _days(texts: tuple[CoveredText, ...], words: Catalogue) -> str:
    """The first and the last; of several, those without a date come last."""
    days = [dates.parse(text.date) for text in texts if text.date]
    moments = [each.start if isinstance(each, dates.Period) else each for each in days]
    if not moments:
        return words.gettext("Without a date")
    first, last = (replace(each, hour=None, minute=None, zone=None) for each in (moments[0], moments[-1]))
    shown = words_of(words, first if first == last else dates.Period(first, last))
    return shown if len(days) == len(texts) else words.gettext("%(days)s, and without a date", days=shown)
