"""The page of an earlier text of an article: readable in full, with what a newer text changed, and for which notes.

Its date and the beginning of its hash are its address, so that it cannot become another in silence.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from explainer.model import paths
from explainer.model.collation.changes import ChangedParagraph, changed_paragraphs, reworked_passages
from explainer.model.paths import Address
from explainer.model.stages import AnchoredArticle, EarlierText, Linked, Page
from explainer.rendering.differences import in_words
from explainer.rendering.errata import SHEET
from explainer.rendering.escape import escape, filled
from explainer.rendering.front_matter import front_matter
from explainer.rendering.passages import numbered
from explainer.rendering.printer import Printer
from explainer.rendering.templates import render
from explainer.text.differ import Stretch


@dataclass(frozen=True)
class ParagraphChange:
    number: int
    """From 1; the headline is 0."""
    markdown: Markup
    kinds: str
    """What a change of it changes in what is said about whom, in words; nothing where it is only wording."""
    is_changed: bool


@dataclass(frozen=True)
class PassageChange:
    id: str
    """Of the note, with its article."""
    number: int
    was: str
    now: str


@dataclass(frozen=True)
class EarlierLink:
    """A way to an earlier text, or to the one of today."""

    address: Address
    day: str | None


def earlier_links(article: AnchoredArticle) -> list[EarlierLink]:
    """The newest first."""
    return [
        EarlierLink(Address(paths.earlier(article.id, each.name)), each.day) for each in reversed(article.seed.earlier)
    ]


def earlier_pages(
    article: AnchoredArticle,
) -> Iterator[tuple[str, Callable[[Linked, AnchoredArticle, object], Page]]]:
    for index, each in enumerate(article.seed.earlier):
        yield paths.earlier(article.id, each.name), partial(_page, index)


def _page(index: int, linked: Linked, article: AnchoredArticle, _: object) -> Page:
    earlier = article.seed.earlier[index]
    path = paths.earlier(article.id, earlier.name)
    printer = Printer(linked, path)
    value, later = article.seed.entry.value, article.seed.earlier[index + 1 :]
    after = later[0].text if later else article.seed.text
    changes = changed_paragraphs(earlier.text, after, value.language)
    begins = 0 if earlier.text.blocks[0].is_headline else 1
    views = [_paragraph(number, each, printer) for number, each in enumerate(changes, begins)]
    successor = EarlierLink(
        Address(paths.earlier(article.id, later[0].name) if later else paths.article(article.id)),
        later[0].day if later else value.retrieved or value.published,
    )
    words = printer.words
    body = render(
        "earlier.md.j2",
        words,
        p=printer,
        article=article.seed.entry,
        earlier=earlier,
        next=successor,
        is_last=not later,
        paragraphs=views,
        changed=[view for view in views if view.is_changed],
        reworked=list(_reworked(article, earlier)),
        others=[each for each in earlier_links(article) if each.address.page != path],
    )
    title = words.gettext("%(title)s: an earlier text", title=value.title)
    extra = {**SHEET, "search": {"exclude": True}}
    return Page(path, front_matter(title, value.description, extra=extra) + body, earlier.text.source.file.path)


def _paragraph(number: int, change: ChangedParagraph, printer: Printer) -> ParagraphChange:
    return ParagraphChange(
        number,
        _markdown(change.stretches),
        printer.words.pgettext("between items", ", ").join(in_words(kind, printer.words) for kind in change.kinds),
        change.is_changed,
    )


def _markdown(stretches: Sequence[Stretch]) -> Markup:
    """The words in one line: struck what is gone, inserted what came."""
    printed = []
    for each in stretches:
        if each.is_equal:
            printed.append(escape(" ".join(each.ours)))
            continue
        printed += [filled("<del>{}</del>", escape(" ".join(each.ours)))] if each.ours else []
        printed += [filled("<ins>{}</ins>", escape(" ".join(each.theirs)))] if each.theirs else []
    return Markup(" ").join(printed)


def _reworked(article: AnchoredArticle, earlier: EarlierText) -> Iterator[PassageChange]:
    notes = {id(note.anchor): note for note in numbered(article)}
    for each in reworked_passages(article, earlier.text):
        now = article.seed.text.text[each.anchor.start : each.anchor.end]
        yield PassageChange(each.anchor.annotation.id, notes[id(each.anchor)].number, each.was, " ".join(now.split()))
