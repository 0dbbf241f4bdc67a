"""On which pages something of a record may stand that stands on another page.

Only where to look: what a page shows of a record is known from what was read to print it.
"""

from collections.abc import Iterator

from explainer.model import paths
from explainer.model import seeds as shapes
from explainer.model.changes import Change
from explainer.model.coverage import is_covered, page_count
from explainer.model.pairs import pairs_in
from explainer.model.parts import lists_in
from explainer.model.record_types import RECORD_TYPES, RecordType, Ref
from explainer.model.stages import Linked, Use

_LISTS: dict[str, tuple[str, ...]] = {
    **{type_: declared.gathered_on for type_, declared in RECORD_TYPES.items()},
    "site": (paths.QUESTIONS, paths.CONTEXT),
}
"""Pages that gather records of a type without naming each."""
_COVERED = (RecordType.REPORT, RecordType.ARTICLE, RecordType.ANNOTATION)
_ON_MAPS = (RecordType.SIDE, RecordType.PARTY, RecordType.PLACE)


def lists_of(change: Change, old: Linked, new: Linked) -> Iterator[str]:
    """Pages that may show the record although nothing on them names it: lists, maps, the questions of claims."""
    gathering = {*_LISTS.get(change.type, ()), *(paths.list_of(each.page) for each in (change.old, change.new) if each)}
    yield from _LISTS.get(change.type, ())
    for page in sorted(gathering):
        yield from parts_of(page, old, new)
    if change.type in _ON_MAPS and (old.seeds.map or new.seeds.map):
        yield from mapped_pages(old, new)
    yield from views_of(change)
    yield from _earlier(change, old, new)
    yield from _beside(change, old, new)
    if change.type == RecordType.SOURCE:
        for each in (*old.seeds.articles.values(), *new.seeds.articles.values()):
            if each.entry.value.derived_from in (change.old_id, change.id):
                yield from (paths.mistakes(each.id), paths.original(each.id))  # they say what the original is
    if change.type in _COVERED:
        yield from _covering(change, old, new)
    if change.type == RecordType.ANNOTATION:
        for name, linked in ((change.old_id, old), (change.id, new)):
            match _annotation(name, linked):
                case shapes.ClaimAnnotation(question=str(id_)):
                    yield paths.question(id_)
            article = name.partition("/")[0]
            yield from (
                paths.topic(id_) for id_, topic in linked.seeds.topics.items() if article in topic.value.articles
            )


def parts_of(page: str, *states: Linked) -> Iterator[str]:
    """Every page of a list that is split, by its first: each names records, or the other pages."""
    for linked in states:
        first = lists_in(linked).get(page)
        if first and first.below:
            yield from (part.path for part in first.walked())


def _earlier(change: Change, old: Linked, new: Linked) -> Iterator[str]:
    """What an article said before is shown with what it says now, and with its notes."""
    if change.type in (RecordType.ARTICLE, RecordType.ANNOTATION):
        for name, linked in ((change.old_id, old), (change.id, new)):
            article = linked.anchored.articles.get(name.partition("/")[0])
            yield from (paths.earlier(article.id, each.name) for each in article.seed.earlier) if article else ()


def _beside(change: Change, old: Linked, new: Linked) -> Iterator[str]:
    """Where articles stand side by side: those of the change, all where the site changed, which says which they are."""
    article = change.id.partition("/")[0] if change.type in (RecordType.ARTICLE, RecordType.ANNOTATION) else ""
    if article or change.type == "site":
        for one, other in (pair for linked in (old, new) for pair in pairs_in(linked)):
            if not article or article in (one, other):
                yield paths.beside(one, other)
    if change.type == "site" and any(edit.path[0] == "compare" for edit in change.edits):
        yield from (paths.ARTICLES, paths.COVERAGE)


def _covering(change: Change, old: Linked, new: Linked) -> Iterator[str]:
    """Where a text about the event is compared with others: the pages of all, and those of its questions."""
    for name, linked in ((change.old_id, old), (change.id, new)):
        if is_covered(linked):
            yield from map(paths.coverage, range(1, page_count(linked) + 1))
        if change.type == RecordType.REPORT and name in linked.seeds.reports:
            report = linked.seeds.reports[name].value
            for article in linked.seeds.articles.values():
                if article.entry.value.derived_from == report.source:
                    yield paths.original(article.id)  # it quotes the report
            yield from map(paths.question, (*report.silent_on, *(passage.question for passage in report.passages)))


def views_of(change: Change) -> Iterator[str]:
    """The further pages of an article that a change in it concerns: they also have the numbers of its notes."""
    if change.type in (RecordType.ANNOTATION, RecordType.ARTICLE):
        for name in {change.old_id, change.id}:
            article = name.partition("/")[0]
            yield from (paths.mistakes(article), paths.corrected(article), paths.original(article))


def uses_of(ref: Ref, linked: Linked) -> Iterator[Use]:
    """Where a record is named; a side also where one of its parties is, because its letter stands there."""
    yield from linked.uses.get(ref, ())
    if ref.type is RecordType.SIDE:
        for party in linked.seeds.parties.values():
            if party.value.side == ref.id:
                yield from linked.uses.get(Ref(RecordType.PARTY, party.id), ())


def mapped_pages(old: Linked, new: Linked) -> Iterator[str]:
    """Where the small map stands: also in articles of which a passage names a place."""
    yield from (paths.HOME, paths.TIMELINE)
    for linked in (old, new):
        for article in linked.anchored.articles.values():
            if any(anchor.annotation.value.places for anchor in article.anchors):
                yield paths.article(article.id)


def _annotation(name: str, linked: Linked) -> shapes.Annotation | None:
    article = linked.anchored.articles.get(name.partition("/")[0])
    found = (anchor.annotation for anchor in (article.anchors if article else ()))
    return next((annotation.value for annotation in found if annotation.id == name), None)
