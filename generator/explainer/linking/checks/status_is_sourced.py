"""A status that says what evidence shows names that evidence.

`claimed` and `cannot-be-judged` say that there is none; `disputed`, of a question, rests on positions, which have
their sources. A claim whose status is that of its question rests on what the question rests on.
"""

from collections.abc import Iterator

from explainer.diagnostics import Diagnostic
from explainer.linking.entries import entries_of
from explainer.model.seeds import ClaimAnnotation, Question
from explainer.model.stages import Entry, Linked
from explainer.prose import parse
from explainer.prose.nodes import citations
from explainer.rules import STATUS_IS_SOURCED
from explainer.vocabulary import Status

_SAY_NOTHING_IS_SHOWN = (Status.CLAIMED, Status.CANNOT_BE_JUDGED)


def check(linked: Linked) -> Iterator[Diagnostic]:
    """Breaks it: `status: confirmed` with neither `evidence` nor a citation in the text beside it."""
    for entry in entries_of(linked.anchored):
        match entry.value:
            case ClaimAnnotation(status=status, evidence=()) if status and status not in _SAY_NOTHING_IS_SHOWN:
                question = linked.seeds.questions.get(entry.value.question or "")
                is_inherited = question is not None and question.value.status is status
                if not is_inherited and not _cites(entry.value.note):
                    fix = "Add `evidence`, or cite the source in `note`; what nobody could check is `claimed`."
                    yield _unsourced(entry, f"the claim `{entry.value.id}`", status, fix)
            case Question(status=status, evidence=()) if status not in (*_SAY_NOTHING_IS_SHOWN, Status.DISPUTED):
                if not _cites(entry.value.assessment):
                    fix = "Add `evidence`, or cite the source in `assessment`; what nobody could check is `claimed`."
                    yield _unsourced(entry, f"the question `{entry.id}`", status, fix)


def _unsourced(entry: Entry[object], named: str, status: Status, fix: str) -> Diagnostic:
    message = f"{named} is `{status.value}`, and names no evidence for that"
    return Diagnostic(STATUS_IS_SOURCED, entry.at("status"), message, fix)


def _cites(text: str | None) -> bool:
    """As written: a citation that leads nowhere is another mistake."""
    return any(citations(parse(text or "")[0].blocks))
