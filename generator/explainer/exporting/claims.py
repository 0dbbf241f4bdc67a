"""Every claim and position as one flat table: who says what, and what evidence shows, in columns of their own."""

import csv
from collections.abc import Iterable, Iterator
from io import StringIO

from explainer.model.roots import said_in
from explainer.model.seeds import ClaimAnnotation, Evidence, Position, Question
from explainer.model.stages import Anchor, AnchoredArticle, Linked
from explainer.model.status import Judgement, is_article, judgement_of, said_of

COLUMNS = (
    "record", "article", "id", "party", "party-name", "side", "question", "aspect", "stance", "words", "by", "date",
    "said", "said-in", "shown", "shown-as-of", "sources",
)  # fmt: skip
"""`said` is how sure it is that the party said so; `shown` is what evidence shows of it, as the pages say it.

`said-in` are the sources in which a claim's party or its side says it, and `sources` those of its evidence.
"""


def claims_table(linked: Linked) -> str:
    """The table as CSV, with a line of names: the claims in the order of the articles, then the positions."""
    stream = StringIO()
    table = csv.DictWriter(stream, COLUMNS, restval="", lineterminator="\n")
    table.writeheader()
    table.writerows(_rows(linked))
    return stream.getvalue()


def _rows(linked: Linked) -> Iterator[dict[str, str]]:
    for article in linked.anchored.articles.values():
        for anchor in article.anchors:
            if isinstance(claim := anchor.annotation.value, ClaimAnnotation):
                yield _claim(linked, article, anchor, claim)
    for id_, question in linked.seeds.questions.items():
        for position in question.value.positions:
            yield _position(linked, id_, question.value, position)


def _claim(linked: Linked, article: AnchoredArticle, anchor: Anchor, claim: ClaimAnnotation) -> dict[str, str]:
    said = said_in(claim, linked.seeds)
    return {
        "record": "claim",
        "article": article.id,
        "id": claim.id,
        **_party(linked, claim.party),
        **({"side": ""} if is_article(claim.party, linked.seeds.parties) else {}),
        "question": claim.question or "",
        "aspect": claim.aspect or "",
        "words": " ".join(article.seed.text.text[anchor.start : anchor.end].split()),
        "said": said_of(claim, linked.seeds.parties).value,
        "said-in": _sources(said),
        **_judged(judgement_of(claim, linked.seeds.questions)),
        "sources": _sources(each for each in claim.evidence if each not in said),
    }


def _position(linked: Linked, id_: str, question: Question, position: Position) -> dict[str, str]:
    return {
        "record": "position",
        **_party(linked, position.party),
        "question": id_,
        "aspect": position.aspect or "",
        "stance": position.position.value,
        "words": " ".join((position.says or "").split()),
        "by": position.by or "",
        "date": position.date or "",
        **_judged(judgement_of(question, linked.seeds.questions)),
        "sources": _sources(position.evidence),
    }


def _party(linked: Linked, id_: str) -> dict[str, str]:
    party = linked.seeds.parties.get(id_)
    return {
        "party": id_,
        "party-name": party.value.name if party else "",
        "side": party.value.side if party else "",
    }


def _judged(judgement: Judgement | None) -> dict[str, str]:
    return {"shown": judgement.status.value, "shown-as-of": judgement.as_of} if judgement else {}


def _sources(evidence: Iterable[Evidence]) -> str:
    return "; ".join(dict.fromkeys(each.source for each in evidence))
