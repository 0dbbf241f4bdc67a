"""An annotation gives its reader a note: something to read, or somewhere to go on."""

from collections.abc import Iterator
from typing import Any

from explainer import rules
from explainer.diagnostics import Diagnostic
from explainer.model.seeds import ClaimAnnotation, ContextAnnotation, ErratumAnnotation
from explainer.model.stages import Entry


def check(entry: Entry[Any]) -> Iterator[Diagnostic]:
    """Breaks it: `kind: claim` without `question`, `status` and `note`, `kind: context` without `box` and `note`."""
    match entry.value:
        case ClaimAnnotation(question=None, status=None, as_of=None, note=None):
            message = "has no `question`, no `status` and no `note`"
            fix = "Add the `question` that it answers, or `status` and `as-of`, or a `note`."
        case ClaimAnnotation(question=None, status=None, as_of=str()):
            message, fix = "has a date in `as-of`, but no `status`", "Add `status`."
        case ErratumAnnotation(should_be=None, note=None):
            message = "gives neither a reading nor a note"
            fix = "Add `should-be`, or a `note` that says what is wrong."
        case ContextAnnotation(box=None, note=None):
            message = "has neither a `box` nor a `note`"
            fix = "Add the id of the context box as `box`, or a `note`."
        case _:
            return
    named = f"the {entry.value.kind} `{entry.value.id}` {message}"
    yield Diagnostic(rules.ANNOTATION_SAYS_SOMETHING, entry.at("kind"), named, fix)
