"""Who claims what, and what was assessed, in the words of schema.org (JSON-LD).

No more than is true: a claim is words that somebody said, with who said them and where. A `ClaimReview` stands only
where evidence was weighed with a result; it has that result in words, and no rating: a status is no point on a scale.
What nobody could judge yet has claims, and no review.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from explainer.exporting.addresses import Addresses
from explainer.model import paths, schema_org
from explainer.model import seeds as shapes
from explainer.model.fields import prose_of
from explainer.model.marks import unmarked
from explainer.model.paths import Address
from explainer.model.record_types import RecordType, Ref
from explainer.model.roots import said_in
from explainer.model.schema_org import POSITION, SAID, SHOWN, defined_term, machine, organisation, read_in, without_none
from explainer.model.stages import Anchor, AnchoredArticle, Entry, Linked
from explainer.model.status import Judgement, is_article, judgement_of, said_of
from explainer.prose.nodes import plain_text
from explainer.vocabulary import PartyType, Reading, Status

UNJUDGED = (Status.UNVERIFIED, Status.CANNOT_BE_JUDGED)
"""Statuses that say that nothing could be assessed: a review of such a claim would be none."""
_TYPES = {
    "article-newspaper": "NewsArticle", "article-magazine": "Article", "article-journal": "ScholarlyArticle",
    "book": "Book", "chapter": "Chapter", "dataset": "Dataset", "map": "Map", "post": "SocialMediaPosting",
    "post-weblog": "BlogPosting", "report": "Report", "thesis": "Thesis", "webpage": "WebPage",
}  # fmt: skip
"""What CSL calls a source, in the words of schema.org; everything else is a work."""


def schema_org_graph(linked: Linked, addresses: Addresses) -> dict[str, Any]:
    made = _Graph(linked, addresses)
    nodes = [made.site(), *made.parties(), *made.sources(), *made.articles()]
    claims = [*made.claims_of_articles(), *made.claims_of_questions()]
    reviews = [*made.reviews_of_claims(), *made.reviews_of_questions()]
    graph = [_clean(without_none(node)) for node in (*nodes, *claims, *reviews)]
    return {"@context": schema_org.CONTEXT, "@graph": graph}


def _clean(value: Any) -> Any:
    """Without the marks of an edition."""
    match value:
        case str():
            return unmarked(value)
        case dict():
            return {key: _clean(each) for key, each in value.items()}
        case list():
            return [_clean(each) for each in value]
        case _:
            return value


class _Graph:
    def __init__(self, linked: Linked, addresses: Addresses) -> None:
        self.linked, self.addresses = linked, addresses
        self.seeds, self.words = linked.seeds, linked.catalogue

    # --- what is spoken of ------------------------------------------------------------------------

    def site(self) -> dict[str, Any]:
        site = self.seeds.site.value if self.seeds.site else None
        return {
            "@type": "WebSite",
            "@id": self._at(Address(paths.HOME)),
            "name": site and site.title,
            "description": site and site.description,
            "inLanguage": self.words.language,
            "url": self.addresses.site or None,
            "publisher": self._maker(),
        }

    def parties(self) -> Iterator[dict[str, Any]]:
        for id_, entry in self.seeds.parties.items():
            party = entry.value
            if party.type is PartyType.ARTICLE:
                continue
            is_person = party.type is PartyType.PERSON
            names = sorted({name for several in party.names.values() for name in several} - {party.name})
            yield {
                "@type": "Person" if is_person else "Organization",
                "@id": self._id(RecordType.PARTY, id_),
                "name": party.name,
                "alternateName": names or None,
                "jobTitle": party.office if is_person else None,
                "description": None if is_person else party.office,
                "memberOf": self._named(RecordType.PARTY, party.member_of),
            }

    def sources(self) -> Iterator[dict[str, Any]]:
        for id_, entry in self.seeds.sources.items():
            source = entry.value
            original = {"@type": "CreativeWork", "publisher": organisation(source.original_publisher)}
            carries = source.reading is not Reading.ORIGINAL and source.original_publisher
            of = "translationOfWork" if source.reading is Reading.TRANSLATION else "isBasedOn"
            yield {
                "@type": _TYPES.get(source.type, "CreativeWork"),
                "@id": self._id(RecordType.SOURCE, id_),
                "name": source.title,
                "description": source.description,
                "author": [_person(each) for each in source.author] or None,
                "publisher": organisation(source.publisher or source.container_title),
                "datePublished": machine(source.issued),
                "inLanguage": source.language,
                "url": source.URL,
                "archivedAt": source.archive_url,
                **({of: original} if carries else {}),
            }

    def articles(self) -> Iterator[dict[str, Any]]:
        """The text as it was found; our page about it is another work, with notes of ours."""
        for article in self.linked.anchored.articles.values():
            value, digest = article.seed.entry.value, article.seed.text.source.sha256
            yield {
                "@type": "Article",
                "@id": self._id(RecordType.ARTICLE, article.id),
                "name": value.title,
                "description": value.description,
                "url": self.addresses.of(self.linked.addresses.get(Ref(RecordType.ARTICLE, article.id))),
                "publisher": self._maker(),
                "isBasedOn": {"@id": self._text_of(article)},
            }
            yield {
                "@type": "Article",
                "@id": self._text_of(article),
                "publisher": organisation(value.publisher),
                "datePublished": machine(value.published),
                "inLanguage": value.language,
                "url": value.url,
                "archivedAt": value.archive_url,
                "identifier": {"@type": "PropertyValue", "propertyID": "SHA-256", "value": digest},
            }

    # --- claims -----------------------------------------------------------------------------------

    def claims_of_articles(self) -> Iterator[dict[str, Any]]:
        for article, anchor, claim in self._claims():
            said = said_of(claim, self.seeds.parties)
            read = (item.source for item in said_in(claim, self.seeds))
            found = [{"@id": self._text_of(article)}, *self._works(read)]
            yield {
                "@type": "Claim",
                "@id": self._id(RecordType.ANNOTATION, anchor.annotation.id),
                "text": " ".join(article.seed.text.text[anchor.start : anchor.end].split()),
                "inLanguage": article.seed.entry.value.language,
                "author": self._speaker(claim.party),
                "appearance": found,
                "keywords": defined_term(SAID, said, self.words),
            }

    def claims_of_questions(self) -> Iterator[dict[str, Any]]:
        for entry, number, position in self._positions():
            yield {
                "@type": "Claim",
                "@id": self._position(entry, number),
                "text": " ".join((position.says or "").split()),
                "inLanguage": position.language or self.words.language,
                "author": self._speaker(position.party),
                "datePublished": machine(position.date),
                "appearance": self._works(read_in(position)) or None,
                "keywords": defined_term(POSITION, position.position, self.words),
            }

    # --- reviews ----------------------------------------------------------------------------------

    def reviews_of_claims(self) -> Iterator[dict[str, Any]]:
        """Of claims with a status of their own; that of a question is a review of all claims on it."""
        for article, anchor, claim in self._claims():
            judged = judgement_of(claim, self.seeds.questions)
            if judged and judged.is_own and judged.status not in UNJUDGED:
                address = self._id(RecordType.ANNOTATION, anchor.annotation.id)
                text = " ".join(article.seed.text.text[anchor.start : anchor.end].split())
                about = self._review(judged, address, text, [{"@id": address}])
                yield {**about, "reviewBody": _plain(claim.note), "citation": self._evidence(claim.evidence)}

    def reviews_of_questions(self) -> Iterator[dict[str, Any]]:
        for id_, entry in self.seeds.questions.items():
            question, judged = entry.value, judgement_of(entry.value, self.seeds.questions)
            claims = [
                {"@id": self._id(RecordType.ANNOTATION, anchor.annotation.id)}
                for _, anchor, claim in self._claims()
                if claim.question == id_ and claim.status is None
            ]
            claims += [{"@id": self._position(each, number)} for each, number, _ in self._positions() if each is entry]
            if judged and claims and judged.status not in UNJUDGED:
                about = self._review(judged, self._id(RecordType.QUESTION, id_), question.title, claims)
                texts = {"abstract": _plain(question.summary), "reviewBody": _plain(question.assessment)}
                yield {**about, **texts, "citation": self._evidence(question.evidence)}

    def _review(self, judged: Judgement, address: str, claimed: str, claims: list[dict[str, str]]) -> dict[str, Any]:
        """As of its date; when it was published, no record says."""
        return {
            "@type": "ClaimReview",
            "@id": f"{address}{'-' if '#' in address else '#'}review",
            "url": address,
            "claimReviewed": claimed,
            "itemReviewed": claims,
            "author": self._maker(),
            "inLanguage": self.words.language,
            "keywords": defined_term(SHOWN, judged.status, self.words),
            "temporalCoverage": judged.as_of,
        }

    # --- parts ------------------------------------------------------------------------------------

    def _claims(self) -> Iterator[tuple[AnchoredArticle, Anchor, shapes.ClaimAnnotation]]:
        for article in self.linked.anchored.articles.values():
            for anchor in article.anchors:
                if isinstance(claim := anchor.annotation.value, shapes.ClaimAnnotation):
                    yield article, anchor, claim

    def _positions(self) -> Iterator[tuple[Entry[shapes.Question], int, shapes.Position]]:
        """Those in the party's own words."""
        for entry in self.seeds.questions.values():
            for number, position in enumerate(entry.value.positions, 1):
                if position.says is not None:
                    yield entry, number, position

    def _position(self, entry: Entry[shapes.Question], number: int) -> str:
        return self._at(Address(paths.question(entry.id), schema_org.position_fragment(number - 1)))

    def _speaker(self, party: str) -> dict[str, str] | None:
        return None if is_article(party, self.seeds.parties) else self._named(RecordType.PARTY, party)

    def _evidence(self, items: Iterable[shapes.Evidence]) -> list[dict[str, str]] | None:
        return self._works(item.source for item in items) or None

    def _works(self, sources: Iterable[str]) -> list[dict[str, str]]:
        return [found for each in dict.fromkeys(sources) if (found := self._named(RecordType.SOURCE, each))]

    def _maker(self) -> dict[str, str] | None:
        site = self.seeds.site
        return organisation(site.value.made_by) if site else None

    def _text_of(self, article: AnchoredArticle) -> str:
        return f"{self._id(RecordType.ARTICLE, article.id)}#source"

    def _named(self, type_: RecordType, id_: str | None) -> dict[str, str] | None:
        return {"@id": self._id(type_, id_)} if id_ and Ref(type_, id_) in self.linked.addresses else None

    def _id(self, type_: RecordType, id_: str) -> str:
        return self._at(self.linked.addresses[Ref(type_, id_)])

    def _at(self, address: Address) -> str:
        return self.addresses.of_any(address) or "./"


def _plain(text: str | None) -> str | None:
    return plain_text(prose_of(text)) if text else None


def _person(person: shapes.Person) -> dict[str, str]:
    """A name that is not divided may be anybody's."""
    if person.literal:
        return {"name": person.literal}
    return {"@type": "Person", "name": " ".join(filter(None, (person.given, person.family)))}
