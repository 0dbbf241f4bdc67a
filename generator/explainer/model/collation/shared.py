"""The passages that stand in two articles word for word, longer than chance would have them."""

import re
from dataclasses import dataclass

from explainer.model.stages import AnchoredArticle
from explainer.text.differ.passages import shared_passages
from explainer.text.folding import fold_parts

Span = tuple[int, int]
"""Offsets into the text of an article."""


@dataclass(frozen=True, slots=True)
class SharedWords:
    """A passage that stands in both texts, as the first has it."""

    length: int
    words: str
    ours: Span
    theirs: Span


def shared_words(ours: AnchoredArticle, theirs: AnchoredArticle) -> tuple[SharedWords, ...]:
    """The longest first; of equal ones, in the order of the first text."""
    mine, others = _words(ours), _words(theirs)
    passages = shared_passages([each[0] for each in mine], [each[0] for each in others])
    found = []
    for passage in sorted(passages, key=lambda each: (-each.length, each.ours)):
        here = mine[passage.ours : passage.ours + passage.length]
        there = others[passage.theirs : passage.theirs + passage.length]
        found.append(SharedWords(passage.length, " ".join(each[1] for each in here), _span(here), _span(there)))
    return tuple(found)


_Word = tuple[str, str, Span]
"""As it is compared, folded and in any case; as written, on one line; where it stands."""


def _words(article: AnchoredArticle) -> list[_Word]:
    """The shown words. A mark alone is no word."""
    text = article.seed.text
    folded = fold_parts(text.text, [(block.start, block.end) for block in text.blocks])
    return [
        (word[0].casefold(), folded.written[word.start() : word.end()], folded.offsets(*word.span()))
        for word in re.finditer(r"\S+", folded.text)
        if any(map(str.isalnum, word[0]))
    ]


def _span(words: list[_Word]) -> Span:
    return words[0][2][0], words[-1][2][1]
