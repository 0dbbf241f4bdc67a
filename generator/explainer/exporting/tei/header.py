"""The header of a TEI document: what the text is, where it was found, and the words with which it is annotated."""

from collections.abc import Iterator

from explainer.exporting.addresses import Addresses
from explainer.exporting.tei.records import when
from explainer.exporting.tei.xml import TeiMarkup, tag
from explainer.exporting.whole.version import VERSION
from explainer.interface import Catalogue
from explainer.model.fields import prose_of
from explainer.model.kinds import KINDS
from explainer.model.marks import unmarked
from explainer.model.record_types import RecordType, Ref
from explainer.model.stages import AnchoredArticle, Linked
from explainer.prose.nodes import plain_text

_EDITORIAL = (
    "The characters of the text are those of the file as it was received, in its order; `fw` holds what belongs to the "
    "page that it was copied from. Notes stand off, between two anchors. A feature structure (`fs`) holds every field "
    "of a record as its author wrote it, texts as CommonMark; what the program knows beside is its feature `derived`. "
    "Positions count code points of the text from 0."
)


def header(linked: Linked, article: AnchoredArticle, addresses: Addresses) -> TeiMarkup:
    value, digest = article.seed.entry.value, article.seed.text.source.sha256
    address = addresses.of(linked.addresses.get(Ref(RecordType.ARTICLE, article.id)))
    licence = tag("availability", tag("licence", unmarked(value.licence)))
    found = [tag("title", unmarked(value.title))]
    found += [tag("publisher", value.publisher)] if value.publisher else []
    found += [tag("date", value.published, **when(value.published))] if value.published else []
    found += [tag("ref", value.url, target=value.url)] if value.url else []
    found.append(tag("idno", digest, type_="SHA-256"))
    found.append(tag("note", unmarked(plain_text(prose_of(value.provenance))), type_="provenance"))
    return tag(
        "teiHeader",
        tag(
            "fileDesc",
            tag("titleStmt", tag("title", unmarked(value.title)), *_responsible(linked)),
            _publication(linked, address, licence),
            tag("sourceDesc", tag("bibl", *found)),
        ),
        _encoding(linked.catalogue) if len(linked.anchored.articles) == 1 else None,
    )


def corpus_header(linked: Linked, addresses: Addresses) -> TeiMarkup:
    site = linked.seeds.site.value if linked.seeds.site else None
    title = tag("title", unmarked(site.title) if site else "")
    description = tag("p", unmarked(site.description) if site else "")
    return tag(
        "teiHeader",
        tag(
            "fileDesc", tag("titleStmt", title, *_responsible(linked)), _publication(linked, addresses.site or None),
            tag("sourceDesc", description),
        ),
        _encoding(linked.catalogue),
    )  # fmt: skip


def _responsible(linked: Linked) -> Iterator[TeiMarkup]:
    site = linked.seeds.site
    if site and site.value.made_by:
        yield tag("respStmt", tag("resp", "annotation"), tag("name", unmarked(site.value.made_by)))


def _publication(linked: Linked, address: str | None, licence: TeiMarkup | None = None) -> TeiMarkup:
    site = linked.seeds.site
    name = unmarked(site.value.made_by) if site and site.value.made_by else ""
    number = tag("idno", address, type_="URI") if address else None
    return tag("publicationStmt", tag("publisher", name), number, licence)


def _encoding(words: Catalogue) -> TeiMarkup:
    kinds = (
        tag("category", tag("catDesc", f"{words.gettext(kind.label)}: {words.gettext(kind.definition)}"),
            xml_id=f"kind.{kind.word}")
        for kind in KINDS
    )  # fmt: skip
    return tag(
        "encodingDesc",
        tag("projectDesc", tag("p", f"Made by explainer from the seeds of a site; form {VERSION}.")),
        tag("editorialDecl", tag("p", _EDITORIAL)),
        tag("classDecl", tag("taxonomy", *kinds, xml_id="kinds")),
    )
