"""Which sources a page lists, with their numbers, and which terms it explains: known before it is printed.

Each kind of page says in what order it shows texts and names sources; that order gives the numbers. The printer only
looks them up, so that no line of a template changes those of another.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from explainer.model.fields import OurText, prose_of
from explainer.model.record_types import RecordType, Ref
from explainer.model.seeds import Evidence
from explainer.model.stages import Linked
from explainer.prose import nodes
from explainer.rendering.corrections_listed import corrections_of


@dataclass(frozen=True, slots=True)
class Numbers:
    sources: Mapping[str, int]
    """The number of each source, in the order of the page's list."""
    terms: tuple[str, ...]
    """In the order in which they first stand on the page."""


@dataclass(frozen=True, slots=True)
class InLine:
    """A text of ours that is printed in one line: one that has other blocks than paragraphs loses its links there."""

    text: OurText | None


Part: TypeAlias = OurText | InLine | Ref | None
"""What a page shows: a text of ours, a source that it names, a term to which its article links."""


def numbers_of(parts: Iterable[Part], corrected: Collection[str], linked: Linked) -> Numbers:
    """The numbers of a page that shows `parts` in this order, then corrections of `corrected` and its terms."""
    shown = [ref for part in parts for ref in _named(part)]
    shown += [ref for each in corrections_of(corrected, linked) for ref in _named(InLine(each.value.text))]
    terms = dict.fromkeys(ref.id for ref in shown if ref.type is RecordType.TERM and ref in linked.addresses)
    definitions = (InLine(linked.seeds.terms[term].value.definition) for term in terms)
    shown += [ref for part in definitions for ref in _named(part)]
    cited = dict.fromkeys(ref.id for ref in shown if ref.type is RecordType.SOURCE and ref.id in linked.seeds.sources)
    return Numbers({id_: number for number, id_ in enumerate(cited, 1)}, tuple(terms))


def sources(ids: Iterable[str]) -> Iterator[Ref]:
    """Sources that are named by their ids."""
    return (Ref(RecordType.SOURCE, id_) for id_ in ids)


def of_evidence(items: Iterable[Evidence]) -> Iterator[Part]:
    """What a list of evidence shows of each item."""
    for item in items:
        yield InLine(item.note)
        yield from sources((item.source,))


def _named(part: Part) -> Iterator[Ref]:
    match part:
        case Ref():
            yield part
        case InLine(text=text):
            blocks = prose_of(text).blocks if text else ()
            if all(isinstance(block, nodes.Paragraph) for block in blocks):
                yield from _in(blocks)
        case str():
            yield from _in(prose_of(part).blocks)


def _in(children: Iterable[nodes.ProseBlock | nodes.Inline]) -> Iterator[Ref]:
    for child in children:
        match child:
            case nodes.Citation(sources=cited):
                yield from sources(cited)
            case nodes.TermWord(term=term):
                yield Ref(RecordType.TERM, term)
            case nodes.ListBlock(items=items):
                for item in items:
                    yield from _in(item)
            case nodes.Paragraph() | nodes.Heading() | nodes.Quotation() | nodes.Emphasis() | nodes.Link():
                yield from _in(child.children)
