"""What the notes on one article propose for another: questions without a claim, and passages that stand in it too."""

from collections.abc import Iterator
from dataclasses import dataclass

from explainer.anchoring import quotes_of
from explainer.model.seeds import ClaimAnnotation
from explainer.model.stages import AnchoredArticle

_LEAST = 3
"""Fewer words say too little: they stand in every text on the event."""


@dataclass(frozen=True, slots=True)
class ProposedQuestion:
    """A question on which one article has claims, and the other none: it may say something on it, or nothing."""

    article: str
    """The one without."""
    question: str
    claims: tuple[str, ...]
    """Those of the other, by their ids."""


@dataclass(frozen=True, slots=True)
class ProposedNote:
    """A passage of an annotation that stands in the other article, where nothing is noted on it."""

    article: str
    like: str
    """The annotation, with its article."""
    kind: str
    place: str
    """Where the words stand in the other article."""
    yaml: str
    """The selector that finds it in the other article."""


def proposed_questions(ours: AnchoredArticle, theirs: AnchoredArticle) -> Iterator[ProposedQuestion]:
    claimed = _claims(theirs)
    for question, claims in _claims(ours).items():
        if question not in claimed:
            yield ProposedQuestion(theirs.id, question, tuple(claims))


def _claims(article: AnchoredArticle) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for anchor in article.anchors:
        match anchor.annotation.value:
            case ClaimAnnotation(question=str(question), id=id_):
                found.setdefault(question, []).append(id_)
    return found


def proposed_notes(ours: AnchoredArticle, theirs: AnchoredArticle) -> Iterator[ProposedNote]:
    file = theirs.seed.text.source.file
    for anchor in ours.anchors:
        quote = ours.seed.text.text[anchor.start : anchor.end]
        if len(quote.split()) < _LEAST:
            continue
        places, count = quotes_of(theirs.seed.text, quote, 1)
        if count != 1:
            continue  # of two places nobody knows which is meant
        ((span, yaml),) = places
        start, end = file.offset(span.line, span.column), file.offset(span.end_line, span.end_column)
        if not any(other.start < end and start < other.end for other in theirs.anchors):
            yield ProposedNote(theirs.id, anchor.annotation.id, anchor.annotation.value.kind, str(span), yaml)
