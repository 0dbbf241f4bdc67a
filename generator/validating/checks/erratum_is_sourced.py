"""An erratum names the source that shows it, unless we are only guessing and say so."""

from collections.abc import Iterator
from typing import Any

from generator import rules
from generator.diagnostics import Diagnostic
from generator.model.seeds import ErratumAnnotation
from generator.model.stages import Entry
from generator.vocabulary import Confidence


def check(entry: Entry[Any]) -> Iterator[Diagnostic]:
    """Breaks it: `kind: erratum` with `confidence: high` and no `evidence`."""
    erratum = entry.value
    if not isinstance(erratum, ErratumAnnotation) or erratum.evidence or erratum.confidence is Confidence.LOW:
        return
    message = f"the erratum `{erratum.id}` has the confidence `{erratum.confidence.value}`, but no source"
    fix = "Add `evidence`; without any, the confidence is `low`."
    yield Diagnostic(rules.ERRATUM_IS_SOURCED, entry.at("confidence"), message, fix)
