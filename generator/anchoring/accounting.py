"""Which sentences of an article nobody has accounted for: neither annotated nor listed as needing no note.

An article without any annotation is one that nobody has begun to annotate, and is left alone.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from generator.anchoring.sentences import sentences
from generator.anchoring.wording import short
from generator.diagnostics import Diagnostic
from generator.model.stages import ArticleSeed
from generator.rules import SENTENCE_IS_ACCOUNTED_FOR


def unaccounted(article: ArticleSeed, quoted: Iterable[tuple[int, int]]) -> Iterator[Diagnostic]:
    """A warning for each sentence that none of the `quoted` stretches (offsets) of the article touches."""
    text = article.text.text
    touched = _merged(quoted)
    starts = [start for start, _ in touched]
    fix = f"Annotate it, or list it under `unannotated` in {article.entry.node.span.path} with the reason."
    for block in article.text.blocks:
        if block.is_headline:
            continue
        for first, last in sentences(text[block.start : block.end]):
            start, end = block.start + first, block.start + last
            before = bisect_right(starts, end - 1) - 1
            if before < 0 or touched[before][1] <= start:
                message = f"no annotation touches the sentence `{short(text[start:end])}`"
                span = article.text.source.file.span(start, end)
                yield Diagnostic(SENTENCE_IS_ACCOUNTED_FOR, span, message, fix)


def _merged(stretches: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The stretches in order, those that overlap as one."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(stretches):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
