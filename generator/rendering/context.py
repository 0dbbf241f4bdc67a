"""The pages of the context boxes, and their index."""

from collections.abc import Iterator

from generator.model import seeds as shapes
from generator.model.stages import Entry, Linked, Page
from generator.rendering import evidence
from generator.rendering.front_matter import front_matter
from generator.rendering.printer import Printer
from generator.rendering.templates import render

INDEX = "context/index.md"


def context_pages(linked: Linked) -> Iterator[Page]:
    boxes = list(linked.seeds.context.values())
    if boxes:
        printer = Printer(linked, INDEX, numbered=False)
        site = linked.seeds.site
        body = render("context-index.md.j2", p=printer, boxes=boxes)
        yield Page(INDEX, front_matter("Context") + body, site.node.span.path if site else None)
    for entry in boxes:
        yield _page(linked, entry)


def _page(linked: Linked, entry: Entry[shapes.ContextBox]) -> Page:
    path = f"context/{entry.id}.md"
    printer = Printer(linked, path)
    body = render(
        "context.md.j2",
        p=printer,
        box=entry,
        groups=evidence.groups(entry.value.evidence, printer),
        corrections=printer.corrections({str(entry.ref)}),
    )
    return Page(path, front_matter(entry.value.title, entry.value.description) + body, entry.node.span.path)
