"""What readers of each page will notice: the records that stand there, and what it shows of records elsewhere."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace

from generator.comparing.records import CORRECTIONS, HOME, PEOPLE_AND_PLACES
from generator.comparing.shown import OPEN, TIMELINE, lists_that_show, mapped_articles, shown_by
from generator.model.changes import Change, Comparison, How, PageChange, Shown
from generator.model.stages import Linked, RecordType, Ref, Use


@dataclass
class _Noticed:
    """What was found for one page so far."""

    own: list[Change] = field(default_factory=list)
    shown: list[Shown] = field(default_factory=list)


def pages_of(changes: Iterable[Change], old: Linked, new: Linked) -> tuple[PageChange, ...]:
    """Every page that is concerned, by its path."""
    told = list(changes)
    before, after = _paths(old), _paths(new)
    moved = {
        change.old.page: change.new.page
        for change in told
        if change.old and change.new and change.old.page != change.new.page and change.old.page not in after
    }
    noticed: dict[str, _Noticed] = {}
    for change in told:
        own = {address.page for address in (change.old, change.new) if address} | set(_also_on(change, old, new))
        for page in {moved.get(page, page) for page in own}:
            noticed.setdefault(page, _Noticed()).own.append(change)
        for page, shown in _elsewhere(change, old, new):
            if page not in own:
                noticed.setdefault(moved.get(page, page), _Noticed()).shown.append(shown)
    was = {latest: page for page, latest in moved.items()}
    return tuple(
        PageChange(
            path, How.MOVED if path in was else _how(path in before, path in after),
            tuple(found.own), tuple(dict.fromkeys(found.shown)), was.get(path, ""),
        )
        for path, found in sorted(noticed.items())
    )  # fmt: skip


def noticeable(comparison: Comparison, differs: Callable[[str], bool]) -> Comparison:
    """Without the pages that read the same in both states, as `differs` says of a path: not all values are shown."""
    return replace(
        comparison,
        pages=tuple(page for page in comparison.pages if page.how is not How.CHANGED or differs(page.path)),
        linking_back=tuple(filter(differs, comparison.linking_back)),
    )


def linking_back(changes: Iterable[Change], old: Linked, new: Linked) -> tuple[str, ...]:
    """Further pages on which only links differ: of records that come up elsewhere than before, and those that link to
    a record which has another address now.
    """
    refs = {*old.uses, *new.uses}
    moved = [ref for ref in refs if old.uses.get(ref, ()) != new.uses.get(ref, ())]
    pages = {linked.addresses[ref].page for ref in moved for linked in (old, new) if ref in linked.addresses}
    for change in changes:
        if change.old and change.new and change.old != change.new and change.type in list(RecordType):
            pages |= set(_linking_to(change, old, new))
    return tuple(sorted(pages))


def _linking_to(change: Change, old: Linked, new: Linked) -> Iterator[str]:
    """The pages that link to a record which has another address now."""
    yield from (page for page, _ in lists_that_show(change, old, new))
    for name, linked in ((change.old_id, old), (change.id, new)):
        ref = Ref(RecordType(change.type), name)
        if any(entry.value.record == str(ref) for entry in linked.seeds.corrections):
            yield CORRECTIONS
        for use in _uses(ref, linked):
            yield use.address.page
            if use.by and use.by.type in (RecordType.QUESTION, RecordType.CONTEXT):
                yield OPEN


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
