"""Two articles beside each other: paragraphs that belong together and what differs, passages that both have, proposals.

Nothing is concluded from it. That words stand in both texts is an observation; who has them from whom, an author says.
"""

from dataclasses import dataclass

from explainer.authoring.collating.paragraphs import Pair, paired
from explainer.authoring.collating.proposed import ProposedNote, ProposedQuestion, proposed_notes, proposed_questions
from explainer.model.stages import AnchoredArticle
from explainer.text.differ.passages import shared_passages
from explainer.text.folding import fold

__all__ = ["Collation", "Pair", "ProposedNote", "ProposedQuestion", "SharedWords", "collated"]


@dataclass(frozen=True, slots=True)
class SharedWords:
    """A passage that stands in both texts, as the first has it."""

    length: int
    words: str


@dataclass(frozen=True)
class Collation:
    ours: AnchoredArticle
    theirs: AnchoredArticle
    pairs: tuple[Pair, ...]
    shared: tuple[SharedWords, ...]
    """The longest first."""
    questions: tuple[ProposedQuestion, ...]
    notes: tuple[ProposedNote, ...]


def collated(ours: AnchoredArticle, theirs: AnchoredArticle) -> Collation:
    written, words = _words(ours)
    _, others = _words(theirs)
    passages = sorted(shared_passages(words, others), key=lambda each: (-each.length, each.ours))
    return Collation(
        ours,
        theirs,
        paired(ours.seed, theirs.seed),
        tuple(SharedWords(each.length, " ".join(written[each.ours : each.ours + each.length])) for each in passages),
        (*proposed_questions(ours, theirs), *proposed_questions(theirs, ours)),
        (*proposed_notes(ours, theirs), *proposed_notes(theirs, ours)),
    )


def _words(article: AnchoredArticle) -> tuple[list[str], list[str]]:
    """The shown words as written, and as they are compared: folded, in any case. A mark alone is no word."""
    text = article.seed.text
    folded = fold(" ".join(text.text[block.start : block.end] for block in text.blocks))
    pairs = zip(folded.written.split(), folded.text.casefold().split(), strict=True)
    words = [pair for pair in pairs if any(map(str.isalnum, pair[1]))]
    return [written for written, _ in words], [compared for _, compared in words]
