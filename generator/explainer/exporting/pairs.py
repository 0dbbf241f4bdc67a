"""The articles that stand side by side: sentence beside sentence as a table, and what stands in both as annotations."""

import csv
from io import StringIO
from typing import Any

from explainer.exporting.addresses import Addresses
from explainer.exporting.collected import collection
from explainer.model import exchange, paths
from explainer.model.collation import PlacedSentence, SentenceRow, SharedWords, rows_of, shared_words
from explainer.model.collation.shared import Span
from explainer.model.pairs import pairs_in
from explainer.model.paths import Address
from explainer.model.stages import AnchoredArticle, Linked

COLUMNS = (
    "one", "other", "row", "beside-for", "paragraph-in-one", "words-in-one", "paragraph-in-other", "words-in-other",
    "differs", "questions", "address",
)  # fmt: skip
"""`beside-for` is why they stand together; nothing follows from a sentence that stands alone."""


def pairs_table(linked: Linked, addresses: Addresses) -> str:
    """The rows of each pair as CSV, with a line of names."""
    stream = StringIO()
    table = csv.DictWriter(stream, COLUMNS, restval="", lineterminator="\n")
    table.writeheader()
    for one, other in pairs_in(linked):
        articles = linked.anchored.articles
        for number, row in enumerate(rows_of(articles[one], articles[other]), 1):
            page = Address(paths.beside(one, other), f"row-{number}")
            table.writerow(
                {"one": one, "other": other, "row": str(number), **_row(row), "address": addresses.of(page) or ""}
            )
    return stream.getvalue()


def _row(row: SentenceRow) -> dict[str, str]:
    said = (
        f"{', '.join(kind.value for kind in each.kinds)}: {each.ours or '-'} / {each.theirs or '-'}"
        for each in row.called
    )
    return {
        "beside-for": row.alike.value if row.alike else "",
        **_side(row.ours, "one"),
        **_side(row.theirs, "other"),
        "differs": "; ".join(said),
        "questions": " ".join(row.questions),
    }


def _side(sentences: tuple[PlacedSentence, ...], which: str) -> dict[str, str]:
    if not sentences:
        return {}
    words = " ".join(" ".join(each.written.split()) for each in sentences)
    return {f"paragraph-in-{which}": str(sentences[0].paragraph), f"words-in-{which}": words}


def pair_collections(linked: Linked, addresses: Addresses) -> list[dict[str, Any]]:
    """W3C Web Annotations: each links a passage of one article to the same words in the other, and says no more."""
    made = (pair_collection(linked, pair, addresses) for pair in pairs_in(linked))
    return [each for each in made if each]


def pair_collection(linked: Linked, pair: tuple[str, str], addresses: Addresses) -> dict[str, Any] | None:
    """None of two that have no words in common."""
    one, other = (linked.anchored.articles[id_] for id_ in pair)
    page = addresses.of(Address(paths.beside(*pair))) or f"urn:explainer:beside:{pair[0]}:{pair[1]}"
    items = [_annotation(each, one, other, page, number) for number, each in enumerate(shared_words(one, other), 1)]
    title = f"{one.seed.entry.value.title} / {other.seed.entry.value.title}"
    return collection(page, title, items) if items else None


def _annotation(
    passage: SharedWords, one: AnchoredArticle, other: AnchoredArticle, page: str, number: int
) -> dict[str, Any]:
    return {
        "id": f"{page}#shared-{number}",
        "type": "Annotation",
        "motivation": "linking",
        "body": _passage(other, passage.theirs),
        "target": _passage(one, passage.ours),
    }


def _passage(article: AnchoredArticle, span: Span) -> dict[str, Any]:
    """Words of an article on the page where it was found, and in its file as it is known by its hash."""
    text, value = article.seed.text, article.seed.entry.value
    name = exchange.name_of_text(text.source.sha256)
    start, end = span
    return {
        "type": "SpecificResource",
        "source": value.url or name,
        **({"state": name} if value.url else {}),
        "selector": [
            {"type": "TextQuoteSelector", "exact": text.text[start:end]},
            {"type": "TextPositionSelector", "start": start, "end": end},
        ],
    }
