"""What the site's search finds besides whole sections: notes, terms, people and places, each at its own address."""

from collections.abc import Iterator

from generator.model import seeds as shapes
from generator.model.stages import Address, Entry, Linked, Ref, SearchEntry
from generator.prose.nodes import plain_text
from generator.rendering.notes import kind_of, lemma


def search_entries(linked: Linked) -> tuple[SearchEntry, ...]:
    return (*_notes(linked), *_terms(linked), *_parties(linked), *_places(linked))


def _notes(linked: Linked) -> Iterator[SearchEntry]:
    for article in linked.anchored.articles.values():
        for anchor in article.anchors:
            annotation = anchor.annotation.value
            passage = " ".join(article.seed.text.text[anchor.start : anchor.end].split())
            title = f"{kind_of(annotation).label}{_speaker(linked, annotation)}: {lemma(passage)}"
            reading = annotation.should_be or "" if isinstance(annotation, shapes.ErratumAnnotation) else ""
            yield from _entry(
                linked, anchor.annotation.ref, title, [passage, reading, _text(linked, anchor.annotation, "note")]
            )


def _speaker(linked: Linked, annotation: shapes.Annotation) -> str:
    if not isinstance(annotation, shapes.ClaimAnnotation) or annotation.party not in linked.seeds.parties:
        return ""
    return f" by {linked.seeds.parties[annotation.party].value.name}"


def _terms(linked: Linked) -> Iterator[SearchEntry]:
    for entry in linked.seeds.terms.values():
        words = [_text(linked, entry, "definition"), *entry.value.variants, *_names(entry.value.names)]
        yield from _entry(linked, entry.ref, f"Term: {entry.value.term}", words)


def _parties(linked: Linked) -> Iterator[SearchEntry]:
    for entry in linked.seeds.parties.values():
        words = [entry.value.office, _text(linked, entry, "note"), *_names(entry.value.names)]
        yield from _entry(linked, entry.ref, f"{entry.value.type.label}: {entry.value.name}", words)


def _places(linked: Linked) -> Iterator[SearchEntry]:
    for entry in linked.seeds.places.values():
        words = [entry.value.within, _text(linked, entry, "note"), *_names(entry.value.names)]
        yield from _entry(linked, entry.ref, f"Place: {entry.value.name}", words)


def _names(names: shapes.Names | None) -> tuple[str, ...]:
    return (*names.en, *names.ru, *names.uk) if names else ()


def _text(linked: Linked, entry: Entry[object], key: str) -> str:
    prose = linked.prose.get(entry.at(key)) if entry.wrote(key) else None
    return plain_text(prose) if prose else ""


def _entry(linked: Linked, ref: Ref | None, title: str, words: list[str]) -> Iterator[SearchEntry]:
    address: Address | None = linked.addresses.get(ref) if ref else None
    if address:
        yield SearchEntry(address, title, " · ".join(word for word in words if word))
