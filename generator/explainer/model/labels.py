"""What links to a record call it."""

from typing import Any

from explainer.model import seeds as shapes
from explainer.prose import parse
from explainer.prose.nodes import plain_text
from explainer.text import dates

LABEL_WORDS = 8
"""How many words of a quote name its annotation in lists."""


def label_of(record: Any) -> str:
    """The name of a record other than an annotation, which is named by its passage."""
    match record:
        case shapes.Question():
            return record.short or record.title
        case shapes.Article() | shapes.ContextBox():
            return record.title
        case shapes.Term():
            return record.term
        case shapes.Event():
            return f"{dates.words(record.date)}: {record.short or shortened(plain_text(parse(record.text)[0]))}"
        case shapes.Source():
            return record.title or record.description or record.id
        case shapes.Side() | shapes.Party() | shapes.Place():
            return record.name
    raise TypeError(f"nothing links to a {type(record).__name__}")


def shortened(quote: str, words: int = LABEL_WORDS) -> str:
    """The first words of a quote on one line."""
    parts = quote.split()
    return " ".join(parts[:words]) + (" …" if len(parts) > words else "")
