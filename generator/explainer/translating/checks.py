"""What is wrong with the translations of an edition, each told where the translator has to mend it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from difflib import get_close_matches

from explainer import rules
from explainer.diagnostics import Diagnostic, Remark
from explainer.model import seeds as shapes
from explainer.model.fields import LETTER, LINE
from explainer.model.stages import Standing, TextInEdition
from explainer.prose import parse
from explainer.prose.nodes import citations, references
from explainer.source import Span
from explainer.text.differ import compare
from explainer.text.folding import fold
from explainer.text.shortening import cut_off
from explainer.translating.demanded import is_demanded
from explainer.translating.matching import Orphan


def check(texts: Sequence[TextInEdition], orphans: Iterable[Orphan], site: shapes.Site) -> Iterator[Diagnostic]:
    for each in texts:
        if each.standing is Standing.MISSING:
            continue
        if each.standing is Standing.STALE:
            yield _stale(each, site)
        yield from _wrong_form(each)
        if each.text.form.name == "markdown":
            yield from _lost_references(each)
    yield from _same_letter(texts)
    yield from map(_without_original, orphans)


def _stale(each: TextInEdition, site: shapes.Site) -> Diagnostic:
    assert each.translation is not None, "what is stale was translated"
    text, entry = each.text, each.translation
    rule = rules.TRANSLATION_IS_CURRENT
    if is_demanded(text, site):
        rule = rules.DEMANDED_TRANSLATION_IS_CURRENT
    changed = compare(fold(entry.value.of), fold(text.words), site.language).diff
    message = f"the text that this translates says something else now: “{changed}”"
    return Diagnostic(rule, entry.at("of"), message, remarks=(Remark("the text as it is now", _place(each)),))


def _wrong_form(each: TextInEdition) -> Iterator[Diagnostic]:
    assert each.translation is not None, "it has words"
    if each.text.form == LINE and "\n" in each.words.strip("\n"):
        message = f"`{each.text.place}` takes one line, and this has more"
        yield Diagnostic(rules.TRANSLATION_HAS_FORM, each.translation.at("text"), message)
    if each.text.form == LETTER and not re.fullmatch(LETTER.pattern, each.words):
        message = f"`{each.text.place}` takes {LETTER.words}, and this is “{cut_off(each.words)}”"
        yield Diagnostic(rules.TRANSLATION_HAS_FORM, each.translation.at("text"), message, "Write one letter.")


def _same_letter(texts: Iterable[TextInEdition]) -> Iterator[Diagnostic]:
    """Two sides that share one: each has that of the original until the edition gives it its own."""
    first: dict[str, TextInEdition] = {}
    for each in texts:
        if each.text.form != LETTER:
            continue
        shown = each.words or each.text.words
        earlier = first.setdefault(shown, each)
        given, other = (each, earlier) if each.translation else (earlier, each)
        if earlier is not each and given.translation:
            message = f"the letter `{shown}` already stands at `{other.text.place}`"
            yield Diagnostic(rules.TRANSLATION_HAS_FORM, given.translation.at("text"), message, "Take another letter.")


def _lost_references(each: TextInEdition) -> Iterator[Diagnostic]:
    assert each.translation is not None, "it has words"
    was, now = (_named(words) for words in (each.translation.value.of, each.words))
    lost = ", ".join(f"`{name}`" for name in was if name not in now)
    added = ", ".join(f"`{name}`" for name in now if name not in was)
    for names, told in ((lost, "lacks {}, which the original has"), (added, "has {}, which the original lacks")):
        if names:
            message = f"the translation of `{each.text.place}` {told.format(names)}"
            yield Diagnostic(rules.TRANSLATION_CITES_THE_SAME, each.translation.at("text"), message)


def _named(words: str) -> dict[str, None]:
    """What a text cites and links to, as it is written."""
    blocks = parse(words)[0].blocks
    return dict.fromkeys(
        (*(f"[@{id_}]" for id_ in citations(blocks)), *(f"[[{target}]]" for target in references(blocks)))
    )


def _without_original(orphan: Orphan) -> Diagnostic:
    entry = orphan.translation
    at = cut_off(entry.value.at)
    if orphan.is_second:
        told, fix = f"`{at}` has a translation already", "Keep one of the two."
    else:
        near = next(iter(get_close_matches(entry.value.at, orphan.places, 1, 0.6)), None)
        told = f"there is no text of ours at `{at}`"
        fix = f"Did you mean `{near}`? If the text is gone, remove this." if near else ""
    return Diagnostic(rules.TRANSLATION_HAS_ORIGINAL, entry.at("at"), told, fix)


def _place(each: TextInEdition) -> Span:
    return each.text.entry.at(*each.text.path)
