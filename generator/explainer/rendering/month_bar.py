"""The bar over the timeline: a link for each month, and for each part of the month of the story."""

from collections.abc import Sequence
from dataclasses import dataclass

from explainer.interface import Catalogue
from explainer.interface.dates_in_words import month_name
from explainer.rendering.chronology import TimeSpan
from explainer.text.dates import Moment


@dataclass(frozen=True)
class Jump:
    """A link to the first part of a month, or to a part of the month of the story."""

    id: str
    words: str
    year: str
    """Where the year begins."""
    is_day: bool


def month_bar(found: Sequence[TimeSpan], story: Moment, catalogue: Catalogue) -> tuple[Jump, ...]:
    jumps: list[Jump] = []
    year = month = None
    for span in found:
        begin = span.begin
        is_new = (begin.year, begin.month) != (year, month)
        if is_new:
            words = month_name(catalogue, begin.month) if begin.month else str(begin.year)
            jumps.append(Jump(span.id, words, str(begin.year) if begin.year != year else "", is_day=False))
        year, month = begin.year, begin.month
        if (year, month) == (story.year, story.month) and begin.day:
            jumps.append(Jump(span.id, str(begin.day), "", is_day=True))
    return tuple(jumps)
