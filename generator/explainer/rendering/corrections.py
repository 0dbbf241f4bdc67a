"""The page of the changes made to what was already published."""

from explainer.interface import message
from explainer.model import paths
from explainer.model.stages import Linked, Page
from explainer.rendering.corrections_listed import newest_first
from explainer.rendering.feed import feed_of
from explainer.rendering.front_matter import front_matter
from explainer.rendering.printer import Printer
from explainer.rendering.templates import render
from explainer.vocabulary import CorrectionType

PATH = paths.CORRECTIONS
_DESCRIPTION = message("Everything on this site that was changed after it was published, newest first.")


def corrections_page(linked: Linked) -> Page:
    printer = Printer(linked, PATH)
    body = render(
        "corrections.md.j2",
        printer.words,
        p=printer,
        corrections=newest_first(linked),
        types=tuple(CorrectionType),
        feed=feed_of(linked).get("feed", ""),
    )
    path = next((entry.node.span.path for entry in linked.seeds.corrections), "seeds/corrections.yaml")
    words = printer.words
    head = front_matter(words.gettext("Corrections"), words.gettext(_DESCRIPTION), extra=feed_of(linked))
    return Page(PATH, head + body, path)
