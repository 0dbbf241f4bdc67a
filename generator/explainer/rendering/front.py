"""What the home page of a site of several articles has before all else: its articles, or how to find one of many."""

from collections import Counter
from dataclasses import dataclass

from explainer.model import seeds as shapes
from explainer.model.record_types import RecordType
from explainer.model.stages import Entry, Linked
from explainer.rendering.article_cards import ArticleCard, article_card, newest_first
from explainer.rendering.corrections_listed import ListedCorrection
from explainer.rendering.corrections_listed import newest_first as newest_corrections
from explainer.rendering.next_steps import questions_by_weight
from explainer.rendering.topics import TopicView, topic_views

FEW = 12
"""Up to so many articles, each has its card on the home page."""
NEW = 5
"""So many of each thing that is new."""


@dataclass(frozen=True)
class Front:
    count: int
    cards: tuple[ArticleCard, ...]
    shared: tuple[tuple[Entry[shapes.Question], int], ...]
    """The questions that most articles raise, with how many do."""
    topics: tuple[TopicView, ...]
    answers: tuple[ListedCorrection, ...]
    """The newest changes of answers."""
    corrections: tuple[ListedCorrection, ...]
    """The newest other changes."""
    examples: tuple[str, ...]
    """What a reader could look for; nothing where the articles are few."""

    @property
    def is_many(self) -> bool:
        return self.count > FEW


def front_of(linked: Linked) -> Front | None:
    """None for a site of one article: its home page is that article's."""
    articles = linked.anchored.articles
    if len(articles) < 2:
        return None
    is_many = len(articles) > FEW
    shown = newest_first(articles.values())[: NEW if is_many else FEW]
    changes = newest_corrections(linked)
    answers = [each for each in changes if each.ref and each.ref.type is RecordType.QUESTION]
    return Front(
        count=len(articles),
        cards=tuple(article_card(each, linked) for each in shown),
        shared=tuple(_shared(linked)),
        topics=tuple(topic_views(linked)),
        answers=tuple(answers[:NEW]),
        corrections=tuple([each for each in changes if each not in answers][:NEW]),
        examples=tuple(_examples(linked)) if is_many else (),
    )


def _shared(linked: Linked) -> list[tuple[Entry[shapes.Question], int]]:
    counts = Counter(id_ for article in linked.anchored.articles.values() for id_ in questions_by_weight(article))
    known = [(entry, counts[id_]) for id_, entry in linked.seeds.questions.items() if counts[id_] > 1]
    return sorted(known, key=lambda each: -each[1])[:NEW]


def _examples(linked: Linked) -> list[str]:
    """The place, the person or body, and the word that come up most."""
    found = []
    for type_, name in ((RecordType.PLACE, "name"), (RecordType.PARTY, "name"), (RecordType.TERM, "term")):
        used = [
            (len(linked.uses.get(entry.ref, ())), entry) for entry in linked.seeds.records[type_].values() if entry.ref
        ]
        if used:
            found.append(str(getattr(max(used, key=lambda each: each[0])[1].value, name)))
    return found
