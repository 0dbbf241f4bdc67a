"""A mistake of a copy is certain where the original was seen, or where several sources or the copy itself show it."""

from collections.abc import Iterator

from explainer.diagnostics import Diagnostic
from explainer.linking.entries import source_of
from explainer.model.seeds import Article, ErratumAnnotation
from explainer.model.stages import Linked, Seeds
from explainer.rules import CERTAINTY_IS_SHOWN
from explainer.vocabulary import Confidence


def check(linked: Linked) -> Iterator[Diagnostic]:
    """Breaks it: in an article with `derived-from`, an erratum of `confidence: high` that cites one other source."""
    for article in linked.anchored.articles.values():
        about = article.seed.entry.value
        if about.derived_from is None or _is_page(about.derived_from, about, linked.seeds):
            continue
        for anchor in article.anchors:
            erratum = anchor.annotation.value
            if not isinstance(erratum, ErratumAnnotation) or erratum.confidence is not Confidence.HIGH:
                continue
            cited = {item.source for item in erratum.evidence}
            if len(cited) == 1 and not any(
                id == about.derived_from or _is_page(id, about, linked.seeds) for id in cited
            ):
                message = f"the original, `{about.derived_from}`, is not cited, and one other source alone is"
                yield Diagnostic(CERTAINTY_IS_SHOWN, anchor.annotation.at("confidence"), message)


def _is_page(id: str, article: Article, seeds: Seeds) -> bool:
    """Whether the source is the page of the article itself: a slip that shows in it needs no original."""
    source = source_of(id, seeds)
    return source is None or (article.url is not None and article.url == source.value.URL)
