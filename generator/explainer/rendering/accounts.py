"""What each side says on a question, in a line: as the author wrote it, or made of the side's newest position."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from explainer.model import seeds as shapes
from explainer.rendering.directed import spoken
from explainer.rendering.escape import escape, filled
from explainer.rendering.numbers import InLine, Part, sources
from explainer.rendering.printer import Printer
from explainer.text import dates
from explainer.vocabulary import Stance


@dataclass(frozen=True)
class AccountView:
    """A row of the table. A side of which nothing is recorded has neither a stance nor words."""

    id: str
    side: shapes.Side
    stance: Stance | None
    text: Markup
    date: str | None
    changed: str | None


def account(
    question: shapes.Question, id: str, side: shapes.Side, own: Sequence[shapes.Position], printer: Printer
) -> AccountView:
    """The row of the side `id`, whose positions are `own`."""
    newest = max(own, key=_age, default=None)
    written = _written(question, id)
    if written:
        date = written.date or (newest.date if newest else None)
        return AccountView(id, side, written.position, printer.line(written.text), date, written.changed)
    if newest is None:
        return AccountView(id, side, None, Markup(""), None, None)
    return AccountView(id, side, newest.position, _words(newest, printer), newest.date, None)


def parts_of_account(question: shapes.Question, id: str, own: Sequence[shapes.Position]) -> Iterator[Part]:
    """What the row shows, in this order."""
    newest = max(own, key=_age, default=None)
    written = _written(question, id)
    if written:
        yield InLine(written.text)
    elif newest:
        yield from sources(item.source for item in newest.evidence[:1])
        yield InLine(newest.note if newest.says is None else None)


def _written(question: shapes.Question, id: str) -> shapes.Account | None:
    return next((written for written in question.accounts if written.side == id), None)


def _age(position: shapes.Position) -> tuple[bool, tuple[int, ...]]:
    """What somebody says comes before that another party of the side says nothing, and later words before earlier."""
    date = position.date
    return position.position is not Stance.NOT_REPORTED, dates.sort_key(date) if date else ()


def _words(position: shapes.Position, printer: Printer) -> Markup:
    cited = printer.citation([item.source for item in position.evidence[:1]]) if position.evidence else Markup("")
    if position.says is None:
        return filled("{} {}", printer.line(position.note), cited)
    said = filled("<q{}>{}</q>", spoken(position.language), escape(" ".join(position.says.split())))
    return filled("{}{} {}", said, printer.ours(position.says), cited)
