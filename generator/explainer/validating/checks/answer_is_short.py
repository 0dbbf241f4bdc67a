"""The short answer of a question is short. References and citations count as the words that stand for them."""

from collections.abc import Iterator
from typing import Any

from explainer import rules
from explainer.diagnostics import Diagnostic
from explainer.model.seeds import Question
from explainer.model.stages import Entry
from explainer.prose import parse
from explainer.prose.nodes import plain_text
from explainer.prose.quoted import count_words

MOST_WORDS = 60


def check(entry: Entry[Any]) -> Iterator[Diagnostic]:
    """Breaks it: a `summary` of 61 words."""
    if not isinstance(entry.value, Question):
        return
    count = count_words(plain_text(parse(entry.value.summary)[0]))
    if count > MOST_WORDS:
        message = f"the short answer has {count} words, {count - MOST_WORDS} more than fit where it is shown"
        yield Diagnostic(rules.ANSWER_IS_SHORT, entry.at("summary"), message)
