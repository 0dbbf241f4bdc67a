"""Which paragraph of one text belongs to which of another, in order, and what differs in them word by word."""

from collections import Counter
from dataclasses import dataclass, replace

from explainer.model.stages import ArticleSeed
from explainer.text.differ import WordComparison, compare, stretches
from explainer.text.folded import Folded
from explainer.text.folding import fold

_ALIKE = 0.35
"""Which part of their words two paragraphs share at least that are laid beside each other."""

_FEW = 3
"""So many words, such as “not”, that only one of them has are a difference in what both say."""


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
    for i, j in _aligned(mine, other):
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
        if (stretch.ours and stretch.theirs) or len(stretch.ours) + len(stretch.theirs) <= _FEW
        for kind in stretch.kinds
    }
    return replace(found, kinds=tuple(kind for kind in found.kinds if kind in beside))


def _number(index: int | None) -> int | None:
    return None if index is None else index + 1


def _paragraphs(article: ArticleSeed) -> list[Folded]:
    text = article.text
    return [fold(text.text[block.start : block.end]) for block in text.blocks]


def _aligned(mine: list[Folded], other: list[Folded]) -> list[tuple[int | None, int | None]]:
    """The alignment in order with the most likeness in all; pairs that are hardly alike count for nothing."""
    ours, theirs = ([Counter(each.text.casefold().split()) for each in side] for side in (mine, other))
    best = [[0.0] * (len(theirs) + 1) for _ in range(len(ours) + 1)]
    for i in reversed(range(len(ours))):
        for j in reversed(range(len(theirs))):
            best[i][j] = max(best[i + 1][j], best[i][j + 1], _worth(ours[i], theirs[j]) + best[i + 1][j + 1])
    found: list[tuple[int | None, int | None]] = []
    i = j = 0
    while i < len(ours) or j < len(theirs):
        worth = _worth(ours[i], theirs[j]) if i < len(ours) and j < len(theirs) else 0.0
        if worth and best[i][j] == worth + best[i + 1][j + 1]:
            found.append((i, j))
            i, j = i + 1, j + 1
        elif i < len(ours) and (j == len(theirs) or best[i][j] == best[i + 1][j]):
            found.append((i, None))
            i += 1
        else:
            found.append((None, j))
            j += 1
    return found


def _worth(one: Counter[str], other: Counter[str]) -> float:
    count = one.total() + other.total()
    alike = 2 * (one & other).total() / count if count else 0.0
    return alike if alike >= _ALIKE else 0.0
