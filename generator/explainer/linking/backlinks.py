"""Where each record is used: the way back from a source, a term, a box, a party, a question."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from explainer.interface import message
from explainer.linking.entries import entries_of
from explainer.linking.records import KnownRecords
from explainer.model import paths
from explainer.model.fields import ID, MARKDOWN, prose_of
from explainer.model.pairs import pairs_of
from explainer.model.paths import Address
from explainer.model.record_types import RecordType, Ref
from explainer.model.references import NAMED
from explainer.model.seeds import Correction, Site, Source
from explainer.model.stages import Anchored, Entry, TermLink, Use
from explainer.model.walk import texts
from explainer.prose import nodes

_HOME = Address(paths.HOME)
_BESIDE = "compare"
"""The key of the site under which stands what pages of their own show."""
_ORDERS = ("questions", "context")
"""What the site lists only to put it in order, which the home page does not show."""


def uses_of(
    anchored: Anchored,
    addresses: Mapping[Ref, Address],
    term_links: Mapping[str, tuple[TermLink, ...]],
    records: KnownRecords,
) -> dict[Ref, tuple[Use, ...]]:
    """By record, in the order of the site, each place once."""
    uses: dict[Ref, dict[tuple[Address, Ref | None], Use]] = {}

    def add(used: Ref, use: Use) -> None:
        if used in addresses and used != use.by:
            uses.setdefault(used, {}).setdefault((use.address, use.by), use)

    waiting: list[Entry[Any]] = []
    for entry in entries_of(anchored):
        if isinstance(entry.value, Source):
            waiting.append(entry)
            continue
        use = _use_by(entry, addresses, records)
        for used in _used_by(entry):
            add(used, use)
        for used, beside in _used_beside(entry, anchored, records):
            add(used, beside)
        if entry.ref and entry.ref.type is RecordType.ARTICLE:
            for used, fragment in _linked_terms(anchored, entry.id, term_links):
                add(used, Use(Address(use.address.page, fragment), entry.ref, use.label))
    # A source that nothing uses is not shown, so it uses nothing: the roots of the used ones first, then theirs.
    while listed := [entry for entry in waiting if entry.ref in uses]:
        waiting = [entry for entry in waiting if entry.ref not in uses]
        for entry in listed:
            for used in _used_by(entry):
                add(used, _use_by(entry, addresses, records))
    return {ref: tuple(places.values()) for ref, places in uses.items()}


def _use_by(entry: Entry[Any], addresses: Mapping[Ref, Address], records: KnownRecords) -> Use:
    if entry.ref:
        return Use(addresses[entry.ref], entry.ref, records.labels[entry.ref])
    if isinstance(entry.value, Correction):
        ref = Ref.parse(entry.value.record)
        if ref and ref in addresses:
            return Use(addresses[ref], ref, records.labels[ref])
    return Use(_HOME, None, message("Home page"))


def _used_by(entry: Entry[Any]) -> Iterator[Ref]:
    for leaf in texts(entry.value, ID):
        if leaf.path[0] == _BESIDE or (leaf.owner is Site and leaf.key in _ORDERS):
            continue
        yield from (Ref(type, leaf.value) for type in NAMED.get(leaf.key, ()))
    for leaf in texts(entry.value, MARKDOWN):
        if leaf.path[0] != _BESIDE:
            yield from _named_in(prose_of(leaf.value).blocks)


def _used_beside(entry: Entry[Any], anchored: Anchored, records: KnownRecords) -> Iterator[tuple[Ref, Use]]:
    """What is said of two articles that stand side by side, which is said on their page."""
    for pair in pairs_of(entry.value, anchored.articles) if isinstance(entry.value, Site) else ():
        one, other = (Ref(RecordType.ARTICLE, id_) for id_ in pair.articles)
        use = Use(Address(paths.beside(one.id, other.id)), one, f"{records.labels[one]} / {records.labels[other]}")
        yield from ((Ref(type_, pair.root), use) for type_ in NAMED["root"] if pair.root)
        yield from ((used, use) for used in _named_in(prose_of(pair.note).blocks if pair.note else ()))


def _named_in(children: Iterable[nodes.ProseBlock | nodes.Inline]) -> Iterator[Ref]:
    for child in children:
        match child:
            case nodes.Citation(sources=sources):
                yield from (Ref(RecordType.SOURCE, id) for id in sources)
            case nodes.Reference(target=target):
                ref = Ref.parse(target)
                assert ref is not None, "a reference that was resolved says its type"
                yield ref
            case nodes.TermWord(term=term):
                yield Ref(RecordType.TERM, term)
            case nodes.ListBlock(items=items):
                for item in items:
                    yield from _named_in(item)
            case nodes.Paragraph() | nodes.Heading() | nodes.Quotation() | nodes.Emphasis() | nodes.Link():
                yield from _named_in(child.children)


def _linked_terms(
    anchored: Anchored, article: str, term_links: Mapping[str, tuple[TermLink, ...]]
) -> Iterator[tuple[Ref, str]]:
    text = anchored.articles[article].seed.text
    for link in term_links[article]:
        index = next(i for i, block in enumerate(text.blocks) if block.start <= link.start < block.end)
        yield Ref(RecordType.TERM, link.term), text.fragment(index)
