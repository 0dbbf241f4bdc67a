"""What the notes on one article propose for another: questions without a claim, and passages that stand in it too.

Each as YAML to paste, with a TODO for what only the author can know.
"""

from collections.abc import Iterator, Set
from dataclasses import dataclass
from typing import Any

from explainer.anchoring import quotes_of
from explainer.authoring import yaml_writing
from explainer.model.allowed import TextOf, WordOf, fields_of
from explainer.model.drafts import Draft, Value, todo
from explainer.model.fields import ID
from explainer.model.seeds import ClaimAnnotation
from explainer.model.stages import Anchor, AnchoredArticle
from explainer.text.slugs import free

_LEAST = 3
"""Fewer words say too little: they stand in every text on the event."""
_ITS_OWN = frozenset({"id", "kind", "quote", "prefix", "suffix"})
"""What is not taken over from the note on the other article."""


@dataclass(frozen=True, slots=True)
class ProposedQuestion:
    """A question on which one article has claims, and the other none: it may say something on it, or nothing."""

    article: str
    """The one without."""
    question: str
    claims: tuple[str, ...]
    """Those of the other, by their ids."""
    yaml: str
    """A claim to be finished."""


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
    """The annotation as the other article may have it."""


def proposed_questions(ours: AnchoredArticle, theirs: AnchoredArticle) -> Iterator[ProposedQuestion]:
    claimed, taken = _claims(theirs), _ids(theirs)
    for question, claims in _claims(ours).items():
        if question not in claimed:
            values: dict[str, Value] = {
                "id": free(question, taken),
                "kind": "claim",
                "quote": todo("the words of this article on the question; `explainer quote` finds them"),
                "party": todo("who says it"),
                "question": question,
            }
            yield ProposedQuestion(theirs.id, question, tuple(claims), yaml_writing.appended("", None, [Draft(values)]))


def _claims(article: AnchoredArticle) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for anchor in article.anchors:
        match anchor.annotation.value:
            case ClaimAnnotation(question=str(question), id=id_):
                found.setdefault(question, []).append(id_)
    return found


def _ids(article: AnchoredArticle) -> set[str]:
    return {entry.value.id for entry in article.seed.annotations}


def proposed_notes(ours: AnchoredArticle, theirs: AnchoredArticle) -> Iterator[ProposedNote]:
    file, taken = theirs.seed.text.source.file, _ids(theirs)
    for anchor in ours.anchors:
        quote = ours.seed.text.text[anchor.start : anchor.end]
        if len(quote.split()) < _LEAST:
            continue
        places, count = quotes_of(theirs.seed.text, quote, 1)
        if count != 1:
            continue  # of two places nobody knows which is meant
        ((span, selector),) = places
        start, end = file.offset(span.line, span.column), file.offset(span.end_line, span.end_column)
        if not any(other.start < end and start < other.end for other in theirs.anchors):
            value = anchor.annotation.value
            yaml = _like(anchor, selector, taken)
            yield ProposedNote(theirs.id, anchor.annotation.id, value.kind, str(span), yaml)


def _like(anchor: Anchor, selector: str, taken: Set[str]) -> str:
    """The same kind of note with the ids and words of the vocabulary that the other has; our texts are not copied."""
    value: Any = anchor.annotation.value
    values: dict[str, Value] = {}
    shape: type = type(value)
    for key, field in fields_of(shape).items():
        if key in _ITS_OWN:
            continue
        own = getattr(value, field.attribute)
        is_name = isinstance(field.expected, WordOf) or field.expected == TextOf(ID)
        if own and is_name:
            values[key] = getattr(own, "value", own)
        elif field.required or (own and key == "note"):
            values[key] = todo(f"as in the note `{anchor.annotation.id}`, or otherwise")
    head = yaml_writing.appended("", None, [Draft({"id": free(value.id, taken), "kind": value.kind})])
    quoted = "".join(f"  {line}\n" for line in selector.splitlines())
    rest = yaml_writing.document(Draft(values)) if values else ""
    return head + quoted + "".join(f"  {line}\n" for line in rest.splitlines())
