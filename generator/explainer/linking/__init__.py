"""Linking: every reference resolves or is a diagnostic; addresses, glossary links, and the way back from each record.

A reference that does not resolve is left out of its text or record, and said so; the rest stays.
"""

from collections.abc import Mapping

from explainer.diagnostics import Diagnostic
from explainer.linking.addresses import addresses_of
from explainer.linking.backlinks import uses_of
from explainer.linking.checks import check
from explainer.linking.entries import entries_of
from explainer.linking.former import former_of
from explainer.linking.glossary import Glossary, glossary_of, links_in_article
from explainer.linking.records import Records, records_of
from explainer.linking.references import check_references
from explainer.linking.texts import linked_text
from explainer.model.fields import MARKDOWN
from explainer.model.paths import Address
from explainer.model.record_types import Ref
from explainer.model.seeds import ContextBox, Event, Party, Place, Question
from explainer.model.stages import Anchored, Linked
from explainer.model.walk import texts
from explainer.prose import Prose
from explainer.source import Span

_WITH_GLOSSARY: dict[type, frozenset[str]] = {
    ContextBox: frozenset({"text", "unknown"}),
    Question: frozenset({"assessment", "note", "unknown"}),
    Event: frozenset({"text"}),
    Party: frozenset({"note"}),
    Place: frozenset({"note"}),
}
"""The texts of ours that get glossary links: the first time on each page. Notes in the margin stand beside the
article's own links, and a definition is a link's end."""


def link(anchored: Anchored) -> tuple[Linked, tuple[Diagnostic, ...]]:
    """Resolve every id and every Markdown text of the seeds, and list where each record is used."""
    records = records_of(anchored)
    addresses = addresses_of(anchored)
    glossary, found_glossary = glossary_of(anchored.seeds)
    found = [*found_glossary, *check_references(anchored, records)]
    prose, found_texts = _texts(anchored, records, addresses, glossary)
    term_links = {id: links_in_article(glossary, article) for id, article in anchored.articles.items()}
    uses = uses_of(anchored, addresses, prose, term_links, records)
    former, found_former = former_of(anchored, addresses, records)
    found += found_former
    found += found_texts
    is_whole = anchored.seeds.site is not None and not (
        records.dropped or records.dropped_types or any(diagnostic.is_error for diagnostic in found)
    )
    linked = Linked(anchored, addresses, records.labels, prose, term_links, uses, former)
    return linked, (*found, *check(linked, is_whole=is_whole))


def _texts(
    anchored: Anchored, records: Records, addresses: Mapping[Ref, Address], glossary: Glossary
) -> tuple[dict[Span, Prose], list[Diagnostic]]:
    prose: dict[Span, Prose] = {}
    found: list[Diagnostic] = []
    seen: dict[str, set[str]] = {}
    for entry in entries_of(anchored):
        page = addresses[entry.ref].page if entry.ref and entry.ref in addresses else ""
        linkable = _WITH_GLOSSARY.get(type(entry.value), frozenset())
        for leaf in texts(entry.value, MARKDOWN):
            span = entry.at(*leaf.path)
            text, problems = linked_text(leaf.value, span, records, anchored.seeds.files)
            found += problems
            if leaf.key in linkable:
                text = glossary.in_prose(text, seen.setdefault(page, set()))
            prose[span] = text
    return prose, found
