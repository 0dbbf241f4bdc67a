"""What a reader of another program's file hands over, and how that is told which no source of ours has a place for."""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

_LONGEST = 1000
"""Characters of a value in a comment: an abstract fits, a whole article does not."""
_LINE = 108
# Half of a pair of surrogates, characters of control and what Unicode calls no character: no text file may hold them.
_UNWRITABLE = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_INSTEAD = "\ufffd"


@dataclass(frozen=True, slots=True)
class Lost:
    """A value that was not taken over, or was only in part."""

    name: str
    value: object
    but: str = ""
    """What of it was taken."""

    def __str__(self) -> str:
        line = shown(self.value)
        cut = f" (its first {_LONGEST:,} characters)" if line.endswith("…") and len(line) > _LONGEST else ""
        return f"{shown(self.name)} `{line}`{cut}{f' (all but {self.but})' if self.but else ''}"


@dataclass(frozen=True, slots=True)
class ImportedRecord:
    """One entry of another program."""

    item: Mapping[str, Any]
    """As an item of CSL."""
    lost: tuple[Lost, ...] = ()
    """What of it CSL has no place for."""
    remarks: tuple[str, ...] = ()
    """What the author should look at, a sentence each."""


@dataclass(slots=True)
class Library:
    """The entries of a file."""

    records: list[ImportedRecord] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    """What could not be read, a line each."""
    lost: list[Lost] = field(default_factory=list)
    """What the list says of itself."""


def is_empty(value: object) -> bool:
    """Whether a value says nothing; zero and “no” say something."""
    return value is None or (isinstance(value, str) and not value.strip()) or value == [] or value == {}


def pairs(items: list[tuple[str, Any]]) -> dict[str, Any]:
    """A mapping of JSON; a key that stands twice keeps both values, the later ones under a name of their own."""
    found: dict[str, Any] = {}
    for key, value in items:
        found[key if key not in found or found[key] == value else f"{key} again ({len(found)})"] = value
    return found


def loaded(text: str) -> Any:
    """The value of JSON, whose keys may stand twice; a number with more digits than Python reads stays a text.

    Raises JSONDecodeError or RecursionError.
    """
    return json.loads(text, object_pairs_hook=pairs, parse_int=_number)


def _number(digits: str) -> int | str:
    return int(digits) if len(digits) < 400 else digits


def shown(value: object) -> str:
    """A value in one line, shortened where it is very long."""
    line = " ".join(_text(value).split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"


def comment(lost: Iterable[Lost], remarks: Iterable[str]) -> str:
    """The lines above a record: each value with its name, on a line of its own where they would not fit in one."""
    parts = [str(each) for each in lost]
    together = f"Not taken over: {', '.join(parts)}."
    if len(together) > _LINE:  # a line that begins with a space is never broken, so that a search finds the value
        together = "\n".join(("Not taken over:", *(f"  {part}" for part in parts)))
    return "\n".join((*([together] if parts else ()), *(" ".join(each.split()) for each in remarks)))


def writable(record: ImportedRecord) -> ImportedRecord:
    """The record with `\N{REPLACEMENT CHARACTER}` for each character that no text file can hold, and a remark on it."""
    found: dict[str, set[str]] = {}
    item = {_clean(key, key, found): _clean(value, key, found) for key, value in record.item.items()}
    lost = [replace(each, name=_clean(each.name, each.name, found)) for each in record.lost]
    lost = [replace(each, value=_clean(each.value, each.name, found)) for each in lost]
    remarks = [_clean(each, "", {}) for each in record.remarks]
    for name, characters in found.items():
        codes = ", ".join(sorted(f"U+{ord(each):04X}" for each in characters))
        remarks.append(f"In {_clean(name, '', {})}, {codes} became {_INSTEAD}: no text can hold it.")
    return ImportedRecord(item, tuple(lost), tuple(remarks))


def _clean(value: Any, name: str, found: dict[str, set[str]]) -> Any:
    if isinstance(value, str):
        if characters := set(_UNWRITABLE.findall(value)):
            found.setdefault(name, set()).update(characters)
            return _UNWRITABLE.sub(_INSTEAD, value)
        return value
    if isinstance(value, Mapping):
        return {_clean(key, name, found): _clean(each, name, found) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_clean(each, name, found) for each in value]
    return value


def _text(value: object) -> str:
    """As a person would write it: names, the text of a date, lists; else as JSON."""
    match value:
        case str():
            return value
        case {"raw": str() as text, **others} | {"literal": str() as text, **others} if not others:
            return text
        case {"family": str() as family, **others} if all(isinstance(each, str) for each in others.values()):
            return ", ".join((family, *map(str, others.values())))
        case list() if all(isinstance(each, str) or (isinstance(each, dict) and _is_name(each)) for each in value):
            return "; ".join(map(_text, value))
        case _:
            return json.dumps(value, ensure_ascii=False, default=str)


def _is_name(value: Mapping[str, Any]) -> bool:
    return bool(value.keys() & {"family", "literal"}) and all(isinstance(each, str) for each in value.values())
