"""A report is silent only where its whole text was read."""

from collections.abc import Iterator
from typing import Any

from explainer import rules
from explainer.diagnostics import Diagnostic
from explainer.model.seeds import Report
from explainer.model.stages import Entry
from explainer.vocabulary import Extent


def check(entry: Entry[Any]) -> Iterator[Diagnostic]:
    """Breaks it: `silent-on: [losses]` with `read: part`."""
    if isinstance(entry.value, Report) and entry.value.silent_on and entry.value.read is not Extent.WHOLE:
        message = "only a part of this report was read, so nobody knows on what it is silent"
        yield Diagnostic(rules.SILENCE_IS_READ, entry.at("silent-on"), message)
