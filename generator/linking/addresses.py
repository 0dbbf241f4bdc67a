"""Where each record stands on the site. The author's id is the address; types that share a page get a prefix."""

from generator.model.stages import Address, Anchored, RecordType, Ref

PEOPLE_AND_PLACES = "people-and-places.md"


def addresses_of(anchored: Anchored) -> dict[Ref, Address]:
    seeds = anchored.seeds
    addresses: dict[Ref, Address] = {}
    for article in anchored.articles.values():
        page = f"articles/{article.id}.md"
        addresses[Ref(RecordType.ARTICLE, article.id)] = Address(page)
        for anchor in article.anchors:
            if anchor.annotation.ref:
                addresses[anchor.annotation.ref] = Address(page, f"n-{anchor.annotation.value.id}")
    addresses |= {Ref(RecordType.QUESTION, id): Address(f"questions/{id}.md") for id in seeds.questions}
    addresses |= {Ref(RecordType.CONTEXT, id): Address(f"context/{id}.md") for id in seeds.context}
    addresses |= {Ref(RecordType.TERM, id): Address("glossary.md", id) for id in seeds.terms}
    addresses |= {Ref(RecordType.EVENT, id): Address("timeline.md", id) for id in seeds.events}
    addresses |= {Ref(RecordType.SOURCE, id): Address("sources.md", id) for id in seeds.sources}
    for type, ids in (
        (RecordType.SIDE, seeds.sides),
        (RecordType.PARTY, seeds.parties),
        (RecordType.PLACE, seeds.places),
    ):
        addresses |= {Ref(type, id): Address(PEOPLE_AND_PLACES, f"{type}-{id}") for id in ids}
    return addresses
