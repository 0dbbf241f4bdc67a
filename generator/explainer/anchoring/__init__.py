"""Where each quote lies: every annotation gets its place in its article, or a diagnostic that says why not.

Places are exact after the published folding; similarity only proposes the mend. `place` is the file to read
first; `select` is the inverse. What an article lists as needing no note is placed in the same way.
"""

from collections.abc import Iterable
from dataclasses import replace

from explainer import tree
from explainer.anchoring.accounting import unaccounted
from explainer.anchoring.edges import widen
from explainer.anchoring.match import Selector, find
from explainer.anchoring.place import place
from explainer.anchoring.quoted import Quoted, by_annotation, without_annotation
from explainer.anchoring.select import Places, describe, places_of, select
from explainer.anchoring.shown import ShownText
from explainer.anchoring.wording import yaml_line
from explainer.diagnostics import Diagnostic
from explainer.memo import memoized
from explainer.model.record_types import RecordType, Ref
from explainer.model.stages import Anchor, Anchored, AnchoredArticle, ArticleSeed, ArticleText, Entry, Seeds
from explainer.source import Span

__all__ = ["Selector", "anchor", "passages", "quotes_of", "select_in"]


def anchor(seeds: Seeds) -> tuple[Anchored, tuple[Diagnostic, ...]]:
    """Anchor all annotations. One that cannot be anchored is dropped, and its reference counts as dropped."""
    articles: dict[str, AnchoredArticle] = {}
    dropped: set[Ref] = set()
    diagnostics: list[Diagnostic] = []
    for name, article in seeds.articles.items():
        articles[name], lost, found = _anchor_article(article, _has_broken(seeds, name))
        dropped |= lost
        diagnostics.extend(found)
    for article in seeds.unshown.values():
        diagnostics.extend(_anchor_article(article, has_broken=True)[2])
    kept = replace(
        seeds,
        articles={name: article.seed for name, article in articles.items()},
        dropped=seeds.dropped | dropped,
    )
    return Anchored(kept, articles), tuple(diagnostics)


def select_in(article: ArticleText, start: int, end: int) -> Selector:
    """The shortest unique selector of a span of an article's text (offsets), words at its ends made whole."""
    return select(ShownText(article).passage, start, end)


def passages(article: ArticleSeed, selectors: Iterable[Selector]) -> tuple[tuple[int, int] | Diagnostic, ...]:
    """Where each selector lies, as the quote of an annotation would, or why it lies nowhere.

    They stand in no file of the seeds: the place of such a diagnostic says nothing.
    """
    shown = ShownText(article.text, article.entry.value.furniture, article.entry.value.language)
    nowhere: Entry[None] = Entry(None, None, tree.Scalar(None, Span("")))
    return tuple(place(shown, Quoted(selector, nowhere)) for selector in selectors)


def quotes_of(article: ArticleText, phrase: str, most: int | None = None) -> tuple[tuple[tuple[Span, str], ...], int]:
    """The places of `phrase` in an article, each with the YAML of the shortest selector that finds that place alone.

    Of the first `most` places, or of all. Also says how many there are.
    """
    shown = ShownText(article)
    passage = shown.passage
    matches = find(passage, Selector(phrase))
    same: dict[str, Places] = {}
    found = []
    for match in matches[:most]:
        whole = widen(passage, match)
        words = passage.text[whole.start : whole.end]
        if words not in same:
            same[words] = places_of(passage, words)
        selector = describe(passage, whole, same[words])
        keys = (("quote", selector.quote), ("prefix", selector.prefix), ("suffix", selector.suffix))
        found.append((shown.span_of(match), "\n".join(yaml_line(key, text) for key, text in keys if text)))
    return tuple(found), len(matches)


@memoized
def _anchor_article(
    article: ArticleSeed, has_broken: bool
) -> tuple[AnchoredArticle, frozenset[Ref], tuple[Diagnostic, ...]]:
    shown = ShownText(article.text, article.entry.value.furniture, article.entry.value.language)
    anchors: list[Anchor] = []
    dropped: set[Ref] = set()
    diagnostics: list[Diagnostic] = []
    for annotation in article.annotations:
        placed = place(shown, by_annotation(annotation))
        if isinstance(placed, Diagnostic):
            diagnostics.append(placed)
            dropped |= {annotation.ref} if annotation.ref else set()
        else:
            anchors.append(Anchor(annotation, *placed))
    listed = [place(shown, quoted) for quoted in without_annotation(article.entry)]
    diagnostics += [placed for placed in listed if isinstance(placed, Diagnostic)]
    # What a broken annotation would have touched is not known.
    if anchors and article.text.is_settled and not has_broken and not diagnostics:
        touched = [placed for placed in listed if not isinstance(placed, Diagnostic)]
        diagnostics += unaccounted(article, anchors, touched)
    kept = tuple(anchor.annotation for anchor in anchors)
    anchors.sort(key=lambda placed: (placed.start, -placed.end))
    anchored = AnchoredArticle(replace(article, annotations=kept), tuple(anchors))
    return anchored, frozenset(dropped), tuple(diagnostics)


def _has_broken(seeds: Seeds, article: str) -> bool:
    """Whether an annotation of the article was dropped before its quote was looked for."""
    return RecordType.ANNOTATION in seeds.dropped_types or any(
        ref.type is RecordType.ANNOTATION and ref.id.startswith(f"{article}/") for ref in seeds.dropped
    )
