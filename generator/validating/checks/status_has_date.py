"""A status has the date as of which it holds."""

from collections.abc import Iterator
from typing import Any

from generator import rules
from generator.diagnostics import Diagnostic
from generator.model.seeds import ClaimAnnotation
from generator.model.stages import Entry


def check(entry: Entry[Any]) -> Iterator[Diagnostic]:
    """Breaks it: a claim with `status: claimed` and no `as-of`. (The shape of a question asks for its date.)"""
    match entry.value:
        case ClaimAnnotation(status=status, as_of=None) if status is not None:
            message = f"the status `{status.value}` has no date"
            fix = "Add `as-of`: the date up to which the sources were read."
            yield Diagnostic(rules.STATUS_HAS_DATE, entry.at("status"), message, fix)
