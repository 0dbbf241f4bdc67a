"""An item of Zotero's RDF as an item of CSL; what CSL has no place for is told with its name."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from explainer.authoring.importing.rdf_graph import RDF, Thing
from explainer.authoring.importing.records import Lost, shown

_TYPES = {
    "artwork": "graphic", "audioRecording": "song", "bill": "bill", "blogPost": "post-weblog", "book": "book",
    "bookSection": "chapter", "case": "legal_case", "computerProgram": "software", "dataset": "dataset",
    "conferencePaper": "paper-conference", "dictionaryEntry": "entry-dictionary", "document": "document",
    "email": "personal_communication", "encyclopediaArticle": "entry-encyclopedia", "film": "motion_picture",
    "forumPost": "post", "hearing": "hearing", "instantMessage": "personal_communication", "interview": "interview",
    "journalArticle": "article-journal", "letter": "personal_communication", "magazineArticle": "article-magazine",
    "manuscript": "manuscript", "map": "map", "newspaperArticle": "article-newspaper", "patent": "patent",
    "podcast": "broadcast", "preprint": "article", "presentation": "speech", "radioBroadcast": "broadcast",
    "report": "report", "standard": "standard", "statute": "legislation", "thesis": "thesis",
    "tvBroadcast": "broadcast", "videoRecording": "motion_picture", "webpage": "webpage",
}  # fmt: skip
_UNTYPED = {
    "Article": "article", "Book": "book", "BookSection": "chapter", "Document": "document", "Report": "report",
    "Thesis": "thesis", "Letter": "personal_communication", "Manuscript": "manuscript", "Interview": "interview",
    "MotionPicture": "motion_picture", "Illustration": "graphic", "Legislation": "legislation", "Patent": "patent",
    "Image": "graphic", "Recording": "song", "Data": "dataset", "ConferenceProceedings": "paper-conference",
}  # fmt: skip
"""Of things that say no type of Zotero's, as older versions and other programs write them."""
_TEXTS = {"title": "title", "date": "issued", "dateSubmitted": "accessed", "language": "language",
          "abstract": "abstract", "citationKey": "citation-key", "publisher": "publisher"}  # fmt: skip


@dataclass(slots=True)
class ZoteroItem:
    """What a file says of one of its items."""

    values: dict[str, Any]
    """As an item of CSL."""
    lost: list[Lost] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    """Words for its note."""
    memos: list[Thing] = field(default_factory=list)
    """The notes that are filed under it."""


def is_item(thing: Thing) -> bool:
    """Whether a thing is a source, and no note, file or paper that one stands in."""
    kinds = thing.texts("itemType")
    if kinds or thing.kind in ("Attachment", "Memo", "Collection"):
        return bool(kinds) and kinds[0] not in ("attachment", "note") and thing.kind not in ("Attachment", "Memo")
    return thing.kind in _UNTYPED


def read(thing: Thing) -> ZoteroItem:
    """What is said of an item; its notes are handed on as they are."""
    kind = next(iter(thing.texts("itemType")), "")
    item = ZoteroItem({"type": _TYPES.get(kind) or _UNTYPED.get(thing.kind, "document")})
    item.lost += [Lost("itemType", kind)] if kind and kind not in _TYPES else []
    for key, value in thing.properties:
        local = key.rpartition("}")[2]
        if local == "itemType":
            continue
        if isinstance(value, str):
            _text(item.values, local, value, item.said, item.lost)
        elif local == "authors" and "author" not in item.values:
            item.values["author"] = [each for person in _people(value) if (each := _name(person))]
        elif local == "identifier":
            is_address = value.kind == "URI" or not value.kind
            _identifier(item.values, next(iter(value.texts("value")), value.name), item.lost, is_address=is_address)
        elif local == "publisher":
            _part(value, {"name": "publisher"}, item.values, item.lost, "publisher")
        elif local == "isPartOf":
            _within(value, item.values, item.lost)
        elif local == "isReferencedBy":
            item.memos.append(value)
        else:
            told = (
                _names(value)
                if value.kind == "Seq"
                else value.title
                if local == "relation"
                else value.words or value.name
            )
            item.lost += [Lost({"link": "attachment", "subject": "tag"}.get(local, local), shown(told))] if told else []
    return item


def _text(item: dict[str, Any], local: str, value: str, said: list[str], lost: list[Lost]) -> None:
    if not value.strip():
        return
    if local == "identifier":
        _identifier(item, value, lost)
    elif local == "description":
        said.append(" ".join(value.split()))
    elif local in _TEXTS and _TEXTS[local] not in item:
        item[_TEXTS[local]] = value
    else:
        lost.append(Lost("tag" if local == "subject" else local, value))


def _identifier(item: dict[str, Any], value: str, lost: list[Lost], *, is_address: bool = False) -> None:
    """An address, or a number with its kind before it: `DOI 10.5555/1`, `ISBN …`."""
    kind, _, rest = value.strip().partition(" ")
    if is_address and "URL" not in item:
        item["URL"] = value
    elif kind.upper() == "DOI" and "DOI" not in item:
        item["DOI"] = rest
    else:
        lost.append(Lost("identifier", value))


def _within(thing: Thing, item: dict[str, Any], lost: list[Lost], inside: tuple[Thing, ...] = ()) -> None:
    """The paper, the site, the section or the series that an item is in; one that is in itself is told once."""
    if thing in inside:
        return
    inside = (*inside, thing)
    if thing.kind in ("Part", "Series"):
        told = " ".join("; ".join(each for _, each in thing.properties if isinstance(each, str)).split())
        lost += [Lost({"Part": "section", "Series": "series"}[thing.kind], told)] if told else []
        for outer in thing.things("isPartOf"):
            _within(outer, item, lost, inside)
    else:
        _part(thing, {"title": "container-title"}, item, lost, "", inside)


def _part(
    thing: Thing,
    taken: dict[str, str],
    item: dict[str, Any],
    lost: list[Lost],
    of: str,
    inside: tuple[Thing, ...] = (),
) -> None:
    for key, value in thing.properties:
        local = key.rpartition("}")[2]
        if isinstance(value, str) and local in taken and taken[local] not in item:
            item[taken[local]] = value
        elif isinstance(value, str) and local == "identifier":
            _identifier(item, value, lost)
        elif isinstance(value, Thing) and local == "isPartOf":
            _within(value, item, lost, inside)
        elif told := value.strip() if isinstance(value, str) else value.words:
            lost.append(Lost(f"{of} {local}".strip(), told))


def _people(thing: Thing) -> Iterator[Thing]:
    if thing.kind in ("Seq", "Bag"):
        for key, value in thing.properties:
            if key.startswith(RDF) and isinstance(value, Thing):
                yield value
    else:
        yield thing


def _name(person: Thing) -> dict[str, str]:
    family = next(iter(person.texts("surname") or person.texts("name")), "").strip()
    given = next(iter(person.texts("givenName") or person.texts("givenname")), "").strip()
    return (
        {"family": family, "given": given}
        if family and given
        else {"literal": family or given}
        if family or given
        else {}
    )


def _names(people: Thing) -> str:
    return "; ".join(", ".join(_name(person).values()) for person in _people(people))
