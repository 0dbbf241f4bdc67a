"""An aspect is one of the question that it is named with."""

from collections.abc import Iterator
from difflib import get_close_matches

from explainer.diagnostics import Diagnostic
from explainer.linking.entries import entries_of
from explainer.model.seeds import ClaimAnnotation, Figure, Position, Question, Report
from explainer.model.stages import Entry, Linked, Seeds
from explainer.rules import ASPECT_BELONGS_TO_QUESTION


def check(linked: Linked) -> Iterator[Diagnostic]:
    """Breaks it: `aspect: cargo` in a claim or a position, where the question has no aspect of that id."""
    for entry in entries_of(linked.anchored):
        match entry.value:
            case ClaimAnnotation():
                yield from _of_claim(entry, linked.seeds)
            case Question():
                yield from _of_question(entry)
            case Report(passages=passages):
                for index, passage in enumerate(passages):
                    question = linked.seeds.questions.get(passage.question)
                    known = {aspect.id for aspect in question.value.aspects} if question else set()
                    if question and passage.aspect and passage.aspect not in known:
                        yield _foreign(entry, ("passages", index, "aspect"), passage.aspect, question)


def _of_claim(entry: Entry[ClaimAnnotation], seeds: Seeds) -> Iterator[Diagnostic]:
    claim = entry.value
    if claim.aspect and claim.question is None:
        message = f"the claim `{claim.id}` names the aspect `{claim.aspect}`, but no question"
        yield Diagnostic(ASPECT_BELONGS_TO_QUESTION, entry.at("aspect"), message, "Add `question`, or remove `aspect`.")
    question = seeds.questions.get(claim.question or "")
    if question and claim.aspect and claim.aspect not in {aspect.id for aspect in question.value.aspects}:
        yield _foreign(entry, ("aspect",), claim.aspect, question)


def _of_question(entry: Entry[Question]) -> Iterator[Diagnostic]:
    known = {aspect.id for aspect in entry.value.aspects}
    items: tuple[tuple[str, tuple[Position | Figure, ...]], ...] = (
        ("positions", entry.value.positions),
        ("figures", entry.value.figures),
    )
    for key, parts in items:
        for index, part in enumerate(parts):
            if part.aspect and part.aspect not in known:
                yield _foreign(entry, (key, index, "aspect"), part.aspect, entry)


def _foreign(
    entry: Entry[ClaimAnnotation] | Entry[Question] | Entry[Report],
    path: tuple[str | int, ...],
    aspect: str,
    question: Entry[Question],
) -> Diagnostic:
    ids = [each.id for each in question.value.aspects]
    near = next(iter(get_close_matches(aspect, ids, 1)), None)
    if near:
        fix = f"Did you mean `{near}`?"
    elif ids:
        fix = f"The aspects are: {', '.join(f'`{id}`' for id in ids)}."
    else:
        fix = f"Add `aspects` to `{question.node.span.path}`."
    return Diagnostic(
        ASPECT_BELONGS_TO_QUESTION, entry.at(*path), f"`{aspect}` is not an aspect of the question `{question.id}`", fix
    )
