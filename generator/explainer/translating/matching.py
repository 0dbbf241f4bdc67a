"""Which translation is of which text.

A translation says where its text stands and what it said. Parts of a list that have no id are counted, so their places
move when one is put before them: a translation whose words stand elsewhere in the same file goes with them.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from explainer.model.editions import file_of, same_words
from explainer.model.seeds import Translation
from explainer.model.stages import EditionSeed, Entry, SiteText, Standing, TextInEdition


@dataclass(frozen=True, slots=True)
class Orphan:
    """A translation of no text that there is."""

    translation: Entry[Translation]
    places: tuple[str, ...]
    """Those of the file that it mirrors."""
    is_second: bool
    """Whether another translation before it is of the same text."""


def matched(texts: Iterable[SiteText], edition: EditionSeed) -> tuple[tuple[TextInEdition, ...], tuple[Orphan, ...]]:
    """Every text as it stands in the edition, in the same order, and the translations that are left over."""
    by_file: dict[str, list[SiteText]] = {}
    order: list[SiteText] = [*texts]
    for text in order:
        by_file.setdefault(file_of(text.file, edition.language), []).append(text)
    found: dict[int, Entry[Translation]] = {}
    orphans: list[Orphan] = []
    for file in sorted({*by_file, *edition.texts}):
        of_file, left = _in_file(by_file.get(file, []), edition.texts.get(file, ()))
        found |= of_file
        orphans += left
    return tuple(_standing(text, found.get(id(text)), edition) for text in order), tuple(orphans)


def _in_file(
    texts: list[SiteText], translations: Iterable[Entry[Translation]]
) -> tuple[dict[int, Entry[Translation]], list[Orphan]]:
    """By the identity of the text, which is made once for each place."""
    at_place = {text.place: text for text in texts}
    found: dict[int, Entry[Translation]] = {}
    moved: list[Entry[Translation]] = []
    for entry in translations:
        text = at_place.get(entry.value.at)
        if text and id(text) not in found and same_words(text.words, entry.value.of):
            found[id(text)] = entry
        else:
            moved.append(entry)
    left: list[Entry[Translation]] = []
    free = [text for text in texts if id(text) not in found]
    for entry in moved:
        text = next((each for each in free if same_words(each.words, entry.value.of)), None)
        if text and id(text) not in found and _may_move(entry.value.at, text.place):
            found[id(text)] = entry
        else:
            left.append(entry)
    orphans: list[Orphan] = []
    for entry in left:
        text = at_place.get(entry.value.at)
        if text and id(text) not in found:
            found[id(text)] = entry
        else:
            orphans.append(Orphan(entry, tuple(at_place), text is not None))
    return found, orphans


def _may_move(said: str, place: str) -> bool:
    """Whether two places differ in numbers alone: what an author named by an id stays where it is."""
    first, second = said.split("/"), place.split("/")
    return len(first) == len(second) and all(
        one == other or (one.isdecimal() and other.isdecimal()) for one, other in zip(first, second, strict=True)
    )


def _standing(text: SiteText, entry: Entry[Translation] | None, edition: EditionSeed) -> TextInEdition:
    date = (entry.value.date if entry else None) or edition.entry.value.translated
    if entry is None or not entry.value.text:
        standing = Standing.MISSING
    elif same_words(text.words, entry.value.of):
        standing = Standing.CURRENT
    else:
        standing = Standing.STALE
    return TextInEdition(text, standing, entry, date)
