"""The page of an article: its text letter for letter, its notes after each paragraph, and how to check it."""

from dataclasses import dataclass

from markupsafe import Markup

from explainer.model import seeds as shapes
from explainer.model.kinds import speaker_of
from explainer.model.record_types import RecordType, Ref
from explainer.model.stages import AnchoredArticle, Block, Entry, Linked, Page
from explainer.rendering.cards import card_of
from explainer.rendering.errata import errata_by_type, sureness
from explainer.rendering.front_matter import front_matter
from explainer.rendering.linked_data import article_data
from explainer.rendering.maps import drawn_places, map_figure
from explainer.rendering.notes import NoteView, kinds_of, note_view
from explainer.rendering.passage_markdown import block_markdown, speaker_attributes
from explainer.rendering.passages import Note, numbered
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


def article_page(linked: Linked, article: AnchoredArticle) -> Page:
    path = article_path(article)
    printer = Printer(linked, path)
    notes = numbered(article)
    paragraphs = _paragraphs(article, notes, printer)
    headline = next((paragraph for paragraph in paragraphs if paragraph.is_headline), None)
    value = article.seed.entry.value
    corrections = printer.corrections(_records(article))
    body = render(
        "article.md.j2",
        p=printer,
        article=article.seed.entry,
        source=article.seed.text.source,
        headline=headline,
        paragraphs=[paragraph for paragraph in paragraphs if paragraph is not headline],
        kinds=kinds_of(article),
        errata=errata_by_type(notes, article.seed.text.text),
        sureness=sureness(notes),
        sides=_sides(notes, printer),
        corrections=corrections,
    )
    head = front_matter(value.title, value.description, card=card_of(path))
    data = article_data(article, corrections, printer)
    return Page(path, f"{head}{body}\n{data}\n", article.seed.entry.node.span.path)


def _records(article: AnchoredArticle) -> set[str]:
    """What is corrected on this page: the article's own words about itself, and its annotations."""
    return {str(Ref(RecordType.ARTICLE, article.id)), *(str(anchor.annotation.ref) for anchor in article.anchors)}


def _paragraphs(article: AnchoredArticle, notes: tuple[Note, ...], printer: Printer) -> list[ParagraphView]:
    text = article.seed.text
    terms = printer.linked.term_links.get(article.id, ())
    boxes_shown: set[str] = set()
    drawn = drawn_places(printer.linked)
    is_drawn = False
    views = []
    for index, block in enumerate(text.blocks):
        ending = [note for note in notes if block.start < note.anchor.end <= block.end]
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
                notes=tuple(note_view(note, text.text, speaker_attributes(note, printer), printer) for note in ending),
                boxes=tuple(_boxes(block, notes, boxes_shown, printer)),
                map=map_figure(printer, css="x-here") if has_map else Markup(""),
            )
        )
    return views


def _boxes(block: Block, notes: tuple[Note, ...], shown: set[str], printer: Printer) -> list[Entry[shapes.ContextBox]]:
    boxes = []
    for note in notes:
        match note.anchor.annotation.value:
            case shapes.ContextAnnotation(box=str(box)) if block.start < note.anchor.end <= block.end:
                entry = printer.linked.seeds.context.get(box)
                if entry and box not in shown:
                    shown.add(box)
                    boxes.append(entry)
    return boxes


def _sides(notes: tuple[Note, ...], printer: Printer) -> list[shapes.Side]:
    """The sides whose words are noted, in the order of the site."""
    speaking = {speaker_of(note.anchor.annotation.value) for note in notes}
    letters = {side.letter for side in map(printer.side_of, speaking) if side}
    return [entry.value for entry in printer.linked.seeds.sides.values() if entry.value.letter in letters]
