"""Whether a match begins and ends where a quote may: at the edge of a word, by the rule of `word_edges`."""

from explainer.anchoring.match import Match
from explainer.text import word_edges
from explainer.text.folded import Folded
from explainer.text.word_edges import Cut


def cut(passage: Folded, index: int) -> Cut | None:
    """What a quote that begins or ends at `index` would cut: a word or number. The parts of a compound are words."""
    found = word_edges.cut(passage, index)
    return None if found is Cut.COMPOUND else found


def is_whole(passage: Folded, match: Match) -> bool:
    """Whether a match begins and ends with whole words."""
    return cut(passage, match.start) is None and cut(passage, match.end) is None


def widen(passage: Folded, match: Match) -> Match:
    """The match with the words and numbers at its ends made whole."""
    start, end = match.start, match.end
    while cut(passage, start):
        start -= 1
    while cut(passage, end):
        end += 1
    return Match(start, end)
