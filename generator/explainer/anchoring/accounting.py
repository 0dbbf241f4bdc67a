"""Which sentences of an article nobody has accounted for: neither annotated nor listed as needing no note.

A claim, a framing or a note speaks of what its sentence says, however few words of it are quoted; so does what an
author lists as needing no note. An erratum, a term and a context speak of the words that they quote: they account
for the sentence where those are at least half of it. An article without any annotation is one that nobody has
begun to annotate, and is left alone.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator

from explainer.diagnostics import Diagnostic
from explainer.model.kinds import kind_of
from explainer.model.stages import Anchor, ArticleSeed
from explainer.rules import SENTENCE_IS_ACCOUNTED_FOR
from explainer.text.sentences import sentences
from explainer.text.shortening import without_middle

_WORD = re.compile(r"\w+")


def unaccounted(
    article: ArticleSeed, anchors: Iterable[Anchor], listed: Iterable[tuple[int, int]]
) -> Iterator[Diagnostic]:
    """A warning for each sentence that is not accounted for. `listed` are stretches (offsets) that need no note."""
    text = article.text.text
    speaking: list[tuple[int, int]] = [*listed]
    quoting: list[tuple[int, int]] = []
    for anchor in anchors:
        speaks = kind_of(anchor.annotation.value).speaks_for_sentence
        (speaking if speaks else quoting).append((anchor.start, anchor.end))
    spoken_of, quoted = _merged(speaking), _merged(quoting)
    listing = f"list it under `unannotated` in {article.entry.node.span.path} with the reason."
    for block in article.text.blocks:
        if block.is_headline:
            continue
        for first, last in sentences(text[block.start : block.end], article.entry.value.language):
            start, end = block.start + first, block.start + last
            if _touching(spoken_of, start, end):
                continue
            words = [(start + word.start(), start + word.end()) for word in _WORD.finditer(text[start:end])]
            count = sum(_touching(quoted, *word) for word in words)
            if count and 2 * count >= len(words):
                continue
            shown, fix = without_middle(text[start:end]), f"Annotate it, or {listing}"
            message = f"no annotation touches the sentence `{shown}`"
            if count:
                message = f"notes explain {count} of its {len(words)} words, but none what is said in `{shown}`"
                fix = f"Add a claim or a note on what the sentence says, or {listing}"
            yield Diagnostic(SENTENCE_IS_ACCOUNTED_FOR, article.text.source.file.span(start, end), message, fix)


def _touching(stretches: list[tuple[int, int]], start: int, end: int) -> bool:
    """Whether one of the stretches, merged, shares a character with that from `start` to `end`."""
    before = bisect_left(stretches, (end,)) - 1
    return before >= 0 and stretches[before][1] > start


def _merged(stretches: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The stretches in order, those that overlap as one."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(stretches):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
