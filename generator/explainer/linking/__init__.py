"""Linking: every reference resolves or is a diagnostic; addresses, glossary links, and the way back from each record.

A reference that does not resolve is left out of its text or record, and said so; the rest stays.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar

from explainer.diagnostics import Diagnostic
from explainer.interface import catalogue_of
from explainer.linking.addresses import addresses_of
from explainer.linking.backlinks import uses_of
from explainer.linking.checks import check
from explainer.linking.former import former_of
from explainer.linking.forms import linked_forms
from explainer.linking.glossary import Glossary, glossary_of, links_in_article
from explainer.linking.records import KnownRecords, records_of
from explainer.linking.references import check_references
from explainer.linking.silencing import silenced
from explainer.linking.texts import linked_text
from explainer.model.fields import MARKDOWN, Form, OurText
from explainer.model.parts import PartedLists
from explainer.model.paths import Address
from explainer.model.record_types import Ref
from explainer.model.seeds import ContextBox, Event, Party, Place, Question
from explainer.model.stages import Anchored, Entry, Linked, TermLink
from explainer.model.walk import Leaf, mapped

__all__ = ["link", "silenced"]

T = TypeVar("T")

_WITH_GLOSSARY: dict[type, frozenset[str]] = {
    ContextBox: frozenset({"text", "unknown"}),
    Question: frozenset({"assessment", "note", "unknown"}),
    Event: frozenset({"text"}),
    Party: frozenset({"note"}),
    Place: frozenset({"note"}),
}
"""The texts of ours that get glossary links: the first time on each page. Notes in the margin stand beside the
article's own links, and a definition is a link's end."""


def link(anchored: Anchored, original: Linked | None = None) -> tuple[Linked, tuple[Diagnostic, ...]]:
    """Resolve every id and every Markdown text of the seeds, and list where each record is used.

    `original` is the site of which these are an edition: its articles link to the same terms in the same places.
    """
    site = anchored.seeds.site
    words = catalogue_of(site.value.language if site else None)
    records = records_of(anchored, words)
    lists = PartedLists(anchored.seeds)
    addresses = addresses_of(anchored, lists)
    glossary, found_glossary = glossary_of(anchored.seeds, linked_forms(anchored))
    found = [*found_glossary, *check_references(anchored, records)]
    linked_texts, found_texts = _with_texts(anchored, records, addresses, glossary)
    term_links = original.term_links if original else _term_links(glossary, anchored)
    uses = uses_of(linked_texts, addresses, term_links, records)
    former, found_former = former_of(anchored, addresses, records, lists)
    found += found_former
    found += found_texts
    is_whole = (anchored.seeds.site is not None and original is None) and not (
        records.dropped or records.dropped_types or any(diagnostic.is_error for diagnostic in found)
    )
    linked = Linked(linked_texts, addresses, records.labels, term_links, uses, former, words)
    return linked, (*found, *check(linked, is_whole=is_whole))


def _term_links(glossary: Glossary, anchored: Anchored) -> dict[str, tuple[TermLink, ...]]:
    return {id: links_in_article(glossary, article) for id, article in anchored.articles.items()}


def _with_texts(
    anchored: Anchored, records: KnownRecords, addresses: Mapping[Ref, Address], glossary: Glossary
) -> tuple[Anchored, list[Diagnostic]]:
    """The records, each text of ours with its tree."""
    found: list[Diagnostic] = []
    seen: dict[str, set[str]] = {}

    def linked(entry: Entry[T], /) -> Entry[T]:
        page = addresses[entry.ref].page if entry.ref and entry.ref in addresses else ""
        linkable = _WITH_GLOSSARY.get(type(entry.value), frozenset())

        def with_tree(leaf: Leaf, _: Form) -> OurText:
            prose, problems = linked_text(leaf.value, entry.at(*leaf.path), records, anchored.seeds.files)
            found.extend(problems)
            if leaf.key in linkable:
                prose = glossary.in_prose(prose, seen.setdefault(page, set()))
            return OurText.linked(leaf.value, prose)

        value = mapped(entry.value, with_tree, MARKDOWN)
        return entry if value is entry.value else replace(entry, value=value)

    return anchored.with_each(linked), found
