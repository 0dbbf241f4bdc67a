"""The page of an article beside the text from which it was made, as far as that is known: passage by passage.

The original is not printed. What stands here are words that notes and reports quote of it, else our own readings.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from explainer.model import paths
from explainer.model import seeds as shapes
from explainer.model.coverage import CoveredText, text_of_report
from explainer.model.stages import AnchoredArticle, Linked, Page
from explainer.rendering.cards import card_of
from explainer.rendering.differences import in_words
from explainer.rendering.errata import SHEET, errata_of, headline_of
from explainer.rendering.front_matter import front_matter
from explainer.rendering.passages import numbered
from explainer.rendering.printer import Printer
from explainer.rendering.templates import render
from explainer.text.differ import compare
from explainer.text.folding import fold
from explainer.vocabulary import Confidence


@dataclass(frozen=True)
class OriginalRow:
    """A passage of the article, and what is known of it in the original."""

    id: str
    """Of the note, with its article."""
    number: int
    was: str
    quote: str
    """The same as its author wrote it, in an edition with its translation."""
    excerpt: shapes.Evidence | None
    """The original's own words."""
    reading: str
    """Ours, where no words of it are quoted."""
    should_be: str | None
    """The same as its author wrote it."""
    sureness: Confidence | None
    kinds: str
    """In what of weight the two differ."""
    why: str
    """The first sentence of the note."""


def has_original(article: AnchoredArticle) -> bool:
    return any(_evidence(anchor.annotation.value, article) for anchor in article.anchors)


def original_page(linked: Linked, article: AnchoredArticle) -> Page:
    path = paths.original(article.id)
    printer = Printer(linked, path)
    value = article.seed.entry.value
    rows = list(_rows(article, printer))
    report = _report(article, linked)
    body = render(
        "original.md.j2",
        printer.words,
        p=printer,
        article=article.seed.entry,
        named=headline_of(article),
        rows=rows,
        report=report,
        sayings=[(saying, _claims_on(saying.question, article)) for saying in report.sayings] if report else [],
        count=len(errata_of(article, printer)),
    )
    words = printer.words
    title = words.gettext("%(title)s, beside its original", title=value.title)
    description = words.gettext("Passage by passage: what the article says, and what is known of it in its original.")
    card = card_of(paths.article(article.id), value.title)
    extra = {**SHEET, "search": {"exclude": True}}
    return Page(
        path, front_matter(title, description, card=card, extra=extra) + body, article.seed.entry.node.span.path
    )


def _evidence(annotation: shapes.Annotation, article: AnchoredArticle) -> shapes.Evidence | None:
    """What a note has from the original: its words, where one item has them."""
    source = article.seed.entry.value.derived_from
    found = [item for item in annotation.evidence if source and item.source == source]
    return next((item for item in found if item.excerpt), found[0] if found else None)


def _rows(article: AnchoredArticle, printer: Printer) -> Iterator[OriginalRow]:
    """In the order of the article; only notes for which the original was read."""
    why = {view.value.id: view.why for view in errata_of(article, printer)}
    text, language = article.seed.text.text, article.seed.entry.value.language
    for note in sorted(numbered(article), key=lambda note: (note.anchor.start, note.anchor.end)):
        value = note.anchor.annotation.value
        item = _evidence(value, article)
        if item is None:
            continue
        was = " ".join(text[note.anchor.start : note.anchor.end].split())
        erratum = value if isinstance(value, shapes.ErratumAnnotation) else None
        reading = " ".join((erratum.should_be or "").split()) if erratum else ""
        beside = item.excerpt or reading
        found = compare(fold(was), fold(beside), language).kinds if beside else ()
        loud = [in_words(kind, printer.words) for kind in found if kind.is_loud]
        yield OriginalRow(
            id=note.anchor.annotation.id,
            number=note.number,
            was=was,
            quote=value.quote,
            excerpt=item if item.excerpt else None,
            reading="" if item.excerpt else reading,
            should_be=erratum.should_be if erratum else None,
            sureness=erratum.confidence if erratum else None,
            kinds=printer.words.pgettext("between items", ", ").join(loud),
            why=why.get(value.id, printer.plain(value.note) if value.note else ""),
        )


def _report(article: AnchoredArticle, linked: Linked) -> CoveredText | None:
    """The report that quotes the original, where there is one."""
    source = article.seed.entry.value.derived_from
    entry = next((entry for entry in linked.seeds.reports.values() if entry.value.source == source), None)
    return text_of_report(entry, linked) if entry else None


def _claims_on(question: str, article: AnchoredArticle) -> list[str]:
    """The passages of the article that are claims on the same question."""
    text = article.seed.text.text
    return [
        " ".join(text[anchor.start : anchor.end].split())
        for anchor in article.anchors
        if isinstance(anchor.annotation.value, shapes.ClaimAnnotation) and anchor.annotation.value.question == question
    ]
