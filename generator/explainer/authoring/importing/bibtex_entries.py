"""A file of BibTeX as entries: texts joined, macros put in, fields inherited. Alone imports bibtexparser.

It divides the file into blocks and finds where an entry that is broken ends; its further steps are not used, because
they look for names in small letters only, leave `#` as it is, and give up a whole entry for one field.
"""

import logging
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from bibtexparser import model
from bibtexparser.entrypoint import parse_string

from explainer.authoring.importing.records import Lost, shown
from explainer.text.foreign_dates import MONTHS

logging.getLogger("bibtexparser").addHandler(logging.NullHandler())  # what it logs, `entries` returns

_MONTH_MACROS = {name[:3]: name.capitalize() for name in MONTHS}
_PIECE = re.compile(r'\s*(?:(?P<opens>[{"])|(?P<word>[^\s#{}",=]+))')
_FIELD = re.compile(r"\s*(?P<key>[A-Za-z][\w-]*)\s*=\s*(?P<value>.*)", re.DOTALL)
# An entry without a key, and one that ends with the name of a field and no value.
_NO_KEY = re.compile(
    r"^([^\S\n]*@\s*(?!string|comment|preamble)\w+\s*[{(])(?=\s*[\w-]+\s*=)", re.MULTILINE | re.IGNORECASE
)
_NO_VALUE = re.compile(r",\s*[\w-]+\s*([})])\s*$")
_NOT_INHERITED = frozenset({
    "crossref", "xref", "xdata", "ids", "entryset", "entrysubtype", "execute", "label", "options", "presort",
    "related", "relatedoptions", "relatedstring", "relatedtype", "shorthand", "shorthandintro", "sortkey",
    "sorttitle", "sortname", "sortyear", "shorttitle", "indextitle", "indexsorttitle",
})  # fmt: skip
_DATES = frozenset({"date", "year", "month", "day"})
_MULTI = {"mvbook": "main", "mvcollection": "main", "mvreference": "main", "mvproceedings": "main"}
# What the title of a parent is to its part: appendix B of the manual of biblatex.
_TITLE_OF = {
    **{("book", part): "book" for part in ("inbook", "bookinbook", "suppbook")},
    **{(whole, part): "book" for whole in ("collection", "reference") for part in (
        "incollection", "inreference", "suppcollection")},
    **{("proceedings", part): "book" for part in ("inproceedings", "conference")},
    **{("periodical", part): "journal" for part in ("article", "suppperiodical")},
}  # fmt: skip


@dataclass(slots=True)
class BibEntry:
    """An entry, its type and its names of fields in small letters."""

    type: str
    key: str
    fields: dict[str, str] = field(default_factory=dict)
    lost: list[Lost] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)


def entries(text: str) -> tuple[list[BibEntry], list[str]]:
    """The entries in the order of the file, and what could not be read, with its line."""
    macros = dict(_MONTH_MACROS)
    found: list[BibEntry] = []
    problems: list[str] = []
    for block in _blocks(text, problems):
        if isinstance(block, model.String):
            macros[block.key.lower()] = _joined(str(block.value), macros)[0]
        else:
            found.append(_entry(block, macros))
    _inherit(found)
    used = {key.strip() for entry in found for key in entry.fields.pop("xdata", "").split(",")}
    for entry in found:
        if entry.type == "set" or (entry.type == "xdata" and entry.key not in used):
            fields = "; ".join(f"{key} = {value}" for key, value in entry.fields.items())
            problems.append(f"@{entry.type} `{entry.key}` is not a source of its own: {shown(fields)}")
    return [entry for entry in found if entry.type not in ("set", "xdata")], problems


def _blocks(text: str, problems: list[str]) -> Iterator[model.String | model.Entry]:
    """The macros and entries, those too whose key, or one of whose fields, stands twice."""
    for block in parse_string(_NO_KEY.sub(r"\1,", text), parse_stack=[]).blocks:
        held = getattr(block, "ignore_error_block", None) or block
        if isinstance(held, model.String | model.Entry):
            yield held
        elif isinstance(held, model.ParsingFailedBlock):
            raw = str(held.raw or "")
            mended = parse_string(_NO_VALUE.sub(r"\1", raw), parse_stack=[])  # nothing is lost: the field says nothing
            if mended.entries and not mended.failed_blocks:
                yield from mended.entries
            else:
                words = f": {shown(raw)[:80]}" if raw.strip() else ""
                problems.append(f"line {(block.start_line or 0) + 1}: this entry is not BibTeX, or does not end{words}")


def _entry(block: model.Entry, macros: Mapping[str, str]) -> BibEntry:
    entry = BibEntry(block.entry_type.lower(), block.key.strip())
    waiting = [(each.key, str(each.value)) for each in block.fields]
    while waiting:
        key, raw = waiting.pop(0)
        key = key.lower()
        text, unknown, rest = _joined(raw, macros)
        if rest and (more := _FIELD.fullmatch(rest)):
            entry.remarks.append(f"A comma is missing between `{key}` and `{more['key']}`.")
            waiting.insert(0, (more["key"], more["value"]))
        elif rest:
            text, unknown = raw, []
            entry.remarks.append(f"`{key}` is written as no text of BibTeX: look at it.")
        entry.remarks += [
            f"`{word}` in `{key}` is not an @string of the file, and stays as written." for word in unknown
        ]
        if key not in entry.fields:
            entry.fields[key] = text
        elif text and text != entry.fields[key]:
            entry.lost.append(Lost(f"{key} again", text))
    return entry


def _joined(raw: str, macros: Mapping[str, str]) -> tuple[str, list[str], str]:
    """The text of texts, numbers and macros joined with `#`; macros that are not known; what follows and is neither."""
    texts: list[str] = []
    unknown: list[str] = []
    at = 0
    while match := _PIECE.match(raw, at):
        if match["word"]:
            word, at = match["word"], match.end()
            if not word.isdigit() and word.lower() not in macros:
                unknown.append(word)
            texts.append(macros.get(word.lower(), word))
        else:
            end = _closing(raw, match.end(), match["opens"])
            texts.append(raw[match.end() : end])
            at = end + 1
        sign = re.compile(r"\s*#").match(raw, at)
        if not sign:
            break
        at = sign.end()
    return "".join(texts), unknown, raw[at:].strip()


def _closing(raw: str, start: int, opens: str) -> int:
    """Where a text ends that begins at `start`: its brace, or its quotation mark outside of braces."""
    level = 0
    for match in re.compile(r'\\[{}]|[{}"]').finditer(raw, start):
        if match[0] == "{":
            level += 1
        elif match[0] == '"' and opens == '"' and level <= 0:
            return match.start()
        elif match[0] == "}":
            if level == 0 and opens == "{":
                return match.start()
            level -= 1
    return len(raw)


def _inherit(found: list[BibEntry]) -> None:
    """Fields of `xdata` and `crossref`, as biblatex takes them: never over one that the entry has."""
    by_key: dict[str, BibEntry] = {}
    for entry in found:
        by_key.setdefault(entry.key, entry)
    folded = {key.lower(): entry for key, entry in reversed(by_key.items())}
    done: set[int] = set()

    def complete(entry: BibEntry, above: tuple[int, ...]) -> None:
        if id(entry) in done or id(entry) in above or len(above) > 20:
            return
        for name in ("xdata", "crossref"):
            for key in filter(None, map(str.strip, entry.fields.get(name, "").split(","))):
                parent = by_key.get(key) or folded.get(key.lower())
                if parent is None or parent is entry:
                    entry.lost.append(Lost(name, key))
                    entry.remarks.append(f"The entry `{key}`, to which `{name}` points, is not in the file.")
                    continue
                complete(parent, (*above, id(entry)))
                _take(entry, parent, is_data=name == "xdata")
        entry.fields.pop("crossref", None)
        done.add(id(entry))

    for entry in found:
        complete(entry, ())


def _take(entry: BibEntry, parent: BibEntry, *, is_data: bool) -> None:
    has_date = bool(_DATES & entry.fields.keys())
    whole = _MULTI.get(parent.type) or _TITLE_OF.get((parent.type, entry.type), "")
    for key, text in parent.fields.items():
        if key in _NOT_INHERITED or (key in _DATES and has_date):
            continue
        is_title = key in ("title", "subtitle", "titleaddon")
        entry.fields.setdefault(key if is_data or not (is_title and whole) else f"{whole}{key}", text)
