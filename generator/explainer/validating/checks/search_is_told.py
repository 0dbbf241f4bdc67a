"""Where we found no statement of a party, readers learn where we looked."""

from collections.abc import Iterator
from typing import Any

from explainer import rules
from explainer.diagnostics import Diagnostic
from explainer.model.seeds import Question
from explainer.model.stages import Entry
from explainer.vocabulary import Stance


def check(entry: Entry[Any]) -> Iterator[Diagnostic]:
    """Breaks it: `position: not-reported` with neither a `note` nor `evidence`."""
    if not isinstance(entry.value, Question):
        return
    for index, position in enumerate(entry.value.positions):
        if position.position is Stance.NOT_REPORTED and position.note is None and not position.evidence:
            message = f"no statement of `{position.party}` was found, and nothing says where we looked"
            yield Diagnostic(rules.SEARCH_IS_TOLD, entry.at("positions", index, "position"), message)
