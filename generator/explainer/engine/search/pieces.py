"""The index as files of the site: a small one that says what there is, and pieces that a search fetches when needed.

`search/index.json` names the folder of the pieces, which changes with any of them: so they can be kept for ever, and
none is taken for one of another build. Pieces `w…` hold words in order, each with its records; pieces `r…` hold what is
shown of records. Records stand in the order of their kinds and sides, so that both are known of a record's number.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any

from explainer.engine import interface_words
from explainer.engine.search.index import LEVELS, postings
from explainer.engine.search.records import Record
from explainer.interface import Catalogue
from explainer.model.fields import in_edition
from explainer.model.search_kinds import SearchKind

FOLDER = "search"
INDEX = f"{FOLDER}/index.json"
_OF_WORDS, _OF_RECORDS = 10_000, 4_000
"""Characters of a piece; compressed on its way, a third."""
_written = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode  # one for all: `dumps` makes one for each
_ORDER = {kind: place for place, kind in enumerate(SearchKind)}


def files(found: Iterable[Record], words: Catalogue) -> dict[str, bytes]:
    """The files of the search, by their path on the site. `words` are in the language of the site."""
    records = sorted(found, key=lambda record: (_ORDER[record.kind], record.side.letter if record.side else ""))
    of_words, first_words = _word_pieces(postings(records, words.main))
    of_records, first_records = _record_pieces(records)
    pieces = {f"w{number}.json": piece for number, piece in enumerate(of_words)}
    pieces |= {f"r{number}.json": piece for number, piece in enumerate(of_records)}
    groups, kinds = list(_groups(records)), {record.kind for record in records}
    sides = {side.letter: [side.name, side.hue, in_edition(side.letter)] for record in records if (side := record.side)}
    head: dict[str, Any] = {
        "levels": LEVELS,
        "words": first_words,
        "records": first_records,
        "groups": groups,
        "kinds": {kind.word: _told(kind, words) for kind in SearchKind if kind in kinds},
        "sides": dict(sorted(sides.items())),
        "say": interface_words.search(words),
    }
    digest = hashlib.blake2s(_json(head), digest_size=8)
    for name, piece in pieces.items():
        digest.update(name.encode() + piece)
    folder = digest.hexdigest()
    placed = {f"{FOLDER}/{folder}/{name}": piece for name, piece in pieces.items()}
    return {INDEX: _json({"folder": folder, **head}), **placed}


def _told(kind: SearchKind, words: Catalogue) -> list[Any]:
    return [words.gettext(kind.label), kind.weight, words.gettext(kind.one) if kind.one else ""]


def _groups(records: Iterable[Record]) -> Iterator[list[Any]]:
    """How many records in a row have one kind and one side."""
    for (kind, letter), group in groupby(records, lambda each: (each.kind, each.side.letter if each.side else "")):
        yield [sum(1 for _ in group), kind.word, letter]


def _word_pieces(found: dict[str, list[int]]) -> tuple[list[bytes], list[str]]:
    """The pieces, and the first word of each. The order is that in which a browser compares texts."""
    pieces: list[bytes] = []
    firsts: list[str] = []
    lines: list[str] = []
    size = 0
    for word in sorted(found, key=lambda each: each.encode("utf-16-be")):
        if not lines:
            firsts.append(word)
        line = f"{_written(word)}:{_steps(found[word])}"
        lines.append(line)
        size += len(line)
        if size >= _OF_WORDS:
            pieces.append(("{" + ",".join(lines) + "}").encode())
            lines, size = [], 0
    if lines:
        pieces.append(("{" + ",".join(lines) + "}").encode())
    return pieces, firsts


def _steps(numbers: Sequence[int]) -> str:
    """Each record as its distance from the one before."""
    before = 0
    told = []
    for number in numbers:
        told.append(number - before)
        before = number - number % LEVELS
    return _written(told)


def _record_pieces(records: Sequence[Record]) -> tuple[list[bytes], list[int]]:
    pieces: list[bytes] = []
    firsts: list[int] = []
    shown: list[str] = []
    size = 0
    for number, record in enumerate(records):
        if not shown:
            firsts.append(number)
        line = _written(_shown(record))
        shown.append(line)
        size += len(line)
        if size >= _OF_RECORDS:
            pieces.append(("[" + ",".join(shown) + "]").encode())
            shown, size = [], 0
    if shown:
        pieces.append(("[" + ",".join(shown) + "]").encode())
    return pieces, firsts


def _shown(record: Record) -> dict[str, Any]:
    told: dict[str, Any] = {
        "title": record.title,
        "text": record.text,
        "quoted": record.quoted,
        "lang": record.language,
        "also": (*record.also, *record.mentions),
        "status": record.status,
    }
    return {"url": record.url, **{key: value for key, value in told.items() if value}}


def _json(value: object) -> bytes:
    return _written(value).encode()
