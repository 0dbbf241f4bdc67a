"""What differs in the editions: what became stale, because its original is another, and what is translated otherwise.

A reviewer sees of each translation the words that it translates, and what it said before and says now.
"""

from collections.abc import Iterator, Mapping

from explainer.model.changes import Change, Edit, How
from explainer.model.paths import Address
from explainer.model.stages import EditionOf, Linked, Standing, TextInEdition
from explainer.text.shortening import without_middle

_SHOWN = 300
"""Characters of an original beside its translation."""


def edition_changes(old: Linked, new: Linked) -> Iterator[Change]:
    before, after = (_by_language(linked) for linked in (old, new))
    for language in sorted({*before, *after}):
        was, now = before.get(language), after.get(language)
        how = How.CHANGED if was and now else How.ADDED if now else How.REMOVED
        edits = tuple(_edits(was, now)) if was and now else (_whole(was, now, how),)
        if edits:
            shown = now or was
            assert shown is not None, "one of the states has the edition"
            address = Address(f"{language}/index.md")
            yield Change(
                "edition", language, how, _label(shown), address if was else None, address if now else None, edits,
                now.seed.entry.node.span if now else None,
            )  # fmt: skip


def _by_language(linked: Linked) -> Mapping[str, EditionOf]:
    return {each.edition.language: each.edition for each in linked.editions if each.edition}


def _whole(was: EditionOf | None, now: EditionOf | None, how: How) -> Edit:
    """An edition that came or went: not each of its texts."""
    old, new = (each.seed.entry.value.translated if each else "" for each in (was, now))
    return Edit(("translated",), "translated", how, old, new, span=now.seed.entry.node.span if now else None)


def _label(edition: EditionOf) -> str:
    counts = edition.counts
    stale, missing = counts[Standing.STALE], counts[Standing.MISSING]
    return f"{sum(counts.values())} texts, {stale} stale, {missing} not translated"


def _edits(was: EditionOf, now: EditionOf) -> Iterator[Edit]:
    before, after = ({(each.text.file, each.text.place): each for each in edition.texts} for edition in (was, now))
    for key in (*after, *(key for key in before if key not in after)):
        earlier, text = before.get(key), after.get(key)
        yield from _translated(earlier, text, now.language)
        if text and text.translation:
            yield from _in_step(earlier, text, now.original)


def _translated(was: TextInEdition | None, now: TextInEdition | None, language: str) -> Iterator[Edit]:
    old, new = was.words if was else "", now.words if now else ""
    shown = now or was
    assert shown is not None, "one of the states has the text"
    if old.split() != new.split():
        how = How.CHANGED if old and new else How.ADDED if new else How.REMOVED
        original = without_middle(shown.text.words, _SHOWN)
        what = f"{_named(shown)}, of “{original}”"
        yield _edit(shown, ("translation",), what, how, old, new, now, language)


def _in_step(was: TextInEdition | None, now: TextInEdition, language: str) -> Iterator[Edit]:
    assert now.translation is not None, "asked before"
    was_stale, is_stale = was is not None and was.standing is Standing.STALE, now.standing is Standing.STALE
    of = now.translation.value.of
    if is_stale and not was_stale:
        yield _edit(now, ("stale",), f"{_named(now)}: became stale", How.CHANGED, of, now.text.words, now, language)
    elif was_stale and not is_stale and was and was.translation and was.words.split() == now.words.split():
        what = f"{_named(now)}: said to fit the new words as it is"
        yield _edit(now, ("of",), what, How.CHANGED, was.translation.value.of, of, now, language)


def _named(each: TextInEdition) -> str:
    return f"{each.text.file.removeprefix('seeds/')}: {each.text.place}"


def _edit(
    each: TextInEdition, path: tuple[str, ...], what: str, how: How, old: str, new: str,
    now: TextInEdition | None, language: str,
) -> Edit:  # fmt: skip
    span = now.translation.at("text") if now and now.translation else None
    keys = (each.text.file.removeprefix("seeds/"), each.text.place, *path)
    return Edit(keys, what, how, old, new, is_text=True, span=span, language=language)
