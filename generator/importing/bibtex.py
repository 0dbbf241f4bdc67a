"""BibTeX and BibLaTeX as CSL items. Alone imports bibtexparser and the LaTeX decoder that comes with it.

Addresses and dates are not decoded: to LaTeX the rest of a line after `%` is a comment, and `%20` would end an address.
"""

import logging
import re
from typing import Any

from bibtexparser import middlewares
from bibtexparser.entrypoint import parse_string
from bibtexparser.model import Entry
from pylatexenc.latex2text import LatexNodes2Text

logging.getLogger("bibtexparser").addHandler(logging.NullHandler())  # what it logs, `items` returns

_TYPES = {
    "article": "article-journal",
    "book": "book",
    "booklet": "pamphlet",
    "inbook": "chapter",
    "incollection": "chapter",
    "inproceedings": "paper-conference",
    "conference": "paper-conference",
    "manual": "report",
    "mastersthesis": "thesis",
    "phdthesis": "thesis",
    "thesis": "thesis",
    "techreport": "report",
    "report": "report",
    "unpublished": "manuscript",
    "online": "webpage",
    "electronic": "webpage",
    "www": "webpage",
    "software": "software",
    "dataset": "dataset",
    "movie": "motion_picture",
    "video": "motion_picture",
}
_SUBTYPES = {"newspaper": "article-newspaper", "magazine": "article-magazine"}
_FIELDS = {
    "title": "title",
    "journal": "container-title",
    "journaltitle": "container-title",
    "booktitle": "container-title",
    "publisher": "publisher",
    "institution": "publisher",
    "organization": "publisher",
    "school": "publisher",
    "url": "URL",
    "urldate": "accessed",
    "note": "note",
    "doi": "DOI",
}
"""Every other field keeps its name, and is then told as one that has no place here."""
_RAW = ("url", "urldate", "doi")
_NAMES = ("author", "editor", "translator")
_TAKEN = ("date", "year", "month", "day", "langid", "language", "entrysubtype", "howpublished")
_LANGUAGES = {
    "english": "en", "american": "en-US", "british": "en-GB", "russian": "ru", "ukrainian": "uk", "german": "de",
    "ngerman": "de", "french": "fr", "spanish": "es", "italian": "it", "polish": "pl", "czech": "cs", "dutch": "nl",
}  # fmt: skip


def items(text: str) -> tuple[list[dict[str, Any]], list[str]]:
    """The entries, and what could not be read."""
    stack = [middlewares.MonthIntMiddleware(), middlewares.SeparateCoAuthors(), middlewares.SplitNameParts()]
    library = parse_string(text, append_middleware=stack)
    problems = [
        f"line {(block.start_line or 0) + 1}: {' '.join(str(block.error).split()) or 'this entry is no BibTeX'}"
        for block in library.failed_blocks
    ]
    return [_item(entry) for entry in library.entries], problems


def _item(entry: Entry) -> dict[str, Any]:
    fields = {field.key.lower(): field.value for field in entry.fields}
    item: dict[str, Any] = {"id": entry.key, "type": _type(entry.entry_type.lower(), fields)}
    for key, value in fields.items():
        if key in _NAMES:
            item[key] = [_name(name) for name in value]
        elif key in _RAW:
            item[_FIELDS[key]] = str(value).strip("{} ")
        elif key not in _TAKEN:
            item[_FIELDS.get(key, key)] = _decoded(value)
    if "date" in fields:
        item["issued"] = str(fields["date"])
    elif "year" in fields:
        item["issued"] = {"date-parts": [[str(fields[key]) for key in ("year", "month", "day") if key in fields]]}
    if language := fields.get("langid") or fields.get("language"):
        item["language"] = _LANGUAGES.get(str(language).lower(), str(language))
    if "howpublished" in fields:
        address = re.search(r"https?://[^\s}]+", str(fields["howpublished"]))
        item |= {"URL": address[0]} if address else {"howpublished": _decoded(fields["howpublished"])}
    return item


def _type(written: str, fields: dict[str, Any]) -> str:
    subtype = str(fields.get("entrysubtype", "")).lower()
    if written == "misc":
        return "webpage" if "url" in fields or "howpublished" in fields else "document"
    return _SUBTYPES.get(subtype) or _TYPES.get(written, "document")


def _name(name: Any) -> dict[str, str]:
    """A name in its parts; one in braces, such as an agency’s, is not divided."""
    family = " ".join(part for parts in (name.von, name.last, name.jr) for part in parts)
    given = " ".join(name.first)
    return {"family": _decoded(family), "given": _decoded(given)} if given else {"literal": _decoded(family)}


def _decoded(value: Any) -> str:
    """The words without LaTeX; a comment stays, because nobody writes one into a title."""
    decoder = LatexNodes2Text(math_mode="verbatim", keep_comments=True)
    return " ".join(decoder.latex_to_text(str(value), tolerant_parsing=True).split())
