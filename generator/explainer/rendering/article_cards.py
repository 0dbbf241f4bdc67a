"""An article as lists show it: its headline, where it is from, what is wrong or open in it, counted too."""

from collections.abc import Iterable
from dataclasses import dataclass

from explainer.model import seeds as shapes
from explainer.model.kinds import Kind, weight_of
from explainer.model.stages import AnchoredArticle, Linked
from explainer.model.status import judgement_of
from explainer.rendering.errata import headline_of
from explainer.rendering.next_steps import questions_by_weight
from explainer.rendering.notes import kinds_of
from explainer.rendering.search_articles import host
from explainer.text import dates
from explainer.vocabulary import Status, Weight

_OPEN = {Status.UNVERIFIED, Status.DISPUTED, Status.CANNOT_BE_JUDGED}


@dataclass(frozen=True)
class ArticleCard:
    id: str
    value: shapes.Article
    headline: str
    mistakes: int
    """The major ones."""
    unverified: int
    """Claims that evidence has neither shown nor refuted."""
    questions: int
    kinds: tuple[tuple[Kind, int], ...]
    """Those of its notes, with how many there are of each."""
    found_at: str
    """The host of the page on which its text was found."""


def article_card(article: AnchoredArticle, linked: Linked) -> ArticleCard:
    values = [anchor.annotation.value for anchor in article.anchors]
    judged = (judgement_of(value, linked.seeds.questions) for value in values)
    return ArticleCard(
        id=article.id,
        value=article.seed.entry.value,
        headline=headline_of(article),
        mistakes=sum(isinstance(each, shapes.ErratumAnnotation) and weight_of(each) is Weight.MAJOR for each in values),
        unverified=sum(judgement is not None and judgement.status in _OPEN for judgement in judged),
        questions=sum(id_ in linked.seeds.questions for id_ in questions_by_weight(article)),
        kinds=tuple(kinds_of(article)),
        found_at=host(article.seed.entry.value.url or ""),
    )


def newest_first(articles: Iterable[AnchoredArticle]) -> list[AnchoredArticle]:
    """By the date of their publication; last those that have none, in the order of the site."""

    def age(article: AnchoredArticle) -> tuple[bool, tuple[int, ...]]:
        published = article.seed.entry.value.published
        return (published is not None, dates.sort_key(published) if published else ())

    return sorted(articles, key=age, reverse=True)
