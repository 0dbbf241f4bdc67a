"""Ids in fields: each names a record of the right type, or is a diagnostic at its place."""

from collections.abc import Iterator
from difflib import get_close_matches

from explainer.diagnostics import Diagnostic
from explainer.linking.entries import entries_of
from explainer.linking.records import KnownRecords
from explainer.model.fields import ID
from explainer.model.homes import home_of
from explainer.model.record_types import RecordType, Ref, word_of
from explainer.model.references import NAMED
from explainer.model.seeds import Correction
from explainer.model.stages import Anchored
from explainer.model.walk import texts
from explainer.rules import REFERENCE_RESOLVES
from explainer.source import Span


def check_references(anchored: Anchored, records: KnownRecords) -> Iterator[Diagnostic]:
    unshown = (note for article in anchored.seeds.unshown.values() for note in article.annotations)
    for entry in (*entries_of(anchored), *unshown):
        if isinstance(entry.value, Correction):
            yield from check_typed(entry.value.record, entry.at("record"), records)
        for leaf in texts(entry.value, ID):
            if leaf.key in NAMED:  # else it names a part of the same record
                yield from unresolved(leaf.value, NAMED[leaf.key], entry.at(*leaf.path), records)


def unresolved(id: str, types: tuple[RecordType, ...], span: Span, records: KnownRecords) -> Iterator[Diagnostic]:
    """A diagnostic where `id` names no record of `types`, unless that record is reported as broken already."""
    refs = [Ref(type, id) for type in types]
    if any(records.has(ref) or records.is_dropped(ref) for ref in refs):
        return
    wanted = "record" if len(types) > 2 else " or ".join(map(word_of, types))
    near = records.nearest(id, types)
    add = "the record" if len(types) > 2 else f"it {' or '.join(map(home_of, refs))}"
    fix = f"Did you mean `{near}`? If not, add {add}." if near else f"Correct the id, or add {add}."
    yield Diagnostic(REFERENCE_RESOLVES, span, f"no {wanted} has the id `{id}`", fix)


def check_typed(record: str, span: Span, records: KnownRecords) -> Iterator[Diagnostic]:
    """A diagnostic where `record`, a type and an id, names no record."""
    ref = Ref.parse(record)
    if ref is None:
        types = ", ".join(f"`{type}`" for type in RecordType)
        type_, _, id_ = record.partition("/")
        near = get_close_matches(type_, list(RecordType), 1, cutoff=0.8) if id_ else []
        fix = f"Did you mean `{near[0]}/{id_}`?" if near else f"Write `type/id`, with one of the types {types}."
        yield Diagnostic(REFERENCE_RESOLVES, span, f"`{record}` does not begin with a type of record", fix)
    else:
        yield from unresolved(ref.id, (ref.type,), span, records)
