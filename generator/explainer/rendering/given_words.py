"""To whom an article gives its words, counted from its claims, side by side: a count, not a measure of fairness."""

import re
from bisect import bisect_left
from dataclasses import dataclass

from explainer.model import seeds as shapes
from explainer.model.stages import AnchoredArticle, Linked
from explainer.model.status import is_article

_WORD = re.compile(r"\S+")


@dataclass(frozen=True)
class GivenWords:
    total: int
    """The words of the article."""
    sides: tuple[tuple[shapes.Side, int], ...]
    """How many stand in passages that claims lead back to a party of the side; in the order of the sides."""
    own: int
    """How many stand in claims that the article makes itself."""

    def percent(self, count: int) -> int:
        return round(100 * count / self.total) if self.total else 0

    @property
    def others(self) -> int:
        """What is in no claim."""
        return self.total - self.own - sum(count for _, count in self.sides)


def given_words(article: AnchoredArticle, linked: Linked) -> GivenWords:
    """A word that lies in several claims counts for the shortest, which is nearest to it."""
    seeds, text = linked.seeds, article.seed.text
    speakers: dict[int, str] = {}
    starts = [
        word.start()
        for block in text.blocks
        for word in _WORD.finditer(text.text, block.start, block.end)
        if any(map(str.isalnum, word[0]))
    ]
    for anchor in sorted(article.anchors, key=lambda each: each.start - each.end):
        match anchor.annotation.value:
            case shapes.ClaimAnnotation(party=party):
                first, last = bisect_left(starts, anchor.start), bisect_left(starts, anchor.end)
                speakers.update(dict.fromkeys(starts[first:last], party))
    counts: dict[str, int] = {}
    own = 0
    for party in speakers.values():
        entry = seeds.parties.get(party)
        if is_article(party, seeds.parties):
            own += 1
        elif entry and entry.value.side in seeds.sides:
            counts[entry.value.side] = counts.get(entry.value.side, 0) + 1
    sides = tuple((side.value, counts[id_]) for id_, side in seeds.sides.items() if id_ in counts)
    return GivenWords(len(starts), sides, own)
