"""Where each quote lies: every annotation gets its place in its article, or a diagnostic that says why not.

Places are exact after the published folding; similarity only proposes the mend. `place` is the file to read
first; `select` is the inverse.
"""

from dataclasses import replace

from generator.anchoring.match import Selector
from generator.anchoring.place import place
from generator.anchoring.select import select
from generator.anchoring.shown import Shown
from generator.diagnostics import Diagnostic
from generator.model.stages import Anchor, Anchored, AnchoredArticle, ArticleSeed, ArticleText, Ref, Seeds

__all__ = ["Selector", "anchor", "select_in"]


def anchor(seeds: Seeds) -> tuple[Anchored, tuple[Diagnostic, ...]]:
    """Anchor all annotations. One that cannot be anchored is dropped, and its reference counts as dropped."""
    articles: dict[str, AnchoredArticle] = {}
    dropped: set[Ref] = set()
    diagnostics: list[Diagnostic] = []
    for name, article in seeds.articles.items():
        articles[name], lost, found = _anchor_article(article)
        dropped |= lost
        diagnostics.extend(found)
    kept = replace(
        seeds,
        articles={name: article.seed for name, article in articles.items()},
        dropped=seeds.dropped | dropped,
    )
    return Anchored(kept, articles), tuple(diagnostics)


def select_in(article: ArticleText, start: int, end: int) -> Selector:
    """The shortest unique selector of a span of an article's text (offsets), words at its ends made whole."""
    return select(Shown(article).passage, start, end)


def _anchor_article(article: ArticleSeed) -> tuple[AnchoredArticle, set[Ref], list[Diagnostic]]:
    shown = Shown(article.text, article.entry.value.furniture)
    anchors: list[Anchor] = []
    dropped: set[Ref] = set()
    diagnostics: list[Diagnostic] = []
    for annotation in article.annotations:
        placed = place(shown, annotation)
        if isinstance(placed, Anchor):
            anchors.append(placed)
        else:
            diagnostics.append(placed)
            if annotation.ref:
                dropped.add(annotation.ref)
    anchored = {id(placed.annotation) for placed in anchors}
    kept = tuple(annotation for annotation in article.annotations if id(annotation) in anchored)
    anchors.sort(key=lambda placed: (placed.start, -placed.end))
    return AnchoredArticle(replace(article, annotations=kept), tuple(anchors)), dropped, diagnostics
