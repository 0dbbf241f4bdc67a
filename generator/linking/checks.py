"""Checks that need the links: aspects, positions behind claims, sources that nothing uses."""

from collections.abc import Iterator, Mapping

from generator.diagnostics import Diagnostic
from generator.linking.entries import entries_of
from generator.model import seeds as shapes
from generator.model.stages import Anchored, Entry, Ref, Seeds, Use
from generator.rules import ASPECT_BELONGS, CLAIM_HAS_POSITION, SOURCE_IS_USED


def check(anchored: Anchored, uses: Mapping[Ref, tuple[Use, ...]]) -> Iterator[Diagnostic]:
    for entry in entries_of(anchored):
        match entry.value:
            case shapes.ClaimAnnotation():
                yield from _check_claim(entry, anchored.seeds)
            case shapes.Question():
                yield from _check_aspects(entry)
            case shapes.Source() if entry.ref not in uses:
                yield Diagnostic(SOURCE_IS_USED, entry.at("id"), f"nothing uses the source `{entry.id}`")


def _check_claim(entry: Entry[shapes.ClaimAnnotation], seeds: Seeds) -> Iterator[Diagnostic]:
    claim = entry.value
    question = seeds.questions.get(claim.question or "")
    if question is None or claim.party not in seeds.parties:
        return
    if claim.aspect and claim.aspect not in {aspect.id for aspect in question.value.aspects}:
        yield _foreign_aspect(entry, ("aspect",), claim.aspect, question)
    side = seeds.parties[claim.party].value.side
    speaking = {position.party for position in question.value.positions}
    sides = {seeds.parties[party].value.side for party in speaking if party in seeds.parties}
    if claim.party not in speaking and side not in sides:
        message = f"the question `{question.id}` has no position of `{claim.party}` or its side `{side}`"
        fix = f"add a position of `{claim.party}` to {question.node.span.path}"
        yield Diagnostic(CLAIM_HAS_POSITION, entry.at("question"), message, fix)


def _check_aspects(entry: Entry[shapes.Question]) -> Iterator[Diagnostic]:
    known = {aspect.id for aspect in entry.value.aspects}
    for key, items in (("positions", entry.value.positions), ("figures", entry.value.figures)):
        for index, item in enumerate(items):
            if item.aspect and item.aspect not in known:
                yield _foreign_aspect(entry, (key, index, "aspect"), item.aspect, entry)


def _foreign_aspect(
    entry: Entry[shapes.Annotation] | Entry[shapes.Question],
    path: tuple[str | int, ...],
    aspect: str,
    question: Entry[shapes.Question],
) -> Diagnostic:
    known = ", ".join(f"`{aspect.id}`" for aspect in question.value.aspects)
    fix = f"use one of {known}" if known else f"add `aspects` to {question.node.span.path}"
    return Diagnostic(ASPECT_BELONGS, entry.at(*path), f"`{aspect}` is no aspect of the question `{question.id}`", fix)

