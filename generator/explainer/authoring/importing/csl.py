"""One CSL item as a source of ours: which of its fields we take, in which form, and which have no place here."""

import html
import re
from collections.abc import Iterator, Mapping
from typing import Any

from explainer.authoring.importing import addresses, months
from explainer.authoring.importing.languages import language
from explainer.authoring.importing.records import ImportedRecord, Lost, is_empty, shown
from explainer.model import csl, fields
from explainer.model.drafts import Value, todo
from explainer.text import foreign_dates
from explainer.text.foreign_dates import Read
from explainer.vocabulary import Dating, Reading

_ORDER = (
    "id", "type", "title", "description", "author", "container-title", "publisher", "issued", "dates", "accessed",
    "URL", "archive-url", "language", "reading", "original-publisher", "root", "side", "note",
)  # fmt: skip
_LINES = ("container-title", "publisher", "original-publisher", "note")
_READING = todo(f"what was read ({', '.join(word.value for word in Reading)})")
_ALLOWED = {"reading": tuple(Reading), "dates": tuple(Dating)}
# What tells itself where it is not taken; and names that a program gives to its own entries, which become the id.
_TOLD = frozenset({
    "type", "author", "issued", "accessed", "URL", "DOI", "custom", *csl.OUR_FIELDS,
    "id", "citation-key", "citation-label",
})  # fmt: skip


def values(record: ImportedRecord, reading: str | None) -> tuple[dict[str, Value], list[Lost], list[str]]:
    """The values of a source by key, what was not taken over, and what the author should look at.

    `reading` is what the author says was read of all of these sources; what the item itself says goes first.
    """
    item = _of_texts(record.item)
    lost = list(record.lost)
    remarks = list(record.remarks)
    exact = _exact(item)
    found: dict[str, Value] = {
        "type": exact.get("type") or _type(item.get("type"), lost),
        "reading": reading or _READING,
        **{key: line for key in _LINES if (line := _line(item.get(key)))},
        **dict(_address(item, lost, remarks)),
        **dict(_dates(item, exact, lost)),
        **dict(_ours(item, exact, lost)),
        **dict(_title(item, exact)),
    }
    if names := _people(item.get("author"), lost):
        found["author"] = names
    if tag := language(_line(item.get("language"))):
        found["language"] = tag
    untold = {key for key, value in item.items() if not is_empty(value)} - _TOLD
    untold -= {
        key for key in (*_LINES, "title", "language") if key in found or (key == "title" and _line(item.get(key)))
    }
    untold -= {"abstract"} if exact.get("description") == item.get("abstract") else set()
    untold -= {"description"} if _line(item.get("description")) == found.get("description") else set()
    lost += [Lost(key, value) for key, value in item.items() if key in untold]
    return {key: found[key] for key in _ORDER if key in found}, lost, remarks


_ENTITY = re.compile("&(?:amp|lt|gt|quot|apos|#\\d{1,6}|#x[0-9a-fA-F]{1,5});")
_CROSSREF = {
    "journal-article": "article-journal", "book-chapter": "chapter", "proceedings-article": "paper-conference",
    "monograph": "book", "edited-book": "book", "reference-book": "book", "reference-entry": "entry",
    "dissertation": "thesis", "posted-content": "article", "report-component": "report",
}  # fmt: skip
"""What a registry of DOIs calls types that CSL has under another name; https://doi.org hands out such items as CSL."""


def _of_texts(item: Mapping[str, Any]) -> Mapping[str, Any]:
    """The item with texts where a registry of DOIs has lists of one text, and characters instead of entities."""
    found = dict(item)
    for key in (*_LINES, "title"):
        value = found.get(key)
        if isinstance(value, list) and len(value) == 1 and isinstance(value[0], str):
            value = found[key] = value[0]
        if isinstance(value, str) and key != "note":
            found[key] = _ENTITY.sub(lambda match: html.unescape(match[0]), value)
    return found


def edtf(date: object, language: str = "") -> Read | None:
    """A date of CSL in any of its forms, and what of it ours cannot say."""
    match date:
        case str() | int():
            return months.read(str(date), language)
        case {"date-parts": [parts], **others}:
            return _day(parts, others)
        case {"date-parts": [start, end], **others}:
            ends = _day(start, others), _day(end, others)
            return foreign_dates.joined(*ends)
        case {"raw": text, **others} | {"literal": text, **others} | {"edtf": text, **others}:
            return _with(months.read(_line(text), language), others)
        case {"year": year, **others}:
            rest = {key: value for key, value in others.items() if key not in ("month", "day")}
            return _day([year, others.get("month", ""), others.get("day", "")], rest)
        case [one]:
            return edtf(one, language)
        case [{"year": _} as start, {"year": _} as end]:
            return foreign_dates.joined(edtf(start), edtf(end))
        case _:
            return None


def _day(parts: object, date: Mapping[Any, Any]) -> Read | None:
    mark = "~" if _is_circa(date) else ""
    if not isinstance(parts, list) or not all(isinstance(part, str | int | float) for part in parts):
        return None
    if len(parts) == 1 and isinstance(parts[0], str) and not parts[0].strip().isdigit():
        return _with(months.read(parts[0]), date)  # a whole date where a year belongs
    return _with(foreign_dates.from_parts(map(_number, parts), mark), date)


def _with(found: Read | None, others: Mapping[Any, Any]) -> Read | None:
    """A season, and whatever else stands beside a date, is left."""
    left = [str(key) for key, value in others.items() if key != "circa" and not is_empty(value)]
    if found is None:
        return None
    if _is_circa(others) and found.date[-1] not in "~%":
        if re.search("[/T?]", found.date):
            left.append("circa")
        else:
            found = Read(f"{found.date}~", found.left)
    return Read(found.date, "/".join(filter(None, (found.left, *left))))


def _is_circa(date: Mapping[Any, Any]) -> bool:
    return str(date.get("circa", "")).lower() not in ("", "false", "0", "no")


def _number(part: object) -> str:
    return str(int(part)) if isinstance(part, float) and part.is_integer() else str(part)


def _exact(item: Mapping[str, Any]) -> dict[str, str]:
    """What our own export says exactly, unless somebody has changed since what CSL says of it."""
    custom = item.get("custom")
    written = {key: value for key in csl.EXACT_FIELDS if isinstance(custom, dict) and (value := _line(custom.get(key)))}
    return {key: value for key, value in written.items() if _says(item, key, value)}


def _says(item: Mapping[str, Any], key: str, value: str) -> bool:
    match key:
        case "issued" | "accessed":
            return foreign_dates.from_text(value) == value and csl.date(value) == item.get(key)
        case "description":
            return value == item.get("abstract") or csl.supplied(value) == item.get("title")
        case "type":
            return item.get("type") == csl.OTHER_TYPE
        case _:
            return item.get(key) == value


def _ours(item: Mapping[str, Any], exact: Mapping[str, str], lost: list[Lost]) -> Iterator[tuple[str, Value]]:
    """What CSL has no key for: under `custom` in our own export, beside the others in another site’s `sources.yaml`."""
    custom = item.get("custom")
    if not isinstance(custom, dict):
        lost += [] if is_empty(custom) else [Lost("custom", custom)]
        custom = {}
    for where, values in (("custom.", custom), ("", {key: item[key] for key in csl.OUR_FIELDS if key in item})):
        for key, value in values.items():
            text = _line(value)
            allowed = _ALLOWED.get(key)
            pattern = fields.URL.pattern if key == "archive-url" else fields.ID.pattern
            if key in csl.OUR_FIELDS and (text in allowed if allowed else re.fullmatch(pattern, text)):
                yield key, text
            elif not is_empty(value) and key not in exact:
                lost.append(Lost(f"{where}{key}", value))


def _type(written: object, lost: list[Lost]) -> str:
    if isinstance(written, str) and (known := _CROSSREF.get(written, written)) in csl.TYPES:
        return known
    if not is_empty(written):
        lost.append(Lost("type", written))
    return csl.OTHER_TYPE


def _title(item: Mapping[str, Any], exact: Mapping[str, str]) -> Iterator[tuple[str, Value]]:
    """A title in square brackets is a description; formatting of words is left out."""
    written = _line(item.get("title"))
    title = _line(re.sub(r"</?(?:i|b|em|strong|sup|sub|sc|span)\b[^<>]*>", "", written))
    description = exact.get("description") or _line(item.get("description"))
    if "title" in exact:
        yield "title", exact["title"]
    elif description and written == csl.supplied(description) and item.get("abstract") != description:
        title = ""
    elif csl.is_supplied(title):
        description = description or title[1:-1].strip()
    elif title:
        yield "title", title
    elif not description:
        description = todo("what it is, in our words, or its headline as `title`")
    if description:
        yield "description", description


def _dates(item: Mapping[str, Any], exact: Mapping[str, str], lost: list[Lost]) -> Iterator[tuple[str, Value]]:
    for key in ("issued", "accessed"):
        written = item.get(key)
        if key in exact:
            yield key, exact[key]
        if key in exact or is_empty(written):
            continue
        found = edtf(written, _line(item.get("language")))
        if found:
            yield key, found.date
        if found is None or found.left:
            lost.append(Lost(key, written, found.date if found else ""))


def _address(item: Mapping[str, Any], lost: list[Lost], remarks: list[str]) -> Iterator[tuple[str, Value]]:
    """The address, else that of the DOI; a DOI beside another address has no place here."""
    written, doi = item.get("URL"), item.get("DOI")
    url = addresses.address(_line(written))
    if url is None and not is_empty(written):
        lost.append(Lost("URL", written))
    elif url and not re.match("https?:", _line(written), re.IGNORECASE):
        remarks.append(f"The address `{shown(written)}` says no scheme: look whether {url} is right.")
    name = addresses.doi(_line(doi))
    if url is None and name:
        url = addresses.doi_address(name)
    elif not is_empty(doi) and (not name or not url or not url.lower().endswith(name.lower())):
        lost.append(Lost("DOI", doi))
    if url:
        yield "URL", url


def _people(written: object, lost: list[Lost]) -> tuple[Value, ...]:
    listed = written if isinstance(written, list) else [] if is_empty(written) else [written]
    found: list[Value] = []
    for each in listed:
        name = _name(each)
        if name:
            found.append(name)
        is_blank = isinstance(each, Mapping) and all(map(is_empty, each.values()))
        if not is_blank and not is_empty(each) and (not name or _unsaid(each)):
            lost.append(Lost("author", each, " ".join(map(str, name.values())) if name else ""))
    return tuple(found)


_PARTS = ("dropping-particle", "non-dropping-particle", "family", "suffix", "given", "literal")


def _unsaid(name: object) -> bool:
    """Whether a name has parts that ours cannot say; how CSL styles would print it is none."""
    if not isinstance(name, Mapping):
        return False
    printing = ("comma-suffix", "static-ordering", "parse-names", "isInstitution", "creatorType", "sequence")
    said = _PARTS if any(_line(name.get(key)) for key in _PARTS) else (*_PARTS, "name")
    is_told = [key in said and (bool(_line(value)) or is_empty(value)) for key, value in name.items()]
    return not all(told or key in printing for told, key in zip(is_told, name, strict=True))


def _name(name: object) -> dict[str, Value] | None:
    if not isinstance(name, Mapping):
        return {"literal": line} if (line := _line(name)) else None
    part = {key: _line(name.get(key)) for key in _PARTS}
    family = " ".join(part[key] for key in _PARTS[:4] if part[key])
    literal = part["literal"] or ("" if family else _line(name.get("name")))
    parts: dict[str, Value] = {"family": family, "given": part["given"], "literal": literal}
    return {key: value for key, value in parts.items() if value} or None


def _line(value: object) -> str:
    return " ".join(str(value).split()) if isinstance(value, str | int | float) else ""
