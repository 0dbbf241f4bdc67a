"""A passage of a report says whom the report names for it."""

from collections.abc import Iterator
from typing import Any

from explainer import rules
from explainer.diagnostics import Diagnostic
from explainer.model.seeds import Report, ReportPassage
from explainer.model.stages import Entry
from explainer.vocabulary import Naming


def check(entry: Entry[Any]) -> Iterator[Diagnostic]:
    """Breaks it: `named: person` without `party` and `by`; `named: nobody` with one of them."""
    if isinstance(entry.value, Report):
        for index, passage in enumerate(entry.value.passages):
            if problem := _problem(passage):
                message, fix = problem
                yield Diagnostic(rules.NAMING_IS_TOLD, entry.at("passages", index, "named"), message, fix)


def _problem(passage: ReportPassage) -> tuple[str, str] | None:
    """The message and the fix."""
    match passage.named:
        case Naming.NOBODY if passage.party or passage.by:
            who = passage.party or passage.by
            return f"the report names nobody for `{passage.id}`, and `{who}` is named", (
                "Write `named: person` or `office`, or remove `party` and `by`."
            )
        case Naming.UNNAMED if passage.party:
            return f"who says `{passage.id}` is unnamed, and the party `{passage.party}` is named", (
                "Write `named: person` or `office`; or put what the report calls them under `by`."
            )
        case Naming.PERSON | Naming.OFFICE if not (passage.party or passage.by):
            return f"`{passage.id}` does not say who is named", (
                "Add `party`, or under `by` what the report calls them; if it names nobody, write `named: nobody`."
            )
    return None
