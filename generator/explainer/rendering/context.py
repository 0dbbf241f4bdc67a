"""The pages of the context boxes, and their index."""

from collections.abc import Callable, Iterator
from functools import partial

from explainer.model import paths
from explainer.model import seeds as shapes
from explainer.model.stages import Entry, Linked, Page
from explainer.rendering import evidence
from explainer.rendering.cards import card_of
from explainer.rendering.front_matter import front_matter
from explainer.rendering.numbers import InLine, Numbers, numbers_of, of_evidence
from explainer.rendering.printer import Printer
from explainer.rendering.templates import render

INDEX = paths.CONTEXT


def context_pages(linked: Linked, counted: Linked) -> Iterator[tuple[str, Callable[[], Page]]]:
    boxes = list(linked.seeds.context.values())
    if boxes:
        yield INDEX, partial(_index, linked, boxes)
    for entry in boxes:
        yield _path(entry), partial(_page, linked, entry, partial(_numbers, counted, counted.seeds.context[entry.id]))


def _path(entry: Entry[shapes.ContextBox]) -> str:
    return f"context/{entry.id}.md"


def _index(linked: Linked, boxes: list[Entry[shapes.ContextBox]]) -> Page:
    body = render("context-index.md.j2", linked.catalogue, p=Printer(linked, INDEX), boxes=boxes)
    words = linked.catalogue
    head = front_matter(words.gettext("Context"), words.gettext("Short background texts, cited sentence by sentence."))
    return Page(INDEX, head + body, None)


def _page(linked: Linked, entry: Entry[shapes.ContextBox], numbers: Callable[[], Numbers]) -> Page:
    path = _path(entry)
    printer = Printer(linked, path, numbers())
    body = render(
        "context.md.j2",
        printer.words,
        p=printer,
        box=entry,
        groups=evidence.groups(entry.value.evidence, linked.seeds),
        corrections=printer.corrections({str(entry.ref)}),
    )
    head = front_matter(entry.value.title, entry.value.description, card=card_of(path, entry.value.title))
    return Page(path, head + body, entry.node.span.path)


def _numbers(linked: Linked, entry: Entry[shapes.ContextBox]) -> Numbers:
    box = entry.value
    parts = (
        box.text,
        *(part for group in evidence.groups(box.evidence, linked.seeds) for part in of_evidence(group.items)),
        *map(InLine, box.unknown),
    )
    return numbers_of(parts, {str(entry.ref)}, linked)
