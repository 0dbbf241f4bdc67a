"""Words of another language or direction in a sentence of ours, so that neither is read in the wrong order."""

from functools import lru_cache

from markupsafe import Markup

from explainer.rendering.escape import escape, filled
from explainer.text import directions


@lru_cache(maxsize=256)
def spoken(language: str | None) -> Markup:
    """The attributes of an element that holds words of `language`, with a space before each."""
    lang = filled(' lang="{}"', language) if language else Markup("")
    return lang + filled(' dir="{}"', directions.of_language(language))


def isolated(words: str, direction: str) -> Markup:
    """Words with a direction of their own where they need one: a name between words that run as `direction`."""
    return filled("<bdi>{}</bdi>", escape(words)) if directions.runs_against(words, direction) else escape(words)


def isolated_text(words: str, direction: str) -> str:
    """The same where no element can stand, as in an attribute: between marks of Unicode that nobody sees."""
    return f"\u2068{words}\u2069" if directions.runs_against(words, direction) else words
