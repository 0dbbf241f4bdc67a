"""The texts of ours that stand in a record, found by the keys under which an author writes them."""

from functools import cache
from typing import Any

from explainer.model.allowed import TextOf, expected_at
from explainer.model.fields import MARKDOWN
from explainer.model.stages import Entry, Linked
from explainer.prose import Prose


def prose_at(linked: Linked, entry: Entry[Any], *path: str | int) -> Prose | None:
    """The Markdown text at `path`, parsed; None where the author wrote none.

    Raises KeyError where records of this shape have no such text: a misspelt key would print nothing, in silence.
    """
    shape: type = entry.value.__class__  # of one that is watched (see `reads`), the record's own
    if not _is_text_of_ours(shape, path):
        raise KeyError(f"{shape.__name__} has no Markdown text at {path}")
    return linked.prose.get(entry.at(*path)) if entry.wrote(*path) else None


@cache
def _is_text_of_ours(shape: type, path: tuple[str | int, ...]) -> bool:
    return expected_at(shape, path) == TextOf(MARKDOWN)
