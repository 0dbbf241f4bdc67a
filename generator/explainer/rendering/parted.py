"""The pages of a list that is split: the first leads to each record, and each page to those beside it."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from explainer.interface import Catalogue
from explainer.interface.dates_in_words import in_words
from explainer.model.parts import BEGINS, PEOPLE, PLACES, ListPart, lists_in
from explainer.model.paths import list_of
from explainer.model.record_types import RecordType, Ref
from explainer.model.stages import Linked
from explainer.rendering.printer import Printer

_SHEET: Mapping[str, object] = {"sheets": ["lists"]}


@dataclass(frozen=True)
class PartLink:
    path: str
    name: str


@dataclass(frozen=True)
class ListLine:
    """A record of which only its name stands on the page, under the addresses that it has, or had, there."""

    ref: Ref
    words: str
    ids: tuple[str, ...]


@dataclass(frozen=True)
class ListGroup:
    title: str
    lines: tuple[ListLine, ...]
    id: str = ""


@dataclass(frozen=True)
class PartView:
    """A page of a list among the others."""

    title: str
    above: tuple[PartLink, ...]
    """The way to it from the first page of the list; nothing for that."""
    beside: tuple[PartLink, ...]
    """The parts into which it is split, or those beside it, with itself."""
    moved: tuple[ListLine, ...]
    """Records that stood here under another name, and stand on another page now."""


def sheet(part: ListPart) -> Mapping[str, object] | None:
    """The style sheet that a page of a split list needs besides those of all pages."""
    return _SHEET if part.below or part.depth else None


def pages_of(first: ListPart, linked: Linked) -> Iterator[ListPart]:
    """The pages of a list that show something; its first one always."""
    return (part for part in first.walked() if _shows(part, linked))


def part_view(printer: Printer, part: ListPart, title: str) -> PartView:
    """`title` is that of the list."""
    words, first = printer.words, lists_in(printer.linked)[list_of(part.path)]
    way = list(_way(first, part))
    links = [PartLink(each.path, _name(each, words) if each.depth else title) for each in way]
    around = part.below or (way[-2].below if len(way) > 1 else ())
    beside = (PartLink(each.path, _name(each, words)) for each in around if _shows(each, printer.linked))
    name = links[-1].name
    if part.depth and part.key not in (PEOPLE, PLACES):
        of_ids = part.key.startswith(BEGINS) or "/" in part.key
        section = _section(part.key, words) or title
        name = words.gettext("%(list)s: %(part)s", list=section if of_ids else title, part=name)
    return PartView(name, tuple(links[:-1]), tuple(beside), tuple(_moved(printer.linked, part)))


def lines(linked: Linked, refs: Iterable[Ref], name_of: Callable[[Ref], str]) -> tuple[ListLine, ...]:
    """A line for each record, which keeps its addresses on the page."""
    return tuple(ListLine(ref, name_of(ref), tuple(_ids(linked, ref))) for ref in refs)


def grouped(every: Iterable[ListLine], title_of: Callable[[ListLine], str]) -> list[ListGroup]:
    """The lines, in their order, under what those next to each other have in common."""
    return [ListGroup(title, tuple(own)) for title, own in groupby(every, title_of)]


def _shows(part: ListPart, linked: Linked) -> bool:
    """Sources are shown where something uses them."""
    return part.key == "" or any(ref.type is not RecordType.SOURCE or _is_used(ref, linked) for ref in part.refs)


def _is_used(ref: Ref, linked: Linked) -> bool:
    """A source, or one that has been renamed."""
    return ref in linked.uses or ref not in linked.addresses


def _ids(linked: Linked, ref: Ref) -> Iterator[str]:
    yield linked.addresses[ref].fragment
    yield from (former.address.fragment for former in linked.former.get(ref, ()))


def _way(part: ListPart, to: ListPart) -> Iterator[ListPart]:
    """The pages from one to another below it, with both."""
    yield part
    for each in part.below:
        if any(below.path == to.path for below in each.walked()):
            yield from _way(each, to)


def _name(part: ListPart, words: Catalogue) -> str:
    own = part.key.rpartition("/")[2]
    if own.startswith(BEGINS):
        return own.removeprefix(BEGINS).capitalize() + "…"
    date, closer, _ = own.partition("-00")
    known = _section(own, words) or in_words(words, date)
    return words.gettext("%(date)s, not known more closely", date=known) if closer else known


def _section(key: str, words: Catalogue) -> str:
    match key.partition("/")[0]:
        case "people":
            return words.gettext("People")
        case "places":
            return words.gettext("Places")
    return ""


def _moved(linked: Linked, part: ListPart) -> Iterator[ListLine]:
    own, here = {each.path for each in part.walked()}, frozenset(part.refs)
    for ref, former in linked.former.items():
        ids = tuple(each.address.fragment for each in former if each.address.page in own)
        if ids and ref not in here:
            yield ListLine(ref, linked.labels[ref], ids)
