"""One CSL item as a source of ours: which of its fields we take, in which form, and which have no place here."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from generator import foreign_dates
from generator.model import csl, fields
from generator.model.drafts import Value, todo
from generator.vocabulary import Dating, Reading

_ORDER = (
    "id", "type", "title", "description", "author", "container-title", "publisher", "issued", "dates", "accessed",
    "URL", "archive-url", "language", "reading", "original-publisher", "root", "side", "note",
)  # fmt: skip
_LINES = ("container-title", "publisher", "original-publisher", "note")
_READING = todo(f"what was read ({', '.join(word.value for word in Reading)})")
# What says nothing about the source, or says again what another field says.
_IDLE = frozenset({"custom", "citation-key", "citation-label", "id", "type", "title", "author"})


def values(item: Mapping[str, Any], id_: str, reading: str | None) -> tuple[dict[str, Value], list[str]]:
    """The values of a source by key, and the names of what was not taken over.

    `reading` is what the author says was read of all of these sources; what the item itself says goes first.
    """
    custom = item.get("custom")
    ours = {key: str(value) for key, value in custom.items()} if isinstance(custom, dict) else {}
    found: dict[str, Value] = {
        "id": id_,
        "type": type_ if (type_ := str(item.get("type", ""))) in csl.TYPES else csl.OTHER_TYPE,
        "reading": ours.get("reading") or reading or _READING,
        **dict(_title(item)),
        **{key: line for key in _LINES if (line := _line(item.get(key)))},
        **{key: value for key in ("root", "side") if re.fullmatch(fields.ID.pattern, value := ours.get(key, ""))},
        **({"dates": ours["dates"]} if ours.get("dates") in tuple(Dating) else {}),
        **dict(_addresses(item, ours)),
    }
    names = [name for each in _list(item.get("author")) if (name := _name(each))]
    if names:
        found["author"] = tuple(names)
    for key in ("issued", "accessed"):
        if date := edtf(item.get(key)):
            found[key] = date
    language = str(item.get("language") or "")
    if re.fullmatch(fields.LANGUAGE.pattern, language):
        found["language"] = language
    spent = _IDLE | found.keys() | ({"DOI"} if "doi.org" in str(found.get("URL")) else set())
    lost = [key for key, value in item.items() if value and key not in spent]
    lost += [f"custom.{key}" for key in ours if key not in csl.OUR_FIELDS]
    return {key: found[key] for key in _ORDER if key in found}, lost


def edtf(date: object) -> str | None:
    """A date of CSL in any of its forms."""
    match date:
        case str():
            return foreign_dates.from_text(date)
        case {"date-parts": [parts], **others}:
            return _day(parts, others)
        case {"date-parts": [start, end], **others}:
            ends = _day(start, others), _day(end, others)
            return "/".join(filter(None, ends)) if all(ends) else None
        case {"raw": text} | {"literal": text} | {"edtf": text}:
            return foreign_dates.from_text(str(text))
        case {"year": year, **others}:
            return _day([year, others.get("month", ""), others.get("day", "")], others)
        case [one]:
            return edtf(one)
        case _:
            return None


def _day(parts: object, date: Mapping[Any, Any]) -> str | None:
    mark = "~" if str(date.get("circa", "")).lower() in ("true", "1", "yes") else ""
    return foreign_dates.from_parts(map(str, parts), mark) if isinstance(parts, list) else None


def _title(item: Mapping[str, Any]) -> Iterator[tuple[str, Value]]:
    """A title in square brackets is a description; formatting of words is left out."""
    title = _line(re.sub(r"</?(?:i|b|em|strong|sup|sub|span)\b[^>]*>", "", str(item.get("title") or "")))
    if csl.is_supplied(title):
        yield "description", title[1:-1].strip()
    elif title:
        yield "title", title
    else:
        yield "description", todo("what it is, in our words, or its headline as `title`")


def _addresses(item: Mapping[str, Any], ours: Mapping[str, str]) -> Iterator[tuple[str, Value]]:
    doi = str(item.get("DOI") or "")
    url = str(item.get("URL") or "") or (doi if doi.startswith("http") else f"https://doi.org/{doi}" if doi else "")
    if re.fullmatch(fields.URL.pattern, url):
        yield "URL", url
    archive = ours.get("archive-url", "")
    if re.fullmatch(fields.URL.pattern, archive):
        yield "archive-url", archive


def _name(name: object) -> dict[str, Value] | None:
    if not isinstance(name, dict):
        return {"literal": line} if (line := _line(name)) else None
    particle = _line(name.get("non-dropping-particle") or name.get("dropping-particle"))
    family = " ".join(part for part in (particle, _line(name.get("family")), _line(name.get("suffix"))) if part)
    parts: dict[str, Value] = {
        "family": family,
        "given": _line(name.get("given")),
        "literal": _line(name.get("literal")),
    }
    return {key: value for key, value in parts.items() if value} or None


def _line(value: object) -> str:
    return " ".join(str(value).split()) if isinstance(value, str | int) else ""


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []
