"""What the site's search finds besides the sections of pages, each at its own address.

Of a question its short answer and how else it is asked, with other spellings of the places and other names of the
terms that its page names;
notes, what parties say on questions, terms, people, places, sources, and the words of articles (`search_articles`).
"""

from collections.abc import Iterable, Iterator

from explainer.model import seeds as shapes
from explainer.model.fields import OurText, prose_of
from explainer.model.kinds import kind_of, reading_of, speaker_of
from explainer.model.paths import Address
from explainer.model.record_types import RecordType, Ref
from explainer.model.schema_org import position_fragment
from explainer.model.search_kinds import SearchKind
from explainer.model.stages import AnchoredArticle, Linked, SearchEntry
from explainer.model.status import judgement_of, said_of
from explainer.prose.nodes import plain_text
from explainer.rendering import bibliography
from explainer.rendering.notes import lemma
from explainer.rendering.phrases import inside, label, status_mark
from explainer.rendering.search_articles import article_entries, host, report_entries

_OF_NOTES = {"claim": SearchKind.CLAIM, "erratum": SearchKind.ERRATUM}


def search_entries(linked: Linked) -> tuple[SearchEntry, ...]:
    return (
        *_questions(linked),
        *(entry for article in linked.anchored.articles.values() for entry in article_entries(article)),
        *(entry for article in linked.anchored.articles.values() for entry in _notes(linked, article)),
        *_positions(linked),
        *report_entries(linked),
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
            value, mentions = entry.value, tuple(dict.fromkeys(named.get(address.page, ())))
            also = (*((value.short,) if value.short else ()), *_names(value.asked))
            text, status = _text(value.summary), status_mark(linked.catalogue, value.status)
            yield SearchEntry(address, SearchKind.QUESTION, value.title, text, also, mentions, status=status)


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


def _notes(linked: Linked, article: AnchoredArticle) -> Iterator[SearchEntry]:
    language = article.seed.entry.value.language
    where = [article.seed.entry.value.title] if len(linked.anchored.articles) > 1 else []
    for anchor in article.anchors:
        annotation, ref = anchor.annotation.value, anchor.annotation.ref
        address = linked.addresses.get(ref) if ref else None
        if address:
            passage = " ".join(article.seed.text.text[anchor.start : anchor.end].split())
            yield SearchEntry(
                address,
                _OF_NOTES.get(kind_of(annotation).word, SearchKind.NOTE),
                _title_of(linked, annotation, lemma(passage)),
                _joined([*where, reading_of(annotation), _text(annotation.note)]),
                quoted=passage,
                language=language,
                side=_side(linked, speaker_of(annotation)),
                status=_joined(_marks(linked, annotation)),
            )


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
            if address is None or party is None:
                continue
            words = [position.by or "", _text(position.note)]
            for item in position.evidence:
                words += [item.excerpt or "", _text(item.note)]
            title = linked.catalogue.gettext(
                "Position of %(party)s: %(stance)s",
                party=_inside(party.value.name),
                stance=inside(linked.catalogue, position.position),
            )
            yield SearchEntry(
                Address(address.page, position_fragment(index)),
                SearchKind.POSITION,
                title,
                _joined(words),
                quoted=" ".join((position.says or "").split()),
                language=position.language or "",
                side=_side(linked, position.party),
            )


def _side(linked: Linked, party: str) -> shapes.Side | None:
    found = linked.seeds.parties.get(party)
    side = linked.seeds.sides.get(found.value.side) if found else None
    return side.value if side else None


def _title_of(linked: Linked, annotation: shapes.Annotation, passage: str) -> str:
    words, party = linked.catalogue, linked.seeds.parties.get(speaker_of(annotation))
    kind = label(words, kind_of(annotation))
    if party is None:
        return words.pgettext("kind of note", "%(kind)s: %(name)s", kind=kind, name=passage)
    by = _inside(party.value.name)
    return words.gettext("%(kind)s by %(speaker)s: %(passage)s", kind=kind, speaker=by, passage=passage)


def _terms(linked: Linked) -> Iterator[SearchEntry]:
    for entry in linked.seeds.terms.values():
        also = (*entry.value.variants, *_names(entry.value.names))
        title = linked.catalogue.gettext("Term: %(name)s", name=entry.value.term)
        yield from _named(linked, entry.ref, SearchKind.TERM, title, _text(entry.value.definition), also)


def _parties(linked: Linked) -> Iterator[SearchEntry]:
    for entry in linked.seeds.parties.values():
        type_ = label(linked.catalogue, entry.value.type)
        title = linked.catalogue.pgettext("party", "%(type)s: %(name)s", type=type_, name=entry.value.name)
        text = _joined([entry.value.office, _text(entry.value.note)])
        side = _side(linked, entry.id)
        yield from _named(linked, entry.ref, SearchKind.PARTY, title, text, _names(entry.value.names), side)


def _places(linked: Linked) -> Iterator[SearchEntry]:
    for entry in linked.seeds.places.values():
        text = _joined([entry.value.within, _text(entry.value.note)])
        title = linked.catalogue.gettext("Place: %(name)s", name=entry.value.name)
        yield from _named(linked, entry.ref, SearchKind.PLACE, title, text, _names(entry.value.names))


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
            title = linked.catalogue.gettext("Source: %(name)s", name=name)
            also = (host(source.URL),) if source.URL else ()
            yield from _named(linked, entry.ref, SearchKind.SOURCE, title, _joined(words), also)


def _inside(name: str) -> str:
    """A name after other words: “by the Kremlin”."""
    return "the " + name.removeprefix("The ") if name.startswith("The ") else name


def _names(names: shapes.Names) -> tuple[str, ...]:
    return tuple(name for tag in sorted(names) for name in names[tag])


def _text(text: OurText | None) -> str:
    return plain_text(prose_of(text)) if text else ""


def _named(
    linked: Linked,
    ref: Ref | None,
    kind: SearchKind,
    title: str,
    text: str,
    also: tuple[str, ...],
    side: shapes.Side | None = None,
) -> Iterator[SearchEntry]:
    address: Address | None = linked.addresses.get(ref) if ref else None
    if address:
        yield SearchEntry(address, kind, title, text, tuple(dict.fromkeys(also)), side=side)


def _joined(words: Iterable[str]) -> str:
    return " · ".join(dict.fromkeys(word for word in words if word))
