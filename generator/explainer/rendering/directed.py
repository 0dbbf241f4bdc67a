"""Words of another language or direction in a sentence of ours, so that neither is read in the wrong order."""

from markupsafe import Markup

from explainer.rendering.escape import escape, filled
from explainer.text import directions


def spoken(language: str | None) -> Markup:
    """The attributes of an element that holds words of `language`, with a space before each."""
    lang = filled(' lang="{}"', language) if language else Markup("")
    return lang + filled(' dir="{}"', directions.of_language(language))


def isolated(words: str) -> Markup:
    """Words with a direction of their own where they need one: a title or a name between words of ours."""
    return filled("<bdi>{}</bdi>", escape(words)) if directions.has_rtl(words) else escape(words)
