"""RIS as CSL items.

Read here, and not by a library: the format is a tag and a value a line, and what a file needs beyond that (records that
are not closed, tags in small letters or with one space, names and dates in their order) the known one does not give.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from explainer.authoring.importing import addresses, languages, months
from explainer.authoring.importing.person_names import names
from explainer.authoring.importing.records import ImportedRecord, Library, Lost, shown

_TYPES = {
    "NEWS": "article-newspaper", "MGZN": "article-magazine", "JOUR": "article-journal", "EJOUR": "article-journal",
    "JFULL": "periodical", "INPR": "article-journal", "ABST": "article-journal", "ELEC": "webpage", "WEB": "webpage",
    "ICOMM": "post", "BLOG": "post-weblog", "RPRT": "report", "GOVDOC": "report", "STAND": "standard",
    "BOOK": "book", "EBOOK": "book", "EDBOOK": "book", "WHOLE": "book", "CHAP": "chapter", "ECHAP": "chapter",
    "ENCYC": "entry-encyclopedia", "DICT": "entry-dictionary", "CONF": "paper-conference", "CPAPER": "paper-conference",
    "THES": "thesis", "VIDEO": "motion_picture", "MPCT": "motion_picture", "ADVS": "motion_picture", "SOUND": "song",
    "MUSIC": "musical_score", "ART": "graphic", "FIGURE": "figure", "MAP": "map", "DATA": "dataset", "COMP": "software",
    "LEGAL": "legislation", "STAT": "legislation", "BILL": "bill", "CASE": "legal_case", "HEAR": "hearing",
    "PAT": "patent", "PAMP": "pamphlet", "MANSCPT": "manuscript", "UNPB": "manuscript", "UNPD": "manuscript",
    "PCOMM": "personal_communication", "SLIDE": "speech", "GEN": "document",
}  # fmt: skip
# The first that an entry has is taken; the others are then told as having no place here.
_FIELDS = {
    "title": ("TI", "T1", "CT"),
    "container-title": ("T2", "JO", "JF", "BT", "JA", "J2", "J1"),
    "publisher": ("PB",),
    "language": ("LA",),
    "DOI": ("DO",),
}
_OF_BOOKS = {"title": ("TI", "T1", "BT", "CT"), "container-title": ("T2", "JO", "JF", "JA", "J2", "J1")}
_BOOKS = frozenset({"BOOK", "EBOOK", "EDBOOK", "WHOLE"})
_DATES = ("DA", "PY", "Y1")
_LINKS = ("UR", "LK", "L2", "L1")
_TWO_SPACES = re.compile(r"\s*([A-Za-z][A-Za-z0-9]) {2,}-(?:\s+(.*)|)$")
_ONE_SPACE = re.compile(r"\s*([A-Z][A-Z0-9]) -(?:\s+(.*)|)$")
_OF_PUBMED = re.compile(r"(?=.{4}- )([A-Z]{3,4}) ?- (.*)$")
"""`PMID- 123`, `PMC - PMC2`: tags of PubMed's format, four characters wide, which stand in files of RIS too."""
_ONE_SPACE_SMALL = re.compile(r"\s*([a-z][a-z0-9]) -(?:\s+(.*)|)$")


@dataclass(slots=True)
class _RisLines:
    """One record: its tags and values in the order of the file."""

    tags: list[tuple[str, str]] = field(default_factory=list)

    def all(self, *names: str) -> list[str]:
        return [value for tag, value in self.tags if tag in names and value]


def read(text: str) -> Library:
    """The entries, and what could not be read."""
    problems: list[str] = []
    return Library([_record(lines) for lines in _records(text.removeprefix("\ufeff"), problems)], problems)


def _records(text: str, problems: list[str]) -> Iterator[_RisLines]:
    """`TY` begins a record, whether or not `ER` has closed the one before; a line without a tag continues a value."""
    record: _RisLines | None = None
    is_small = False
    for number, line in enumerate(re.split(r"\r\n|\r|\n", text), 1):
        match = _TWO_SPACES.match(line) or _ONE_SPACE.match(line) or _OF_PUBMED.match(line)
        is_first = record is not None and len(record.tags) == 1
        if match is None and (is_small or is_first or record is None or re.match("(?:ty|er) -", line)):
            match = _ONE_SPACE_SMALL.match(line)
            is_small = is_small or (is_first and match is not None)
        tag, value = (match[1], (match[2] or "").strip()) if match else ("", line.strip())
        if tag.upper() in ("TY", "ER"):
            if record is not None:
                yield record
            record = _RisLines([("TY", value)]) if tag.upper() == "TY" else None
            is_small = tag == "ty"
        elif record is None:
            if tag:
                problems.append(f"line {number}: `{shown(line)}` stands in no record: no `TY  -` comes before it")
        elif tag:
            record.tags.append((tag.upper(), value))
        elif value:
            last, before = record.tags[-1]
            record.tags[-1] = (last, f"{before} {value}".strip())
    if record is not None:
        yield record


def _record(lines: _RisLines) -> ImportedRecord:
    kind = "".join(lines.all("TY")[:1]).upper()
    lost = [] if kind in _TYPES or not kind else [Lost("type", kind)]
    remarks: list[str] = []
    item: dict[str, Any] = {"type": _TYPES.get(kind, "document")}
    spent = {"TY", "AU", "A1", "N1", *_DATES}
    fields = _FIELDS | (_OF_BOOKS if kind in _BOOKS else {})
    used: set[tuple[str, int]] = set()
    for name, tags in fields.items():
        if found := next(((tag, value) for tag in tags for value in lines.all(tag)), None):
            item[name] = found[1]
            used.add((found[0], lines.tags.index(found)))
    item["author"] = [name for written in lines.all("AU", "A1") for name in names(written, remarks)]
    if notes := lines.all("N1"):
        item["note"] = "; ".join(notes)
    if ids := lines.all("ID"):
        item["id"] = ids[0]
        used.add(("ID", lines.tags.index(("ID", ids[0]))))
    if date := _issued(lines, languages.language(item.get("language", "")) or "", lost):
        item["issued"] = date
    if read := lines.all("Y2"):
        item["accessed"] = read[0]
        used.add(("Y2", lines.tags.index(("Y2", read[0]))))
    link = next(((tag, value) for tag in _LINKS for value in lines.all(tag) if addresses.address(value)), None)
    if link:
        item["URL"] = link[1]
        used.add((link[0], lines.tags.index(link)))
    for place, (tag, value) in enumerate(lines.tags):
        if value and tag not in spent and (tag, place) not in used and not _is_said(tag, value, item):
            lost.append(Lost(tag, value))
    return ImportedRecord(item, tuple(lost), tuple(remarks))


def _is_said(tag: str, value: str, item: dict[str, Any]) -> bool:
    """Whether a tag only says again what another says, as T1 and TI often do."""
    name = next((name for name, tags in (*_FIELDS.items(), ("URL", _LINKS)) if tag in tags), "")
    return bool(name) and item.get(name) == value


def _issued(lines: _RisLines, language: str, lost: list[Lost]) -> str:
    """The date of the best tag that is understood, more precise where a further tag agrees; the others are lost."""
    given = [(tag, value) for tag in _DATES for value in lines.all(tag)]
    years = [found.date for _, value in given if (found := months.read(value, language)) and len(found.date) >= 4]
    best = ""
    dates: list[tuple[str, str, str, str]] = []
    for tag, value in given:
        found = months.read(value, language)
        if found is None and years:
            found = months.read(f"{value} {years[0][:4]}", language)
        dates.append((tag, value, found.date if found else "", found.left if found else ""))
        if found and found.date.startswith(best):
            best = found.date
    for tag, value, date, left in dates:
        if not date or not best.startswith(date):
            lost.append(Lost(tag, value))
        elif left:
            lost.append(Lost(tag, value, date))
    return best
