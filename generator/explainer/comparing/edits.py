"""One record in two states, field by field, as its shape declares them: a new field is compared without a word here.

Texts that are the same after the published folding are the same.
"""

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from explainer.comparing.matching import pair_parts, pair_texts
from explainer.comparing.wording import gist, key_words, part_key, part_words
from explainer.model.allowed import Expected, ListOf, RecordOf, TableOf, TextOf, fields_of
from explainer.model.changes import Edit, How, Path
from explainer.model.fields import LINE, MARKDOWN, TEXT
from explainer.model.record_types import Ref
from explainer.model.stages import Entry
from explainer.source import Span
from explainer.text.folding import fold

_WORDS = (LINE, TEXT, MARKDOWN)
_THEIRS = ("excerpt", "says", "headline")
"""Words of others, in the language that stands beside them."""


@dataclass(frozen=True)
class ValuePlace:
    """Where a value stands: its path in both states, in ids, in words, and in the file of the new state."""

    path: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    at: Path = ()
    """In the new state; what stood around it, where it is gone."""
    entry: Entry[Any] | None = None
    """The record in the new state."""
    was: Path = ()
    """In the old state."""
    language: str = ""
    """In which words that stand there are: ours, or those of the article or the source."""

    def under(self, name: str, words: str, *at: str | int, was: Path | None = None) -> "ValuePlace":
        """What stands below, `at` in the new state and `was` in the old one: the same where that is left out."""
        inner = (*self.at, *at), (*self.was, *(at if was is None else was))
        return ValuePlace((*self.path, name), (*self.words, words), inner[0], self.entry, inner[1], self.language)

    def edit(self, how: How, old: str = "", new: str = "", *, is_text: bool = False) -> Edit:
        was_at = None if how is How.ADDED else self.was
        is_at = None if how is How.REMOVED else self.at
        return Edit(self.path, ": ".join(self.words), how, old, new, is_text, self.span, was_at, is_at, self.language)

    @property
    def span(self) -> Span | None:
        return self.entry.at(*self.at) if self.entry else None


def edits(
    old: Any, new: Any, place: ValuePlace, labels: Mapping[Ref, str], left_out: frozenset[str] = frozenset()
) -> Iterator[Edit]:
    """What differs between two values with fields, either of which may be None; keys of `left_out` are not compared."""
    shapes: list[type] = [type(value) for value in (new, old) if value]
    fields = {key: field for shape in shapes for key, field in fields_of(shape).items()}
    # What the record says itself before the lists that stand under it.
    for key, field in sorted(fields.items(), key=lambda each: isinstance(each[1].expected, ListOf)):
        if key not in left_out:
            values = getattr(old, field.attribute, None), getattr(new, field.attribute, None)
            inner = place.under(key, key_words(key), key)
            if key in _THEIRS and (said := getattr(new or old, "language", None)):
                inner = replace(inner, language=said)
            yield from _value(*values, field.expected, inner, labels)


def text_edits(
    old: Sequence[str], new: Sequence[str], place: ValuePlace, same: Callable[[str], Hashable]
) -> Iterator[Edit]:
    """What differs between two lists of texts."""
    pairs = pair_texts(old, new, same)
    for i, j in pairs.both:
        if same(old[i]) != same(new[j]):
            yield _at(place, i, j).edit(How.CHANGED, old[i], new[j], is_text=True)
    yield from (_at(place, i, None).edit(How.REMOVED, old[i], is_text=True) for i in pairs.removed)
    yield from (_at(place, None, j).edit(How.ADDED, new=new[j], is_text=True) for j in pairs.added)
    if pairs.is_reordered:
        yield place.edit(How.MOVED)


def folded(text: str) -> str:
    """A text as it is compared."""
    return fold(text).text.strip()


def _value(old: Any, new: Any, expected: Expected, place: ValuePlace, labels: Mapping[Ref, str]) -> Iterator[Edit]:
    if old == new or not (old or new):  # a field that only one of two shapes has may be empty there
        return
    match expected:
        case ListOf(item=RecordOf()):
            yield from _parts(old or (), new or (), place, labels)
        case ListOf(item=TextOf(form=form)) if form in _WORDS:
            yield from text_edits(old or (), new or (), place, folded)
        case ListOf():
            yield from _ids(old or (), new or (), place)
        case TableOf():
            for key in {**(new or {}), **(old or {})}:
                inner = place.under(key, key, key)
                yield from _value((old or {}).get(key), (new or {}).get(key), expected.value, inner, labels)
        case RecordOf():
            yield from edits(old, new, place, labels)
        case _:
            is_text = isinstance(expected, TextOf) and expected.form in _WORDS
            if not (is_text and old and new and folded(old) == folded(new)):
                yield place.edit(_how(old, new), str(old or ""), str(new or ""), is_text=is_text)


def _parts(old: Sequence[Any], new: Sequence[Any], place: ValuePlace, labels: Mapping[Ref, str]) -> Iterator[Edit]:
    pairs = pair_parts(old, new)
    outer = replace(place, words=place.words[:-1])
    for i, j in pairs.both:
        part = new[j]
        yield from edits(old[i], part, outer.under(part_key(part), part_words(part, labels), j, was=(i,)), labels)
    for i in pairs.removed:
        gone = outer.under(part_key(old[i]), part_words(old[i], labels), was=(i,))
        yield gone.edit(How.REMOVED, gist(old[i], labels), is_text=True)
    for j in pairs.added:
        fresh = outer.under(part_key(new[j]), part_words(new[j], labels), j)
        yield fresh.edit(How.ADDED, new=gist(new[j], labels), is_text=True)
    if pairs.is_reordered:
        yield place.edit(How.MOVED)


def _ids(old: Sequence[str], new: Sequence[str], place: ValuePlace) -> Iterator[Edit]:
    yield from (place.edit(How.REMOVED, item) for item in old if item not in new)
    yield from (_at(place, None, j).edit(How.ADDED, new=item) for j, item in enumerate(new) if item not in old)
    kept = [item for item in old if item in new]
    if kept != [item for item in new if item in old]:
        yield place.edit(How.MOVED)


def _at(place: ValuePlace, was: int | None, at: int | None) -> ValuePlace:
    """One item of a list, by its number in each state."""
    numbers = [() if number is None else (number,) for number in (was, at)]
    return replace(place, was=(*place.was, *numbers[0]), at=(*place.at, *numbers[1]))


def _how(old: Any, new: Any) -> How:
    if old and new:
        return How.CHANGED
    return How.ADDED if new else How.REMOVED
