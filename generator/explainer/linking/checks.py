"""Checks that need the links: aspects, positions behind claims, sources and terms that nothing uses."""

from collections.abc import Iterator, Mapping
from difflib import get_close_matches

from explainer.diagnostics import Diagnostic
from explainer.linking.entries import entries_of
from explainer.model import seeds as shapes
from explainer.model.stages import Anchored, Entry, Ref, Seeds, Use
from explainer.rules import ASPECT_BELONGS, CLAIM_HAS_POSITION, SOURCE_IS_USED, TERM_IS_USED


def check(anchored: Anchored, uses: Mapping[Ref, tuple[Use, ...]], *, is_whole: bool) -> Iterator[Diagnostic]:
    """`is_whole` says that no record and no reference is broken: else nobody knows what would be used."""
    articles = {article.seed.entry.value.url for article in anchored.articles.values()}
    for entry in entries_of(anchored):
        match entry.value:
            case shapes.ClaimAnnotation():
                yield from _check_claim(entry, anchored.seeds)
            case shapes.Question():
                yield from _check_aspects(entry)
            # An article of ours is read, whether or not anything cites it.
            case shapes.Source(URL=url) if is_whole and entry.ref not in uses and (url is None or url not in articles):
                yield Diagnostic(SOURCE_IS_USED, entry.at("id"), f"nothing uses the source `{entry.id}`")
            case shapes.Term() if is_whole and entry.ref not in uses:
                yield Diagnostic(TERM_IS_USED, entry.at("term"), f"nothing uses the term “{entry.value.term}”")


def _check_claim(entry: Entry[shapes.ClaimAnnotation], seeds: Seeds) -> Iterator[Diagnostic]:
    claim = entry.value
    if claim.aspect and claim.question is None:
        message = f"the claim `{claim.id}` names the aspect `{claim.aspect}`, but no question"
        yield Diagnostic(ASPECT_BELONGS, entry.at("aspect"), message, "Add `question`, or remove `aspect`.")
    question = seeds.questions.get(claim.question or "")
    if question is None:
        return
    if claim.aspect and claim.aspect not in {aspect.id for aspect in question.value.aspects}:
        yield _foreign_aspect(entry, ("aspect",), claim.aspect, question)
    speaking = {position.party for position in question.value.positions}
    if claim.party not in seeds.parties or not speaking <= seeds.parties.keys():
        return  # reported as unknown; who is meant, nobody can tell
    side = seeds.parties[claim.party].value.side
    if side not in {seeds.parties[party].value.side for party in speaking}:
        message = f"the question `{question.id}` has no position of `{claim.party}`, nor of another party of its side"
        fix = f"Add a position of `{claim.party}` to `{question.node.span.path}`, or name another question."
        yield Diagnostic(CLAIM_HAS_POSITION, entry.at("question"), message, fix)


def _check_aspects(entry: Entry[shapes.Question]) -> Iterator[Diagnostic]:
    known = {aspect.id for aspect in entry.value.aspects}
    items: tuple[tuple[str, tuple[shapes.Position | shapes.Figure, ...]], ...] = (
        ("positions", entry.value.positions),
        ("figures", entry.value.figures),
    )
    for key, parts in items:
        for index, part in enumerate(parts):
            if part.aspect and part.aspect not in known:
                yield _foreign_aspect(entry, (key, index, "aspect"), part.aspect, entry)


def _foreign_aspect(
    entry: Entry[shapes.ClaimAnnotation] | Entry[shapes.Question],
    path: tuple[str | int, ...],
    aspect: str,
    question: Entry[shapes.Question],
) -> Diagnostic:
    ids = [each.id for each in question.value.aspects]
    near = next(iter(get_close_matches(aspect, ids, 1)), None)
    if near:
        fix = f"Did you mean `{near}`?"
    elif ids:
        fix = f"The aspects are: {', '.join(f'`{id}`' for id in ids)}."
    else:
        fix = f"Add `aspects` to `{question.node.span.path}`."
    return Diagnostic(ASPECT_BELONGS, entry.at(*path), f"`{aspect}` is no aspect of the question `{question.id}`", fix)
