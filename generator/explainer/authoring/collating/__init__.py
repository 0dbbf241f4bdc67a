"""Two articles beside each other: paragraphs that belong together and what differs, passages that both have, proposals.

Nothing is concluded from it. That words stand in both texts is an observation; who has them from whom, an author says.
"""

from dataclasses import dataclass

from explainer.authoring.collating.paragraphs import Pair, paired
from explainer.authoring.collating.proposed import ProposedNote, ProposedQuestion, proposed_notes, proposed_questions
from explainer.model.collation import SharedWords, shared_words
from explainer.model.stages import AnchoredArticle

__all__ = ["Collation", "Pair", "ProposedNote", "ProposedQuestion", "SharedWords", "collated"]


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
    return Collation(
        ours,
        theirs,
        paired(ours.seed, theirs.seed),
        shared_words(ours, theirs),
        (*proposed_questions(ours, theirs), *proposed_questions(theirs, ours)),
        (*proposed_notes(ours, theirs), *proposed_notes(theirs, ours)),
    )
