"""What two texts have in each other's place, said for readers as the check says it to authors."""

from collections.abc import Mapping

from explainer.interface import Catalogue, message
from explainer.text.differ import Difference

_SAID: Mapping[Difference, str] = {
    Difference.NUMBER: message("a number"),
    Difference.NEGATION: message("a negation"),
    Difference.NAME: message("a name"),
    Difference.QUOTATION_MARK: message("a quotation mark"),
}
"""Those that change what is said about whom."""


def in_words(kind: Difference, words: Catalogue) -> str:
    return words.gettext(_SAID[kind])
