"""Annotations of the W3C model, and those of Hypothesis, as quotes with what was said about them.

Hypothesis calls the words `text` and the person `user`. What has no quote cannot stand in an article, and is told with
the reason and its words. Whatever else an annotation says is handed on with its name.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from explainer.authoring.importing import annotation_lists, bodies, own_terms, records, selectors
from explainer.authoring.importing.annotation_lists import listed, types
from explainer.authoring.importing.records import ImportedRecord, Lost, is_empty, shown
from explainer.authoring.importing.selectors import Quote, Target, Unplaced
from explainer.model.drafts import Value
from explainer.model.exchange import CONTEXT
from explainer.model.exchange import context as ours

_READ = frozenset({"@context", "id", "type", "@type", "target", "body", "bodyValue", "text", "tags"})


@dataclass(frozen=True, slots=True)
class ImportedNote:
    """What an annotation of another program says, and about which words."""

    quote: str
    prefix: str
    suffix: str
    text: str
    """What was said about them, as Markdown; empty where they were only marked."""
    about: str
    """The address of the page that was annotated."""
    address: str = ""
    """Of the annotation itself."""
    by: str = ""
    created: str = ""
    tags: tuple[str, ...] = ()
    until: Quote | None = None
    """Where the passage is told by its ends: the words before which it ends."""
    lost: tuple[Lost, ...] = ()
    """What of it a note of ours has no place for."""
    remarks: tuple[str, ...] = ()
    """What the author should look at, a sentence each."""
    own: Mapping[str, Value] = field(default_factory=dict)
    """The fields of an annotation that this program exported, or that a mapping of the author's names."""
    characters: tuple[int, int] | None = None
    """Where the passage is told by characters of the article's text instead of words: from which up to which."""


@dataclass(slots=True)
class Notes:
    """The annotations of a file."""

    notes: list[ImportedNote] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    """A line about each annotation that quotes nothing, and about each part of the list that the file does not hold."""
    lost: list[Lost] = field(default_factory=list)
    """What the list says of itself."""


def read_notes(data: object) -> Notes:
    """The annotations that quote something, and a line about each of the others."""
    found = annotation_lists.annotations_in(data)
    of_list = records.writable(ImportedRecord({}, tuple(found.lost)))
    read = Notes(problems=[], lost=list(of_list.lost))
    for annotation in found.annotations:
        clean = records.writable(ImportedRecord(annotation))
        _read(clean.item, clean.remarks, read)
    read.problems += [records.writable(ImportedRecord({"": each})).item[""] for each in found.problems]
    return read


def _read(annotation: Mapping[str, Any], remarks: tuple[str, ...], read: Notes) -> None:
    own, not_own = own_terms.fields_in(annotation)
    said = bodies.said(_without_made(annotation, own))
    by, lost = _creator(annotation)
    address, created, more = _named(annotation)
    uri = annotation.get("uri")
    page = uri if isinstance(uri, str) else ""
    more += [] if isinstance(uri, str) or is_empty(uri) else [Lost("uri", uri)]
    name = str(annotation.get("id") if isinstance(annotation.get("id"), str) else address) or "an annotation"
    if is_empty(annotation.get("target")):
        kinds = ", ".join(sorted(types(annotation) - {"Annotation"}))
        why = f"{name} has no target" if not kinds else f"{name}, a {kinds}, is not an annotation: it has no target"
        read.problems.append(f"{why}{_words(said)}")
        return
    for target in selectors.targets(annotation["target"], page):
        if isinstance(target, Unplaced):
            read.problems.append(f"{_why(name, annotation, target)}{_words(said)}{_left(target)}")
            continue
        left = [*said.lost, *lost, *more, *target.lost]
        left += [Lost("uri", page)] if page and page != target.about else []
        note = _note(target, said, by, address, created, tuple(left), remarks)
        read.notes.append(_as_ours(note, own, not_own))


def _without_made(annotation: Mapping[str, Any], own: Mapping[str, Value]) -> Mapping[str, Any]:
    """Without the bodies that our own export made of the fields."""
    if not own or "body" not in annotation:
        return annotation
    kept = [body for body in listed(annotation["body"]) if not own_terms.is_made("body", body, own)]
    return {**annotation, "body": kept}


def _as_ours(note: ImportedNote, own: Mapping[str, Value], not_own: list[Lost]) -> ImportedNote:
    """With the fields of our own export; what others added to it is told."""
    if not own:
        return replace(note, lost=(*note.lost, *not_own))
    lost = [each for each in note.lost if not own_terms.is_made(each.name, each.value, own)]
    added = [Lost("body", note.text)] if note.text else []
    added += [Lost("tags", list(note.tags))] if note.tags else []
    text = str(own.get("note", "")).strip()
    return replace(note, text=text, tags=(), own=own, lost=(*added, *lost, *not_own))


def _note(
    target: Target,
    said: bodies.Said,
    by: str,
    address: str,
    created: str,
    lost: tuple[Lost, ...],
    remarks: tuple[str, ...],
) -> ImportedNote:
    quote = target.quote
    return ImportedNote(
        quote.exact,
        quote.prefix,
        quote.suffix,
        said.text,
        target.about,
        address,
        by,
        created,
        tuple(said.tags),
        target.until,
        lost,
        (*target.remarks, *remarks),
    )


def _creator(annotation: Mapping[str, Any]) -> tuple[str, list[Lost]]:
    """The names of those who made it, and what else is said of them."""
    lost: list[Lost] = []
    names: list[str] = []
    for each in listed(annotation.get("creator")):
        named = each if isinstance(each, str) else ""
        if isinstance(each, dict):
            named = next((v for k in ("name", "nickname", "id") if isinstance(v := each.get(k), str) and v.strip()), "")
            lost += [Lost("creator", each)] if len(each) > 1 or not named else []
        elif not named and not is_empty(each):
            lost.append(Lost("creator", each))
        names += [shown(named)] if named.strip() else []
    info, user = annotation.get("user_info"), annotation.get("user")
    display = info.get("display_name") if isinstance(info, dict) else None
    if isinstance(display, str) and display.strip():
        names.append(shown(display))
        lost += [] if is_empty(user) else [Lost("user", user)]
        lost += [Lost("user_info", info)] if isinstance(info, dict) and len(info) > 1 else []
    else:
        names += [shown(user)] if isinstance(user, str) and user.strip() else []
        lost += [] if isinstance(user, str) or is_empty(user) else [Lost("user", user)]
        lost += [] if is_empty(info) or info == {"display_name": None} else [Lost("user_info", info)]
    return "; ".join(names), lost


def _named(annotation: Mapping[str, Any]) -> tuple[str, str, list[Lost]]:
    """The address and the day of an annotation, and whatever else it says of itself."""
    lost: list[Lost] = []
    links, id_, created = annotation.get("links"), annotation.get("id"), annotation.get("created")
    address = id_ if isinstance(id_, str) else ""
    if isinstance(links, dict) and isinstance(link := links.get("incontext") or links.get("html"), str):
        others = {key: value for key, value in links.items() if value != link}
        lost += [Lost("links", others)] if others else []
        lost += [Lost("id", address)] if address and address not in link else []
        address = link
    elif not is_empty(links):
        lost.append(Lost("links", links))
    if not isinstance(id_, str) and not is_empty(id_):
        lost.append(Lost("id", id_))
    day = created.strip()[:10] if isinstance(created, str) else ""
    if not is_empty(created) and created != day:
        lost.append(Lost("created", created))
    lost += _others(annotation)
    return shown(address), shown(day), lost


def _others(annotation: Mapping[str, Any]) -> Iterator[Lost]:
    told = _READ | {"creator", "user", "user_info", "links", "created", "uri"}
    for key, value in annotation.items():
        if key not in told and not is_empty(value) and not own_terms.is_term(key):
            yield Lost(key, value)
    context = annotation.get("@context")
    if not is_empty(context) and context not in (CONTEXT, [CONTEXT, ours()]):
        yield Lost("@context", context)
    if others := types(annotation) - {"Annotation"}:
        yield Lost("type", sorted(others))


def _why(name: str, annotation: Mapping[str, Any], target: Unplaced) -> str:
    if not is_empty(annotation.get("references")):
        answered = listed(annotation["references"])[-1]
        return f"{name} answers another annotation, {shown(answered)}"
    return f"{name} quotes no words: {target.why}"


def _words(said: bodies.Said) -> str:
    """What a left-out annotation says."""
    tags = f", tagged {', '.join(map(shown, said.tags))}" if said.tags else ""
    lost = "".join(f", {each}" for each in said.lost)
    return (f"; it says “{shown(said.text)}”" if said.text else "") + tags + lost


def _left(target: Unplaced) -> str:
    return "".join(f"; {each}" for each in target.lost)
