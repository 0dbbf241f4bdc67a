"""The passages of reports that are only quoted in the W3C Web Annotation Data Model: one collection a report.

A target is the page on which the report was read, with the words as they stand there.
"""

from collections.abc import Iterator
from typing import Any

from explainer.exporting.addresses import Addresses
from explainer.exporting.collected import collection
from explainer.model import seeds as shapes
from explainer.model.fields import language_of
from explainer.model.paths import Address, article
from explainer.model.record_types import RecordType, Ref
from explainer.model.stages import Entry, Linked


def report_collections(linked: Linked, addresses: Addresses) -> list[dict[str, Any]]:
    """Those of reports whose source has an address; what is printed in full is annotated as an article."""
    made = (report_collection(linked, entry, addresses) for entry in linked.seeds.reports.values())
    return [each for each in made if each]


def report_collection(linked: Linked, entry: Entry[shapes.Report], addresses: Addresses) -> dict[str, Any] | None:
    """None of a report that is an article, has no passages, or no address."""
    source = linked.seeds.sources.get(entry.value.source)
    if source and source.value.URL and entry.value.passages and entry.id not in linked.anchored.articles:
        return _collection(linked, entry, source.value.URL, addresses)
    return None


def _collection(linked: Linked, entry: Entry[shapes.Report], url: str, addresses: Addresses) -> dict[str, Any]:
    page = addresses.of(Address(article(entry.id))) or url
    items = [_annotation(linked, passage, url, page, addresses) for passage in entry.value.passages]
    return collection(page, entry.value.title, items)


def _annotation(
    linked: Linked, passage: shapes.ReportPassage, url: str, page: str, addresses: Addresses
) -> dict[str, Any]:
    bodies = list(_bodies(linked, passage, addresses))
    return {
        "id": f"{page}#n-{passage.id}",
        "type": "Annotation",
        "motivation": "linking",
        **({"body": bodies} if bodies else {}),
        "target": {
            "type": "SpecificResource",
            "source": url,
            "selector": [{"type": "TextQuoteSelector", "exact": " ".join(passage.quote.split())}],
        },
    }


def _bodies(linked: Linked, passage: shapes.ReportPassage, addresses: Addresses) -> Iterator[dict[str, Any]]:
    language = linked.seeds.site.value.language if linked.seeds.site else "en"
    party = linked.seeds.parties.get(passage.party or "")
    if name := (party.value.name if party else passage.by):
        yield {"type": "TextualBody", "value": name, "format": "text/plain", "purpose": "tagging"}
    if question := addresses.of(linked.addresses.get(Ref(RecordType.QUESTION, passage.question))):
        yield {"type": "SpecificResource", "source": question, "purpose": "linking"}
    if passage.note:
        yield {
            "type": "TextualBody", "value": passage.note, "format": "text/markdown",
            "language": language_of(passage.note, language), "purpose": "commenting",
        }  # fmt: skip
