"""An erratum names the source that shows it, unless we are only guessing and say so."""

from collections.abc import Iterator
from typing import Any

from explainer import rules
from explainer.diagnostics import Diagnostic
from explainer.model.seeds import ErratumAnnotation
from explainer.model.stages import Entry
from explainer.vocabulary import Confidence


def check(entry: Entry[Any]) -> Iterator[Diagnostic]:
    """Breaks it: `kind: erratum` with `confidence: high` and no `evidence`."""
    erratum = entry.value
    if not isinstance(erratum, ErratumAnnotation) or erratum.evidence or erratum.confidence is Confidence.LOW:
        return
    message = f"the erratum `{erratum.id}` has the confidence `{erratum.confidence.value}`, but no source"
    fix = "Add `evidence`; without any, the confidence is `low`."
    yield Diagnostic(rules.ERRATUM_IS_SOURCED, entry.at("confidence"), message, fix)
