"""A status that says what evidence shows names that evidence.

`unverified` and `cannot-be-judged` say that there is none; `disputed`, of a question, rests on positions, which have
their sources. A claim whose status is that of its question rests on what the question rests on.
"""

from collections.abc import Iterator

from explainer.diagnostics import Diagnostic
from explainer.linking.entries import entries_of
from explainer.model.seeds import ClaimAnnotation, Question
from explainer.model.stages import Linked
from explainer.model.status import judgement_of
from explainer.prose import parse
from explainer.prose.nodes import citations
from explainer.rules import STATUS_IS_SOURCED
from explainer.vocabulary import Status

_SAY_NOTHING_IS_SHOWN = (Status.UNVERIFIED, Status.CANNOT_BE_JUDGED)


def check(linked: Linked) -> Iterator[Diagnostic]:
    """Breaks it: `status: confirmed` with neither `evidence` nor a citation in the text beside it."""
    questions = linked.seeds.questions
    for entry in entries_of(linked.anchored):
        value = entry.value
        if not isinstance(value, ClaimAnnotation | Question) or value.evidence:
            continue
        judged = judgement_of(value, questions)
        if judged is None or not judged.is_own or judged.status in _SAY_NOTHING_IS_SHOWN:
            continue
        if isinstance(value, ClaimAnnotation):
            asked = questions.get(value.question or "")
            key, text, named = "note", value.note, f"the claim `{value.id}`"
            is_sourced = asked is not None and asked.value.status is judged.status
        else:
            key, text, named = "assessment", value.assessment, f"the question `{entry.id}`"
            is_sourced = judged.status is Status.DISPUTED
        if not is_sourced and not _cites(text):
            fix = f"Add `evidence`, or cite the source in `{key}`; what nobody could check is `unverified`."
            message = f"{named} is `{judged.status.value}`, and names no evidence for that"
            yield Diagnostic(STATUS_IS_SOURCED, entry.at("status"), message, fix)


def _cites(text: str | None) -> bool:
    """As written: a citation that leads nowhere is another mistake."""
    return any(citations(parse(text or "")[0].blocks))
