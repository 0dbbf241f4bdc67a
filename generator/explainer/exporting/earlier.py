"""The earlier texts of articles as a table: paragraph by paragraph, what stood there and what stands there since."""

import csv
from collections.abc import Iterator
from io import StringIO

from explainer.exporting.addresses import Addresses
from explainer.model import paths
from explainer.model.collation.changes import ChangedParagraph, changed_paragraphs
from explainer.model.paths import Address
from explainer.model.stages import AnchoredArticle, Linked

COLUMNS = (
    "article", "day", "sha256", "replaced-by", "paragraph", "words", "later-words", "changed", "differs", "address",
)  # fmt: skip
"""`replaced-by` is the SHA-256 of the text that came next; `changed` is `yes` or `no`."""


def earlier_table(linked: Linked, addresses: Addresses) -> str:
    """The table as CSV, with a line of names: of each article the oldest text first."""
    stream = StringIO()
    table = csv.DictWriter(stream, COLUMNS, restval="", lineterminator="\n")
    table.writeheader()
    for article in linked.anchored.articles.values():
        table.writerows(_rows(article, addresses))
    return stream.getvalue()


def _rows(article: AnchoredArticle, addresses: Addresses) -> Iterator[dict[str, str]]:
    seed = article.seed
    texts = [*(each.text for each in seed.earlier), seed.text]
    for each, after in zip(seed.earlier, texts[1:], strict=True):
        for number, change in enumerate(changed_paragraphs(each.text, after, seed.entry.value.language), 1):
            yield {
                "article": article.id,
                "day": each.day or "",
                "sha256": each.text.source.sha256,
                "replaced-by": after.source.sha256,
                "paragraph": str(number),
                **_words(change),
                "address": addresses.of(Address(paths.earlier(article.id, each.name))) or "",
            }


def _words(change: ChangedParagraph) -> dict[str, str]:
    return {
        "words": " ".join(word for each in change.stretches for word in each.ours),
        "later-words": " ".join(word for each in change.stretches for word in each.theirs),
        "changed": "yes" if change.is_changed else "no",
        "differs": "; ".join(kind.value for kind in change.kinds),
    }
