"""A text is read between its marks: the notes that readers see from the start are few."""

from collections.abc import Iterator

from explainer.diagnostics import Diagnostic
from explainer.model.kinds import weight_of
from explainer.model.stages import AnchoredArticle, Linked
from explainer.rules import MARKS_ARE_FEW
from explainer.vocabulary import Weight

PER_100_WORDS = 4
A_SHORT_TEXT = 12
"""So many marks are no burden, however short the text is."""


def check(linked: Linked) -> Iterator[Diagnostic]:
    """Breaks it: an article of 300 words with 20 claims and errata, all of them major."""
    for article in linked.anchored.articles.values():
        major = [a.annotation for a in article.anchors if weight_of(a.annotation.value) is Weight.MAJOR]
        words = _words(article)
        most = max(A_SHORT_TEXT, words * PER_100_WORDS // 100)
        if len(major) > most:
            message = (
                f"{len(major)} of {len(article.anchors)} notes are major, on {words} words: "
                f"{100 * len(major) / words:.0f} marks in 100 words"
            )
            fix = f"Keep about {most}: grave mistakes, what is disputed, what misleads; the others are `weight: minor`."
            yield Diagnostic(MARKS_ARE_FEW, major[most].at("id"), message, fix)


def _words(article: AnchoredArticle) -> int:
    """Where a script puts no spaces between words, twelve characters count as one."""
    text = article.seed.text
    shown = " ".join(text.text[block.start : block.end] for block in text.blocks)
    return max(len(shown.split()), len(shown) // 12, 1)
