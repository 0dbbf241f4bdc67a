"""What the site's search finds besides whole sections, each at its own address.

Of a question its short answer, with other spellings of the places and other names of the terms that its page names;
notes, what parties say on questions, terms, people, places, and sources.
"""

from collections.abc import Iterator

from explainer.model import paths
from explainer.model import seeds as shapes
from explainer.model.fields import OurText, prose_of
from explainer.model.kinds import kind_of, reading_of, speaker_of
from explainer.model.paths import Address
from explainer.model.record_types import RecordType, Ref
from explainer.model.stages import Linked, SearchEntry
from explainer.model.status import judgement_of, said_of
from explainer.prose.nodes import plain_text
from explainer.rendering import bibliography
from explainer.rendering.linked_data import position_fragment
from explainer.rendering.notes import lemma
from explainer.rendering.phrases import inside, label, status_mark


def search_entries(linked: Linked) -> tuple[SearchEntry, ...]:
    return (
        *_questions(linked),
        *_notes(linked),
        *_positions(linked),
        *_reports(linked),
        *_terms(linked),
        *_parties(linked),
        *_places(linked),
        *_sources(linked),
    )


def _questions(linked: Linked) -> Iterator[SearchEntry]:
    named: dict[str, list[str]] = {}
    for ref, uses in linked.uses.items():
        for page in {use.address.page for use in uses}:
            named.setdefault(page, []).extend(_other_names(linked, ref))
    for entry in linked.seeds.questions.values():
        address = linked.addresses.get(entry.ref) if entry.ref else None
        if address:
            also = tuple(dict.fromkeys(named.get(address.page, ())))
            yield SearchEntry(address, entry.value.title, _text(entry.value.summary), also)


def _other_names(linked: Linked, ref: Ref) -> tuple[str, ...]:
    if ref.type is RecordType.TERM and ref.id in linked.seeds.terms:
        term = linked.seeds.terms[ref.id].value
        # Not other forms of its own word, which are found as its beginning is.
        return tuple(
            name for name in (*term.variants, *_names(term.names)) if name[:4].casefold() != term.term[:4].casefold()
        )
    if ref.type is RecordType.PLACE and ref.id in linked.seeds.places:
        return _names(linked.seeds.places[ref.id].value.names)
    return ()


def _notes(linked: Linked) -> Iterator[SearchEntry]:
    for article in linked.anchored.articles.values():
        for anchor in article.anchors:
            annotation = anchor.annotation.value
            passage = " ".join(article.seed.text.text[anchor.start : anchor.end].split())
            title = _title_of(linked, annotation, lemma(passage))
            where = [article.seed.entry.value.title] if len(linked.anchored.articles) > 1 else []
            words = [*where, *_marks(linked, annotation), passage, reading_of(annotation), _text(annotation.note)]
            yield from _entry(linked, anchor.annotation.ref, title, words)


def _marks(linked: Linked, annotation: shapes.Annotation) -> Iterator[str]:
    """What is said and what is shown, each by its name."""
    if isinstance(annotation, shapes.ClaimAnnotation):
        said = label(linked.catalogue, said_of(annotation, linked.seeds.parties))
        yield linked.catalogue.gettext("Said: %(sureness)s", sureness=said)
    if judged := judgement_of(annotation, linked.seeds.questions):
        yield status_mark(linked.catalogue, judged.status)


def _positions(linked: Linked) -> Iterator[SearchEntry]:
    """What a party says on a question, with all that the page prints of it: there its columns are no sections."""
    for entry in linked.seeds.questions.values():
        address = linked.addresses.get(entry.ref) if entry.ref else None
        for index, position in enumerate(entry.value.positions):
            party = linked.seeds.parties.get(position.party)
            if address and party:
                words = [position.says or "", position.by or "", _text(position.note)]
                for item in position.evidence:
                    words += [item.excerpt or "", _text(item.note)]
                title = linked.catalogue.gettext(
                    "Position of %(party)s: %(stance)s",
                    party=_inside(party.value.name),
                    stance=inside(linked.catalogue, position.position),
                )
                yield SearchEntry(Address(address.page, position_fragment(index)), title, _joined(words))


def _reports(linked: Linked) -> Iterator[SearchEntry]:
    """What a report says on a question; the words of articles that are printed are found as such."""
    for entry in linked.seeds.reports.values():
        if entry.id not in linked.anchored.articles:
            for passage in entry.value.passages:
                words = [passage.quote, passage.by or "", _text(passage.note)]
                address = Address(paths.article(entry.id), f"n-{passage.id}")
                title = linked.catalogue.gettext("Report: %(title)s", title=entry.value.title)
                yield SearchEntry(address, title, _joined([" ".join(each.split()) for each in words]))


def _title_of(linked: Linked, annotation: shapes.Annotation, passage: str) -> str:
    words, party = linked.catalogue, linked.seeds.parties.get(speaker_of(annotation))
    kind = label(words, kind_of(annotation))
    if party is None:
        return words.pgettext("kind of note", "%(kind)s: %(name)s", kind=kind, name=passage)
    by = _inside(party.value.name)
    return words.gettext("%(kind)s by %(speaker)s: %(passage)s", kind=kind, speaker=by, passage=passage)


def _terms(linked: Linked) -> Iterator[SearchEntry]:
    for entry in linked.seeds.terms.values():
        words = [_text(entry.value.definition), *entry.value.variants, *_names(entry.value.names)]
        yield from _entry(linked, entry.ref, linked.catalogue.gettext("Term: %(name)s", name=entry.value.term), words)


def _parties(linked: Linked) -> Iterator[SearchEntry]:
    for entry in linked.seeds.parties.values():
        type_ = label(linked.catalogue, entry.value.type)
        title = linked.catalogue.pgettext("party", "%(type)s: %(name)s", type=type_, name=entry.value.name)
        words = [entry.value.office, _text(entry.value.note), *_names(entry.value.names)]
        yield from _entry(linked, entry.ref, title, words)


def _places(linked: Linked) -> Iterator[SearchEntry]:
    for entry in linked.seeds.places.values():
        words = [entry.value.within, _text(entry.value.note), *_names(entry.value.names)]
        yield from _entry(linked, entry.ref, linked.catalogue.gettext("Place: %(name)s", name=entry.value.name), words)


def _sources(linked: Linked) -> Iterator[SearchEntry]:
    for entry in linked.seeds.sources.values():
        source = entry.value
        if entry.ref in linked.uses:  # as on the page
            words = [
                source.title or source.description or "",
                bibliography.publisher(source, linked.catalogue),
                source.note or "",
            ]
            name = bibliography.short_name(source, linked.catalogue)
            yield from _entry(linked, entry.ref, linked.catalogue.gettext("Source: %(name)s", name=name), words)


def _inside(name: str) -> str:
    """A name after other words: “by the Kremlin”."""
    return "the " + name.removeprefix("The ") if name.startswith("The ") else name


def _names(names: shapes.Names) -> tuple[str, ...]:
    return tuple(name for tag in sorted(names) for name in names[tag])


def _text(text: OurText | None) -> str:
    return plain_text(prose_of(text)) if text else ""


def _entry(linked: Linked, ref: Ref | None, title: str, words: list[str]) -> Iterator[SearchEntry]:
    address: Address | None = linked.addresses.get(ref) if ref else None
    if address:
        yield SearchEntry(address, title, _joined(words))


def _joined(words: list[str]) -> str:
    return " · ".join(dict.fromkeys(word for word in words if word))
