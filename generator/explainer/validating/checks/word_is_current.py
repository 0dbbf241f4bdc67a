"""A word that was given another name is written by the name of today."""

from collections.abc import Iterator
from typing import Any

from explainer import rules
from explainer.diagnostics import Diagnostic
from explainer.model.stages import Entry
from explainer.tree import Mapping, Scalar
from explainer.vocabulary import FORMER


def check(entry: Entry[Any]) -> Iterator[Diagnostic]:
    """Breaks it: `status: claimed`, which is `unverified` today."""
    if not isinstance(entry.node, Mapping):
        return
    for key, value in entry.node.items:
        if key.text == "status" and isinstance(value, Scalar) and value.text in FORMER:
            message = f"`{value.text}` is called `{FORMER[value.text]}` now"
            yield Diagnostic(rules.WORD_IS_CURRENT, value.span, message, f"Write `{FORMER[value.text]}`.")
