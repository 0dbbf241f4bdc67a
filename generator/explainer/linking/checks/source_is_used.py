"""Every source is used somewhere on the site."""

from collections.abc import Iterator

from explainer.diagnostics import Diagnostic
from explainer.model.stages import Linked
from explainer.rules import SOURCE_IS_USED


def check(linked: Linked) -> Iterator[Diagnostic]:
    """Breaks it: an entry of `sources.yaml` that no record names."""
    # An article of ours is read, whether or not anything cites it.
    articles = {article.seed.entry.value.url for article in linked.anchored.articles.values()}
    for entry in linked.seeds.sources.values():
        is_article = entry.value.URL is not None and entry.value.URL in articles
        if entry.ref not in linked.uses and not is_article:
            yield Diagnostic(SOURCE_IS_USED, entry.at("id"), f"nothing uses the source `{entry.id}`")
