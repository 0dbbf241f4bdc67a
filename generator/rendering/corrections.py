"""The page of what we changed after publishing it."""

from generator.model import paths
from generator.model.stages import Linked, Page
from generator.rendering.corrections_listed import newest_first
from generator.rendering.feed import feed_of
from generator.rendering.front_matter import front_matter
from generator.rendering.printer import Printer
from generator.rendering.templates import render
from generator.vocabulary import CorrectionType

PATH = paths.CORRECTIONS
_DESCRIPTION = "Everything on this site that was changed after it was published, newest first."


def corrections_page(linked: Linked) -> Page:
    printer = Printer(linked, PATH, numbered=False)
    body = render(
        "corrections.md.j2",
        p=printer,
        corrections=newest_first(linked),
        types=tuple(CorrectionType),
        feed=feed_of(linked).get("feed", ""),
    )
    path = next((entry.node.span.path for entry in linked.seeds.corrections), "seeds/corrections.yaml")
    return Page(PATH, front_matter("Corrections", _DESCRIPTION, extra=feed_of(linked)) + body, path)
