"""What search engines and fact-check tools read: schema.org's Article, Claim and CorrectionComment as JSON-LD.

From the same records as the page, and nothing that is not on it. No rating: what evidence shows is a status with
a definition and a date, and no number stands for it.
"""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from markupsafe import Markup

from explainer.interface import Catalogue
from explainer.model import seeds as shapes
from explainer.model.schema_org import (
    CONTEXT,
    SAID,
    SHOWN,
    defined_term,
    machine,
    organisation,
    position_fragment,
    read_in,
    without_none,
)
from explainer.model.stages import AnchoredArticle, Entry
from explainer.model.status import is_article, judgement_of, said_of
from explainer.rendering import bibliography
from explainer.rendering.printer import Printer
from explainer.vocabulary import PartyType


def article_data(article: AnchoredArticle, corrections: Iterable[Entry[shapes.Correction]], printer: Printer) -> Markup:
    """The annotated article, the text it is based on, and the claims that it reports."""
    value = article.seed.entry.value
    text = article.seed.text.text
    based_on = without_none(
        {
            "@type": "NewsArticle",
            "@id": "#source",
            "publisher": organisation(value.publisher),
            "datePublished": machine(value.published),
            "url": value.url,
            "identifier": {
                "@type": "PropertyValue",
                "propertyID": "SHA-256",
                "value": article.seed.text.source.sha256,
            },
        }
    )
    claims = [
        _claim(f"#a-{claim.id}", " ".join(text[anchor.start : anchor.end].split()), claim.party, printer, "#source")
        | {"keywords": list(_marks(claim, printer))}
        for anchor in article.anchors
        if isinstance(claim := anchor.annotation.value, shapes.ClaimAnnotation)
    ]
    return _script(
        {"@type": "Article", "headline": value.title, "description": value.description, "inLanguage": value.language}
        | {
            "publisher": _maker(printer),
            "isBasedOn": based_on,
            "correction": [_correction(each, printer) for each in corrections],
        },
        claims,
    )


def question_data(
    question: Entry[shapes.Question], corrections: Iterable[Entry[shapes.Correction]], printer: Printer
) -> Markup:
    """The page of a question, and each position that is quoted, as a claim with where it was read."""
    claims = []
    for index, position in enumerate(question.value.positions):
        if position.says is None:
            continue
        claim = _claim(f"#{position_fragment(index)}", " ".join(position.says.split()), position.party, printer, None)
        sources = [source for each in read_in(position) if (source := printer.source(each))]
        claims.append(
            claim
            | without_none({"datePublished": machine(position.date), "inLanguage": position.language})
            | {"appearance": [_work(source, printer.words) for source in sources]}
        )
    return _script(
        {"@type": "Article", "headline": question.value.title, "description": printer.plain(question.value.summary)}
        | {"publisher": _maker(printer), "correction": [_correction(each, printer) for each in corrections]},
        claims,
    )


def _claim(id: str, text: str, party: str, printer: Printer, appearance: str | None) -> dict[str, Any]:
    return without_none(
        {
            "@type": "Claim",
            "@id": id,
            "text": text,
            "author": None if is_article(party, printer.linked.seeds.parties) else _author(printer.party(party)),
            "appearance": {"@id": appearance} if appearance else None,
        }
    )


def _marks(claim: shapes.ClaimAnnotation, printer: Printer) -> Iterator[dict[str, Any]]:
    """What is said and what is shown, two words of two sets."""
    seeds = printer.linked.seeds
    yield defined_term(SAID, said_of(claim, seeds.parties), printer.words)
    if judged := judgement_of(claim, seeds.questions):
        yield defined_term(SHOWN, judged.status, printer.words, date=judged.as_of)


def _author(party: shapes.Party | None) -> dict[str, str] | None:
    if party is None:
        return None
    return {"@type": "Person" if party.type is PartyType.PERSON else "Organization", "name": party.name}


def _work(source: shapes.Source, words: Catalogue) -> dict[str, Any]:
    return without_none(
        {
            "@type": "CreativeWork",
            "headline": source.title,
            "publisher": organisation(bibliography.publisher(source, words)),
            "datePublished": machine(source.issued),
            "url": source.URL,
        }
    )


def _correction(entry: Entry[shapes.Correction], printer: Printer) -> dict[str, Any]:
    text = printer.plain(entry.value.text)
    return without_none({"@type": "CorrectionComment", "text": text, "datePublished": machine(entry.value.date)})


def _maker(printer: Printer) -> dict[str, str] | None:
    site = printer.linked.seeds.site
    return organisation(site.value.made_by) if site else None


def _script(page: dict[str, Any], claims: list[dict[str, Any]]) -> Markup:
    """One block of raw HTML; `<`, `>` and `&` are escapes of JSON in it, so that nothing can end it."""
    page = {key: value for key, value in page.items() if value not in (None, [], "")}
    text = json.dumps({"@context": CONTEXT, "@graph": [page, *claims]}, separators=(",", ":"))
    for char in "<>&":
        text = text.replace(char, f"\\u{ord(char):04x}")
    return Markup('<script type="application/ld+json">{}</script>').format(Markup(text))
