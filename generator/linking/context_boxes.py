"""A context box is short, and every paragraph of it says where it comes from."""

import re
from collections.abc import Iterator

from generator.diagnostics import Diagnostic
from generator.linking.records import shortened
from generator.linking.written import Written
from generator.model.seeds import ContextBox
from generator.model.stages import Anchored, Entry
from generator.prose import nodes, parse
from generator.prose.nodes import citations, plain_text
from generator.rules import CONTEXT_IS_CITED, CONTEXT_IS_SHORT

TOO_MANY_WORDS = 250


def check_boxes(anchored: Anchored) -> Iterator[Diagnostic]:
    """Warnings for boxes that are too long, and for each of their paragraphs that cites nothing."""
    for entry in anchored.seeds.context.values():
        prose, _ = parse(entry.value.text)
        count = sum(any(map(str.isalnum, word)) for word in plain_text(prose).split())
        if count >= TOO_MANY_WORDS:
            message = f"the text of this box has {count} words"
            fix = f"Shorten it to fewer than {TOO_MANY_WORDS} words, or make two boxes of it."
            yield Diagnostic(CONTEXT_IS_SHORT, entry.at("text"), message, fix)
        yield from _uncited(entry, prose, anchored)


def _uncited(entry: Entry[ContextBox], prose: nodes.Prose, anchored: Anchored) -> Iterator[Diagnostic]:
    """A list counts as one paragraph, a heading as none."""
    span = entry.at("text")
    written = Written(anchored.seeds.files.get(span.path), span)
    for block in prose.blocks:
        if isinstance(block, nodes.CodeBlock | nodes.Rule):
            continue
        text = plain_text((_first(block),))
        place = written.next(re.compile(r"\W+".join(re.findall(r"\w+", text)[:3])))
        if not isinstance(block, nodes.Heading) and next(citations((block,)), None) is None:
            what = "list" if isinstance(block, nodes.ListBlock) else "paragraph"
            yield Diagnostic(CONTEXT_IS_CITED, place, f"this {what} cites no source: `{shortened(text)}`")


def _first(block: nodes.ProseBlock) -> nodes.ProseBlock:
    """The first paragraph of a block, by whose words it is found."""
    match block:
        case nodes.ListBlock(items=((first, *_), *_)) | nodes.Quotation(children=(first, *_)):
            return _first(first)
        case _:
            return block
