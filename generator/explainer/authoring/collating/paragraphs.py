"""Which paragraph of one text belongs to which of another, in order, and what differs in them word by word."""

from collections import Counter
from dataclasses import dataclass, replace

from explainer.model.collation.rows import FEW
from explainer.model.stages import ArticleSeed
from explainer.text.differ import WordComparison, compare, stretches
from explainer.text.differ.aligning import aligned, likeness
from explainer.text.folded import Folded
from explainer.text.folding import fold


@dataclass(frozen=True, slots=True)
class Pair:
    """A paragraph of each text by its number from 1, or of one of them alone."""

    ours: int | None
    theirs: int | None
    words: str
    """As the first text has it, or the one that has it."""
    difference: WordComparison | None = None
    """None where one stands alone. Its kinds are those of words that stand in each other's place, or of a few that one
    has more: a sentence that only one text has changes nothing of what both say."""


def paired(ours: ArticleSeed, theirs: ArticleSeed) -> tuple[Pair, ...]:
    """All paragraphs of both: those that belong together as pairs, the others alone, in the order of the first."""
    mine, other = _paragraphs(ours), _paragraphs(theirs)
    language = ours.entry.value.language
    pairs = []
    ours_words, theirs_words = ([Counter(each.text.casefold().split()) for each in side] for side in (mine, other))
    for i, j in aligned(len(mine), len(other), lambda i, j: likeness(ours_words[i], theirs_words[j])):
        difference = None
        if i is not None and j is not None:
            difference = _difference(mine[i], other[j], language)
        shown = mine[i] if i is not None else other[j or 0]
        pairs.append(Pair(_number(i), _number(j), " ".join(shown.written.split()), difference))
    return tuple(pairs)


def _difference(mine: Folded, other: Folded, language: str) -> WordComparison:
    found = compare(mine, other, language)
    beside = {
        kind
        for stretch in stretches(mine, other, language)
        if (stretch.ours and stretch.theirs) or len(stretch.ours) + len(stretch.theirs) <= FEW
        for kind in stretch.kinds
    }
    return replace(found, kinds=tuple(kind for kind in found.kinds if kind in beside))


def _number(index: int | None) -> int | None:
    return None if index is None else index + 1


def _paragraphs(article: ArticleSeed) -> list[Folded]:
    text = article.text
    return [fold(text.text[block.start : block.end]) for block in text.blocks]
