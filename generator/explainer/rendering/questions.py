"""The pages of the questions: what each side says, equal in form, then what evidence shows."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from explainer.model import paths
from explainer.model import seeds as shapes
from explainer.model.record_types import RecordType, Ref
from explainer.model.stages import Entry, Linked, Page
from explainer.rendering import evidence
from explainer.rendering.accounts import AccountView, account
from explainer.rendering.cards import card_of
from explainer.rendering.figures import figure_table
from explainer.rendering.front_matter import front_matter
from explainer.rendering.linked_data import position_fragment, question_data
from explainer.rendering.printer import Printer
from explainer.rendering.templates import render
from explainer.vocabulary import Stance, Status

INDEX = paths.QUESTIONS


@dataclass(frozen=True)
class PositionView:
    """One position; `index` is its place in the record, of which its address is made."""

    index: int
    value: shapes.Position
    sources: tuple[str, ...]

    @property
    def fragment(self) -> str:
        return position_fragment(self.index)


@dataclass(frozen=True)
class CellView:
    """What one side says on one aspect."""

    title: str
    positions: tuple[PositionView, ...]


@dataclass(frozen=True)
class SideView:
    """What one side says: in a line of the table, and statement by statement, aspect by aspect."""

    side: shapes.Side
    id: str
    account: AccountView
    cells: tuple[CellView, ...]
    passages: tuple[Markup, ...]
    """Links to the passages of articles that report this side's claim."""


def question_pages(linked: Linked) -> Iterator[tuple[str, Callable[[], Page]]]:
    questions = list(linked.seeds.questions.values())
    if questions:
        yield INDEX, partial(_index, linked, questions)
    for number, entry in enumerate(questions, 1):
        yield paths.question(entry.id), partial(_page, linked, entry, number, len(questions))


def _index(linked: Linked, questions: list[Entry[shapes.Question]]) -> Page:
    printer = Printer(linked, INDEX, numbered=False)
    views = [(entry, tuple(_stances(entry.value, printer))) for entry in questions]
    body = render("questions.md.j2", p=printer, questions=views, statuses=tuple(Status))
    description = "What the parties differ on, who says what, and what evidence shows."
    return Page(INDEX, front_matter("Questions", description) + body, None)


def _stances(question: shapes.Question, printer: Printer) -> Iterator[tuple[shapes.Side, str]]:
    """The sides that take part, with what each does, once, in words."""
    taken: dict[str, set[Stance]] = {}
    for position in question.positions:
        if party := printer.party(position.party):
            taken.setdefault(party.side, set()).add(position.position)
    for id_, side in printer.linked.seeds.sides.items():
        if id_ in taken:
            yield side.value, ", ".join(stance.label.lower() for stance in Stance if stance in taken[id_])


def _page(linked: Linked, entry: Entry[shapes.Question], number: int, count: int) -> Page:
    path = paths.question(entry.id)
    printer = Printer(linked, path)
    value = entry.value
    corrections = printer.corrections({str(entry.ref)})
    body = render(
        "question.md.j2",
        p=printer,
        question=entry,
        number=number,
        count=count,
        sides=_sides(entry, printer),
        groups=evidence.groups(value.evidence, printer),
        repeated=evidence.repeated(
            [*value.evidence, *(item for position in value.positions for item in position.evidence)], printer
        ),
        figures=figure_table(value),
        corrections=corrections,
    )
    head = front_matter(value.title, printer.plain(value.summary), card=card_of(path))
    data = question_data(entry, corrections, printer)
    return Page(path, f"{head}{body}\n{data}\n", entry.node.span.path)


def _sides(entry: Entry[shapes.Question], printer: Printer) -> list[SideView]:
    """Each side that takes part; the others only where they speak."""
    positions = [
        PositionView(index, position, (*(item.source for item in position.evidence),))
        for index, position in enumerate(entry.value.positions)
    ]
    sides = []
    for id, side in printer.linked.seeds.sides.items():
        own = [view for view in positions if (party := printer.party(view.value.party)) and party.side == id]
        if own or side.value.takes_part:
            line = account(entry, id, side.value, [view.value for view in own], printer)
            passages = tuple(_passages(entry.id, id, printer))
            sides.append(SideView(side.value, id, line, _cells(entry.value, own), passages))
    return sides


def _cells(question: shapes.Question, own: list[PositionView]) -> tuple[CellView, ...]:
    """By aspect; last what bears on none. On what a side says nothing, it has no cell."""
    known = {aspect.id for aspect in question.aspects}
    cells = [
        CellView(aspect.title, tuple(view for view in own if view.value.aspect == aspect.id))
        for aspect in question.aspects
    ]
    others = tuple(view for view in own if view.value.aspect not in known)
    cells.append(CellView("Other statements" if question.aspects else "", others))
    return tuple(cell for cell in cells if cell.positions)


def _passages(question: str, side: str, printer: Printer) -> Iterator[Markup]:
    for article in printer.linked.anchored.articles.values():
        for anchor in article.anchors:
            match anchor.annotation.value:
                case shapes.ClaimAnnotation(question=claimed, party=party) if claimed == question:
                    speaker = printer.party(party)
                    ref = anchor.annotation.ref
                    if speaker and speaker.side == side and ref:
                        yield printer.to(RecordType.ANNOTATION, ref.id, printer.label(Ref(ref.type, ref.id)))
