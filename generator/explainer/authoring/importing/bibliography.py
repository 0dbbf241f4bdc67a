"""A bibliography of another program as sources of ours: ids that are free, nothing twice, nothing lost in silence."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from explainer.authoring.importing import bibtex, csl, endnote, records, ris, zotero_rdf
from explainer.authoring.importing.forms import FileForm
from explainer.authoring.importing.records import ImportedRecord, Library, Lost
from explainer.authoring.importing.sameness import Identity, Sameness, identity
from explainer.model import fields
from explainer.model.drafts import Draft
from explainer.text import slugs

_KEY = re.compile(r"[A-Za-z0-9][A-Za-z0-9_:.+-]*")
_LONGEST_NAME = 30
_READERS: Mapping[FileForm, Callable[[str], Library]] = {FileForm.BIBTEX: bibtex.read, FileForm.RIS: ris.read}
_XML: Mapping[FileForm, Callable[[str, str], Library]] = {
    FileForm.ENDNOTE_XML: endnote.read,
    FileForm.ZOTERO_RDF: lambda text, name: zotero_rdf.read(text, name).library,
}


@dataclass(frozen=True, slots=True)
class Imported:
    drafts: tuple[Draft, ...] = ()
    there: tuple[str, ...] = ()
    """What the site has already, a line each."""
    remarks: tuple[str, ...] = ()
    """What the author should look at, a line each; they stand above the records too."""
    not_taken: Mapping[str, int] | None = None
    """Fields that have no place here, and in how many sources they were."""


def read_library(text: str, form: FileForm, tree: object = None, name: str = "-") -> Library:
    """The entries, and what could not be read. `tree` is the text as read, where it is CSL-YAML."""
    if reader := _READERS.get(form):
        library = reader(text)
    elif xml_reader := _XML.get(form):
        library = xml_reader(text, name)
    else:
        library = Library()
        if form is FileForm.CSL_JSON:
            try:
                tree = records.loaded(text.removeprefix("\ufeff"))
            except ValueError as error:
                return Library(problems=[f"this is not JSON: {error}"])
            except RecursionError:
                return Library(problems=["this is nested too deeply"])
        _add_items(library, tree)
    try:
        library.records = [records.writable(record) for record in library.records]
    except RecursionError:
        return Library(problems=["this is nested too deeply"])
    return library


def _add_items(library: Library, tree: object) -> None:
    if isinstance(tree, dict) and isinstance(tree.get("message"), dict):
        tree = tree["message"]  # as Crossref answers
    if isinstance(tree, dict):
        tree = next((tree[key] for key in ("references", "items") if key in tree), [tree] if "type" in tree else None)
    if not isinstance(tree, list):
        library.problems.append("this holds no list of sources")
        return
    library.records = [ImportedRecord(item) for item in tree if isinstance(item, dict)]
    if others := [records.shown(item) for item in tree if not isinstance(item, dict)]:
        library.problems.append(f"{len(others)} entries are not mappings with keys: {', '.join(others)}")


def source_drafts(entries: Sequence[ImportedRecord], site: Mapping[str, Identity], reading: str | None) -> Imported:
    """Drafts of the sources that the site does not have."""
    known = dict(site)
    by_key: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for id_, each in known.items():
        for key in each.shared():
            by_key[key].append(id_)
    drafts: list[Draft] = []
    there: list[str] = []
    told: list[str] = []
    counted: Counter[str] = Counter()
    for entry in entries:
        values, lost, remarks = csl.values(entry, reading)
        this = identity(values, lost)
        title = values.get("title") or values.get("description")
        near = dict.fromkeys(id_ for key in this.shared() for id_ in by_key[key])
        alike = {id_: this.compared(known[id_], is_written=id_ in site) for id_ in near}
        if same := _first(alike, Sameness.SAME):
            there.append(f"“{title}” is there already, as `{same}`")
            continue
        wanted = _id(entry.item, values)
        id_ = slugs.free(wanted, known)
        lost += _keys(entry.item, id_)
        known[id_] = this
        for key in this.shared():
            by_key[key].append(id_)
        if id_ != wanted:
            remarks.append(f"The id `{wanted}` is another source’s, so this one is `{id_}`.")
        if other := _first(alike, Sameness.GUESS):
            remarks.append(
                f"It may be the source `{other}`: the title is the same, and nothing else tells. Look at both."
            )
        if other := _first(alike, Sameness.ALIKE):
            remarks.append(f"The source `{other}` has the same address, and differs in something else. Look at both.")
        drafts.append(Draft({"id": id_, **values}, {"": above} if (above := records.comment(lost, remarks)) else {}))
        told += [f"`{id_}`: {remark}" for remark in remarks]
        counted.update({each.name for each in lost})
    return Imported(tuple(drafts), tuple(there), tuple(told), dict(sorted(counted.items())))


def _first(alike: Mapping[str, Sameness], sought: Sameness) -> str | None:
    return next((id_ for id_, sameness in alike.items() if sameness is sought), None)


def _keys(item: Mapping[str, Any], id_: str) -> Iterator[Lost]:
    """The names that another program gives to the entry, unless one sees them in our id."""
    for name in ("id", "citation-key", "citation-label"):
        key = item.get(name)
        if not records.is_empty(key) and re.sub("[^a-z0-9]", "", records.shown(key).lower()) not in id_.replace(
            "-", ""
        ):
            yield Lost(name, key)


def _id(item: Mapping[str, Any], values: Mapping[str, Any]) -> str:
    """A citation key; else who published it and when, as `brindle-bugle-2031-02-05`; else words of the title."""
    key = str(item.get("id") or item.get("citation-key") or "")
    if re.fullmatch(fields.ID.pattern, key):
        return key
    if _KEY.fullmatch(key) and (id_ := slugs.slug(re.sub(r"(?<=[a-z])(?=[A-Z0-9])|[_:.+]", "-", key))):
        return id_
    authors: Iterable[Mapping[str, str]] = values.get("author", ())
    names = [values.get("container-title"), *(each.get("family") or each.get("literal") for each in authors)]
    name = slugs.slug(str(next(filter(None, [*names, values.get("publisher"), values.get("title")]), "source")))
    name = name.removeprefix("the-")
    short = name if len(name) <= _LONGEST_NAME else name[:_LONGEST_NAME].rpartition("-")[0] or name[:_LONGEST_NAME]
    day = re.match(r"[0-9]{4}(?:-[0-9]{2}){0,2}", str(values.get("issued", "")))
    return f"{short or 'source'}-{day[0]}" if day else short or "source"
