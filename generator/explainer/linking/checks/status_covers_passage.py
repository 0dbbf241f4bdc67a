"""What is said to be shown is shown of every word of its passage.

A status that shows something is therefore the claim's own: that of its question judges the question, of which the
passage may say more. And it covers no words that another claim's status takes back.
"""

from collections.abc import Iterator

from explainer.diagnostics import Diagnostic
from explainer.model.seeds import ClaimAnnotation
from explainer.model.stages import Anchor, AnchoredArticle, Linked
from explainer.model.status import judgement_of
from explainer.rules import STATUS_COVERS_PASSAGE
from explainer.vocabulary import Status

_SHOWS = (Status.CONFIRMED, Status.VISUALLY_VERIFIED, Status.ASSESSED)


def check(linked: Linked) -> Iterator[Diagnostic]:
    """Breaks it: a claim that takes `confirmed` from its question, or that holds the words of a disputed claim."""
    for article in linked.anchored.articles.values():
        for anchor in article.anchors:
            claim, judged = anchor.annotation.value, judgement_of(anchor.annotation.value, linked.seeds.questions)
            if not isinstance(claim, ClaimAnnotation) or judged is None or judged.status not in _SHOWS:
                continue
            if not judged.is_own:
                message = f"the claim takes `{judged.status.value}` from its question, which judges other words"
                yield Diagnostic(STATUS_COVERS_PASSAGE, anchor.annotation.at("question"), message)
            for inner in _lesser(article, anchor, linked):
                message = f"`{judged.status.value}` also covers the words of `{inner}`, of which less is shown"
                yield Diagnostic(STATUS_COVERS_PASSAGE, anchor.annotation.at("quote"), message)


def _lesser(article: AnchoredArticle, outer: Anchor, linked: Linked) -> Iterator[str]:
    """The claims inside this one of which nothing is shown."""
    for inner in article.anchors:
        is_inside = outer.start <= inner.start and inner.end <= outer.end and inner is not outer
        if is_inside and isinstance(inner.annotation.value, ClaimAnnotation):
            judged = judgement_of(inner.annotation.value, linked.seeds.questions)
            if judged and judged.status not in _SHOWS:
                yield inner.annotation.value.id
