"""Annotations of the W3C model, and of Hypothesis' API, as quotes with what was said about them.

An annotation is a mapping, a page or collection of them, or a list; Hypothesis calls its list `rows` and the words
`text`. What has no quote cannot stand in an article, and is told with the reason.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from generator import hypertext

_SILENT = frozenset({"tagging", "classifying", "linking", "identifying"})
"""Purposes of bodies that are no words about the passage."""


@dataclass(frozen=True, slots=True)
class Note:
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


def read_notes(data: object) -> tuple[tuple[Note, ...], tuple[str, ...]]:
    """The annotations that quote something, and a line about each of the others."""
    notes: list[Note] = []
    others: list[str] = []
    for annotation in _annotations(data):
        found = list(_notes(annotation))
        notes += found
        if not found:
            others.append(_why(annotation))
    return tuple(notes), tuple(others)


def _annotations(data: object) -> Iterator[Mapping[str, Any]]:
    match data:
        case list():
            for each in data:
                yield from _annotations(each)
        case {"rows": list(rows)}:
            yield from _annotations(rows)
        case {"items": list(items)}:
            yield from _annotations(items)
        case {"first": dict(page)}:
            yield from _annotations(page)
            following = page.get("next")
            if isinstance(following, dict):
                yield from _annotations(following)
        case {"@graph": list(graph)}:
            yield from _annotations(graph)
        case dict():
            yield data


def _notes(annotation: Mapping[str, Any]) -> Iterator[Note]:
    text, tags = _words(annotation)
    creator = annotation.get("creator") or annotation.get("user") or ""
    if isinstance(creator, dict):
        creator = creator.get("name") or creator.get("nickname") or creator.get("id") or ""
    links = annotation.get("links")
    address = (links.get("incontext") or links.get("html")) if isinstance(links, dict) else annotation.get("id")
    for target in _listed(annotation.get("target")):
        if not isinstance(target, dict):
            continue
        source = target.get("source") or annotation.get("uri") or ""
        about = source.get("id", "") if isinstance(source, dict) else source
        selector = next(_quotes(target.get("selector")), None)
        if selector is not None:
            exact, prefix, suffix = (str(selector.get(key) or "") for key in ("exact", "prefix", "suffix"))
            created = str(annotation.get("created") or "")[:10]
            yield Note(exact, prefix, suffix, text, str(about), str(address or ""), str(creator), created, tags)


def _quotes(selector: object) -> Iterator[Mapping[str, Any]]:
    """Every quote in a selector, in the list of several, and in those that refine one."""
    for each in _listed(selector):
        if isinstance(each, dict):
            if "TextQuoteSelector" in _listed(each.get("type")) and each.get("exact"):
                yield each
            yield from _quotes(each.get("refinedBy"))


def _words(annotation: Mapping[str, Any]) -> tuple[str, tuple[str, ...]]:
    """What an annotation says, and its tags."""
    if "text" in annotation and "body" not in annotation:  # Hypothesis
        return str(annotation["text"] or "").strip(), tuple(map(str, _listed(annotation.get("tags"))))
    said, tags = [str(annotation.get("bodyValue") or "")], []
    for body in _listed(annotation.get("body")):
        if not isinstance(body, dict) or "value" not in body:
            continue
        value, purposes = str(body["value"]), _listed(body.get("purpose"))
        if "tagging" in purposes:
            tags.append(value)
        elif not _SILENT.intersection(map(str, purposes)):
            said.append(hypertext.read(value).text if body.get("format") == "text/html" else value)
    return "\n\n".join(each.strip() for each in said if each.strip()), tuple(tags)


def _why(annotation: Mapping[str, Any]) -> str:
    name = str(annotation.get("id") or "an annotation")
    if annotation.get("references"):
        return f"{name} answers another annotation"
    if not annotation.get("target"):
        return f"{name} has no target"
    if isinstance(annotation.get("first"), str):
        return f"{name} keeps its annotations at {annotation['first']}; export them too"
    return f"{name} quotes no words: it is about the whole page, or selects in another way"


def _listed(value: object) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]
