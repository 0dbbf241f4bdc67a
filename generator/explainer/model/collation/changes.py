"""What became of an earlier text of an article: paragraph by paragraph, and note by note."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from explainer.model.stages import Anchor, AnchoredArticle, ArticleText
from explainer.text.differ import Difference, Stretch, stretches
from explainer.text.differ.aligning import aligned, likeness
from explainer.text.folding import fold, fold_parts


@dataclass(frozen=True, slots=True)
class ChangedParagraph:
    """A paragraph of the earlier text, of the later, or of both; by their places among the blocks, from 0."""

    before: int | None
    after: int | None
    stretches: tuple[Stretch, ...]
    """All of its words, in order: of the earlier text `ours`, of the later `theirs`."""

    @property
    def is_changed(self) -> bool:
        return any(not each.is_equal for each in self.stretches)

    @property
    def kinds(self) -> tuple[Difference, ...]:
        """What changes what is said about whom."""
        found = {kind for each in self.stretches for kind in each.kinds if kind.is_loud}
        return tuple(kind for kind in Difference if kind in found)


def changed_paragraphs(before: ArticleText, after: ArticleText, language: str) -> tuple[ChangedParagraph, ...]:
    """Every paragraph of both texts once, in order."""
    old, new = ([fold(text.text[block.start : block.end]) for block in text.blocks] for text in (before, after))
    counts = [[Counter(each.text.casefold().split()) for each in side] for side in (old, new)]
    found = []
    for i, j in aligned(len(old), len(new), lambda i, j: likeness(counts[0][i], counts[1][j])):
        if i is not None and j is not None:
            words = stretches(old[i], new[j], language)
        else:
            gone, come = (old[i] if i is not None else fold("")), (new[j] if j is not None else fold(""))
            words = (Stretch(tuple(gone.written.split()), tuple(come.written.split()), is_equal=False),)
        found.append(ChangedParagraph(i, j, words))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class ReworkedPassage:
    """A passage with a note whose words were others in an earlier text; nothing where it had none there."""

    anchor: Anchor
    was: str


def reworked_passages(article: AnchoredArticle, before: ArticleText) -> Iterator[ReworkedPassage]:
    """In the order of the article."""
    now = article.seed.text
    old, new = (fold_parts(text.text, [(block.start, block.end) for block in text.blocks]) for text in (before, now))
    places = [new.offsets(*word.span()) for word in re.finditer(r"\S+", new.text)]
    found = stretches(old, new, article.seed.entry.value.language)
    for anchor in article.anchors:
        first = next((i for i, (_, end) in enumerate(places) if end > anchor.start), len(places))
        last = next((i for i, (start, _) in enumerate(places) if start >= anchor.end), len(places))
        was, is_same = _words_before(found, first, last)
        if not is_same:
            yield ReworkedPassage(anchor, " ".join(was))


def _words_before(found: tuple[Stretch, ...], first: int, last: int) -> tuple[list[str], bool]:
    """The words of the earlier text in the place of words of the later, by number; and whether they are the same."""
    words: list[str] = []
    is_same, at = True, 0
    for each in found:
        until = at + len(each.theirs)
        inside = at < last and first < until
        if each.is_equal and inside:
            words += each.ours[max(first - at, 0) : last - at]
        elif not each.is_equal and (inside or (at == until and first < at < last)):
            words += each.ours
            is_same = False
        at = until
    return words, is_same
