"""Articles as the search finds them, by title, outlet, address and their own words, and passages of other reports."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from explainer.model import paths
from explainer.model.fields import prose_of
from explainer.model.paths import Address
from explainer.model.search_kinds import SearchKind
from explainer.model.stages import AnchoredArticle, Linked, SearchEntry
from explainer.prose.nodes import plain_text


def article_entries(article: AnchoredArticle) -> Iterator[SearchEntry]:
    value, text = article.seed.entry.value, article.seed.text
    page = paths.article(article.id)
    where = (value.publisher, value.url, host(value.url) if value.url else None)
    yield SearchEntry(Address(page), SearchKind.ARTICLE, value.title, value.description, tuple(filter(None, where)))
    for index, block in enumerate(text.blocks):
        words = " ".join(text.text[block.start : block.end].split())
        address = Address(page, text.fragment(index))
        yield SearchEntry(address, SearchKind.ARTICLE, value.title, "", quoted=words, language=value.language)


def report_entries(linked: Linked) -> Iterator[SearchEntry]:
    """What a report says on a question; the words of articles that are printed are found as such."""
    for entry in linked.seeds.reports.values():
        if entry.id not in linked.anchored.articles:
            for passage in entry.value.passages:
                yield SearchEntry(
                    Address(paths.article(entry.id), f"n-{passage.id}"),
                    SearchKind.ARTICLE,
                    linked.catalogue.gettext("Report: %(title)s", title=entry.value.title),
                    " · ".join(filter(None, (passage.by, plain_text(prose_of(passage.note)) if passage.note else ""))),
                    quoted=" ".join(passage.quote.split()),
                )


def host(address: str) -> str:
    """The name of the outlet in the address of its page: “example.org”."""
    return (urlsplit(address).hostname or "").removeprefix("www.")
