"""What differs between two states of the seeds in meaning: by record, not by line, and what readers will notice of it.

Pure: two linked states in, changes out. A record that is broken in one of the states is not compared: nobody
could tell what changed in it.
"""

from collections.abc import Mapping, Set
from dataclasses import replace

from explainer.comparing.edits import ValuePlace, edits
from explainer.comparing.in_editions import edition_changes
from explainer.comparing.latest import Latest
from explainer.comparing.pages import linking_back, noticeable, pages_of
from explainer.comparing.passages import article_edits, passage_edits
from explainer.comparing.recorded import check_recorded
from explainer.comparing.records import ComparedRecord, Key, broken_in, records_of
from explainer.comparing.renaming import latest_names, renamed_unsaid
from explainer.model.changes import TYPES, Change, Comparison, How
from explainer.model.record_types import Ref
from explainer.model.stages import Linked

__all__ = ["check_recorded", "compare", "noticeable"]

_FINDS_ITS_PASSAGE = frozenset({"quote", "prefix", "suffix"})
"""How an annotation finds its passage: the passage itself is compared."""


def compare(old: Linked, new: Linked) -> Comparison:
    """Every record that was added, removed or changed, and the pages on which that may show; see `noticeable`."""
    names, unsaid, before, after = _matched(old, new)
    labels = {**old.labels, **new.labels}
    is_redrawn = old.seeds.basemap != new.seeds.basemap
    changes = []
    for key in sorted({**after, **before}, key=lambda key: TYPES.index(key[0])):
        known = {key, *(earlier for earlier, latest in names.items() if latest == key)}
        lost = [
            name
            for name in known
            for held, linked in ((before, old), (after, new))
            if _is_lost(name, key, held, linked)
        ]
        if not lost:
            change = _change(before.get(key), after.get(key), labels, _language(new), is_redrawn=is_redrawn)
            changes += [replace(change, leads_on=not known & unsaid)] if change else []
    pages = pages_of(changes, old, new)
    return Comparison(
        (*changes, *edition_changes(old, new)), pages, linking_back(changes, old, new), _broken(old), _broken(new)
    )


def _matched(
    old: Linked, new: Linked
) -> tuple[Mapping[Key, Key], Set[Key], Mapping[Key, ComparedRecord], Mapping[Key, ComparedRecord]]:
    """The latest names, those earlier ones of which no state says so, and the records of both states by latest name."""
    unsaid: dict[Key, Key] = {}
    while True:
        names = latest_names(old, new, unsaid)
        before, after = (
            _by_latest_name(records_of(linked, Latest(names, linked.addresses.keys()).of), names)
            for linked in (old, new)
        )
        # What refers to a record that was renamed may itself be found to be renamed only then.
        found = renamed_unsaid(before, after)
        if found.keys() <= unsaid.keys():
            return names, unsaid.keys(), before, after
        unsaid |= found


def _by_latest_name(records: Mapping[Key, ComparedRecord], names: Mapping[Key, Key]) -> dict[Key, ComparedRecord]:
    """A record that still has the name comes before one that had it."""
    renamed = {names[key]: record for key, record in records.items() if key in names}
    return {**renamed, **{key: record for key, record in records.items() if key not in names}}


def _is_lost(name: Key, key: Key, held: Mapping[Key, ComparedRecord], linked: Linked) -> bool:
    """Whether the record is missing because it is broken there."""
    return key not in held and broken_in(linked, name)


def _change(
    old: ComparedRecord | None,
    new: ComparedRecord | None,
    labels: Mapping[Ref, str],
    language: str,
    *,
    is_redrawn: bool,
) -> Change | None:
    shown = new or old
    assert shown is not None, "one of the states has the record"
    kind, name = shown.key
    was = old.key[1] if old and old.key[1] != name else ""
    place = ValuePlace(entry=new.entry if new else None, language=language)
    is_renamed = _own(was) != _own(name) if was else False
    found = [place.under("id", "id", "id").edit(How.CHANGED, _own(was), _own(name))] if is_renamed else []
    if kind == "annotation":
        found += passage_edits(old, new, place)
    elif kind == "article":
        found += article_edits(old, new, place)
    elif kind == "map" and old and new and is_redrawn:
        found.append(place.under("basemap", "the drawn ground", "basemap").edit(How.CHANGED))
    left_out = _FINDS_ITS_PASSAGE | {"id"} if kind == "annotation" else frozenset({"id"})
    found += edits(old.entry.value if old else None, new.entry.value if new else None, place, labels, left_out)
    if not found:
        return None
    return Change(
        kind, name, How.CHANGED if old and new else How.ADDED if new else How.REMOVED, shown.label,
        old.address if old else None, new.address if new else None, tuple(found),
        new.entry.node.span if new else None, was, kind=shown.entry.value.kind if kind == "annotation" else "",
    )  # fmt: skip


def _language(linked: Linked) -> str:
    site = linked.seeds.site
    return site.value.language if site else "en"


def _own(name: str) -> str:
    """The id as its author writes it: that of an annotation without its article."""
    return name.rpartition("/")[2]


def _broken(linked: Linked) -> tuple[str, ...]:
    whole = (f"every {name}" for name in linked.seeds.dropped_types)
    return tuple(sorted([*map(str, linked.seeds.dropped), *whole]))
