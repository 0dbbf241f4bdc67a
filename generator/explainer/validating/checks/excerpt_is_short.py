"""Excerpts and quoted words have at most 30 words. A mark that stands alone, such as …, is no word."""

from collections.abc import Iterator
from typing import Any

from explainer import rules, tree
from explainer.diagnostics import Diagnostic
from explainer.model.stages import Entry
from explainer.prose.quoted import MOST_WORDS, count_words


def check(entry: Entry[Any]) -> Iterator[Diagnostic]:
    """Breaks it: an `excerpt` or `says` of 31 words."""
    for key, text in _quoted(entry.node):
        count = count_words(text.text or "")
        if count > MOST_WORDS:
            message = f"`{key}` has {count} words, {count - MOST_WORDS} more than are allowed"
            yield Diagnostic(rules.EXCERPT_IS_SHORT, text.span, message)


def _quoted(node: tree.Node) -> Iterator[tuple[str, tree.Scalar]]:
    match node:
        case tree.Mapping(items=pairs):
            for key, value in pairs:
                if isinstance(value, tree.Scalar):
                    if key.text in ("excerpt", "says"):
                        yield key.text, value
                else:
                    yield from _quoted(value)
        case tree.Sequence(items=items):
            for item in items:
                yield from _quoted(item)
