"""The words of a catalogue as Markdown. A message of ours may hold tags and links; what is put into it is escaped."""

from typing import Protocol

from markupsafe import Markup

from explainer.interface import Catalogue
from explainer.rendering.escape import escape, made
from explainer.vocabulary import Status


class Labelled(Protocol):
    """A word of the vocabulary, a kind of annotation."""

    @property
    def label(self) -> str: ...


class Phrases:
    """The four functions of gettext for templates and for Python. Numbers are written as the language writes them."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._words = catalogue

    def gettext(self, message: str, **values: object) -> Markup:
        return self._filled(self._words.gettext(message), values)

    def pgettext(self, context: str, message: str, **values: object) -> Markup:
        return self._filled(self._words.pgettext(context, message), values)

    def ngettext(self, one: str, several: str, count: int, /, **values: object) -> Markup:
        return self._filled(self._words.template(one, several, count), {"count": count, **values})

    def npgettext(self, context: str, one: str, several: str, count: int, /, **values: object) -> Markup:
        return self._filled(self._words.template(one, several, count, context), {"count": count, **values})

    def _filled(self, words: str, values: dict[str, object]) -> Markup:
        return made(words % {name: self._safe(value) for name, value in values.items()} if values else words)

    def _safe(self, value: object) -> object:
        if isinstance(value, Markup):
            return value
        return escape(self._words.number(value) if isinstance(value, int) else str(value))


def label(catalogue: Catalogue, word: Labelled) -> str:
    """What readers call it: “Disputed”, by itself or at the head of something."""
    return catalogue.pgettext(type(word).__name__, word.label)


def inside(catalogue: Catalogue, word: Labelled) -> str:
    """The same within a sentence: “disputed”. A message of its own, as not every language writes it small there."""
    return catalogue.pgettext(type(word).__name__, word.label.lower())


def capital(words: str) -> str:
    """The words with a capital at their head; names in them keep theirs."""
    return words[:1].upper() + words[1:]


def status_mark(catalogue: Catalogue, status: Status) -> str:
    """“Status: disputed”, as distinct from the mark of what is said."""
    return catalogue.gettext("Status: %(status)s", status=label(catalogue, status))


def uncapital(words: str) -> str:
    """A sentence as a part of another."""
    return words[:1].lower() + words[1:]


def quoted(catalogue: Catalogue, words: str) -> Markup:
    """Words in the quotation marks of the site's language."""
    return Phrases(catalogue).pgettext("quotation", "“%(words)s”", words=words)
