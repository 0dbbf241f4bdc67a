"""Which texts an edition in another language translates, and where they stand.

What is translated is said by the shapes: the `Voice` of a text's form. So a new field is in every edition, in what is
counted, and in what translators get, without a word anywhere else.
"""

from collections.abc import Iterator
from typing import Any

from explainer import tree
from explainer.model.allowed import Expected, ListOf, RecordOf, TableOf, TextOf, fields_of
from explainer.model.fields import Form, Voice
from explainer.model.record_types import RECORD_TYPES, RecordType
from explainer.model.stages import Entry, Seeds, SiteText

FOLDER = "seeds/editions"


def file_of(original: str, language: str) -> str:
    """Where an edition keeps the texts of a file of the seeds."""
    return f"{FOLDER}/{language}/{original.removeprefix('seeds/')}"


def original_of(path: str) -> tuple[str, str] | None:
    """The language and the mirrored file of a file of an edition; None for any other file."""
    if not path.startswith(f"{FOLDER}/") or path.count("/") < 3:
        return None
    language, _, inner = path.removeprefix(f"{FOLDER}/").partition("/")
    return language, f"seeds/{inner}"


def same_words(first: str, second: str) -> bool:
    """Whether two texts say the same: how their lines are broken in the file does not count."""
    return first.split() == second.split()


def texts_of_site(seeds: Seeds) -> Iterator[SiteText]:
    """Every text that an edition may translate, in the order of the site."""
    for entry, prefix in _records(seeds):
        value = entry.value
        for path, steps, words, form, voice, owner in _texts(value, RecordOf(type(value)), (), prefix, type(value)):
            yield SiteText(entry, path, "/".join(steps), words, form, voice, owner)


def _records(seeds: Seeds) -> Iterator[tuple[Entry[Any], tuple[str, ...]]]:
    """Every record with texts of ours, and what stands before their places in its file."""
    if seeds.site:
        yield seeds.site, ()
    for article in seeds.articles.values():
        yield article.entry, ()
        for note in article.annotations:
            yield note, place_of(RecordType.ANNOTATION, note.id.rpartition("/")[2])
    for type_, records in seeds.records.items():
        for id_, entry in records.items():
            yield entry, place_of(type_, id_)
    for number, correction in enumerate(seeds.corrections, 1):
        yield correction, (str(number),)
    if seeds.map:
        yield seeds.map, ()


def place_of(type_: RecordType, id_: str) -> tuple[str, ...]:
    """What the place of each text of a record begins with, in its file."""
    declared = RECORD_TYPES[type_]
    if declared.is_file:
        return ()
    return (declared.section, id_) if declared.section else (id_,)


_Found = tuple[tree.Path, tuple[str, ...], str, Form, Voice, type]


def _texts(value: Any, expected: Expected, path: tree.Path, steps: tuple[str, ...], owner: type) -> Iterator[_Found]:
    """A part of a list is named by its id, where it has one, else by its number."""
    if not value:
        return
    match expected:
        case TextOf(form=form, voice=voice) if voice is not Voice.GIVEN:
            yield path, steps, str(value), form, voice, owner  # without what linking has added
        case ListOf(item=item):
            for index, each in enumerate(value):
                name = getattr(each, "id", "") or str(index + 1)
                yield from _texts(each, item, (*path, index), (*steps, name), owner)
        case TableOf(value=item):
            for key, each in value.items():
                yield from _texts(each, item, (*path, key), (*steps, key), owner)
        case RecordOf(shape=shape):
            for key, field in fields_of(shape).items():
                yield from _texts(getattr(value, field.attribute), field.expected, (*path, key), (*steps, key), shape)
