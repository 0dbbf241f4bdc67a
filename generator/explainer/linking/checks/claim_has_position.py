"""A question that a claim names has a position of the claim's party, or of another of its side."""

from collections.abc import Iterator

from explainer.diagnostics import Diagnostic
from explainer.linking.entries import entries_of
from explainer.model.seeds import ClaimAnnotation
from explainer.model.stages import Entry, Linked, Seeds
from explainer.rules import CLAIM_HAS_POSITION


def check(linked: Linked) -> Iterator[Diagnostic]:
    """Breaks it: a claim of `party: guild` on a question on which only parties of other sides speak."""
    for entry in entries_of(linked.anchored):
        if isinstance(entry.value, ClaimAnnotation):
            yield from _check(entry, linked.seeds)


def _check(entry: Entry[ClaimAnnotation], seeds: Seeds) -> Iterator[Diagnostic]:
    claim = entry.value
    question = seeds.questions.get(claim.question or "")
    if question is None:
        return
    speaking = {position.party for position in question.value.positions}
    if claim.party not in seeds.parties or not speaking <= seeds.parties.keys():
        return  # reported as unknown; who is meant, nobody can tell
    side = seeds.parties[claim.party].value.side
    if side not in {seeds.parties[party].value.side for party in speaking}:
        message = f"the question `{question.id}` has no position of `{claim.party}`, nor of another party of its side"
        fix = f"Add a position of `{claim.party}` to `{question.node.span.path}`, or name another question."
        yield Diagnostic(CLAIM_HAS_POSITION, entry.at("question"), message, fix)
