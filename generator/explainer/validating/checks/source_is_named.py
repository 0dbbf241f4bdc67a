"""A source says what it is, and a copy says whose text it copies."""

from collections.abc import Iterator
from typing import Any

from explainer import rules
from explainer.diagnostics import Diagnostic
from explainer.model.seeds import Source
from explainer.model.stages import Entry
from explainer.vocabulary import Reading


def check(entry: Entry[Any]) -> Iterator[Diagnostic]:
    """Breaks it: neither `title` nor `description`; `reading: reprint` without `original-publisher`."""
    source = entry.value
    if not isinstance(source, Source):
        return
    if source.title is None and source.description is None:
        message = f"the source `{source.id}` has neither a `title` nor a `description`"
        fix = "Add the headline as `title`, or what it is, in your words, as `description`."
        yield Diagnostic(rules.SOURCE_IS_NAMED, entry.at("id"), message, fix)
    if source.reading is not Reading.ORIGINAL and source.original_publisher is None:
        message = f"`reading: {source.reading.value}` does not say whose text it is"
        fix = "Add `original-publisher`."
        yield Diagnostic(rules.SOURCE_IS_NAMED, entry.at("reading"), message, fix)
