"""A status has the date as of which it holds, and such a date has its status."""

from collections.abc import Iterator
from typing import Any

from explainer import rules
from explainer.diagnostics import Diagnostic
from explainer.model.seeds import ClaimAnnotation
from explainer.model.stages import Entry


def check(entry: Entry[Any]) -> Iterator[Diagnostic]:
    """Breaks it: a claim with `status: unverified` and no `as-of`, or with `as-of` beside a question alone.

    (The shape of a question asks for both.)
    """
    match entry.value:
        case ClaimAnnotation(status=status, as_of=None) if status is not None:
            message = f"the status `{status.value}` has no date"
            fix = "Add `as-of`: the date up to which the sources were read."
            yield Diagnostic(rules.STATUS_HAS_DATE, entry.at("status"), message, fix)
        case ClaimAnnotation(status=None, as_of=str(), question=str(question)):
            message = f"the date has no status here: the status of `{question}` is shown, with its own date"
            fix = "Leave out `as-of`, or add a `status` of the claim's own."
            yield Diagnostic(rules.STATUS_HAS_DATE, entry.at("as-of"), message, fix)
