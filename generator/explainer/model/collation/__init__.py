"""Two printed articles laid beside each other, sentence by sentence. Nothing is concluded from what they share.

What stands beside what is found by words, by the claims on one question that authors noted, and across languages by
numbers and names.
"""

from explainer.model.collation.rows import Alike, CalledOut, SentenceRow, rows_of
from explainer.model.collation.sentences import PlacedSentence, sentences_of
from explainer.model.collation.shared import SharedWords, shared_words

__all__ = [
    "Alike",
    "CalledOut",
    "PlacedSentence",
    "SentenceRow",
    "SharedWords",
    "rows_of",
    "sentences_of",
    "shared_words",
]
