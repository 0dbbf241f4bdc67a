"""What is left to do on a site: no mistakes, but what an author would want to know before calling it done.

Pure: linked seeds in, tasks out, each with its place.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Any

from explainer.diagnostics import Diagnostic
from explainer.linking.forms import unlinked_forms, variants_with
from explainer.model import seeds as shapes
from explainer.model.editions import file_of
from explainer.model.record_types import Ref
from explainer.model.stages import Entry, Linked, Standing, TextInEdition
from explainer.model.status import judgement_of
from explainer.rules import SENTENCE_IS_ACCOUNTED_FOR
from explainer.source import Span
from explainer.text import dates
from explainer.text.ages import day_before, last_day
from explainer.vocabulary import Confidence

__all__ = ["Task", "TaskGroup", "day_before", "remaining"]


class TaskGroup(Enum):
    """What kind of thing is left: its name for programs, and in words."""

    SENTENCES = "sentences-without-a-word", "sentence{s} without a word"
    CLAIMS = "claims-without-evidence", "claim{s} without evidence"
    QUESTIONS = "questions-without-evidence", "question{s} without evidence of an independent source"
    SIDES = "sides-without-a-position", "question{s} on which a side has no position"
    OLD = "old-statuses", "status{es} or text{s} last checked long ago"
    ERRATA = "unsure-errata", "{errata} of low confidence"
    ARCHIVE = "sources-without-archive", "source{s} without an archived copy"
    TITLES = "sources-without-title", "source{s} whose title was not seen"
    TERMS = "unused-terms", "term{s} that nothing uses"
    FORMS = "unlinked-forms", "term{s} of which a form in an article is not linked"
    SILENCED = "silenced-warnings", "warning{s} silenced in `silenced.yaml`"
    STALE = "stale-translations", "translation{s} of words that have changed since"
    UNTRANSLATED = "files-not-translated", "file{s} of an edition with texts that are not translated"

    def __init__(self, key: str, words: str) -> None:
        self.key = key
        self._words = words

    @property
    def is_of_editions(self) -> bool:
        return self in (TaskGroup.STALE, TaskGroup.UNTRANSLATED)

    def words(self, count: int) -> str:
        """`1 sentence without a word` needs another form than none or two."""
        s, es, errata = ("", "", "erratum") if count == 1 else ("s", "es", "errata")
        return self._words.format(s=s, es=es, errata=errata)


@dataclass(frozen=True, slots=True)
class Task:
    topic: TaskGroup
    span: Span
    record: str
    """`question/losses`; the article for a sentence."""
    message: str


def remaining(linked: Linked, found: Iterable[Diagnostic], before: date) -> tuple[Task, ...]:
    """Everything that is left, by topic and place. What was last checked before the day `before` is old."""
    tasks = [
        *_sentences(linked, found), *_annotations(linked), *_questions(linked), *_sources(linked), *_terms(linked),
        *_old(linked, before), *_silenced(linked), *_in_editions(linked),
    ]  # fmt: skip
    order = list(TaskGroup)
    return tuple(sorted(tasks, key=lambda task: (order.index(task.topic), task.span)))


def _sentences(linked: Linked, found: Iterable[Diagnostic]) -> Iterator[Task]:
    for each in found:
        if each.rule is SENTENCE_IS_ACCOUNTED_FOR:
            name = each.span.path.split("/")[2]
            yield Task(TaskGroup.SENTENCES, each.span, f"article/{name}", each.message)
    for article in linked.anchored.articles.values():
        if not article.anchors:
            entry = article.seed.entry
            yield Task(TaskGroup.SENTENCES, entry.at(), str(entry.ref), "no sentence of this article has a note yet")


def _annotations(linked: Linked) -> Iterator[Task]:
    questions = linked.seeds.questions
    for article in linked.anchored.articles.values():
        for entry in (anchor.annotation for anchor in article.anchors):
            value = entry.value
            if isinstance(value, shapes.ClaimAnnotation) and not value.evidence:
                question = questions.get(value.question or "")
                if question is None or not _has_evidence(question.value):
                    yield _task(TaskGroup.CLAIMS, entry, f"“{linked.labels[_ref(entry)]}” has no evidence", "quote")
            if isinstance(value, shapes.ErratumAnnotation) and value.confidence is Confidence.LOW:
                yield _task(
                    TaskGroup.ERRATA,
                    entry,
                    f"“{linked.labels[_ref(entry)]}” is corrected, but not surely",
                    "confidence",
                )


def _has_evidence(question: shapes.Question) -> bool:
    return bool(question.evidence or any(position.evidence for position in question.positions))


def _questions(linked: Linked) -> Iterator[Task]:
    """A side that takes no part need not have a position."""
    seeds = linked.seeds
    sides = [side for side in seeds.sides.values() if side.value.takes_part]
    for entry in seeds.questions.values():
        if not entry.value.evidence:
            yield _task(TaskGroup.QUESTIONS, entry, f"“{entry.value.title}”", "title")
        parties = (seeds.parties.get(each.party) for each in entry.value.positions)
        speaking = {party.value.side for party in parties if party}
        for silent in [side.value.name for side in sides if side.id not in speaking]:
            yield _task(TaskGroup.SIDES, entry, f"“{entry.value.title}” has no position of: {silent}", "positions")


def _sources(linked: Linked) -> Iterator[Task]:
    for entry in linked.seeds.sources.values():
        if entry.value.URL and not entry.value.archive_url:
            yield _task(TaskGroup.ARCHIVE, entry, entry.value.URL, "URL")
        if not entry.value.title:
            yield _task(TaskGroup.TITLES, entry, entry.value.description or entry.id, "description")


def _terms(linked: Linked) -> Iterator[Task]:
    for entry in linked.seeds.terms.values():
        if _ref(entry) not in linked.uses:
            yield _task(TaskGroup.TERMS, entry, f"“{entry.value.term}”", "term")
    forms = unlinked_forms(linked.anchored, linked.seeds.terms.values())
    for entry in linked.seeds.terms.values():
        if found := forms.get(entry.id):
            line = variants_with(entry.value, found)
            yield _task(TaskGroup.FORMS, entry, f"“{entry.value.term}” stands as {_listed(found)}: `{line}`", "term")


def _listed(words: tuple[str, ...]) -> str:
    return ", ".join(f"“{word}”" for word in words)


def _silenced(linked: Linked) -> Iterator[Task]:
    for entry in linked.seeds.silenced:
        value = entry.value
        where = value.record or value.file or "on the whole site"
        yield Task(TaskGroup.SILENCED, entry.at("rule"), value.record or "", f"{value.rule}, {where}: {value.reason}")


def _old(linked: Linked, before: date) -> Iterator[Task]:
    seeds = linked.seeds
    notes = [anchor.annotation for article in linked.anchored.articles.values() for anchor in article.anchors]
    judged = [entry for entry in notes if (found := judgement_of(entry.value, seeds.questions)) and found.is_own]
    checked: list[Entry[Any]] = [*seeds.questions.values(), *seeds.context.values(), *seeds.parties.values(), *judged]
    for entry in checked:
        as_of = entry.value.as_of
        if as_of and last_day(as_of) < before:
            message = f"“{linked.labels[_ref(entry)]}” was last checked {dates.words(as_of)}"
            yield _task(TaskGroup.OLD, entry, message, "as-of")


def _in_editions(linked: Linked) -> Iterator[Task]:
    for edition in (each.edition for each in linked.editions if each.edition):
        missing: dict[str, list[TextInEdition]] = {}
        for text in edition.texts:
            if text.standing is Standing.STALE and text.translation:
                place = text.translation.at("of")
                record = str(text.text.entry.ref or "")
                yield Task(TaskGroup.STALE, place, record, f"`{text.text.place}`, translated {dates.words(text.date)}")
            elif text.standing is Standing.MISSING and text.text.is_asked_of_all:
                missing.setdefault(file_of(text.text.file, edition.language), []).append(text)
        for path, texts in missing.items():
            first, more = texts[0].text.place, len(texts) - 1
            others = f" and {more} more" if more else ""
            yield Task(TaskGroup.UNTRANSLATED, Span(path), "", f"`{first}`{others}")


def _task(topic: TaskGroup, entry: Entry[Any], message: str, key: str) -> Task:
    return Task(topic, entry.at(key), str(entry.ref), message)


def _ref(entry: Entry[Any]) -> Ref:
    assert entry.ref is not None, "these records have a name"
    return entry.ref
