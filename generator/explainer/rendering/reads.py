"""Pages with what was read to print them: which values of which records.

Every record is handed to the pages in a wrapping that notes each value that somebody takes out of it. So what a page
shows of a record is known from printing it, and is written nowhere a second time.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

from explainer.model.changes import Path, Printed
from explainer.model.record_types import RECORD_TYPES, RecordType, Ref
from explainer.model.seeds import Shape
from explainer.model.stages import AnchoredArticle, Entry, Linked, Page

T = TypeVar("T")
Note = Callable[[Path], None]
Noted = list[tuple[tuple[str, str], Path]]
"""Record and path of each value that was read, in order: kept as it comes, because printing reads a great deal."""


def with_reads(
    linked: Linked, pages: Callable[[Linked, Linked], Mapping[str, Callable[[], Page]]]
) -> Callable[[str], Printed | None]:
    """What prints a page of `pages` by its path; None where there is none."""
    noted: Noted = []
    made = pages(_watched(linked, noted), linked)

    def printed(path: str) -> Printed | None:
        if path not in made:
            return None
        noted.clear()
        markdown = made[path]().markdown
        reads: dict[tuple[str, str], dict[Path, int]] = {}
        for (record, at), times in Counter(noted).items():
            reads.setdefault(record, {})[at] = times
        return Printed(markdown, reads)

    return printed


class _Watched:
    """A record, or a part of one at `path`: reads as the record itself does, and notes what is read."""

    __slots__ = ("_note", "_path", "_record")

    def __init__(self, record: Any, note: Note, path: Path = ()) -> None:
        self._record, self._note, self._path = record, note, path

    @property  # type: ignore[misc]  # of an object, it can be set; nobody does
    def __class__(self) -> Any:
        """So that `isinstance` and `match` see the record."""
        return type(self._record)

    def __getattr__(self, name: str) -> Any:
        shape = type(self._record)
        if name not in shape.__dataclass_fields__:  # made of fields: those are what is read
            derived = getattr(shape, name)
            return derived.__get__(self, shape) if isinstance(derived, property) else derived
        return _part(getattr(self._record, name), self._note, (*self._path, name.replace("_", "-")))


def _part(value: Any, note: Note, path: Path) -> Any:
    """A value of a record. Of records in it, only what is read in them counts: nothing shows more of a list."""
    if isinstance(value, Shape):
        return _Watched(value, note, path)
    if type(value) is tuple and value and isinstance(value[0], Shape):
        return tuple([_Watched(item, note, (*path, index)) for index, item in enumerate(value)])
    note(path)
    return value


@dataclass(frozen=True, eq=False)
class _WatchedEntry(Entry[T]):
    note: Note = field(kw_only=True, repr=False)

    def wrote(self, *path: str | int) -> bool:
        self.note(path)
        return super().wrote(*path)


class _Labels(Mapping[Ref, str]):
    """What links to records call them: that, too, is read from the records."""

    def __init__(self, linked: Linked, noted: Noted, records: Mapping[Ref, Entry[Any]]) -> None:
        self._labels, self._noted, self._records = linked.labels, noted, records
        self._words = linked.catalogue

    def __getitem__(self, ref: Ref) -> str:
        label = self._labels[ref]
        if ref.type is RecordType.ANNOTATION:
            self._noted.append(((ref.type, ref.id), ("quote",)))
        else:
            RECORD_TYPES[ref.type].label(self._records[ref].value, self._words)
        return label

    def __iter__(self) -> Iterator[Ref]:
        return iter(self._labels)

    def __len__(self) -> int:
        return len(self._labels)


def _watched(linked: Linked, noted: Noted) -> Linked:
    def watched(entry: Entry[T], type: str = "") -> Entry[T]:
        record = (entry.ref.type, entry.ref.id) if entry.ref else (type, "")

        def note(path: Path) -> None:
            noted.append((record, path))

        value: Any = _Watched(entry.value, note)
        return _WatchedEntry(entry.ref, value, entry.node, note=note)

    def all_of(group: Mapping[str, Entry[T]]) -> Mapping[str, Entry[T]]:
        return {id: watched(entry) for id, entry in group.items()}

    def article(of: AnchoredArticle) -> AnchoredArticle:
        anchors = tuple(replace(anchor, annotation=watched(anchor.annotation)) for anchor in of.anchors)
        return replace(of, seed=replace(of.seed, entry=watched(of.seed.entry)), anchors=anchors)

    seeds = linked.seeds
    articles = {id: article(each) for id, each in linked.anchored.articles.items()}
    shown = replace(
        seeds,
        site=watched(seeds.site, "site") if seeds.site else None,
        map=watched(seeds.map, "map") if seeds.map else None,
        articles={id: articles[id].seed if id in articles else each for id, each in seeds.articles.items()},
        records={type_: all_of(group) for type_, group in seeds.records.items()},
    )
    records: dict[Ref, Entry[Any]] = {
        entry.ref: entry for group in shown.records.values() for entry in group.values() if entry.ref
    } | {each.seed.entry.ref: each.seed.entry for each in articles.values() if each.seed.entry.ref}
    return replace(
        linked,
        anchored=replace(linked.anchored, seeds=shown, articles=articles),
        labels=_Labels(linked, noted, records),
        made=None,
    )
