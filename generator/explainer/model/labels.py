"""What links call a record whose name is more than one field, in the language of the site."""

from typing import Any

from explainer.interface import Catalogue
from explainer.interface.dates_in_words import in_words
from explainer.model.seeds import Event
from explainer.prose import parse
from explainer.prose.nodes import plain_text
from explainer.text.shortening import shortened


def title(record: Any, _: Catalogue) -> str:
    return str(record.title)


def event(record: Event, words: Catalogue) -> str:
    """Its date, and its first words."""
    what = record.short or shortened(plain_text(parse(record.text)[0]))
    return words.pgettext("event", "%(date)s: %(what)s", date=in_words(words, record.date), what=what)
