"""Where each record stands on the site. The author's id is the address; types that share a page get a prefix."""

from generator.model.stages import Address, Anchored, RecordType, Ref

PEOPLE_AND_PLACES = "people-and-places.md"


def address_of(ref: Ref) -> Address:
    """Where a record with this name stands, or would stand."""
    match ref.type:
        case RecordType.ARTICLE:
            return Address(f"articles/{ref.id}.md")
        case RecordType.ANNOTATION:
            article, _, note = ref.id.partition("/")
            return Address(f"articles/{article}.md", f"n-{note}")
        case RecordType.QUESTION:
            return Address(f"questions/{ref.id}.md")
        case RecordType.CONTEXT:
            return Address(f"context/{ref.id}.md")
        case RecordType.TERM:
            return Address("glossary.md", ref.id)
        case RecordType.EVENT:
            return Address("timeline.md", ref.id)
        case RecordType.SOURCE:
            return Address("sources.md", ref.id)
        case RecordType.SIDE | RecordType.PARTY | RecordType.PLACE:
            return Address(PEOPLE_AND_PLACES, f"{ref.type}-{ref.id}")


def addresses_of(anchored: Anchored) -> dict[Ref, Address]:
    """The address of every record that will be shown."""
    seeds = anchored.seeds
    refs: list[Ref] = []
    for article in anchored.articles.values():
        refs.append(Ref(RecordType.ARTICLE, article.id))
        refs += [anchor.annotation.ref for anchor in article.anchors if anchor.annotation.ref]
    for type_, ids in (
        (RecordType.QUESTION, seeds.questions),
        (RecordType.CONTEXT, seeds.context),
        (RecordType.TERM, seeds.terms),
        (RecordType.EVENT, seeds.events),
        (RecordType.SOURCE, seeds.sources),
        (RecordType.SIDE, seeds.sides),
        (RecordType.PARTY, seeds.parties),
        (RecordType.PLACE, seeds.places),
    ):
        refs += [Ref(type_, each) for each in ids]
    return {ref: address_of(ref) for ref in refs}
