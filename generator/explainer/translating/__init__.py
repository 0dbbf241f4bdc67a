"""Translating: the records once more for each edition, each text of ours in its language, as far as it is translated.

Ids, quotes, dates and sources are those of the original, and so is where each quote lies. What is not translated stays
as it is, marked with its language; what translates words that have changed since is marked with its day.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, TypeVar

from explainer import tree
from explainer.diagnostics import Diagnostic
from explainer.model import marks
from explainer.model import seeds as shapes
from explainer.model.editions import texts_of_site
from explainer.model.fields import LETTER, Form, OurText, Stale, Translated, Untranslated
from explainer.model.stages import Anchored, EditionOf, EditionSeed, Entry, Standing, TextInEdition
from explainer.model.walk import Leaf, mapped
from explainer.source import Span
from explainer.translating.checks import check
from explainer.translating.matching import matched
from explainer.translating.names import with_other_names
from explainer.translating.places import written

__all__ = ["translate"]

T = TypeVar("T")
_Texts = Mapping[tree.Path, TextInEdition]


def translate(anchored: Anchored) -> tuple[tuple[tuple[Anchored, EditionOf], ...], tuple[Diagnostic, ...]]:
    """The records in the language of each edition, and what is wrong with its translations."""
    site = anchored.seeds.site
    if site is None or not anchored.seeds.editions:
        return (), ()
    texts = tuple(texts_of_site(anchored.seeds))
    found: list[Diagnostic] = []
    made: list[tuple[Anchored, EditionOf]] = []
    for edition in anchored.seeds.editions.values():
        in_edition, orphans = matched(texts, edition)
        found += check(in_edition, orphans, site.value)
        of = EditionOf(edition, site.value.language, in_edition)
        made.append((_in_language(anchored, of), of))
    return tuple(made), tuple(found)


def _in_language(anchored: Anchored, edition: EditionOf) -> Anchored:
    by_record: dict[Span, dict[tree.Path, TextInEdition]] = {}
    for each in edition.texts:
        by_record.setdefault(each.text.entry.node.span, {})[each.text.path] = each

    def translated(entry: Entry[T], /) -> Entry[T]:
        texts = by_record.get(entry.node.span, {})
        value = mapped(entry.value, _change(texts, edition.original))
        value = with_other_names(_with_language(value, edition.original), entry.value, edition)
        if isinstance(value, shapes.Site):
            value = replace(value, **_of_site(value, edition.seed))
        return replace(entry, value=value, node=written(entry.node, texts))

    return anchored.with_each(translated)


def _change(texts: _Texts, original: str) -> Callable[[Leaf, Form], str]:
    def change(leaf: Leaf, form: Form) -> str:
        each = texts.get(leaf.path)
        if each is None:
            return leaf.value
        if each.text.is_quoted:
            is_old = each.standing is Standing.STALE and form is not LETTER  # that is no word
            ours = marks.stale(each.words, each.date) if is_old else each.words
            return leaf.value if each.standing is Standing.MISSING else Translated.with_ours(leaf.value, ours)
        is_prose = form.name == "markdown"
        match each.standing:
            case Standing.CURRENT:
                return each.words
            case Standing.STALE if is_prose:
                return OurText.standing_as(each.words, Stale(each.date))
            case Standing.STALE:
                return marks.stale(each.words, each.date)
            case _ if is_prose:
                return OurText.standing_as(leaf.value, Untranslated(original))
            case _ if not each.text.is_asked_of_all:
                return leaf.value
            case _:
                return marks.untranslated(leaf.value)

    return change


def _with_language(value: Any, original: str) -> Any:
    """The record with the language of each quotation and source that left it out, because it was that of the site."""
    changed: dict[str, Any] = {}
    for key in ("positions", "evidence"):
        parts = getattr(value, key, ())
        told = tuple(_with_language(part, original) for part in parts)
        if any(new is not old for new, old in zip(told, parts, strict=True)):
            changed[key] = told
    if isinstance(value, shapes.Evidence | shapes.Position | shapes.Source) and value.language is None:
        changed["language"] = original
    return replace(value, **changed) if changed else value


def _of_site(site: shapes.Site, edition: EditionSeed) -> dict[str, Any]:
    address = f"{site.address.rstrip('/')}/{edition.language}/" if site.address else None
    return {"language": edition.language, "address": address}
