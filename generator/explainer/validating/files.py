"""Which records each file holds, and what is lost where a file or a record is broken."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, Generic, TypeVar

from explainer import rules, tree
from explainer.diagnostics import Diagnostic
from explainer.model.allowed import RecordOf
from explainer.model.fields import ID
from explainer.model.record_types import RecordType, Ref
from explainer.model.stages import Documents, Entry
from explainer.source import Span
from explainer.validating import checks, mistakes
from explainer.validating.checks import id_is_unique
from explainer.validating.kinds import shape_of_annotation
from explainer.validating.records import record

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class FileRecords(Generic[T]):
    """The good records of a file or folder, and what was left out."""

    entries: tuple[Entry[T], ...] = ()
    found: tuple[Diagnostic, ...] = ()
    dropped: frozenset[Ref] = frozenset()
    dropped_types: frozenset[RecordType] = frozenset()


@dataclass(frozen=True, slots=True)
class File:
    """A YAML file: its tree, or None where there is none; `is_unreadable` says that it is there all the same."""

    path: str
    node: tree.Node | None
    is_unreadable: bool


def file_of(documents: Documents, path: str) -> File:
    return File(path, documents.trees.get(path), path in documents.unreadable)


def single(file: File, shape: type[T], ref: Ref | None) -> FileRecords[T]:
    """The one record that a whole file is; without a ref nothing can point at it."""
    lost: FileRecords[T] = FileRecords(dropped=frozenset({ref} if ref else ()))
    path, node = file.path, file.node
    if node is None:
        return lost
    if ref and not re.fullmatch(ID.pattern, ref.id):
        where = "folder" if path.startswith("seeds/articles/") else "file"
        message = f"the name of this {where}, `{ref.id}`, is not a valid id"
        return replace(lost, found=(Diagnostic(rules.VALUE_HAS_FORM, Span(path), message, f"Rename it: {ID.words}."),))
    if not isinstance(node, tree.Mapping):
        return replace(lost, found=(_root(node, path, shape),))
    value, found = record(shape, node)
    if value is None:
        return replace(lost, found=found)
    return FileRecords((Entry(ref, value, node),), found)


def folder(documents: Documents, prefix: str, shape: type[T], type_: RecordType) -> FileRecords[T]:
    """The records of a folder, one a file, each with the name of its file as its id."""
    known = {*documents.trees, *documents.unreadable}
    paths = sorted(path for path in known if path.startswith(prefix))
    return merged(
        checked(single(file_of(documents, path), shape, Ref(type_, path.removeprefix(prefix).removesuffix(".yaml"))))
        for path in paths
    )


def whole_list(documents: Documents, path: str, shape: type[T], type_: RecordType | None) -> FileRecords[T]:
    """The records of a file that is one list."""
    if path in documents.unreadable:
        return FileRecords(dropped_types=frozenset({type_} if type_ else ()))
    return listed(documents.trees.get(path), partial(_always, shape), type_)


def annotations(file: File, article: str) -> FileRecords[Any]:
    """The annotations of an article: each has the shape of its kind, and the article before its id."""
    if file.is_unreadable:
        return FileRecords(dropped_types=frozenset({RecordType.ANNOTATION}))
    return listed(file.node, shape_of_annotation, RecordType.ANNOTATION, f"{article}/")


def sections(
    documents: Documents, path: str, wanted: Mapping[str, tuple[type, RecordType]]
) -> tuple[FileRecords[Any], ...]:
    """The lists of a file that holds several, each under its key, in the order of `wanted`."""
    node = documents.trees.get(path)
    lost: tuple[FileRecords[Any], ...] = tuple(
        FileRecords(dropped_types=frozenset({type_})) for _, type_ in wanted.values()
    )
    if path in documents.unreadable:
        return lost
    if node is None or _is_blank(node):
        return tuple(FileRecords() for _ in wanted)
    named = " and ".join(f"`{key}`" for key in wanted)
    if not isinstance(node, tree.Mapping):
        message = f"this file holds a mapping with {named}, and this is {_what(node)}"
        fix = f"Write `{next(iter(wanted))}:` above the list, and indent the list under it."
        found = Diagnostic(rules.VALUE_HAS_FORM, mistakes.start_of(node), message, fix)
        return (replace(lost[0], found=(found,)), *lost[1:])
    free = [key for key in wanted if node.get(key) is None]
    unknown = [
        mistakes.unknown_key(key, free, "this file", f"It takes {named}.")
        for key, _ in node.items
        if key.text not in wanted
    ]
    # What stands under a misspelt key is not missing.
    parts = [
        lost[index]
        if unknown and node.get(key) is None
        else listed(node.get(key), partial(_always, shape), type_, name=f"`{key}`")
        for index, (key, (shape, type_)) in enumerate(wanted.items())
    ]
    first = replace(parts[0], found=(*(diagnostic for diagnostic, _ in unknown), *parts[0].found))
    return (first, *parts[1:])


def listed(
    node: tree.Node | None,
    shape_of: Callable[[tree.Node], type[T] | Diagnostic],
    type_: RecordType | None,
    prefix: str = "",
    name: str = "this file",
) -> FileRecords[T]:
    """The records of a list, each checked on its own: a broken one does not lose the others."""
    types = frozenset({type_} if type_ else ())
    if node is None or _is_blank(node):
        return FileRecords()
    if not isinstance(node, tree.Sequence):
        message = f"{name} holds a list, and this is {_what(node)}"
        found = Diagnostic(rules.VALUE_HAS_FORM, mistakes.start_of(node), message, "Begin each record with `- `.")
        return FileRecords(found=(found,), dropped_types=types)
    return merged(_item(item, shape_of(item), type_, prefix) for item in node.items)


def checked(records: FileRecords[T]) -> FileRecords[T]:
    """The records that pass the checks of one record, warnings aside; the others are dropped."""
    good: list[Entry[T]] = []
    lost: list[Entry[T]] = []
    diagnostics = [*records.found]
    for entry in records.entries:
        found = checks.check(entry)
        diagnostics += found
        (lost if any(each.is_error for each in found) else good).append(entry)
    return FileRecords(
        tuple(good),
        tuple(diagnostics),
        records.dropped | {entry.ref for entry in lost if entry.ref},
        records.dropped_types,
    )


def unique(records: FileRecords[T]) -> FileRecords[T]:
    """The first record of each id."""
    entries, found = id_is_unique.unique(records.entries)
    written = Counter(entry.ref for entry in records.entries)
    lost = frozenset(ref for ref, times in written.items() if ref and times > 1)
    return replace(records, entries=entries, found=(*records.found, *found), dropped=records.dropped | lost)


def merged(parts: Iterable[FileRecords[T]]) -> FileRecords[T]:
    """Several as one, in their order."""
    each = tuple(parts)
    return FileRecords(
        tuple(entry for part in each for entry in part.entries),
        tuple(diagnostic for part in each for diagnostic in part.found),
        frozenset().union(*(part.dropped for part in each)),
        frozenset().union(*(part.dropped_types for part in each)),
    )


def _item(item: tree.Node, shape: type[T] | Diagnostic, type_: RecordType | None, prefix: str) -> FileRecords[T]:
    identity = item.get("id") if isinstance(item, tree.Mapping) else None
    written = identity.text if isinstance(identity, tree.Scalar) else None
    ref = Ref(type_, f"{prefix}{written}") if type_ and written else None
    # Without an id, nobody can tell which references meant the record that is dropped.
    lost: FileRecords[T] = FileRecords(
        dropped=frozenset({ref} if ref else ()), dropped_types=frozenset({type_} if type_ and not ref else ())
    )
    if isinstance(shape, Diagnostic):
        return replace(lost, found=(shape,))
    if not isinstance(item, tree.Mapping):
        return replace(lost, found=(mistakes.wrong_value(RecordOf(shape), item, item, (0,)),))
    value, found = record(shape, item)
    if value is None:
        return replace(lost, found=found)
    return checked(FileRecords((Entry(ref, value, item),)))


def _root(node: tree.Node, path: str, shape: type) -> Diagnostic:
    needs = f"It needs {mistakes.keys(shape)}."
    if _is_blank(node):
        return Diagnostic(rules.KEY_IS_PRESENT, Span(path), "this file is empty", needs)
    message = f"this file holds a mapping with keys, and this is {_what(node)}"
    return Diagnostic(rules.VALUE_HAS_FORM, mistakes.start_of(node), message, needs)


def _what(node: tree.Node) -> str:
    match node:
        case tree.Mapping():
            return "a mapping"
        case tree.Sequence():
            return "a list"
        case _:
            return "a single text"


def _is_blank(node: tree.Node) -> bool:
    return isinstance(node, tree.Scalar) and not (node.text or "").strip()


def _always(shape: type[T], _: tree.Node) -> type[T]:
    return shape
