"""What readers of each page will notice: the records that stand there, and what it shows of records elsewhere."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from generator.comparing.records import HOME, PEOPLE_AND_PLACES
from generator.comparing.shown import TIMELINE, lists_that_show, mapped_articles, shown_by
from generator.model.changes import Change, How, PageChange, Shown
from generator.model.stages import Linked, RecordType, Ref, Use


@dataclass
class _Noticed:
    """What was found for one page so far."""

    own: list[Change] = field(default_factory=list)
    shown: list[Shown] = field(default_factory=list)


def pages_of(changes: Iterable[Change], old: Linked, new: Linked) -> tuple[PageChange, ...]:
    """Every page that is concerned, by its path."""
    noticed: dict[str, _Noticed] = {}
    for change in changes:
        own = {address.page for address in (change.old, change.new) if address} | set(_also_on(change, old, new))
        for page in own:
            noticed.setdefault(page, _Noticed()).own.append(change)
        for page, shown in _elsewhere(change, old, new):
            if page not in own:
                noticed.setdefault(page, _Noticed()).shown.append(shown)
    before, after = _paths(old), _paths(new)
    return tuple(
        PageChange(path, _how(path in before, path in after), tuple(found.own), tuple(found.shown))
        for path, found in sorted(noticed.items())
    )


def linking_back(old: Linked, new: Linked) -> tuple[str, ...]:
    """The pages of records that come up elsewhere than before, or under another name."""
    refs = {*old.uses, *new.uses}
    moved = [ref for ref in refs if old.uses.get(ref, ()) != new.uses.get(ref, ())]
    return tuple(
        sorted({linked.addresses[ref].page for ref in moved for linked in (old, new) if ref in linked.addresses})
    )


def _elsewhere(change: Change, old: Linked, new: Linked) -> Iterator[tuple[str, Shown]]:
    """Each page that shows something of the record, which it shows as it stands there: in notes, lists and links."""
    changed = {edit.path[0] for edit in change.edits}
    for page, keys in lists_that_show(change, old, new):
        shown = tuple(key for key in keys if key in changed)
        if shown:
            yield page, Shown(change, shown, 1)
    if change.type not in list(RecordType) or change.how is not How.CHANGED:
        return
    before, after = (Ref(RecordType(change.type), name) for name in (change.old_id, change.id))
    if change.type == RecordType.EVENT and old.labels[before] == new.labels[after]:
        return  # elsewhere, an event is its date and its first words
    found: dict[str, dict[str, None]] = {}
    places: Counter[str] = Counter()
    for ref, linked in ((before, old), (after, new)):
        here: Counter[str] = Counter()
        for use in _uses(ref, linked):
            shown = tuple(key for key in shown_by(use, change, linked) if key in changed)
            if shown:
                found.setdefault(use.address.page, {}).update(dict.fromkeys(shown))
                here[use.address.page] += 1
        places |= here
    yield from ((page, Shown(change, tuple(found[page]), count)) for page, count in places.items())


def _uses(ref: Ref, linked: Linked) -> Iterator[Use]:
    """Where a record is used; a side also where one of its parties is, because its letter stands there."""
    yield from linked.uses.get(ref, ())
    if ref.type is RecordType.SIDE:
        for party in linked.seeds.parties.values():
            if party.value.side == ref.id:
                yield from linked.uses.get(Ref(RecordType.PARTY, party.id), ())


def _also_on(change: Change, old: Linked, new: Linked) -> Iterator[str]:
    """The other pages on which all of it stands: a correction on the page that it concerns, the map on several."""
    if change.type == "map":
        yield from (HOME, TIMELINE, PEOPLE_AND_PLACES, *mapped_articles(old), *mapped_articles(new))
    elif change.type == "correction":
        kind, _, name = change.label.partition(" ")[0].partition("/")
        if kind in list(RecordType):
            ref = Ref(RecordType(kind), name)
            yield from (linked.addresses[ref].page for linked in (old, new) if ref in linked.addresses)


def _paths(linked: Linked) -> set[str]:
    """The pages that records make; every site has the others."""
    return {address.page for address in linked.addresses.values()}


def _how(was: bool, is_now: bool) -> How:
    if was == is_now:
        return How.CHANGED
    return How.ADDED if is_now else How.REMOVED
