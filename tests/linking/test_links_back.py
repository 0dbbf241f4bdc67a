"""Addresses, and the way back: whatever names a record is listed at that record, once a place."""

from collections import Counter

from explainer.linking.entries import entries_of
from explainer.model.fields import ID, MARKDOWN, prose_of
from explainer.model.paths import Address
from explainer.model.record_types import RecordType, Ref
from explainer.model.references import NAMED
from explainer.model.seeds import Site
from explainer.model.walk import texts
from explainer.prose.nodes import citations
from tests.cases import minimal_seeds
from tests.stages import linked

USED = {
    "side/traders": [
        "index.md",
        "questions/stalls.md",
        "people-and-places.md#party-guild",
        "sources.md#bugle-2031-02-05",
    ],
    "term/guild": ["articles/market.md#p3", "articles/market.md#n-guild-word", "questions/stalls.md"],
    # The home page only puts the boxes in order.
    "context/institute": ["articles/market.md#n-inspectors"],
    "event/visit": ["index.md"],
    "article/market": ["index.md"],
    "place/brindle": [
        "articles/market.md#n-closing", "questions/stalls.md", "context/institute.md", "glossary.md#hall",
        "timeline.md#storm",
    ],
    "question/stalls": [
        "index.md", "articles/market.md#n-total-collapse", "articles/market.md#n-stalls-of-guild",
        "articles/market.md#n-clock", "people-and-places.md#place-brindle", "timeline.md#storm",
    ],
}  # fmt: skip


def shown(address: Address) -> str:
    return f"{address.page}#{address.fragment}" if address.fragment else address.page


def test_every_record_has_an_address_of_its_own() -> None:
    topic = b"- {id: roof, title: The roof, text: It fell in., articles: [market], questions: [stalls]}\n"
    report = b"title: The list\nsource: county-2031-02-05\nread: part\n"
    records, found = linked({**minimal_seeds(), "seeds/topics.yaml": topic, "seeds/reports/list.yaml": report})
    assert not found
    assert max(Counter(records.addresses.values()).values()) == 1
    assert {ref.type for ref in records.addresses} == set(RecordType)
    for ref, address in records.addresses.items():
        assert ref.id.rpartition("/")[2] in shown(address), "the author's id is the address"


def test_the_way_back() -> None:
    records, _ = linked(minimal_seeds())
    uses = {str(ref): [shown(use.address) for use in places] for ref, places in records.uses.items()}
    assert {ref: uses[ref] for ref in USED} == USED


def test_whatever_names_a_record_is_listed_there_once() -> None:
    records, _ = linked(minimal_seeds())
    for entry in entries_of(records.anchored):
        named = {
            Ref(type_, leaf.value)
            for leaf in texts(entry.value, ID)
            for type_ in NAMED.get(leaf.key, ())
            if not (isinstance(entry.value, Site) and leaf.key in ("questions", "context"))
        }
        for leaf in texts(entry.value, MARKDOWN):
            cited = citations(prose_of(leaf.value).blocks)
            named |= {Ref(RecordType.SOURCE, source) for source in cited}
        for ref in named & records.addresses.keys() - {entry.ref}:
            by = [use for use in records.uses[ref] if use.by == entry.ref or entry.ref is None]
            assert by, f"{ref} is named by {entry.ref}"
    for places in records.uses.values():
        assert max(Counter((use.address, use.by) for use in places).values()) == 1
        assert all(use.label for use in places)
