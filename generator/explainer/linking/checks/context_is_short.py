"""A context box is short."""

from collections.abc import Iterator

from explainer.diagnostics import Diagnostic
from explainer.model.stages import Linked
from explainer.prose import parse
from explainer.prose.nodes import plain_text
from explainer.prose.quoted import count_words
from explainer.rules import CONTEXT_IS_SHORT

TOO_MANY_WORDS = 250


def check(linked: Linked) -> Iterator[Diagnostic]:
    """Breaks it: a `text` of 250 words or more in a file of `seeds/context`."""
    for entry in linked.seeds.context.values():
        prose, _ = parse(entry.value.text)
        count = count_words(plain_text(prose))
        if count >= TOO_MANY_WORDS:
            message = f"the text of this box has {count} words"
            fix = f"Shorten it to fewer than {TOO_MANY_WORDS} words, or make two boxes of it."
            yield Diagnostic(CONTEXT_IS_SHORT, entry.at("text"), message, fix)
