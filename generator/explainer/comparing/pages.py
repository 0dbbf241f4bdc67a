"""What readers of each page will notice: the records that stand there, and what it shows of records elsewhere."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from html import unescape

from explainer.comparing.reach import lists_of, mapped_pages, parts_of, uses_of, views_of
from explainer.model import paths
from explainer.model.changes import Change, Comparison, How, PageChange, Path, Printed, ShownRecord
from explainer.model.pairs import pairs_in
from explainer.model.parts import lists_in
from explainer.model.record_types import RecordType, Ref
from explainer.model.stages import Linked

Prints = Callable[[str], Printed | None]
"""Prints a page of one state by its path; None where there is none."""


@dataclass
class _Noticed:
    """What was found for one page so far."""

    own: list[Change] = field(default_factory=list)
    shown: list[ShownRecord] = field(default_factory=list)


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


def noticeable(comparison: Comparison, before: Prints, after: Prints) -> Comparison:
    """With what each page that may differ shows in fact, and without those that read the same in both states.

    A page that differs, although nothing of what changed was read for it, differs in links.
    """
    pages, only_linking, linking = [], set(), set(comparison.linking_back)
    concerned = {path for page in comparison.pages for path in (page.path, page.was)}
    for page in comparison.pages:
        if page.own and page.how in (How.ADDED, How.REMOVED):  # that it came or went says more than what it shows
            pages.append(replace(page, shown=()))
            continue
        now = after(page.path)
        is_new = page.how in (How.ADDED, How.REMOVED)
        may_tell = any(_may_tell(each.change, now) for each in page.shown)
        if not page.own and not is_new and page.path not in linking and not may_tell:
            continue  # printed from the old state, it would have read the same
        states = before(page.was or page.path), now
        if not _differ(*states) and (is_new or page.how is How.CHANGED):
            continue
        read = replace(page, shown=tuple(read for each in page.shown for read in _read(each, *states)))
        if is_new and not read.shown:  # what it was made from has no value that it shows, such as the file of a text
            read = page
        if read.own or read.shown:
            pages.append(read)
        else:
            only_linking.add(page.path)
    only_linking.update(path for path in linking - concerned if _differ(before(path), after(path)))
    return replace(comparison, pages=tuple(pages), linking_back=tuple(sorted(only_linking)))


def _may_tell(change: Change, now: Printed | None) -> bool:
    """Whether the page, as it is now, was made with anything that may be another value in the other state."""
    if now is None or change.how is not How.CHANGED or change.was:
        return True
    keys = {path[0] for edit in change.edits for path in (edit.was_at, edit.is_at) if path}
    return any(path[0] in keys for path in now.reads.get((change.type, change.id), ()))


def _differ(old: Printed | None, new: Printed | None) -> bool:
    """Whether a page differs in more than white space."""
    words = [unescape(page.markdown).split() if page else None for page in (old, new)]
    return words[0] != words[1]


def _read(shown: ShownRecord, old: Printed | None, new: Printed | None) -> Iterator[ShownRecord]:
    """Which of the values that differ were read for the page, if any, and in how many of the places."""
    change, times = shown.change, Counter[str]()
    for edit in change.edits:
        if edit.path == ("id",):
            continue  # an address, in which only links differ
        for name, page, path in ((change.old_id, old, edit.was_at), (change.id, new, edit.is_at)):
            if page and path is not None:
                read = page.reads.get((change.type, name), {})
                times[edit.path[0]] = max(times[edit.path[0]], *(n for at, n in read.items() if _meet(at, path)), 0)
    keys = tuple(key for key, n in times.items() if n)
    if keys:
        yield ShownRecord(change, keys, max(1, min(shown.places, max(times.values()))))


def _meet(one: Path, other: Path) -> bool:
    """Whether one value is the other, or a part of it."""
    length = min(len(one), len(other))
    return length > 0 and one[:length] == other[:length]


def linking_back(changes: Iterable[Change], old: Linked, new: Linked) -> tuple[str, ...]:
    """Further pages on which only links differ: of records that come up elsewhere than before, and those that link to
    a record which has another address now.
    """
    refs = {*old.uses, *new.uses}
    moved = [ref for ref in refs if old.uses.get(ref, ()) != new.uses.get(ref, ())]
    pages = {linked.addresses[ref].page for ref in moved for linked in (old, new) if ref in linked.addresses}
    pages.update(part for first in lists_in(new) for part in parts_of(first, old, new))
    # Where a list was split, no record changed, and all that links to one of it leads elsewhere.
    there = [ref for ref in new.addresses if old.addresses.get(ref, new.addresses[ref]) != new.addresses[ref]]
    pages |= {use.address.page for ref in there for use in uses_of(ref, new)}
    for change in changes:
        pages.update(views_of(change))
        if change.old and change.new and change.old != change.new and change.type in list(RecordType):
            pages |= set(_linking_to(change, old, new))
    return tuple(sorted(pages))


def _linking_to(change: Change, old: Linked, new: Linked) -> Iterator[str]:
    """The pages that link to a record which has another address now."""
    yield from lists_of(change, old, new)
    for name, linked in ((change.old_id, old), (change.id, new)):
        ref = Ref(RecordType(change.type), name)
        if any(entry.value.record == str(ref) for entry in linked.seeds.corrections):
            yield paths.CORRECTIONS
        for use in uses_of(ref, linked):
            yield use.address.page
            if use.by and use.by.type in (RecordType.QUESTION, RecordType.CONTEXT):
                yield paths.OPEN


def _elsewhere(change: Change, old: Linked, new: Linked) -> Iterator[tuple[str, ShownRecord]]:
    """Each page that may show something of the record as it stands there: in notes, lists and links."""
    places: Counter[str] = Counter()
    if change.type in list(RecordType) and change.how is How.CHANGED:
        before, after = (Ref(RecordType(change.type), name) for name in (change.old_id, change.id))
        # But for the home page, an event is its date and its first words.
        is_called_same = change.type == RecordType.EVENT and old.labels[before] == new.labels[after]
        for ref, linked in ((before, old), (after, new)):
            uses = (use for use in uses_of(ref, linked) if use.by is None or not is_called_same)
            places |= Counter(use.address.page for use in uses)
    pages = dict.fromkeys([*lists_of(change, old, new), *places])
    yield from ((page, ShownRecord(change, (), places[page])) for page in pages)


def _also_on(change: Change, old: Linked, new: Linked) -> Iterator[str]:
    """The other pages on which all of it stands: a correction on the page that it concerns, the map on several."""
    if change.type == "map":
        yield from (paths.PEOPLE_AND_PLACES, *mapped_pages(old, new))
    elif change.type == "correction":
        ref = Ref.parse(change.label.partition(" ")[0])
        if ref:
            yield from (linked.addresses[ref].page for linked in (old, new) if ref in linked.addresses)


def _paths(linked: Linked) -> set[str]:
    """The pages that records make, and the lists of them; every site has the others."""
    return {
        *(address.page for address in linked.addresses.values()),
        *(part.path for first in lists_in(linked).values() for part in first.walked()),
        *(paths.beside(one, other) for one, other in pairs_in(linked)),
        *(paths.earlier(id_, each.name) for id_, article in linked.seeds.articles.items() for each in article.earlier),
    }


def _how(was: bool, is_now: bool) -> How:
    if was == is_now:
        return How.CHANGED
    return How.ADDED if is_now else How.REMOVED
