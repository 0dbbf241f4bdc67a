"""Excerpts, quoted words and passages of reports have at most 30 words. A mark alone, such as …, is no word."""

from collections.abc import Iterator
from typing import Any

from explainer import rules, tree
from explainer.diagnostics import Diagnostic
from explainer.model.seeds import Report
from explainer.model.stages import Entry
from explainer.prose.quoted import MOST_WORDS, count_words


def check(entry: Entry[Any]) -> Iterator[Diagnostic]:
    """Breaks it: an `excerpt` or `says`, or the `quote` of a report, of 31 words."""
    keys = ("quote",) if isinstance(entry.value, Report) else ("excerpt", "says")
    for key, text in _quoted(entry.node, keys):
        count = count_words(text.text or "")
        if count > MOST_WORDS:
            message = f"`{key}` has {count} words, {count - MOST_WORDS} more than are allowed"
            yield Diagnostic(rules.EXCERPT_IS_SHORT, text.span, message)


def _quoted(node: tree.Node, keys: tuple[str, ...]) -> Iterator[tuple[str, tree.Scalar]]:
    match node:
        case tree.Mapping(items=pairs):
            for key, value in pairs:
                if isinstance(value, tree.Scalar):
                    if key.text in keys:
                        yield key.text, value
                else:
                    yield from _quoted(value, keys)
        case tree.Sequence(items=items):
            for item in items:
                yield from _quoted(item, keys)
