"""The page of all mistakes of an article: a table that can be sorted and filtered, and read without scripts."""

from collections import Counter

from explainer.interface import message
from explainer.model import paths
from explainer.model.stages import AnchoredArticle, Linked, Page
from explainer.rendering.cards import card_of
from explainer.rendering.errata import SHEET, errata_of, headline_of, sureness, weights
from explainer.rendering.front_matter import front_matter
from explainer.rendering.original import has_original
from explainer.rendering.printer import Printer
from explainer.rendering.templates import render
from explainer.vocabulary import Confidence, ErratumType, Weight

_DESCRIPTION = message("Every mistake marked in the article: what stands there, what should, why, and how sure we are.")


def mistakes_page(linked: Linked, article: AnchoredArticle) -> Page:
    path = paths.mistakes(article.id)
    printer = Printer(linked, path)
    errata = errata_of(article, printer)
    types = Counter(view.value.type for view in errata)
    named = headline_of(article)
    body = render(
        "mistakes.md.j2",
        printer.words,
        p=printer,
        article=article.seed.entry,
        named=named,
        errata=errata,
        original=has_original(article),
        places={view.paragraph: view.number for view in reversed(errata)},
        weights=weights(errata),
        types=[(type, types[type]) for type in ErratumType if types[type]],
        sureness=sureness(errata),
        certain=list(Confidence),
        heavy=list(Weight),
    )
    words = printer.words
    title = words.gettext("What is wrong: %(article)s", article=named)
    card = card_of(paths.article(article.id), article.seed.entry.value.title)
    head = front_matter(title, words.gettext(_DESCRIPTION), card=card, extra=SHEET)
    return Page(path, head + body, article.seed.entry.node.span.path)
