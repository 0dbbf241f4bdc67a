"""What is exchanged with translators: each text with its translation, as files of their programs hold it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from explainer.model.stages import EditionOf, Standing


class CannotExchangeError(Exception):
    """The file is none of its form; the message says why and where."""


@dataclass(frozen=True, slots=True)
class TranslationUnit:
    file: str
    """Of the original, below `seeds`: `questions/losses.yaml`."""
    place: str
    source: str
    """The words to translate."""
    target: str = ""
    """Their translation; nothing where there is none yet."""
    before: str = ""
    """Of a stale translation: the words that it translates."""
    is_unsure: bool = False
    """Whether somebody has still to look at the translation: it is stale, or a program proposed it."""
    line: int = 1
    """Of the original in its file."""

    @property
    def name(self) -> str:
        return f"{self.file}:{self.place}"


def units_of(edition: EditionOf) -> tuple[TranslationUnit, ...]:
    """Every text of ours, by file; of words of others those that have a translation."""
    return tuple(_by_file(_units(edition)))


def _units(edition: EditionOf) -> Iterator[TranslationUnit]:
    for each in edition.texts:
        text = each.text
        if not text.is_asked_of_all and each.standing is Standing.MISSING:
            continue
        is_stale = each.standing is Standing.STALE
        before = each.translation.value.of if is_stale and each.translation else ""
        file = text.file.removeprefix("seeds/")
        yield TranslationUnit(
            file, text.place, text.words, each.words, before, is_stale, text.entry.at(*text.path).line
        )


def _by_file(units: Iterable[TranslationUnit]) -> Iterator[TranslationUnit]:
    files: dict[str, list[TranslationUnit]] = {}
    for unit in units:
        files.setdefault(unit.file, []).append(unit)
    for of_file in files.values():
        yield from of_file
