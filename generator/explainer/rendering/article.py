"""The page of an article: its text letter for letter, its notes after each paragraph, and how to check it."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from explainer.model import seeds as shapes
from explainer.model.fields import Translated
from explainer.model.file_pages import page_at
from explainer.model.kinds import speaker_of
from explainer.model.record_types import RecordType, Ref
from explainer.model.stages import AnchoredArticle, Entry, Linked, Page, Seeds
from explainer.rendering.cards import card_of
from explainer.rendering.earlier import earlier_links
from explainer.rendering.errata import SHEET, errata_of, gravest, sureness, weights
from explainer.rendering.front_matter import front_matter
from explainer.rendering.linked_data import article_data
from explainer.rendering.maps import drawn_places, map_figure
from explainer.rendering.neighbours import neighbours_of
from explainer.rendering.next_steps import next_steps
from explainer.rendering.notes import NoteView, count_by_weight, kinds_of, note_view, parts_of
from explainer.rendering.numbers import Numbers, Part, numbers_of, sources
from explainer.rendering.original import has_original
from explainer.rendering.passage_markdown import block_markdown, speaker_attributes
from explainer.rendering.passages import Note, is_in, numbered
from explainer.rendering.printer import Printer
from explainer.rendering.templates import render


@dataclass(frozen=True)
class ParagraphView:
    fragment: str
    markdown: Markup
    plain: str
    """The words alone, for the outline."""
    is_headline: bool
    keeps_lines: bool
    notes: tuple[NoteView, ...]
    boxes: tuple[Entry[shapes.ContextBox], ...]
    """The context boxes that first help here."""
    map: Markup
    """The small map, where places of it are first named."""


def article_path(article: AnchoredArticle) -> str:
    return f"articles/{article.id}.md"


def article_page(linked: Linked, article: AnchoredArticle, numbers: Callable[[], Numbers]) -> Page:
    path = article_path(article)
    printer = Printer(linked, path, numbers())
    notes = numbered(article)
    paragraphs = _paragraphs(article, notes, printer)
    headline = next((paragraph for paragraph in paragraphs if paragraph.is_headline), None)
    value = article.seed.entry.value
    corrections = printer.corrections(_records(article))
    errata = errata_of(article, printer)
    body = render(
        "article.md.j2",
        printer.words,
        p=printer,
        article=article.seed.entry,
        source=article.seed.text.source,
        headline=headline,
        paragraphs=[paragraph for paragraph in paragraphs if paragraph is not headline],
        kinds=kinds_of(article),
        errata=errata,
        gravest=gravest(errata),
        weights=weights(errata),
        sureness=sureness(errata),
        amounts=count_by_weight(article),
        sides=_sides(notes, printer),
        is_translated=any(isinstance(note.anchor.annotation.value.quote, Translated) for note in notes),
        corrections=corrections,
        next=next_steps(article, printer),
        near=neighbours_of(article.id, linked),
        earlier=earlier_links(article),
        original=has_original(article),
    )
    head = front_matter(value.title, value.description, card=card_of(path, value.title), extra=SHEET)
    data = article_data(article, corrections, printer)
    return Page(path, f"{head}{body}\n{data}\n", article.seed.entry.node.span.path)


def article_numbers(linked: Linked, article: AnchoredArticle) -> Numbers:
    return numbers_of(_parts(linked, article), _records(article), linked)


def _parts(linked: Linked, article: AnchoredArticle) -> Iterator[Part]:
    """What the page shows, in this order: under each paragraph its notes, then the boxes that first help there."""
    value = article.seed.entry.value
    notes = numbered(article)
    yield from (Ref(RecordType.TERM, link.term) for link in linked.term_links.get(article.id, ()))
    blocks = [(block, [note for note in notes if is_in(note, block)]) for block in article.seed.text.blocks]
    headline = next((each for each in blocks if each[0].is_headline), None)
    if headline:
        yield from (part for note in headline[1] for part in parts_of(note.anchor.annotation.value, linked.seeds))
    yield value.provenance
    shown: set[str] = set()
    for each in blocks:
        boxes = _boxes(each[1], shown, linked.seeds)
        if each is not headline:
            yield from (part for note in each[1] for part in parts_of(note.anchor.annotation.value, linked.seeds))
            yield from (box.value.text for box in boxes)
    yield value.about
    yield from sources([value.derived_from] if value.derived_from else ())


def _records(article: AnchoredArticle) -> set[str]:
    """What is corrected on this page: the article's own words about itself, and its annotations."""
    return {str(Ref(RecordType.ARTICLE, article.id)), *(str(anchor.annotation.ref) for anchor in article.anchors)}


def _paragraphs(article: AnchoredArticle, notes: tuple[Note, ...], printer: Printer) -> list[ParagraphView]:
    text = article.seed.text
    received = article.seed.entry.value.received

    def page_of(note: Note) -> str:
        return page_at(received.pages, text.text, note.anchor.start) if received else ""

    terms = printer.linked.term_links.get(article.id, ())
    boxes_shown: set[str] = set()
    drawn = drawn_places(printer.linked)
    is_drawn = False
    views = []
    for index, block in enumerate(text.blocks):
        ending = [note for note in notes if is_in(note, block)]
        has_map = not (is_drawn or block.is_headline) and any(
            drawn.intersection(note.anchor.annotation.value.places) for note in ending
        )
        is_drawn = is_drawn or has_map
        views.append(
            ParagraphView(
                fragment=text.fragment(index),
                markdown=block_markdown(text.text, block, notes, terms, printer),
                plain=" ".join(text.text[block.start : block.end].split()),
                is_headline=block.is_headline,
                keeps_lines=block.keeps_lines,
                notes=tuple(
                    note_view(note, text.text, page_of(note), speaker_attributes(note, printer), printer)
                    for note in ending
                ),
                boxes=tuple(_boxes(ending, boxes_shown, printer.linked.seeds)),
                map=map_figure(printer, css="x-here") if has_map else Markup(""),
            )
        )
    return views


def _boxes(ending: Iterable[Note], shown: set[str], seeds: Seeds) -> list[Entry[shapes.ContextBox]]:
    """The boxes that notes of one paragraph name, each where it is named first; `shown` grows."""
    boxes = []
    for note in ending:
        match note.anchor.annotation.value:
            case shapes.ContextAnnotation(box=str(box)) if box in seeds.context and box not in shown:
                shown.add(box)
                boxes.append(seeds.context[box])
    return boxes


def _sides(notes: tuple[Note, ...], printer: Printer) -> list[shapes.Side]:
    """The sides whose words are noted, in the order of the site."""
    speaking = {speaker_of(note.anchor.annotation.value) for note in notes}
    letters = {side.letter for side in map(printer.side_of, speaking) if side}
    return [entry.value for entry in printer.linked.seeds.sides.values() if entry.value.letter in letters]
