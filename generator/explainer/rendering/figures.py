"""The figures of a question as one table: who counted, for which days, how many; by aspect and day."""

from collections.abc import Iterator
from dataclasses import dataclass

from explainer.interface import Catalogue
from explainer.model import seeds as shapes
from explainer.text import dates

_RARE = 5
"""A column in which stands less than one figure in so many is none of its own: its counts stand under “Other”."""
_FEW = 4
"""So many columns have room in any case."""


@dataclass(frozen=True)
class FigureRow:
    figure: shapes.Figure
    counts: tuple[str, ...]
    """By column; nothing where the party gave no such number."""
    other: tuple[tuple[str, str], ...]
    """What is counted, and the count."""


@dataclass(frozen=True)
class FigureGroup:
    """The rows on one aspect, under its title; those on none have no title."""

    title: str
    rows: tuple[FigureRow, ...]


@dataclass(frozen=True)
class FigureTable:
    columns: tuple[str, ...]
    has_other: bool
    groups: tuple[FigureGroup, ...]


def figure_table(question: shapes.Question, words: Catalogue) -> FigureTable | None:
    given = {column.id: sum(column.id in each.counts for each in question.figures) for column in question.columns}
    used = [column for column in question.columns if given[column.id]]
    wide = [column for column in used if len(used) <= _FEW or given[column.id] * _RARE >= len(question.figures)]
    if not used:
        return None
    rare = [column for column in used if column not in wide]
    groups = tuple(
        _groups(question, words, [column.id for column in wide], {column.id: column.title for column in rare})
    )
    return FigureTable(tuple(column.title for column in wide), bool(rare), groups)


def _groups(
    question: shapes.Question, words: Catalogue, wide: list[str], rare: dict[str, str]
) -> Iterator[FigureGroup]:
    rows = [
        FigureRow(
            figure,
            tuple(figure.counts.get(id, "") for id in wide),
            tuple((title, figure.counts[id]) for id, title in rare.items() if id in figure.counts),
        )
        for figure in sorted(question.figures, key=lambda figure: dates.sort_key(figure.date))
    ]
    known = {aspect.id: aspect.title for aspect in question.aspects}
    for id, title in known.items():
        if own := tuple(row for row in rows if row.figure.aspect == id):
            yield FigureGroup(title, own)
    if own := tuple(row for row in rows if row.figure.aspect not in known):
        yield FigureGroup(words.gettext("Other counts") if known else "", own)
