"""What a page shows of a record that stands on another page."""

from collections.abc import Iterator
from typing import Any

from generator.comparing.records import CORRECTIONS, HOME, PEOPLE_AND_PLACES
from generator.model import seeds as shapes
from generator.model.changes import Change, Edit
from generator.model.stages import Linked, RecordType, Ref, Use

TIMELINE = "timeline.md"
ARTICLES, QUESTIONS, CONTEXT, OPEN = "articles/index.md", "questions/index.md", "context/index.md", "open-questions.md"
HOW_TO_READ = "how-to-read.md"
LISTS = (ARTICLES, QUESTIONS, CONTEXT, OPEN, TIMELINE, HOME, HOW_TO_READ, PEOPLE_AND_PLACES, CORRECTIONS)
"""Pages that are there because there are records, and belong to none of them."""

_NAMED_BY: dict[str, tuple[str, ...]] = {
    RecordType.ARTICLE: ("title",),
    RecordType.ANNOTATION: ("passage",),
    RecordType.QUESTION: ("title", "short"),
    RecordType.CONTEXT: ("title",),
    RecordType.TERM: ("term", "definition"),
    RecordType.SIDE: ("name", "letter", "hue"),
    RecordType.PARTY: ("name", "side"),
    RecordType.PLACE: ("name",),
    RecordType.EVENT: ("date", "short", "text"),
    RecordType.SOURCE: (
        *("title", "description", "container-title", "publisher", "issued", "reading", "original-publisher"),
    ),
}
"""What stands wherever a record is linked, cited or listed by name."""
_CITING = (RecordType.ARTICLE, RecordType.ANNOTATION, RecordType.QUESTION, RecordType.CONTEXT)
_CITED = ("author", "URL", "archive-url", "language")
"""What the list of sources adds that pages of these records end in."""
_LISTED: dict[str, tuple[tuple[str, tuple[str, ...]], ...]] = {
    RecordType.ARTICLE: ((ARTICLES, ("title", "description")),),
    RecordType.QUESTION: (
        (QUESTIONS, ("title", "status", "as-of", "summary")),
        (OPEN, ("unknown",)),
    ),
    RecordType.CONTEXT: ((CONTEXT, ("title", "description", "as-of")), (OPEN, ("unknown",))),
    RecordType.SIDE: (
        (HOW_TO_READ, ("name", "letter", "hue", "description")),
        *((page, ("name", "letter", "hue")) for page in (QUESTIONS, HOME, TIMELINE)),
    ),
    "site": ((QUESTIONS, ("questions",)), (CONTEXT, ("context",))),
}
COUNTED = ("kind",)
"""Of an annotation, what is shown where notes are only counted, by kind."""
_MAPPED = ("name", "point", "control", "map")
_STATUS = ("status", "as-of")


def lists_that_show(change: Change, old: Linked, new: Linked) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Index pages, maps and the questions of claims, with the values that they show of a record, changed or not."""
    if change.type == RecordType.ARTICLE and max(len(old.seeds.articles), len(new.seeds.articles)) < 2:
        return
    yield from _LISTED.get(change.type, ())
    if change.type == RecordType.QUESTION and any(map(_is_stance, change.edits)):
        yield QUESTIONS, ("positions",)
    if change.type == RecordType.SOURCE and any(_is_cited_at_home(change.id, linked) for linked in (old, new)):
        yield HOME, _NAMED_BY[change.type]
    if change.type == RecordType.SIDE:
        yield from ((page, ("name", "letter", "hue")) for page in (*mapped_articles(old), *mapped_articles(new)))
    if change.type == RecordType.PLACE and (old.seeds.map or new.seeds.map):
        yield from ((page, _MAPPED) for page in (HOME, TIMELINE, *mapped_articles(old), *mapped_articles(new)))
    if change.type == RecordType.ANNOTATION:
        claims = (_annotation(change.id, linked) for linked in (old, new))
        questions = {claim.question for claim in claims if isinstance(claim, shapes.ClaimAnnotation)}
        yield from ((f"questions/{each}.md", ("passage", "party", "question")) for each in questions if each)
        if any(_is_counted_at_home(change, linked) for linked in (old, new)):
            yield HOME, COUNTED


def mapped_articles(linked: Linked) -> Iterator[str]:
    """The pages of the articles in which a passage names a place: the small map stands there."""
    for article in linked.anchored.articles.values():
        if any(anchor.annotation.value.places for anchor in article.anchors):
            yield linked.addresses[Ref(RecordType.ARTICLE, article.id)].page


def shown_by(use: Use, change: Change, linked: Linked) -> tuple[str, ...]:
    """The values of the record that stand at one place that uses it."""
    named = _NAMED_BY[change.type]
    if change.type == RecordType.SOURCE and use.by and use.by.type in _CITING:
        return (*named, *_CITED)
    if change.type == RecordType.TERM and (use.by is None or use.by.type not in _CITING):
        return ("term",)  # a list of the terms, with what they mean, ends only pages of those
    if use.by is None:
        return (*named, *_shown_at_home(change, linked))
    if use.by.type is not RecordType.ANNOTATION or change.type not in (RecordType.QUESTION, RecordType.CONTEXT):
        return named
    match _annotation(use.by.id, linked):
        case shapes.ClaimAnnotation(question=named_by, status=None) if named_by in (change.id, change.old_id):
            return (*named, *_STATUS)
        case shapes.ContextAnnotation(box=named_by) if named_by in (change.id, change.old_id):
            return (*named, "text", "as-of")
        case _:
            return named


def _shown_at_home(change: Change, linked: Linked) -> tuple[str, ...]:
    """Of a question: its status, and the words of the parties that speak there."""
    site = linked.seeds.site
    if change.type != RecordType.QUESTION or site is None:
        return ()
    status = _STATUS if any(finding.question == change.id for finding in site.value.known) else ()
    speaking = {said.party for said in site.value.says if said.question == change.id}
    positions = [edit.path[1:] for edit in change.edits if edit.path[0] == "positions"]
    is_quoted = any(path and path[0].split(" ")[0] in speaking for path in positions)
    return (*status, *(("positions",) if is_quoted else ()))


def _is_stance(edit: Edit) -> bool:
    """Whether the list of questions, which says what each side does, shows it."""
    return edit.path[0] == "positions" and (len(edit.path) == 2 or edit.path[2:] in (("position",), ("party",)))


def _is_cited_at_home(source: str, linked: Linked) -> bool:
    """Whether the words of a party on the home page are from this source."""
    site, questions = linked.seeds.site, linked.seeds.questions
    said = site.value.says if site else ()
    return any(
        position.party == words.party
        and position.says
        and position.evidence[:1]
        and position.evidence[0].source == source
        for words in said
        if words.question in questions
        for position in questions[words.question].value.positions
    )


def _is_counted_at_home(change: Change, linked: Linked) -> bool:
    """Whether the home page tells how many notes of each kind the article has that this one is about."""
    site = linked.seeds.site
    return bool(site and site.value.article_note and change.id.partition("/")[0] == site.value.article)


def _annotation(name: str, linked: Linked) -> Any:
    article = linked.anchored.articles.get(name.partition("/")[0])
    found = (anchor.annotation for anchor in (article.anchors if article else ()))
    return next((annotation.value for annotation in found if annotation.id == name), None)
