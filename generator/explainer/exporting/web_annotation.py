"""Annotations in the W3C Web Annotation Data Model: one `AnnotationCollection` an article.

A target names the page on which the article was found, and as its state the exact text, by its hash: positions count
the characters (code points) of that text. What bodies say is Markdown as the author wrote it, citations and all.
Each annotation also carries its fields as they were written, under terms of ours: see `model.exchange`. They stand in
the order of their file.
"""

from collections.abc import Iterator
from typing import Any

from explainer.exporting.addresses import Addresses
from explainer.exporting.collected import collection
from explainer.exporting.passage import context
from explainer.model import exchange
from explainer.model import seeds as shapes
from explainer.model.fields import language_of
from explainer.model.kinds import kind_of, reading_of, record_with_more, speaker_of
from explainer.model.record_types import RecordType, Ref
from explainer.model.roots import said_in
from explainer.model.stages import Anchor, AnchoredArticle, Linked
from explainer.model.status import judgement_of, said_of


def collections(linked: Linked, addresses: Addresses) -> list[dict[str, Any]]:
    """The annotations of each article that has any."""
    articles = linked.anchored.articles.values()
    return [article_collection(linked, article, addresses) for article in articles if article.anchors]


def article_collection(linked: Linked, article: AnchoredArticle, addresses: Addresses) -> dict[str, Any]:
    text = exchange.name_of_text(article.seed.text.source.sha256)
    page = addresses.of(linked.addresses.get(Ref(RecordType.ARTICLE, article.id))) or text
    places = {anchor.annotation.ref: anchor for anchor in article.anchors}
    written = [places[each.ref] for each in article.seed.annotations if each.ref in places]
    items = [_annotation(linked, article, anchor, addresses, page) for anchor in written]
    return collection(page, article.seed.entry.value.title, items, exchange.context())


def _annotation(
    linked: Linked, article: AnchoredArticle, anchor: Anchor, addresses: Addresses, page: str
) -> dict[str, Any]:
    annotation = anchor.annotation.value
    bodies = list(_bodies(linked, annotation, addresses))
    return {
        "id": f"{page}#n-{annotation.id}",
        "type": "Annotation",
        "motivation": kind_of(annotation).motivation,
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
    kind, words = kind_of(annotation), linked.catalogue
    party = linked.seeds.parties.get(speaker_of(annotation))
    if party:
        yield {"type": "TextualBody", "value": party.value.name, "format": "text/plain", "purpose": "tagging"}
    if isinstance(annotation, shapes.ClaimAnnotation):
        said = said_of(annotation, linked.seeds.parties)
        sureness = words.pgettext("Speech", said.label)
        text = f"{words.gettext('Said: %(sureness)s', sureness=sureness)}. {words.gettext(said.definition)}"
        if read := {item.source for item in said_in(annotation, linked.seeds)}:
            one, several = "Where it was said: %(count)s source", "Where it was said: %(count)s sources"
            text += f" {words.ngettext(one, several, len(read))}."
        yield {"type": "TextualBody", "value": text, "format": "text/plain", "purpose": "describing"}
    if judged := judgement_of(annotation, linked.seeds.questions):
        status = words.gettext("Status: %(status)s", status=words.pgettext("Status", judged.status.label))
        dated = words.gettext("%(status)s (as of %(date)s)", status=status, date=judged.as_of)
        shown = f"{dated}. {words.gettext(judged.status.definition)}"
        yield {"type": "TextualBody", "value": shown, "format": "text/plain", "purpose": "assessing"}
    if reading := reading_of(annotation):
        yield {"type": "TextualBody", "value": reading, "format": "text/plain", "purpose": "editing"}
    more = record_with_more(annotation)
    if more and (url := addresses.of(linked.addresses.get(more))):
        purpose = kind.motivation if kind.is_about_that else "linking"
        yield {"type": "SpecificResource", "source": url, "purpose": purpose}
    if annotation.note:
        purpose = "describing" if kind.motivation == "describing" else "commenting"
        yield {
            "type": "TextualBody",
            "value": annotation.note,
            "format": "text/markdown",
            "language": language_of(annotation.note, language),
            "purpose": purpose,
        }
    for source in dict.fromkeys(each.source for each in annotation.evidence):
        entry = linked.seeds.sources.get(source)
        if entry and entry.value.URL:
            yield {"type": "SpecificResource", "source": entry.value.URL, "purpose": "linking"}
