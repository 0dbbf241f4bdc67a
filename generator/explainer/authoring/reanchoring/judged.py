"""What becomes of one quote when the text of its article is replaced."""

from dataclasses import dataclass
from enum import StrEnum

from explainer.anchoring.edges import widen
from explainer.anchoring.match import Match, Selector, find, folded_words
from explainer.anchoring.nearest import nearest, trimmed
from explainer.anchoring.place import place, whole_words
from explainer.anchoring.quoted import Quoted
from explainer.anchoring.select import describe
from explainer.anchoring.shown import ShownText
from explainer.authoring.reanchoring.alignment import Alignment, Mapped, shared
from explainer.diagnostics import Diagnostic
from explainer.model.seeds import ErratumAnnotation
from explainer.text.differ import WordComparison, compare
from explainer.text.folding import fold
from explainer.text.sentences import sentences

SHARED_IN_PLACE = 0.5
"""Part of the words of both passages that must be the same for what stands in the place of one to be proposed."""
SHARED_ELSEWHERE = 0.75
"""The same for what only looks like it."""


class PassageState(StrEnum):
    """In the order in which an author should look at them."""

    GONE = "gone"
    MOVED = "moved"
    """Other words stand in its place."""
    UNCHANGED = "unchanged"
    """The same words, but found only with another prefix or suffix."""
    HOLDS = "holds"
    BROKEN = "broken"
    """It was not found in the old text either."""


@dataclass(frozen=True)
class Judged:
    quoted: Quoted
    state: PassageState
    old: str = ""
    """The passage as the old text writes it, on one line; likewise the new one."""
    new: str = ""
    difference: WordComparison | None = None
    """How the new passage differs from the old."""
    around: WordComparison | None = None
    """How the sentence around the same words differs: it may now say the opposite."""
    selector: Selector | None = None
    """What finds the passage in the new text, where the one that is written does not."""
    is_elsewhere: bool = False
    """Whether the words are found, but not where they stood."""
    why: str = ""
    """Why it is gone."""

    @property
    def is_harmless(self) -> bool:
        """Whether nothing but the prefix and suffix changes, and nothing around makes the words say something else."""
        is_quiet = self.around is None or not self.around.is_loud
        return self.state is PassageState.UNCHANGED and not self.is_elsewhere and is_quiet

    @property
    def is_mended(self) -> bool:
        """Whether the new text now has the reading that the erratum asks for."""
        value = self.quoted.entry.value
        reading = value.should_be if isinstance(value, ErratumAnnotation) else None
        return bool(reading and self.new) and folded_words(reading or "") == folded_words(self.new)


def judged(old: ShownText, new: ShownText, alignment: Alignment, quoted: Quoted) -> Judged:
    """The quote in both texts. Nothing is decided by likeness: a passage with other words is only proposed."""
    stood = place(old, quoted)
    if isinstance(stood, Diagnostic):
        return Judged(quoted, PassageState.BROKEN, why=stood.message)
    before = Match(*old.passage.indexes(*stood))
    mapped = alignment.mapped(before)
    there = mapped.match if mapped else None
    passage = _written(old, before)
    stands = place(new, quoted)
    if not isinstance(stands, Diagnostic):
        match = Match(*new.passage.indexes(*stands))
        return _same(old, new, quoted, (before, match), there, None)
    same = whole_words(new, find(new.passage, Selector(quoted.selector.quote)))
    same = tuple(match for match in same if not new.runs_across_furniture(match))
    if same:
        match = min(same, key=lambda each: _distance(each, there or before))
        return _same(old, new, quoted, (before, match), there, describe(new.passage, match))
    proposed = _proposed(new, mapped, passage)
    if proposed is None:
        return Judged(quoted, PassageState.GONE, passage, why=stands.message)
    words = _written(new, proposed)
    difference = compare(fold(passage), fold(words), new.language)
    return Judged(quoted, PassageState.MOVED, passage, words, difference, selector=describe(new.passage, proposed))


def _same(
    old: ShownText,
    new: ShownText,
    quoted: Quoted,
    matches: tuple[Match, Match],
    there: Match | None,
    selector: Selector | None,
) -> Judged:
    before, match = matches
    sentence_then, sentence_now = _sentence(old, before), _sentence(new, match)
    is_other = folded_words(sentence_then) != folded_words(sentence_now)
    return Judged(
        quoted,
        PassageState.UNCHANGED if selector else PassageState.HOLDS,
        _written(old, before),
        _written(new, match),
        around=compare(fold(sentence_then), fold(sentence_now), new.language) if is_other else None,
        selector=selector,
        is_elsewhere=there is None or not (there.start < match.end and match.start < there.end),
    )


def _proposed(new: ShownText, mapped: Mapped | None, passage: str) -> Match | None:
    """What stands where the passage stood, if some of it is the same; else what is very like it elsewhere."""
    quote = folded_words(passage)
    if mapped and mapped.has_same:
        match = widen(new.passage, trimmed(new.passage, quote, mapped.match.start, mapped.match.end))
        if mapped.is_whole or shared(passage, _written(new, match)) >= SHARED_IN_PLACE:
            return None if new.runs_across_furniture(match) else match
    like = nearest(new.words, quote)
    if like and shared(passage, _written(new, like)) >= SHARED_ELSEWHERE and not new.runs_across_furniture(like):
        return like
    return None


def _distance(match: Match, there: Match) -> int:
    return abs(match.start - there.start)


def _written(shown: ShownText, match: Match) -> str:
    return shown.passage.written[match.start : match.end]


def _sentence(shown: ShownText, match: Match) -> str:
    """The sentences that a match touches, as written."""
    start, end = shown.passage.offsets(match.start, match.end)
    text = shown.article.text
    found = []
    for block in shown.article.blocks:
        if block.start < end and start < block.end:
            places = sentences(text[block.start : block.end], shown.language)
            found += [
                text[block.start + first : block.start + last]
                for first, last in places
                if block.start + first < end and start < block.start + last
            ]
    return " ".join(found)
