"""Which records the ids under each key name: the one place that says it, for linking, renaming and editors."""

from collections.abc import Mapping

from explainer.model.record_types import RECORD_TYPES, RecordType

NAMED: Mapping[str, tuple[RecordType, ...]] = {
    key: tuple(type_ for type_, other in RECORD_TYPES.items() if key in other.keys)
    for key in sorted({key for declared in RECORD_TYPES.values() for key in declared.keys})
}
"""By the key as an author writes it; other ids name the record itself or a part of it."""

TYPED = "record"
"""The key under which a record is named with its type: `question/losses`, in a text of one line."""

BARE = tuple(type_ for type_, declared in RECORD_TYPES.items() if not declared.is_of_article)
"""What a bare `[[id]]` may name; an annotation's id says its article first."""
