"""A text either says something on a question or says nothing of it."""

from collections.abc import Iterator

from explainer.diagnostics import Diagnostic
from explainer.model.coverage import CoveredText, texts_of
from explainer.model.stages import Linked
from explainer.rules import CELL_IS_CLAIMED_ONCE


def check(linked: Linked) -> Iterator[Diagnostic]:
    """Breaks it: a question of a passage, or of a claim of the article, that also stands in `silent-on`."""
    reports = linked.seeds.reports
    texts = {text.id: text for text in texts_of(linked)} if reports else {}
    for id_, entry in reports.items():
        for index, question in enumerate(entry.value.silent_on):
            span = entry.at("silent-on", index)
            if said := _said(texts[id_], question):
                yield Diagnostic(CELL_IS_CLAIMED_ONCE, span, f"`{said}` says something on `{question}`")
            elif question in entry.value.silent_on[:index]:
                fix = "Remove one of the two."
                yield Diagnostic(CELL_IS_CLAIMED_ONCE, span, f"`{question}` stands twice in `silent-on`", fix)


def _said(text: CoveredText, question: str) -> str:
    return next((saying.id for saying in text.on(question)), "")
