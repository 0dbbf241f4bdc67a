"""The whole explainer as TEI P5: the articles verbatim, with notes, people, places, events and sources standing off."""

from collections.abc import Iterator

from explainer.exporting.addresses import Addresses
from explainer.exporting.sections import SECTIONS, OutRecord, records_of
from explainer.exporting.tei import records
from explainer.exporting.tei.body import ends_of, text_of
from explainer.exporting.tei.header import corpus_header, header
from explainer.exporting.tei.records import whole_record, xml_id
from explainer.exporting.tei.xml import TeiMarkup, tag
from explainer.model.record_types import RecordType, Ref
from explainer.model.stages import AnchoredArticle, Linked
from explainer.vocabulary import PartyType

NAMESPACE = "http://www.tei-c.org/ns/1.0"
_DECLARED = '<?xml version="1.0" encoding="UTF-8"?>\n'


def tei_document(linked: Linked, addresses: Addresses) -> str:
    """One `TEI` where there is one article, else a `teiCorpus` of them, with what all share before them."""
    made = _TeiDocument(linked, addresses)
    articles = list(linked.anchored.articles.values())
    language = linked.catalogue.language
    if len(articles) == 1:
        whole = tag(
            "TEI", header(linked, articles[0], addresses), made.stand_off(articles[0]), made.text(articles[0]),
            xmlns=NAMESPACE, xml_lang=language, xml_id=made.name(articles[0]),
        )  # fmt: skip
        return f"{_DECLARED}{whole}\n"
    texts = (
        tag(
            "TEI", header(linked, each, addresses), tag("standOff", made.notes(each)) if each.anchors else None,
            made.text(each), xml_id=made.name(each),
        )
        for each in articles
    )  # fmt: skip
    shared = tag("standOff", *made.shared())
    whole = tag("teiCorpus", corpus_header(linked, addresses), shared, *texts, xmlns=NAMESPACE, xml_lang=language)
    return f"{_DECLARED}{whole}\n"


class _TeiDocument:
    def __init__(self, linked: Linked, addresses: Addresses) -> None:
        self.linked, self.addresses = linked, addresses
        self.records = {section: list(records_of(linked, section, addresses)) for section in SECTIONS}
        self.named = {each.key for several in self.records.values() for each in several if each.key}
        self.notes_of = {each.id: each for each in self._of(RecordType.ANNOTATION)}

    def name(self, article: AnchoredArticle) -> str:
        return xml_id(f"article/{article.id}")

    def point(self, name: str) -> str:
        """At what is in the document, or at its address on the site."""
        if name in self.named:
            return f"#{xml_id(name)}"
        ref = Ref.parse(name)
        address = self.linked.addresses.get(ref) if ref else None
        return self.addresses.of_any(address) if address else f"#{xml_id(name)}"

    def stand_off(self, article: AnchoredArticle) -> TeiMarkup:
        return tag("standOff", *self.shared(), *([self.notes(article)] if article.anchors else []))

    def text(self, article: AnchoredArticle) -> TeiMarkup:
        return text_of(article, ((xml_id(str(each.annotation.ref)), each) for each in article.anchors))

    def notes(self, article: AnchoredArticle) -> TeiMarkup:
        words, language = article.seed.text.text, article.seed.entry.value.language
        made = []
        for anchor in article.anchors:
            record, ends = self.notes_of[anchor.annotation.id], ends_of(xml_id(str(anchor.annotation.ref)))
            made.append(records.note(record, words[anchor.start : anchor.end], language, self.point, ends))
        return tag("listAnnotation", *made)

    def shared(self) -> Iterator[TeiMarkup]:
        """What all articles share."""
        parties: dict[bool, list[OutRecord]] = {True: [], False: []}
        for record in self._of(RecordType.PARTY):
            if (type_ := record.entry.value.type) is PartyType.ARTICLE:
                yield whole_record(record, "party", is_named=True)  # it speaks, but is neither
            else:
                parties[type_ is PartyType.PERSON].append(record)
        for name, found, made in (
            ("listPerson", parties[True], records.person),
            ("listOrg", parties[False], records.person),
            ("listPlace", self._of(RecordType.PLACE), records.place),
            ("listEvent", self._of(RecordType.EVENT), records.event),
            ("listBibl", self._of(RecordType.SOURCE), records.bibliography_entry),
        ):
            if found:
                yield tag(name, *(made(each, self.point) for each in found))
        if terms := self._of(RecordType.TERM):
            yield tag("list", *records.glossary(terms, self.point), type_="gloss")
        for section, several in self.records.items():
            if section.records not in _ELEMENTS:
                name = str(section.records or section.name)
                yield from (whole_record(each, name, is_named=bool(each.key) and name != "article") for each in several)

    def _of(self, type_: RecordType) -> list[OutRecord]:
        return next(several for section, several in self.records.items() if section.records is type_)


_ELEMENTS = {
    RecordType.PARTY, RecordType.PLACE, RecordType.EVENT, RecordType.SOURCE, RecordType.TERM, RecordType.ANNOTATION,
}  # fmt: skip
"""Types of records for which TEI has elements; others are feature structures."""
