"""The part of a question's page that says what each text about the event says on it, and the figures that they give."""

from dataclasses import dataclass

from explainer.model import seeds as shapes
from explainer.model.coverage import Cell, CoveredText, Saying, is_covered, texts_of
from explainer.model.stages import Entry, Linked

MOST = 24
"""So many texts stand on the page of a question; the others stand in the table of all."""


@dataclass(frozen=True)
class FiguresRow:
    text: CoveredText
    saying: Saying
    counts: tuple[str, ...]
    """By column; nothing where the text gives no such number."""


@dataclass(frozen=True)
class Reported:
    texts: tuple[tuple[CoveredText, tuple[Saying, ...]], ...]
    """Those that say something on the question, with what."""
    more: int
    """How many do that are not shown."""
    silent: tuple[CoveredText, ...]
    unseen: int
    """How many nobody looked at for it."""
    columns: tuple[str, ...]
    """What the figures count."""
    figures: tuple[FiguresRow, ...]


def reported(question: Entry[shapes.Question], linked: Linked) -> Reported | None:
    """None where no text is known to say something on it, or to be silent."""
    if not is_covered(linked):
        return None
    texts = texts_of(linked)
    speaking = [(text, text.on(question.id)) for text in texts if text.cell(question.id) is Cell.WORDS]
    silent = tuple(text for text in texts if text.cell(question.id) is Cell.SILENT)
    if not speaking and not silent:
        return None
    counting = [(text, saying) for text, own in speaking for saying in own if saying.passage and saying.passage.counts]
    used = [
        column
        for column in question.value.columns
        if any(saying.passage and column.id in saying.passage.counts for _, saying in counting)
    ]
    return Reported(
        texts=tuple(speaking[:MOST]),
        more=max(0, len(speaking) - MOST),
        silent=silent,
        unseen=len(texts) - len(speaking) - len(silent),
        columns=tuple(column.title for column in used),
        figures=tuple(
            FiguresRow(text, saying, tuple(saying.passage.counts.get(column.id, "") for column in used))
            for text, saying in counting
            if saying.passage
        ),
    )
