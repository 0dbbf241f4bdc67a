"""What each text about the event says on each question: one decision for the pages, the exports and the checks.

A text is an article that the site prints, or a report that it quotes, or both under one id. Of an article, its claims
speak; of a report, its passages. Nothing follows from what is not quoted: only an author says that a text is silent.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cached_property

from explainer.interface import Catalogue
from explainer.model import seeds as shapes
from explainer.model.paths import Address, article
from explainer.model.record_types import RecordType, Ref
from explainer.model.stages import AnchoredArticle, Entry, Linked
from explainer.model.status import is_article
from explainer.text import dates
from explainer.vocabulary import Extent, Naming, PartyType

PAGE = 24
"""So many texts stand on one page, in several tables."""


class Cell(Enum):
    """What can stand where a question meets a text."""

    WORDS = "words"
    SILENT = "silent"
    UNSEEN = "not-looked-at"


@dataclass(frozen=True, slots=True)
class Saying:
    """Words of a text on a question."""

    id: str
    question: str
    aspect: str | None
    words: str
    quote: str
    """The same as the record has them; in an edition, with a translation of ours."""
    language: str | None
    named: Naming
    party: str | None
    by: str | None
    address: Address
    """Where they stand on this site."""
    passage: shapes.ReportPassage | None = None
    """Of a report; what an article says stands in the article."""


@dataclass(frozen=True)
class CoveredText:
    """One text about the event, with what it says."""

    id: str
    title: str
    outlet: str
    date: str | None
    stands_by: str | None
    """The date that gives its place: its own, or else that of the text from which it was made."""
    language: str | None
    source: str | None
    """Of a report; an article says itself where it is from."""
    read: Extent
    is_printed: bool
    """Whether the site prints all of it."""
    sayings: tuple[Saying, ...]
    """In the order of the text, or of the file of the report."""
    silent_on: frozenset[str]

    @property
    def address(self) -> Address:
        return Address(article(self.id))

    @cached_property
    def _by_question(self) -> Mapping[str, tuple[Saying, ...]]:
        found: dict[str, tuple[Saying, ...]] = {}
        for saying in self.sayings:
            found[saying.question] = (*found.get(saying.question, ()), saying)
        return found

    def on(self, question: str) -> tuple[Saying, ...]:
        return self._by_question.get(question, ())

    def cell(self, question: str) -> Cell:
        if question in self._by_question:
            return Cell.WORDS
        return Cell.SILENT if question in self.silent_on else Cell.UNSEEN


def texts_of(linked: Linked) -> tuple[CoveredText, ...]:
    """Every text about the event, by the date of its publication; last those that have none."""
    return linked.once(_texts_of)


def _texts_of(linked: Linked) -> tuple[CoveredText, ...]:
    articles, reports = linked.anchored.articles, linked.seeds.reports
    printed = [_printed(each, reports.get(id_), linked) for id_, each in articles.items()]
    quoted = [text_of_report(entry, linked) for id_, entry in reports.items() if id_ not in articles]
    return tuple(sorted((*printed, *quoted), key=lambda text: _age(text.stands_by, text.title)))


def titles_of(linked: Linked) -> dict[str, str]:
    """What each text is called, by its id, in the same order: without reading what it says."""
    articles, reports, sources = linked.anchored.articles, linked.seeds.reports, linked.seeds.sources
    placed = [(*_age(_date_of(each, linked), _title_of(each, reports.get(id_))), id_) for id_, each in articles.items()]
    for id_, entry in reports.items():
        if id_ not in articles:
            source = sources.get(entry.value.source)
            placed.append((*_age(source.value.issued if source else None, entry.value.title), id_))
    return {id_: title for _, _, title, id_ in sorted(placed)}


def is_covered(linked: Linked) -> bool:
    """Whether there is more than one text, and a question to lay them side by side."""
    return bool(linked.seeds.questions) and len({*linked.anchored.articles, *linked.seeds.reports}) > 1


def page_count(linked: Linked) -> int:
    return -(-len({*linked.anchored.articles, *linked.seeds.reports}) // PAGE)


def _age(date: str | None, title: str) -> tuple[bool, tuple[int, ...], str]:
    return (date is None, dates.sort_key(date) if date else (), title)


def _date_of(article: AnchoredArticle, linked: Linked) -> str | None:
    value = article.seed.entry.value
    original = linked.seeds.sources.get(value.derived_from or "")
    return value.published or (original.value.issued if original else None)


def _title_of(article: AnchoredArticle, report: Entry[shapes.Report] | None) -> str:
    return report.value.title if report else article.seed.entry.value.title


def text_of_report(entry: Entry[shapes.Report], linked: Linked) -> CoveredText:
    report = entry.value
    source = linked.seeds.sources.get(report.source)
    known = source.value if source else None
    return CoveredText(
        id=entry.id,
        title=report.title,
        outlet=_outlet(known, linked.catalogue) if known else "",
        date=known.issued if known else None,
        stands_by=known.issued if known else None,
        language=known.language if known else None,
        source=report.source,
        read=report.read,
        is_printed=False,
        sayings=tuple(_passages(entry, known, linked)),
        silent_on=frozenset(report.silent_on),
    )


def _outlet(source: shapes.Source, words: Catalogue) -> str:
    """Whose text it is, and where it was read if that is another."""
    where = source.container_title or source.publisher or ""
    if not source.original_publisher or not where:
        return where
    return words.gettext("%(text)s in %(carrier)s", text=source.original_publisher, carrier=where)


def _printed(article: AnchoredArticle, report: Entry[shapes.Report] | None, linked: Linked) -> CoveredText:
    value = article.seed.entry.value
    own = [*_claims(article, linked)]
    taken = {saying.id for saying in own}
    quoted = [*_passages(report, None, linked)] if report else []
    return CoveredText(
        id=article.id,
        title=_title_of(article, report),
        outlet=value.publisher or "",
        date=value.published,
        stands_by=_date_of(article, linked),
        language=value.language,
        source=report.value.source if report else None,
        read=Extent.WHOLE,
        is_printed=True,
        sayings=(*own, *(saying for saying in quoted if saying.id not in taken)),
        silent_on=frozenset(report.value.silent_on) if report else frozenset(),
    )


def _passages(entry: Entry[shapes.Report], source: shapes.Source | None, linked: Linked) -> Iterator[Saying]:
    page = article(entry.id)
    is_quoted = entry.id not in linked.anchored.articles
    for passage in entry.value.passages:
        yield Saying(
            id=passage.id,
            question=passage.question,
            aspect=passage.aspect,
            words=" ".join(passage.quote.split()),
            quote=passage.quote,
            language=passage.language or (source.language if source else None),
            named=passage.named,
            party=passage.party,
            by=passage.by,
            address=Address(page, f"n-{passage.id}" if is_quoted else ""),
            passage=passage,
        )


def _claims(article: AnchoredArticle, linked: Linked) -> Iterator[Saying]:
    for anchor in article.anchors:
        claim, ref = anchor.annotation.value, anchor.annotation.ref
        if isinstance(claim, shapes.ClaimAnnotation) and claim.question and ref:
            yield Saying(
                id=claim.id,
                question=claim.question,
                aspect=claim.aspect,
                words=" ".join(article.seed.text.text[anchor.start : anchor.end].split()),
                quote=claim.quote,
                language=article.seed.entry.value.language,
                named=_naming(claim.party, linked.seeds.parties),
                party=None if is_article(claim.party, linked.seeds.parties) else claim.party,
                by=None,
                address=linked.addresses[Ref(RecordType.ANNOTATION, ref.id)],
            )


def _naming(party: str, parties: Mapping[str, Entry[shapes.Party]]) -> Naming:
    """Of a claim, the party says it; the article itself speaks in its own voice."""
    if is_article(party, parties):
        return Naming.NOBODY
    entry = parties.get(party)
    return Naming.PERSON if entry and entry.value.type is PartyType.PERSON else Naming.OFFICE
