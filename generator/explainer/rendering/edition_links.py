"""The way from a place of a page to the same place in the other editions, without scripts."""

from markupsafe import Markup

from explainer.interface import catalogue_of
from explainer.model.paths import Address
from explainer.model.stages import Linked
from explainer.rendering.directed import spoken
from explainer.rendering.escape import filled


def elsewhere(linked: Linked, address: Address) -> Markup:
    """Links to each other edition; nothing where there is none.

    The addresses are those of built pages, because an engine sees one edition at a time.
    """
    if not linked.languages:
        return Markup("")
    own, original = linked.catalogue.language, linked.languages[0]
    page = address.on_site
    up = "../" * page.partition("#")[0].count("/") + ("" if own == original else "../")
    links = [
        filled(
            '<a href="{}{}{}"{} hreflang="{}">{}</a>',
            up, "" if language == original else f"{language}/", page, spoken(language), language,
            catalogue_of(language).language_name(language),
        )
        for language in linked.languages
        if language != own
    ]  # fmt: skip
    return filled('<span class="x-elsewhere" data-search-exclude>{}</span>', Markup(" · ").join(links))
