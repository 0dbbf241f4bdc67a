"""A position says where it was taken, and in words what it is."""

from collections.abc import Iterator
from typing import Any

from explainer import rules
from explainer.diagnostics import Diagnostic
from explainer.model.seeds import Question
from explainer.model.stages import Entry
from explainer.vocabulary import Stance


def check(entry: Entry[Any]) -> Iterator[Diagnostic]:
    """Breaks it: `position: denies` without `evidence`, or with neither `says` nor `note`."""
    if not isinstance(entry.value, Question):
        return
    for index, position in enumerate(entry.value.positions):
        if position.position is Stance.NOT_REPORTED:
            continue
        span = entry.at("positions", index, "position")
        named = f"the position of `{position.party}`"
        if not position.evidence:
            message = f"{named} does not say where it was taken"
            yield Diagnostic(rules.POSITION_IS_SOURCED, span, message, "Add `evidence` with the source.")
        if position.says is None and position.note is None:
            message = f"{named} is given neither in its words nor in ours"
            yield Diagnostic(rules.POSITION_IS_SOURCED, span, message, "Add `says` with the exact words, or a `note`.")
