"""The page of the changes made to what was already published."""

from explainer.model import paths
from explainer.model.stages import Linked, Page
from explainer.rendering.corrections_listed import newest_first
from explainer.rendering.feed import feed_of
from explainer.rendering.front_matter import front_matter
from explainer.rendering.printer import Printer
from explainer.rendering.templates import render
from explainer.vocabulary import CorrectionType

PATH = paths.CORRECTIONS
_DESCRIPTION = "Everything on this site that was changed after it was published, newest first."


def corrections_page(linked: Linked) -> Page:
    printer = Printer(linked, PATH)
    body = render(
        "corrections.md.j2",
        p=printer,
        corrections=newest_first(linked),
        types=tuple(CorrectionType),
        feed=feed_of(linked).get("feed", ""),
    )
    path = next((entry.node.span.path for entry in linked.seeds.corrections), "seeds/corrections.yaml")
    return Page(PATH, front_matter("Corrections", _DESCRIPTION, extra=feed_of(linked)) + body, path)
