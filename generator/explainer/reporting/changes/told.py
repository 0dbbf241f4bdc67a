"""What is told of two states, and how it is put into words, the same in every format."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import groupby

from explainer.comparing.wording import key_words
from explainer.diagnostics import Diagnostic
from explainer.model.changes import TYPES, Change, Comparison, Edit, How, PageChange, ShownRecord
from explainer.model.paths import Address
from explainer.model.record_types import RecordType, word_of, words_of
from explainer.source import SourceFile

_CALLED: dict[str, tuple[str, str]] = {
    **{type_: (word_of(type_), words_of(type_)) for type_ in RecordType},
    RecordType.ANNOTATION: ("note", "notes"),
    "site": ("home page", "home pages"),
}
MANY = 6
"""So many records of one type that share a page are told one by one; more are counted."""


@dataclass(frozen=True)
class Told:
    comparison: Comparison
    old: str
    """What the old state is called."""
    new: str
    unrecorded: tuple[Diagnostic, ...] = ()
    """What was published and is changed in silence."""
    mistakes: tuple[Diagnostic, ...] = ()
    """Other mistakes of the new state; what is broken could not be compared."""
    files: Mapping[str, SourceFile] | None = None
    before_url: str = ""
    """Address of the site of the old state, with a slash at its end; nothing where there is none."""
    after_url: str = ""


@dataclass(frozen=True, slots=True)
class Notice:
    """One thing that readers of a page notice. `label` is an author's text; the rest is ours."""

    what: str
    """“note”, “shows the question”, “12 sources added”."""
    label: str
    rest: str
    """“added”, “changed: status, as of”, “(status) in 2 places”."""


def counted(comparison: Comparison) -> str:
    """“1 question changed; 2 notes added, 1 note removed”."""
    if not comparison.changes:
        return "nothing changed in meaning"
    counts = Counter((change.type, change.how) for change in comparison.changes)
    groups = (
        ", ".join(f"{number_of(counts[kind, how], kind)} {how}" for how in How if counts[kind, how]) for kind in TYPES
    )
    return "; ".join(group for group in groups if group)


def number_of(count: int, kind: str) -> str:
    one, several = _CALLED.get(kind, (kind, f"{kind}s"))
    return f"{count} {one if count == 1 else several}"


def called(change: Change) -> str:
    """“question”, “context box”, “note (erratum)”."""
    noun = _CALLED.get(change.type, (change.type,))[0]
    return f"{noun} ({change.kind})" if change.kind not in ("", noun) else noun


def shown_edits(change: Change) -> Iterator[Edit]:
    """The edits as they are shown: names that came into one list, or left it, together."""
    for (path, how, is_text), group in groupby(change.edits, key=lambda edit: (edit.path, edit.how, edit.is_text)):
        edits = list(group)
        if how in (How.ADDED, How.REMOVED) and not is_text:
            old, new = (
                ", ".join(filter(None, values)) for values in zip(*((e.old, e.new) for e in edits), strict=True)
            )
            edits = [replace(edits[0], old=old, new=new)]
        elif path == ("id",) and not change.leads_on:
            edits = [replace(edits[0], what="id (nothing leads on from the old address; `explainer rename` keeps it)")]
        yield from edits


def notices(page: PageChange) -> Iterator[Notice]:
    """Of the records that stand on the page, and then of those that it shows a part of."""
    counts = Counter((change.type, change.how) for change in page.own)
    counted_ones = {key for key, count in counts.items() if count > MANY}
    for change in page.own:
        if (change.type, change.how) not in counted_ones:
            yield Notice(called(change), change.label, _summary(change))
    for kind, how in counts:
        if (kind, how) in counted_ones:
            yield Notice(f"{number_of(counts[kind, how], kind)} {how}", "", "")
    told = [shown for shown in page.shown if not _is_counted(shown)]
    shown_counts = Counter(shown.change.type for shown in told)
    yield from (_shown(shown) for shown in told if shown_counts[shown.change.type] <= MANY)
    for kind, count in shown_counts.items():
        if count > MANY:
            yield Notice(f"shows {number_of(count, kind)} that changed", "", "")
    if len(told) < len(page.shown):
        yield Notice("counts the notes of each kind", "", "")


def address(base: str, place: Address | None) -> str:
    """The address of a record on a site; nothing where there is no site, or no record."""
    return base + place.on_site if base and place else ""


def page_addresses(told: Told, page: PageChange) -> tuple[str, str]:
    """The addresses of a page before and after; nothing where it is not there."""
    before = None if page.how is How.ADDED else Address(page.was or page.path)
    after = None if page.how is How.REMOVED else Address(page.path)
    return address(told.before_url, before), address(told.after_url, after)


def _is_counted(shown: ShownRecord) -> bool:
    return shown.change.type == RecordType.ANNOTATION and shown.keys == ("kind",)


def _shown(shown: ShownRecord) -> Notice:
    times = f" in {shown.places} places" if shown.places > 1 else ""
    told = ", ".join(map(key_words, shown.keys)) if shown.change.how is How.CHANGED else str(shown.change.how)
    return Notice(f"shows the {called(shown.change)}", shown.change.label, f"({told}){times}")


def _summary(change: Change) -> str:
    if change.how is not How.CHANGED:
        return str(change.how)
    found = dict(_keys(change))
    renamed = "renamed" if change.leads_on else "renamed, and nothing leads on from the old address"
    told = [renamed] if found.pop("id", None) else []
    return "; ".join([*told, f"changed: {', '.join(found.values())}"] if found else told)


def _keys(change: Change) -> Iterable[tuple[str, str]]:
    """The values that differ, each by its key and in words; of a list, how many of its items."""
    hows: dict[str, dict[tuple[str, ...], How]] = {}
    for edit in change.edits:
        # Of an item, one edit or many are one change of the item.
        how = edit.how if len(edit.path) <= 2 else How.CHANGED
        hows.setdefault(edit.path[0], {})[edit.path[1:2]] = how
    for key, items in hows.items():
        counts = Counter(how for item, how in items.items() if item)
        details = ", ".join(f"{counts[how]} {how}" for how in How if counts[how])
        yield key, f"{key_words(key)} ({details})" if details else key_words(key)
