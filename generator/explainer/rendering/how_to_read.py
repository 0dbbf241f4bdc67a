"""The page on how to read the site and how it is made: printed from the records that the program itself uses."""

from explainer.interface import message
from explainer.model import paths
from explainer.model.coverage import is_covered
from explainer.model.kinds import KINDS
from explainer.model.stages import Linked, Page
from explainer.rendering.front_matter import front_matter
from explainer.rendering.maker import maker
from explainer.rendering.printer import Printer
from explainer.rendering.templates import render
from explainer.text import folding
from explainer.vocabulary import (
    Confidence,
    Control,
    CorrectionType,
    ErratumType,
    Naming,
    Precision,
    Reading,
    Relation,
    Speech,
    Stance,
    Status,
)

PATH = paths.HOW_TO_READ

_DESCRIPTION = message("What the marks, words and dates on this site mean, and how we work.")


def how_to_read_page(linked: Linked) -> Page:
    printer, site = Printer(linked, PATH), linked.seeds.site
    body = render(
        "how-to-read.md.j2",
        printer.words,
        p=printer,
        maker=maker(site, printer) if site else "",
        folding=folding.STEPS,
        visible=_visible,
        kinds=KINDS,
        errata=tuple(ErratumType),
        confidences=tuple(Confidence),
        stances=tuple(Stance),
        said=tuple(Speech),
        namings=tuple(Naming) if is_covered(linked) else (),
        statuses=tuple(Status),
        relations=tuple(Relation),
        readings=tuple(Reading),
        precisions=tuple(Precision),
        controls=tuple(Control),
        corrections=tuple(CorrectionType),
        sides=[entry.value for entry in linked.seeds.sides.values()],
        lists=_lists(linked, printer),
    )
    words = printer.words
    return Page(PATH, front_matter(words.gettext("How to read this"), words.gettext(_DESCRIPTION)) + body, None)


def _visible(step: folding.Step, printer: Printer) -> str:
    """What a step of the folding begins with; of a character that nobody could see, its name in brackets."""
    return "".join(f"[{printer.words.gettext(name)}]" if name else char for char, name in step.visible_before)


def _lists(linked: Linked, printer: Printer) -> list[tuple[str, str]]:
    """The pages that list what there is, each with its name."""
    seeds, say = linked.seeds, printer.words.gettext
    articles = [(paths.article(article.id), article.entry.value.title) for article in seeds.articles.values()]
    return [
        *([(paths.ARTICLES, say("Articles"))] if len(articles) > 1 else articles),
        *([(paths.QUESTIONS, say("Questions"))] if seeds.questions else []),
        *([(paths.CONTEXT, say("Context"))] if seeds.context else []),
        (paths.TIMELINE, say("Timeline")),
        (paths.PEOPLE_AND_PLACES, say("People and places")),
        (paths.GLOSSARY, say("Glossary")),
        (paths.SOURCES, say("Sources")),
        (paths.OPEN, say("What is not known")),
    ]
