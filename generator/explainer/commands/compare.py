"""`explainer compare`."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from explainer import pipeline
from explainer.authoring.collating import Collation, Pair, collated
from explainer.commands.common import ROOT, TEXT_OR_JSON
from explainer.commands.exit_codes import CLEAN, MISTAKES
from explainer.commands.reading_files import seeds_folder
from explainer.reporting.counting import number_of
from explainer.reporting.printable import printable
from explainer.reporting.progress import progress
from explainer.text.shortening import shortened

_SHARED = 5
"""Passages that are quoted; JSON has all."""
_WORDS = 30
"""Of a passage that is quoted."""


@click.command()
@click.argument("one")
@click.argument("other")
@TEXT_OR_JSON
@ROOT
def compare(one: str, other: str, form: str, root: str) -> int:
    """Lay the articles ONE and OTHER beside each other, each named as its folder.

    Tells which paragraphs belong together and what differs in them, which words stand in both, and what the notes on
    one propose for the other. Nothing is written. That words stand in both does not say who has them from whom.
    """
    seeds_folder(Path(root))
    with progress() as tell:
        linked, found = pipeline.link(Path(root), tell, unfinished=True)
    articles = linked.anchored.articles
    for name in (one, other):
        if name not in articles:
            listed = ", ".join(f"`{each}`" for each in articles) or "none"
            raise click.UsageError(f"there is no article `{name}`; there are: {listed}")
    if one == other:
        raise click.UsageError(f"`{one}` is one article: name two")
    collation = collated(articles[one], articles[other])
    click.echo(_document(collation) if form == "json" else "\n".join(map(printable, _lines(collation))))
    return MISTAKES if any(diagnostic.is_error for diagnostic in found) else CLEAN


def _lines(collation: Collation) -> Iterator[str]:
    ours, theirs = collation.ours.id, collation.theirs.id
    count = sum(each.length for each in collation.shared)
    if collation.shared:
        yield f"{count} words stand in both, in {number_of(len(collation.shared), 'passage')} of at least 8 words:"
        for each in collation.shared[:_SHARED]:
            yield f"  these {each.length} words stand in both: “{shortened(each.words, _WORDS)}”"
    else:
        yield "no 8 words in a row stand in both"
    yield ""
    for pair in collation.pairs:
        yield f"{_places(pair, ours, theirs)}: {_said(pair)}"
    yield ""
    for question in collation.questions:
        claims = ", ".join(f"`{claim}`" for claim in question.claims)
        yield f"{question.article}: no claim on the question `{question.question}`; the other has {claims}. Add one:"
        yield from (f"  {line}" for line in question.yaml.splitlines())
        yield "  or, having read all of it, that it is silent: `silent-on` in"
        yield f"  seeds/reports/{question.article}.yaml"
    for note in collation.notes:
        yield f"{note.article}: {note.place} has the words of the {note.kind} `{note.like}`, and no note. Add one:"
        yield from (f"  {line}" for line in note.yaml.splitlines())
    if not (collation.questions or collation.notes):
        yield "the notes on one propose nothing for the other"


def _places(pair: Pair, ours: str, theirs: str) -> str:
    parts = [f"{name} {number}" for name, number in ((ours, pair.ours), (theirs, pair.theirs)) if number]
    return " = ".join(parts)


def _said(pair: Pair) -> str:
    if pair.difference is None:
        return f"only here: “{shortened(pair.words)}”"
    diff, kinds = pair.difference.diff, ", ".join(str(kind) for kind in pair.difference.kinds)
    if kinds:
        return f"differs in {kinds}: {diff}"
    return f"the same, and more: {diff}" if "[-" in diff or "{+" in diff else "the same"


def _document(collation: Collation) -> str:
    document: dict[str, Any] = {
        "ours": collation.ours.id,
        "theirs": collation.theirs.id,
        "paragraphs": [
            {
                "ours": pair.ours,
                "theirs": pair.theirs,
                "differs": [kind.value for kind in pair.difference.kinds] if pair.difference else None,
                "is-loud": pair.difference.is_loud if pair.difference else None,
                "diff": pair.difference.diff if pair.difference else None,
            }
            for pair in collation.pairs
        ],
        "shared": [{"length": each.length, "words": each.words} for each in collation.shared],
        "questions": [
            {"article": each.article, "question": each.question, "claims": list(each.claims), "yaml": each.yaml}
            for each in collation.questions
        ],
        "notes": [
            {"article": each.article, "like": each.like, "kind": each.kind, "place": each.place, "yaml": each.yaml}
            for each in collation.notes
        ],
    }
    return json.dumps(document, indent=2, ensure_ascii=False)
