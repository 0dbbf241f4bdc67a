"""Two things of a claim that are never mixed: how sure it is that it was said, and what evidence shows of it.

One decision for the page, every export, the checks and the comparison.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from explainer.model.seeds import Annotation, ClaimAnnotation, Party, Question
from explainer.model.stages import Entry
from explainer.vocabulary import PartyType, Speech, Status


@dataclass(frozen=True, slots=True)
class Judgement:
    """A status with the date as of which it holds."""

    status: Status
    as_of: str
    is_own: bool
    """Whether the record has it of its own; else it is that of its question, and changes with it."""


def said_of(claim: ClaimAnnotation, parties: Mapping[str, Entry[Party]]) -> Speech:
    """What the author says; else what the article says itself stands in it, and all others are reported by it."""
    return claim.said or (Speech.CERTAIN if is_article(claim.party, parties) else Speech.REPORTED)


def is_article(party: str, parties: Mapping[str, Entry[Party]]) -> bool:
    """Whether it is the annotated text that speaks, in its own voice: it has no side, and no letter."""
    return party in parties and parties[party].value.type is PartyType.ARTICLE


def judgement_of(record: Annotation | Question, questions: Mapping[str, Entry[Any]]) -> Judgement | None:
    """A claim's own status, or else that of the question that it answers; None where there is neither.

    A question has its own. Annotations that are no claims have none: nobody says what they say but us.
    """
    match record:
        case Question(status=status, as_of=as_of):
            return Judgement(status, as_of, is_own=True)
        case ClaimAnnotation(status=Status() as status, as_of=as_of):
            return Judgement(status, as_of or "", is_own=True)
        case ClaimAnnotation(question=str(id_)) if id_ in questions:
            question = questions[id_].value
            return Judgement(question.status, question.as_of, is_own=False)
        case _:
            return None
