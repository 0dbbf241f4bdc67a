"""The pages of the questions: what each side says, equal in form, then what evidence shows."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from explainer.interface import Catalogue
from explainer.model import paths
from explainer.model import seeds as shapes
from explainer.model.record_types import RecordType, Ref
from explainer.model.schema_org import position_fragment
from explainer.model.stages import Entry, Linked, Page, Seeds
from explainer.rendering import evidence
from explainer.rendering.accounts import AccountView, account, parts_of_account
from explainer.rendering.cards import card_of
from explainer.rendering.directed import isolated
from explainer.rendering.figures import figure_table
from explainer.rendering.front_matter import front_matter
from explainer.rendering.linked_data import question_data
from explainer.rendering.maker import is_stale
from explainer.rendering.maps import inset_figure
from explainer.rendering.numbers import InLine, Numbers, Part, numbers_of, of_evidence, sources
from explainer.rendering.phrases import inside
from explainer.rendering.printer import Printer
from explainer.rendering.reported import reported
from explainer.rendering.templates import render
from explainer.vocabulary import Stance

INDEX = paths.QUESTIONS
AT_ONCE = 6
"""Questions with their answers that a reader can look through without a list of them first: two screens of a phone."""


@dataclass(frozen=True)
class PositionView:
    """One position; `index` is its place in the record, of which its address is made."""

    index: int
    value: shapes.Position

    @property
    def fragment(self) -> str:
        return position_fragment(self.index)

    @property
    def sources(self) -> tuple[str, ...]:
        return tuple(item.source for item in self.value.evidence)

    def proofs(self, seeds: Seeds) -> list[shapes.Evidence]:
        """The evidence that has more to show than its source, and than the words of the position."""
        return [
            item
            for item in self.value.evidence
            if item.source in seeds.sources and ((item.excerpt and item.excerpt != self.value.says) or item.note)
        ]

    def parts(self, seeds: Seeds) -> Iterator[Part]:
        """What the page shows of it, in this order."""
        yield self.value.note
        yield from of_evidence(self.proofs(seeds))
        yield from sources(self.sources)


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


def question_pages(linked: Linked, counted: Linked) -> Iterator[tuple[str, Callable[[], Page]]]:
    questions = list(linked.seeds.questions.values())
    if questions:
        yield INDEX, partial(_index, linked, questions)
    for number, entry in enumerate(questions, 1):
        numbers = partial(_numbers, counted, counted.seeds.questions[entry.id])
        yield paths.question(entry.id), partial(_page, linked, entry, (number, len(questions)), numbers)


def _index(linked: Linked, questions: list[Entry[shapes.Question]]) -> Page:
    printer = Printer(linked, INDEX)
    views = [(entry, tuple(_stances(entry.value, printer))) for entry in questions]
    stale = [entry.id for entry in questions if is_stale(entry.value.as_of, linked)]
    body = render("questions.md.j2", printer.words, p=printer, questions=views, stale=stale, at_once=AT_ONCE)
    words = printer.words
    description = words.gettext("What the parties differ on, who says what, and what evidence shows.")
    return Page(INDEX, front_matter(words.gettext("Questions"), description) + body, None)


def _stances(question: shapes.Question, printer: Printer) -> Iterator[tuple[shapes.Side, str]]:
    """The sides that take part, with what each does, once, in words: in its account, or else in its positions."""
    taken: dict[str, set[Stance]] = {}
    for position in question.positions:
        if party := printer.party(position.party):
            taken.setdefault(party.side, set()).add(position.position)
    taken |= {account.side: {account.position} for account in question.accounts if account.side in taken}
    for id_, side in printer.linked.seeds.sides.items():
        if id_ in taken:
            does = (inside(printer.words, stance) for stance in Stance if stance in taken[id_])
            yield side.value, printer.words.pgettext("between items", ", ").join(does)


def _insets(question: shapes.Question, printer: Printer) -> dict[shapes.PlacedPictures, Markup]:
    """A map of each place where pictures were taken, once."""
    placed = (
        item.placed for item in question.evidence if item.placed and item.placed.place in printer.linked.seeds.places
    )
    first = {each.place: each for each in reversed([*placed])}
    return {each: inset_figure(printer, each) for each in first.values()}


def _page(
    linked: Linked, entry: Entry[shapes.Question], place: tuple[int, int], numbers: Callable[[], Numbers]
) -> Page:
    path = paths.question(entry.id)
    printer = Printer(linked, path, numbers())
    value = entry.value
    corrections = printer.corrections({str(entry.ref)})
    body = render(
        "question.md.j2",
        printer.words,
        p=printer,
        question=entry,
        number=place[0],
        count=place[1],
        sides=_sides(entry, printer),
        groups=evidence.groups(value.evidence, linked.seeds),
        insets=_insets(value, printer),
        repeated=_repeated(value, linked.seeds),
        figures=figure_table(value, printer.words),
        reported=reported(entry, linked),
        stale=is_stale(value.as_of, linked),
        corrections=corrections,
    )
    head = front_matter(
        value.title, printer.plain(value.summary), card=card_of(path, value.title, printer.plain(value.summary))
    )
    data = question_data(entry, corrections, printer)
    return Page(path, f"{head}{body}\n{data}\n", entry.node.span.path)


def _numbers(linked: Linked, entry: Entry[shapes.Question]) -> Numbers:
    return numbers_of(_parts(entry.value, linked), {str(entry.ref)}, linked)


def _parts(question: shapes.Question, linked: Linked) -> Iterator[Part]:
    """What the page shows, in this order, but for the table of accounts, which is numbered before all else."""
    seeds = linked.seeds
    columns = _columns(question, seeds)
    for id, _, own in columns:
        yield from parts_of_account(question, id, [view.value for view in own])
    yield question.summary
    figures = figure_table(question, linked.catalogue)
    for group in figures.groups if figures else ():
        yield from (part for row in group.rows for part in sources(row.figure.sources))
    yield question.assessment
    for _, _, own in columns:
        yield from (
            part
            for cell in _cells(question, own, linked.catalogue)
            for view in cell.positions
            for part in view.parts(seeds)
        )
    for relation in evidence.groups(question.evidence, seeds):
        yield from of_evidence(relation.items)
    for _, repeating in _repeated(question, seeds):
        yield from sources(repeating)
    yield from map(InLine, question.unknown)


def _repeated(question: shapes.Question, seeds: Seeds) -> tuple[tuple[str, tuple[str, ...]], ...]:
    items = [*question.evidence, *(item for position in question.positions for item in position.evidence)]
    return evidence.repeated(items, seeds)


def _columns(question: shapes.Question, seeds: Seeds) -> list[tuple[str, shapes.Side, list[PositionView]]]:
    """Each side that takes part, with its positions; the others only where they speak."""
    positions = [PositionView(index, position) for index, position in enumerate(question.positions)]
    columns = []
    for id, side in seeds.sides.items():
        own = [
            view
            for view in positions
            if view.value.party in seeds.parties and seeds.parties[view.value.party].value.side == id
        ]
        if own or side.value.takes_part:
            columns.append((id, side.value, own))
    return columns


def _sides(entry: Entry[shapes.Question], printer: Printer) -> list[SideView]:
    return [
        SideView(
            side,
            id,
            account(entry.value, id, side, [view.value for view in own], printer),
            _cells(entry.value, own, printer.words),
            tuple(_passages(entry.id, id, printer)),
        )
        for id, side, own in _columns(entry.value, printer.linked.seeds)
    ]


def _cells(question: shapes.Question, own: list[PositionView], words: Catalogue) -> tuple[CellView, ...]:
    """By aspect; last what bears on none. On what a side says nothing, it has no cell."""
    known = {aspect.id for aspect in question.aspects}
    cells = [
        CellView(aspect.title, tuple(view for view in own if view.value.aspect == aspect.id))
        for aspect in question.aspects
    ]
    others = tuple(view for view in own if view.value.aspect not in known)
    cells.append(CellView(words.gettext("Other statements") if question.aspects else "", others))
    return tuple(cell for cell in cells if cell.positions)


def _passages(question: str, side: str, printer: Printer) -> Iterator[Markup]:
    articles = printer.linked.anchored.articles
    for article in articles.values():
        for anchor in article.anchors:
            match anchor.annotation.value:
                case shapes.ClaimAnnotation(question=claimed, party=party) if claimed == question:
                    speaker = printer.party(party)
                    ref = anchor.annotation.ref
                    if speaker and speaker.side == side and ref:
                        link = printer.to(RecordType.ANNOTATION, ref.id, printer.label(Ref(ref.type, ref.id)))
                        yield (
                            link
                            if len(articles) == 1
                            else printer.phrases.gettext(
                                "%(passage)s (%(article)s)",
                                passage=link,
                                article=isolated(article.seed.entry.value.title, printer.direction),
                            )
                        )
