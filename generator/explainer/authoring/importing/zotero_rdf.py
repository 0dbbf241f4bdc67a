"""Zotero's RDF: its items as items of CSL, their notes, and the passages that were marked in them.

Zotero writes the marks of its reader into a note: each with the words that were marked, the page, and the comment.
Such a passage becomes an annotation where the article is known; what else a note says stands in the source’s `note`.
"""

from dataclasses import dataclass, field

from explainer.authoring.importing import rdf_graph, xml_tree, zotero_items, zotero_notes
from explainer.authoring.importing.rdf_graph import Thing
from explainer.authoring.importing.records import ImportedRecord, Library, Lost, shown
from explainer.authoring.importing.web_annotation import Notes

_FIX = "export the collection again as “Zotero RDF”"


@dataclass(slots=True)
class Zotero:
    """What a file of Zotero holds."""

    library: Library = field(default_factory=Library)
    notes: Notes = field(default_factory=Notes)


def read(text: str, name: str) -> Zotero:
    """The sources and the marked passages, and what could not be read."""
    found = Zotero()
    try:
        root = xml_tree.read(name, text)
    except xml_tree.CannotReadXmlError as error:
        found.library.problems.append(str(error))
        return found
    things = rdf_graph.things_in(root)
    within = {id(each) for thing in things for each in thing.things("isPartOf")}
    items = [
        thing
        for thing in things
        if zotero_items.is_item(thing) and (thing.texts("itemType") or id(thing) not in within)
    ]
    memos = {id(memo) for item in items for memo in item.things("isReferencedBy")}
    links = {id(link) for item in items for link in item.things("link")}
    if not items and not any(thing.kind == "Memo" for thing in things):
        found.library.problems.append(f"{name}:{root.line}:{root.column}: no item of Zotero is in it; {_FIX}")
    for item in items:
        found.library.records.append(_record(item, found.notes))
    for thing in things:
        if thing.kind == "Memo" and id(thing) not in memos:
            _alone(thing, name, found.notes)
        elif thing.kind == "Attachment" and id(thing) not in links:
            where = f"{name}:{thing.line}:{thing.column}"
            found.library.problems.append(f"{where}: an attachment of no item: {shown(thing.words)}")
        elif thing.kind == "Collection":
            titles = "; ".join(thing.texts("title"))
            found.library.lost.append(Lost("collection", f"{titles} ({len(thing.things('hasPart'))} parts)"))
    return found


def _record(thing: Thing, notes: Notes) -> ImportedRecord:
    item = zotero_items.read(thing)
    about = str(item.values.get("URL", "")) or (thing.name if thing.name.startswith("http") else "")
    for memo in item.memos:
        rest, has_passages = _memo(memo, about, notes)
        if rest and has_passages:  # mostly a heading and the day; what was said of passages stands with them
            item.lost.append(Lost("note beside its passages", rest))
        elif rest:
            item.said.append(rest)
            item.lost += [Lost("tag of a note", tag) for tag in memo.texts("subject")]
    note = {"note": "; ".join(item.said)} if item.said else {}
    return ImportedRecord({**item.values, **note}, tuple(item.lost))


def _memo(memo: Thing, about: str, notes: Notes) -> tuple[str, bool]:
    """What a note says beside the passages that it quotes, in one line, and whether it has any; they are handed on."""
    passages, rest = zotero_notes.split("\n".join(memo.texts("value")))
    tags = tuple(memo.texts("subject"))
    notes.notes += [zotero_notes.note(passage, about, tags) for passage in passages]
    return rest, bool(passages)


def _alone(memo: Thing, name: str, notes: Notes) -> None:
    """A note that belongs to no item."""
    rest, _ = _memo(memo, "", notes)
    if rest:
        where = f"{name}:{memo.line}:{memo.column}"
        tags = f", tagged {', '.join(memo.texts('subject'))}" if memo.texts("subject") else ""
        notes.problems.append(f"{where}: a note of no source quotes no words; it says “{shown(rest)}”{tags}")
