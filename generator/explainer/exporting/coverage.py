"""What each text about the event says on each question as one flat table, with every cell: silence, not looked at."""

import csv
from collections.abc import Iterator
from io import StringIO

from explainer.exporting.addresses import Addresses
from explainer.model.coverage import Cell, CoveredText, Saying, texts_of
from explainer.model.stages import Linked

COLUMNS = (
    "text", "title", "outlet", "date", "language", "printed", "read", "question", "cell", "aspect", "words",
    "words-language", "where", "named", "party", "party-name", "side", "by", "counts", "covers", "address",
)  # fmt: skip
"""`cell` is `words`, `silent` or `not-looked-at`; nothing follows from the last."""


def coverage_table(linked: Linked, addresses: Addresses) -> str:
    """The table as CSV, with a line of names: the texts by date, for each the questions in the order of the site."""
    stream = StringIO()
    table = csv.DictWriter(stream, COLUMNS, restval="", lineterminator="\n")
    table.writeheader()
    table.writerows(_rows(linked, addresses))
    return stream.getvalue()


def _rows(linked: Linked, addresses: Addresses) -> Iterator[dict[str, str]]:
    for text in texts_of(linked):
        for question in linked.seeds.questions:
            about = {**_text(text), "question": question, "cell": text.cell(question).value}
            if text.cell(question) is not Cell.WORDS:
                yield {**about, "address": addresses.of(text.address) or ""}
            yield from ({**about, **_saying(saying, linked, addresses)} for saying in text.on(question))


def _text(text: CoveredText) -> dict[str, str]:
    return {
        "text": text.id,
        "title": text.title,
        "outlet": text.outlet,
        "date": text.date or "",
        "language": text.language or "",
        "printed": "yes" if text.is_printed else "no",
        "read": text.read.value,
    }


def _saying(saying: Saying, linked: Linked, addresses: Addresses) -> dict[str, str]:
    party = linked.seeds.parties.get(saying.party or "")
    passage = saying.passage
    return {
        "aspect": saying.aspect or "",
        "words": saying.words,
        "words-language": saying.language or "",
        "where": (passage.where if passage else None) or "",
        "named": saying.named.value,
        "party": saying.party or "",
        "party-name": party.value.name if party else "",
        "side": party.value.side if party else "",
        "by": saying.by or "",
        "counts": "; ".join(f"{name}: {count}" for name, count in passage.counts.items()) if passage else "",
        "covers": (passage.covers if passage else None) or "",
        "address": addresses.of(saying.address) or "",
    }
