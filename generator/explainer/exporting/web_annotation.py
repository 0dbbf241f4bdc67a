"""Annotations in the W3C Web Annotation Data Model: one `AnnotationCollection` an article.

A target names the page on which the article was found, and as its state the exact text, by its hash: positions count
the characters (code points) of that text. What bodies say is Markdown as the author wrote it, citations and all.
Each annotation also carries its fields as they were written, under terms of ours: see `model.exchange`. They stand in
the order of their file.
"""

from collections.abc import Iterator
from typing import Any

from explainer.exporting.addresses import Addresses
from explainer.exporting.passage import context
from explainer.model import exchange
from explainer.model import seeds as shapes
from explainer.model.stages import Anchor, AnchoredArticle, Linked, RecordType, Ref
from explainer.model.status import judgement_of


def collections(linked: Linked, addresses: Addresses) -> list[dict[str, Any]]:
    """The annotations of each article that has any."""
    articles = linked.anchored.articles.values()
    return [_collection(linked, article, addresses) for article in articles if article.anchors]


def _collection(linked: Linked, article: AnchoredArticle, addresses: Addresses) -> dict[str, Any]:
    text = exchange.name_of_text(article.seed.text.source.sha256)
    page = addresses.of(linked.addresses.get(Ref(RecordType.ARTICLE, article.id))) or text
    places = {anchor.annotation.ref: anchor for anchor in article.anchors}
    written = [places[each.ref] for each in article.seed.annotations if each.ref in places]
    items = [_annotation(linked, article, anchor, addresses, page) for anchor in written]
    return {
        "@context": [exchange.CONTEXT, exchange.context()],
        "id": f"{page}#annotations",
        "type": "AnnotationCollection",
        "label": article.seed.entry.value.title,
        "total": len(items),
        "first": {
            "id": f"{page}#annotations-page-1",
            "type": "AnnotationPage",
            "partOf": f"{page}#annotations",
            "startIndex": 0,
            "items": items,
        },
        "last": f"{page}#annotations-page-1",
    }


def _annotation(
    linked: Linked, article: AnchoredArticle, anchor: Anchor, addresses: Addresses, page: str
) -> dict[str, Any]:
    annotation = anchor.annotation.value
    bodies = list(_bodies(linked, annotation, addresses))
    return {
        "id": f"{page}#n-{annotation.id}",
        "type": "Annotation",
        "motivation": exchange.MOTIVATIONS[annotation.kind],
        **({"body": bodies} if bodies else {}),
        "target": _target(article, anchor),
        **exchange.terms(annotation.kind, anchor.annotation.node),
    }


def _target(article: AnchoredArticle, anchor: Anchor) -> dict[str, Any]:
    name, url = exchange.name_of_text(article.seed.text.source.sha256), article.seed.entry.value.url
    prefix, suffix = context(article.seed.text, anchor)
    quote = {"type": "TextQuoteSelector", "exact": article.seed.text.text[anchor.start : anchor.end]}
    quote |= {key: value for key, value in (("prefix", prefix), ("suffix", suffix)) if value}
    return {
        "type": "SpecificResource",
        "source": url or name,
        **({"state": name} if url else {}),
        "selector": [quote, {"type": "TextPositionSelector", "start": anchor.start, "end": anchor.end}],
    }


def _bodies(linked: Linked, annotation: shapes.Annotation, addresses: Addresses) -> Iterator[dict[str, Any]]:
    language = linked.seeds.site.value.language if linked.seeds.site else "en"

    def link(type_: RecordType, id_: str | None, purpose: str = "linking") -> Iterator[dict[str, Any]]:
        url = addresses.of(linked.addresses.get(Ref(type_, id_))) if id_ else None
        if url:
            yield {"type": "SpecificResource", "source": url, "purpose": purpose}

    match annotation:
        case shapes.ClaimAnnotation(party=party, question=question):
            if party in linked.seeds.parties:
                name = linked.seeds.parties[party].value.name
                yield {"type": "TextualBody", "value": name, "format": "text/plain", "purpose": "tagging"}
            judged = judgement_of(annotation, linked.seeds.questions)
            if judged:
                said = f"{judged.status.label} (as of {judged.as_of}). {judged.status.definition}"
                yield {"type": "TextualBody", "value": said, "format": "text/plain", "purpose": "assessing"}
            yield from link(RecordType.QUESTION, question)
        case shapes.ErratumAnnotation(should_be=str(reading)):
            yield {"type": "TextualBody", "value": reading, "format": "text/plain", "purpose": "editing"}
        case shapes.ContextAnnotation(box=box):
            yield from link(RecordType.CONTEXT, box, "describing")
        case shapes.TermAnnotation(term=term):
            yield from link(RecordType.TERM, term, "identifying")
        case shapes.FramingAnnotation(question=question) | shapes.NoteAnnotation(question=question):
            yield from link(RecordType.QUESTION, question)
    if annotation.note:
        purpose = "describing" if annotation.kind == "context" else "commenting"
        yield {
            "type": "TextualBody",
            "value": annotation.note,
            "format": "text/markdown",
            "language": language,
            "purpose": purpose,
        }
    for source in dict.fromkeys(each.source for each in annotation.evidence):
        entry = linked.seeds.sources.get(source)
        if entry and entry.value.URL:
            yield {"type": "SpecificResource", "source": entry.value.URL, "purpose": "linking"}
