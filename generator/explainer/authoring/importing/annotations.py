"""The annotations of a file in whichever form: each that quotes something, and a line about each of the others."""

import json
import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from explainer.authoring.importing import documentcloud, hypothesis_csv, records, tei, webanno_notes
from explainer.authoring.importing.documentcloud import WordsInBox
from explainer.authoring.importing.forms import FileForm
from explainer.authoring.importing.records import ImportedRecord
from explainer.authoring.importing.web_annotation import ImportedNote, Notes, read_notes

_WORDS = ("quote", "prefix", "suffix", "text", "about", "address", "by", "created")


def read_annotations(
    text: str, form: FileForm, name: str, mapping: Sequence[str] = (), words_in: WordsInBox | None = None
) -> Notes:
    """What is in a file that is called `name`. Raises WrongMappingError where the author's mapping does not fit it."""
    match form:
        case FileForm.HYPOTHESIS_CSV:
            read = hypothesis_csv.read(text, name)
        case FileForm.WEBANNO_TSV:
            read = webanno_notes.read(text, name, mapping)
        case FileForm.TEI:
            read = tei.read(text, name)
        case _:
            return _of_json(text, form, name, words_in)
    return writable(read)


def writable(read: Notes) -> Notes:
    """With `\N{REPLACEMENT CHARACTER}` for each character that no text file can hold."""
    read.notes = [_writable(note) for note in read.notes]
    read.problems = [records.writable(ImportedRecord({"": each})).item[""] for each in read.problems]
    read.lost = list(records.writable(ImportedRecord({}, tuple(read.lost))).lost)
    return read


def _of_json(text: str, form: FileForm, name: str, words_in: WordsInBox | None) -> Notes:
    try:
        data: Any = records.loaded(text)
    except json.JSONDecodeError as error:
        return Notes(problems=[f"all of it, {name}:{error.lineno}:{error.colno}, which is not JSON: {error.msg}"])
    except RecursionError:
        return Notes(problems=["all of it, which is nested too deeply"])
    return writable(documentcloud.read(data, words_in)) if form is FileForm.DOCUMENTCLOUD else read_notes(data)


def _writable(note: ImportedNote) -> ImportedNote:
    words = {key: _of_lines(getattr(note, key)) for key in _WORDS}
    own = {key: _of_lines(value) if isinstance(value, str) else value for key, value in note.own.items()}
    clean = records.writable(ImportedRecord({**words, "tags": list(note.tags), "fields": own}, note.lost))
    return replace(
        note,
        **{key: clean.item[key] for key in _WORDS},
        own=clean.item["fields"],
        tags=tuple(clean.item["tags"]),
        lost=clean.lost,
        remarks=(*note.remarks, *clean.remarks),
    )


def _of_lines(text: str) -> str:
    """The text with one sign for every end of a line."""
    return re.sub("\r\n?|[\x0b\x0c\x85\u2028\u2029]", "\n", text)
