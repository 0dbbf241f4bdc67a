"""A date is a day of the calendar, and a period ends after it begins."""

from collections.abc import Iterator
from typing import Any

from explainer import rules
from explainer.diagnostics import Diagnostic
from explainer.model.fields import DATE
from explainer.model.stages import Entry
from explainer.model.walk import scalars
from explainer.text import dates


def check(entry: Entry[Any]) -> Iterator[Diagnostic]:
    """Breaks it: `date: 2024-02-30`, `date: 2024-03-17/2024-03-15`."""
    for text, _, form in scalars(type(entry.value), entry.node):
        if form is DATE and (problem := dates.problem(text.text or "")):
            yield Diagnostic(rules.DATE_EXISTS, text.span, problem, _turned(text.text or ""))


def _turned(text: str) -> str:
    """A period that only begins after it ends, the other way round; empty where that is not all."""
    start, slash, end = text.partition("/")
    other = f"{end}/{start}"
    return f"Write `{other}`, or correct one of the two." if slash and not dates.problem(other) else ""
