"""Lists that are too long for one page: the parts into which they are split, by what stays as it is.

The first page of such a list keeps a line for each record, under the address that it had while the list was whole, and
so does a part that becomes too long itself. Terms, sources, people and places are parted by how their ids begin,
events by their year, month and day; so a new record moves no other, and each address that was ever given leads on.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Protocol

from explainer.model import paths
from explainer.model.paths import Address
from explainer.model.record_types import RecordType, Ref, address_of
from explainer.model.stages import Linked, Seeds
from explainer.text import dates

LIMIT = 1000
"""So many records stand on one page; of more, a list is split."""
PEOPLE, PLACES = "people", "places"
BEGINS = "id-"
"""What stands before the first letters of ids in the address of a part."""


class _KeyAt(Protocol):
    def __call__(self, ref: Ref, depth: int) -> str | None:
        """What tells a record from others, the more the deeper, from 1; None where nothing tells more."""


@dataclass(frozen=True)
class ListPart:
    """A page of a list: the whole of it, or one into which it is split."""

    path: str
    key: str
    """What its address says below the list's; nothing for the whole list."""
    depth: int
    refs: tuple[Ref, ...]
    """What stands on it, or on the parts below."""
    below: tuple["ListPart", ...] = ()
    """Nothing where it is short enough."""

    def walked(self) -> Iterator["ListPart"]:
        """The page itself and all below."""
        yield self
        for part in self.below:
            yield from part.walked()


class PartedLists:
    """The lists of a site, by the path of their first page, and where each record stands."""

    def __init__(self, seeds: Seeds) -> None:
        self._renamed = dict(_renamed(seeds))
        refs: dict[RecordType, tuple[Ref, ...]] = {
            type_: tuple(Ref(type_, id_) for id_ in records) for type_, records in seeds.records.items()
        }
        for old in self._renamed:  # stands where it stood, so that the page stays, with a line that leads on
            refs[old.type] += (old,)
        self._keys: Mapping[str, _KeyAt] = {
            paths.TIMELINE: partial(_by_date, seeds, self._renamed),
            paths.PEOPLE_AND_PLACES: _by_section,
            paths.GLOSSARY: _by_id,
            paths.SOURCES: _by_id,
        }
        of_list = {
            paths.TIMELINE: refs[RecordType.EVENT],
            paths.PEOPLE_AND_PLACES: (*refs[RecordType.PARTY], *refs[RecordType.PLACE]),
            paths.GLOSSARY: refs[RecordType.TERM],
            paths.SOURCES: refs[RecordType.SOURCE],
        }
        self.lists = {
            path: _parted(ListPart(path, "", 0, own), path, self._keys[path]) for path, own in of_list.items()
        }

    def address(self, ref: Ref) -> Address:
        """Where a record of this name stands, or stood before it was renamed."""
        address = address_of(ref)
        if ref.type is RecordType.SIDE or address.page not in self.lists:
            return address
        part, key_at = self.lists[address.page], self._keys[address.page]
        while found := next((each for each in part.below if each.key == key_at(ref, each.depth)), None):
            part = found
        return Address(part.path, address.fragment)


def _renamed(seeds: Seeds) -> Iterator[tuple[Ref, Ref]]:
    """The names that records of lists had, with those that they have."""
    for entry in seeds.renamed:
        now = Ref.parse(entry.value.record)
        if now and now.type in seeds.records and now.id in seeds.records[now.type]:
            old = now.with_own_id(entry.value.was)
            if old.id not in seeds.records[now.type]:
                yield old, now


def lists_in(linked: Linked) -> Mapping[str, ListPart]:
    return linked.once(_lists)


def _lists(linked: Linked) -> Mapping[str, ListPart]:
    return PartedLists(linked.seeds).lists


def _parted(part: ListPart, list_: str, key_at: _KeyAt) -> ListPart:
    """The part with those into which it must be split. One that would be the only one has no page."""
    depth = part.depth
    while len(part.refs) > LIMIT:
        depth += 1
        groups = _grouped(part.refs, depth, key_at)
        if groups is None:
            break
        if len(groups) > 1:
            stem = list_.removesuffix(".md")
            found = (ListPart(f"{stem}/{key}.md", key, depth, tuple(own)) for key, own in groups.items())
            return ListPart(
                part.path, part.key, part.depth, part.refs, tuple(_parted(each, list_, key_at) for each in found)
            )
    return part


def _grouped(refs: Iterable[Ref], depth: int, key_at: _KeyAt) -> dict[str, list[Ref]] | None:
    groups: dict[str, list[Ref]] = {}
    for ref in refs:
        key = key_at(ref, depth)
        if key is None:
            return None
        groups.setdefault(key, []).append(ref)
    return dict(sorted(groups.items()))


def _by_id(ref: Ref, depth: int) -> str | None:
    """An id that is the beginning of another is told from it by a hyphen, which ends no id."""
    return BEGINS + ref.id.ljust(depth, "-")[:depth] if depth <= len(ref.id) + 2 else None


def _by_section(ref: Ref, depth: int) -> str | None:
    section = PLACES if ref.type is RecordType.PLACE else PEOPLE
    key = _by_id(ref, depth - 1) if depth > 1 else ""
    return key and f"{section}/{key}" if depth > 1 else section


def _by_date(seeds: Seeds, renamed: Mapping[Ref, Ref], ref: Ref, depth: int) -> str | None:
    """Without a month or a day where the source says none: `2024-00`."""
    entry = seeds.events.get(renamed.get(ref, ref).id)
    if depth > len(_NAMES) or entry is None:
        return None
    date = dates.parse(entry.value.date)
    start = date.start if isinstance(date, dates.Period) else date
    return _NAMES[depth - 1].format(start.year, start.month or 0, start.day or 0)


_NAMES = ("{:04}", "{:04}-{:02}", "{:04}-{:02}-{:02}")
