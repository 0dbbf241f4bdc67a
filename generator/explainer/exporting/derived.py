"""What the program knows of a record beside what its author wrote: where it stands, its name, where a quote lies.

The shapes are written as those of the seeds are, so that the walk, the schemas and the tables take them alike.
"""

from dataclasses import dataclass
from typing import Annotated, Literal, TypeAlias

from explainer.exporting.passage import context
from explainer.model import seeds as shapes
from explainer.model.fields import Date, Doc, Form, Id, Line, Sha256, Text
from explainer.model.kinds import weight_of
from explainer.model.seeds import Shape
from explainer.model.stages import Anchor, AnchoredArticle, ArticleText, Linked
from explainer.model.status import judgement_of, said_of
from explainer.vocabulary import Speech, Status, Weight

NUMBER = Form("number", r"[0-9]+", "a whole number")
CONTENT = Form("content", r"[\s\S]*", "the characters of a file")
REFERENCE = Form("address", r"\S*", "a full address, or one below that of the site where nobody knows that yet")

Number: TypeAlias = Annotated[str, NUMBER]
Content: TypeAlias = Annotated[str, CONTENT]
SiteAddress: TypeAlias = Annotated[str, REFERENCE]


@dataclass(frozen=True, slots=True, kw_only=True)
class Derived(Shape):
    """What the program adds to every record that has an id."""

    address: Annotated[SiteAddress, Doc("Where it stands on the site; below the site where its address is not known.")]
    label: Annotated[Line, Doc("What links to it call it.")]


@dataclass(frozen=True, slots=True, kw_only=True)
class TextBlock(Shape):
    """A paragraph of an article that is shown; what no block holds is furniture or white space."""

    start: Annotated[Number, Doc("Its first character, counted from 0.")]
    end: Annotated[Number, Doc("The character after its last one.")]
    type: Annotated[Literal["headline", "paragraph"], Doc("What it is.")]
    fragment: Annotated[Line, Doc("The part of the article's address at which it stands.")]


@dataclass(frozen=True, slots=True, kw_only=True)
class TermOccurrence(Shape):
    """A stretch of an article that links to the glossary."""

    start: Annotated[Number, Doc("Its first character, counted from 0.")]
    end: Annotated[Number, Doc("The character after its last one.")]
    term: Annotated[Id, Doc("The term.")]


@dataclass(frozen=True, slots=True, kw_only=True)
class FormerText(Shape):
    """What the article said before a newer text took its place."""

    day: Annotated[Date | None, Doc("When that text was retrieved or published.")] = None
    sha256: Annotated[Sha256, Doc("Of its file.")]
    content: Annotated[Content, Doc("Its characters.")]


@dataclass(frozen=True, slots=True, kw_only=True)
class DerivedArticle(Derived):
    """What the program adds to an article: its text."""

    content: Annotated[
        Content, Doc("The characters of source.txt without a byte-order mark: positions count these (code points).")
    ]
    sha256: Annotated[Sha256, Doc("Of the bytes of source.txt.")]
    blocks: Annotated[tuple[TextBlock, ...], Doc("What of it is shown, in order.")] = ()
    terms: Annotated[tuple[TermOccurrence, ...], Doc("Where its words link to the glossary.")] = ()
    earlier: Annotated[tuple[FormerText, ...], Doc("What it said before, the oldest first.")] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotePlace(Shape):
    """Where a quote lies in its article."""

    start: Annotated[Number, Doc("Its first character, counted from 0.")]
    end: Annotated[Number, Doc("The character after its last one.")]
    exact: Annotated[Text, Doc("The words as they stand in the article; the quote is what its author wrote.")]
    prefix: Annotated[Text | None, Doc("The shown words right before it.")] = None
    suffix: Annotated[Text | None, Doc("The shown words right after it.")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownStatus(Shape):
    """What evidence shows of a claim."""

    status: Annotated[Status, Doc("What evidence shows.")]
    as_of: Annotated[Date, Doc("Date of the status.")]
    given_to: Annotated[Literal["claim", "question"], Doc("Whose status it is: the claim's own, or its question's.")]


@dataclass(frozen=True, slots=True, kw_only=True)
class DerivedAnnotation(Derived):
    """What the program adds to an annotation."""

    article: Annotated[Id, Doc("The article that it is on.")]
    anchor: Annotated[QuotePlace, Doc("Where its quote lies.")]
    weight: Annotated[Weight, Doc("Its weight as it is shown.")]
    said: Annotated[Speech | None, Doc("Of a claim: how sure it is that the party said so.")] = None
    shown: Annotated[ShownStatus | None, Doc("Of a claim with a status: what evidence shows.")] = None


def of_article(linked: Linked, article: AnchoredArticle, address: str, label: str) -> DerivedArticle:
    text = article.seed.text
    return DerivedArticle(
        address=address,
        label=label,
        content=text.text,
        sha256=text.source.sha256,
        blocks=tuple(_blocks(text)),
        terms=tuple(
            TermOccurrence(start=str(each.start), end=str(each.end), term=each.term)
            for each in linked.term_links.get(article.id, ())
        ),
        earlier=tuple(
            FormerText(day=each.day, sha256=each.text.source.sha256, content=each.text.text)
            for each in article.seed.earlier
        ),
    )


def _blocks(text: ArticleText) -> list[TextBlock]:
    return [
        TextBlock(
            start=str(block.start), end=str(block.end), type="headline" if block.is_headline else "paragraph",
            fragment=text.fragment(index),
        )
        for index, block in enumerate(text.blocks)
    ]  # fmt: skip


def of_annotation(
    linked: Linked, article: AnchoredArticle, anchor: Anchor, address: str, label: str
) -> DerivedAnnotation:
    annotation = anchor.annotation.value
    prefix, suffix = context(article.seed.text, anchor)
    judged = judgement_of(annotation, linked.seeds.questions)
    claim = annotation if isinstance(annotation, shapes.ClaimAnnotation) else None
    return DerivedAnnotation(
        address=address,
        label=label,
        article=article.id,
        anchor=QuotePlace(
            start=str(anchor.start), end=str(anchor.end), exact=article.seed.text.text[anchor.start : anchor.end],
            prefix=prefix or None, suffix=suffix or None,
        ),
        weight=weight_of(annotation),
        said=said_of(claim, linked.seeds.parties) if claim else None,
        shown=ShownStatus(
            status=judged.status, as_of=judged.as_of, given_to="claim" if judged.is_own else "question"
        ) if judged else None,
    )  # fmt: skip
