"""Ids in fields: each names a record of the right type, or is a diagnostic at its place."""

from collections.abc import Iterator

from explainer.diagnostics import Diagnostic
from explainer.linking.entries import entries_of
from explainer.linking.leaves import reference_leaves
from explainer.linking.records import Records
from explainer.model.seeds import Correction
from explainer.model.stages import Anchored, RecordType, Ref
from explainer.rules import REFERENCE_RESOLVES
from explainer.source import Span

_HOME_OF = {
    RecordType.ARTICLE: "as the folder `seeds/articles/{id}`",
    RecordType.ANNOTATION: "to the `annotations.yaml` of its article",
    RecordType.QUESTION: "as the file `seeds/questions/{id}.yaml`",
    RecordType.CONTEXT: "as the file `seeds/context/{id}.yaml`",
    RecordType.TERM: "to `seeds/glossary.yaml`",
    RecordType.SIDE: "to `seeds/parties.yaml`, under `sides`",
    RecordType.PARTY: "to `seeds/parties.yaml`, under `parties`",
    RecordType.PLACE: "to `seeds/places.yaml`",
    RecordType.EVENT: "to `seeds/events.yaml`",
    RecordType.SOURCE: "to `seeds/sources.yaml`",
}
"""Where an author adds a record of each type: “add it …”."""
_CALLED = {RecordType.CONTEXT: "context box"}


def check_references(anchored: Anchored, records: Records) -> Iterator[Diagnostic]:
    unshown = (note for article in anchored.seeds.unshown.values() for note in article.annotations)
    for entry in (*entries_of(anchored), *unshown):
        if isinstance(entry.value, Correction):
            yield from check_typed(entry.value.record, entry.at("record"), records)
        for leaf in reference_leaves(entry.value):
            yield from unresolved(leaf.value, leaf.types, entry.at(*leaf.path), records)


def unresolved(id: str, types: tuple[RecordType, ...], span: Span, records: Records) -> Iterator[Diagnostic]:
    """A diagnostic where `id` names no record of `types`, unless that record is reported as broken already."""
    refs = [Ref(type, id) for type in types]
    if any(records.has(ref) or records.is_dropped(ref) for ref in refs):
        return
    wanted = "record" if len(types) > 2 else " or ".join(_CALLED.get(type, type) for type in types)
    near = records.nearest(id, types)
    add = "the record" if len(types) > 2 else f"it {' or '.join(_HOME_OF[type].format(id=id) for type in types)}"
    fix = f"Did you mean `{near}`? If not, add {add}." if near else f"Correct the id, or add {add}."
    yield Diagnostic(REFERENCE_RESOLVES, span, f"no {wanted} has the id `{id}`", fix)


def check_typed(record: str, span: Span, records: Records) -> Iterator[Diagnostic]:
    """A diagnostic where `record`, a type and an id, names no record."""
    type, _, id = record.partition("/")
    if type not in list(RecordType):
        types = ", ".join(f"`{type}`" for type in RecordType)
        fix = f"Write `type/id`, with one of the types {types}."
        yield Diagnostic(REFERENCE_RESOLVES, span, f"`{record}` does not begin with a type of record", fix)
    else:
        yield from unresolved(id, (RecordType(type),), span, records)
