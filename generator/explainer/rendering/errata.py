"""The errata of an article: each as its table shows it, the gravest of them, and how sure we are of all."""

from collections import Counter
from dataclasses import dataclass

from explainer.model import seeds as shapes
from explainer.model.kinds import weight_of
from explainer.model.stages import AnchoredArticle, Entry
from explainer.rendering.passages import is_in, numbered
from explainer.rendering.printer import Printer
from explainer.text.sentences import sentences
from explainer.text.shortening import shortened
from explainer.vocabulary import Confidence, Weight

SHEET = {"sheets": ["article"]}
"""For the head of pages that show errata: their style sheet."""
MOST_GRAVE = 5
"""So many stand in the panel under the headline where the author does not say which."""
WHY_WORDS = 26
"""A reason has at most so many words; the note has the rest."""


@dataclass(frozen=True)
class ErratumView:
    """One mistake: what stands there, what should, and why, in a sentence."""

    number: int
    value: shapes.ErratumAnnotation
    was: str
    reading: str
    """Nothing where words should only go."""
    why: str
    paragraph: int
    """The headline is 0."""

    @property
    def weight(self) -> Weight:
        return weight_of(self.value)


def errata_of(article: AnchoredArticle, printer: Printer) -> list[ErratumView]:
    """In the order of the article."""
    text = article.seed.text
    plain = [block for block in text.blocks if not block.is_headline]
    views = []
    for note in numbered(article):
        value = note.anchor.annotation.value
        if isinstance(value, shapes.ErratumAnnotation):
            at = next((number for number, block in enumerate(plain, 1) if is_in(note, block)), 0)
            was = text.text[note.anchor.start : note.anchor.end]
            reading = " ".join((value.should_be or "").split())
            views.append(ErratumView(note.number, value, " ".join(was.split()), reading, _why(value, printer), at))
    return sorted(views, key=lambda view: (view.paragraph, view.number))


def gravest(errata: list[ErratumView]) -> list[ErratumView]:
    """Those of the panel: which the author put there, in that order; else the first major ones."""
    placed = sorted((view for view in errata if view.value.panel), key=lambda view: view.value.panel or "")
    return placed or [view for view in errata if view.weight is Weight.MAJOR][:MOST_GRAVE]


def weights(errata: list[ErratumView]) -> list[tuple[Weight, int]]:
    """How many are major and minor; only what occurs."""
    counts = Counter(view.weight for view in errata)
    return [(weight, counts[weight]) for weight in Weight if counts[weight]]


def sureness(errata: list[ErratumView]) -> list[tuple[Confidence, int]]:
    """Of how many errata we are sure, fairly sure, or guess, in this order; only what occurs."""
    counts = Counter(view.value.confidence for view in errata)
    return [(confidence, counts[confidence]) for confidence in Confidence if counts[confidence]]


def headline_of(article: AnchoredArticle) -> str:
    """As it is printed; our title where the text has none."""
    text = article.seed.text
    found = (text.text[block.start : block.end] for block in text.blocks if block.is_headline)
    return " ".join(next(found, article.seed.entry.value.title).split())


def has_errata(article: AnchoredArticle) -> bool:
    return any(isinstance(anchor.annotation.value, shapes.ErratumAnnotation) for anchor in article.anchors)


def _why(value: shapes.ErratumAnnotation, printer: Printer) -> str:
    """The first sentence of the note."""
    site: Entry[shapes.Site] | None = printer.linked.seeds.site
    words = printer.plain(value.note)
    found = sentences(words, site.value.language if site else "en")
    return shortened(words[slice(*found[0])], WHY_WORDS) if found else ""
