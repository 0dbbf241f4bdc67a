"""Where each record stands on the site. The author's id is the address; types that share a page get a prefix."""

from explainer.model import paths
from explainer.model.stages import Address, Anchored, RecordType, Ref


def address_of(ref: Ref) -> Address:
    """Where a record with this name stands, or would stand."""
    match ref.type:
        case RecordType.ARTICLE:
            return Address(paths.article(ref.id))
        case RecordType.ANNOTATION:
            article, _, note = ref.id.partition("/")
            return Address(paths.article(article), f"n-{note}")
        case RecordType.QUESTION:
            return Address(paths.question(ref.id))
        case RecordType.CONTEXT:
            return Address(paths.context_box(ref.id))
        case RecordType.TERM:
            return Address(paths.GLOSSARY, ref.id)
        case RecordType.EVENT:
            return Address(paths.TIMELINE, ref.id)
        case RecordType.SOURCE:
            return Address(paths.SOURCES, ref.id)
        case RecordType.SIDE | RecordType.PARTY | RecordType.PLACE:
            return Address(paths.PEOPLE_AND_PLACES, f"{ref.type}-{ref.id}")


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
