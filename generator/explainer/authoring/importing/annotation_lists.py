"""Where the annotations stand in a file: alone, in lists, in pages and collections of the W3C, in files of Hypothesis.

Pages that are embedded are followed; those that only have an address are told with it. Where a list says how many there
are in all, and the file holds fewer, that is told too: the interface of Hypothesis gives long results in parts.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from explainer.authoring.importing.records import Lost, is_empty, shown

LISTS = ("rows", "annotations", "replies", "items", "@graph")
"""Keys under which annotations stand: Hypothesis' interface and its client's export, the W3C's pages, JSON-LD."""
_PAGES = ("first", "next", "prev", "last")
_OF_LISTS = frozenset({*LISTS, *_PAGES, "@context", "type", "@type", "id", "@id", "total", "startIndex", "partOf"})


@dataclass(slots=True)
class Found:
    """What a file holds."""

    annotations: list[Mapping[str, Any]] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    lost: list[Lost] = field(default_factory=list)
    """What the list says of itself."""
    pages: set[str] = field(default_factory=set)
    """The names of those that were read."""


def annotations_in(data: object) -> Found:
    """Every annotation, in its order, and what is missing."""
    found = Found()
    _walk(data, found, is_listed=False)
    if not found.annotations and not found.problems:
        looked = ", ".join(f"`{key}`" for key in (*LISTS, "first"))
        held = f" It holds {_keys(data)}." if isinstance(data, dict) and data else ""
        found.problems.append(
            f"no annotation was found in it: no mapping with a `target`, and no list of them under {looked} or another "
            f"key.{held}"
        )
    return found


def listed(value: object) -> list[Any]:
    """A value that may stand alone or in a list, as JSON-LD allows."""
    return value if isinstance(value, list) else [] if value is None else [value]


def types(node: Mapping[str, Any]) -> set[str]:
    """What something is, by its own word."""
    return {each for each in listed(node.get("type", node.get("@type"))) if isinstance(each, str)}


def _walk(data: object, found: Found, *, is_listed: bool) -> None:
    match data:
        case list():
            for each in data:
                _walk(each, found, is_listed=True)
        case dict() if _is_list(data):
            _read_list(data, found)
        case dict() if is_listed or "target" in data or "Annotation" in types(data):
            found.annotations.append(data)
        case dict():
            _search(data, found)
        case _ if is_listed:
            found.problems.append(f"`{shown(data)}`, which is not an annotation")


def _is_list(node: Mapping[str, Any]) -> bool:
    return (
        any(isinstance(node.get(key), list) for key in LISTS)
        or bool(types(node) & {"AnnotationCollection", "AnnotationPage"})
        or not is_empty(node.get("first"))
    )


def _read_list(node: Mapping[str, Any], found: Found, *, is_reached: bool = False) -> None:
    before, told = len(found.annotations), len(found.problems)
    for key in LISTS:
        _walk(node.get(key), found, is_listed=True) if isinstance(node.get(key), list) else None
        if key in node and not isinstance(node[key], list) and not is_empty(node[key]):
            found.lost.append(Lost(key, node[key]))
    found.pages.update(each for each in (node.get("id"),) if isinstance(each, str))
    for key in _PAGES:
        _follow(key, node.get(key), found, is_reached=is_reached)
    found.lost += [Lost(key, value) for key, value in node.items() if key not in _OF_LISTS and not is_empty(value)]
    if not is_reached:
        _compare(node, len(found.annotations) - before + _unread(found.problems[told:]), found)


def _unread(problems: list[str]) -> int:
    return sum(problem.endswith("which is not an annotation") for problem in problems)


def _follow(key: str, page: object, found: Found, *, is_reached: bool) -> None:
    if isinstance(page, dict) and (page.get("items") is not None or page.get("next") is not None):
        if not isinstance(name := page.get("id"), str) or name not in found.pages:
            _read_list(page, found, is_reached=True)
        return
    address = page.get("id") if isinstance(page, dict) else page
    if isinstance(address, str) and address.strip():
        if address not in found.pages and not (key in ("prev", "last") and (is_reached or key == "last")):
            found.problems.append(
                f"the annotations at {shown(address)} (`{key}`), which are not in the file: get them too"
            )
    elif not is_empty(page):
        found.lost.append(Lost(key, page))


def _compare(node: Mapping[str, Any], there: int, found: Found) -> None:
    whole = node.get("partOf")
    total = node.get("total", whole.get("total") if isinstance(whole, dict) else None)
    if isinstance(total, int) and not isinstance(total, bool) and total > there:
        found.problems.append(
            f"{total - there} of {total} annotations: {there} of {total} are in the file, which is a part of a longer "
            "result; get the other pages too, and import each"
        )
    elif total is not None and total != there:
        found.lost.append(Lost("total", total))


def _search(node: Mapping[str, Any], found: Found) -> None:
    """A mapping of no form that is known: whatever key annotations stand under."""
    for key, value in node.items():
        if any(_annotations_below(value)):
            _walk(value, found, is_listed=isinstance(value, list))
        elif key not in _OF_LISTS and not is_empty(value):
            found.lost.append(Lost(key, value))


def _annotations_below(value: object) -> Iterator[bool]:
    match value:
        case list():
            for each in value:
                yield from _annotations_below(each)
        case dict() if "target" in value or "Annotation" in types(value):
            yield True
        case dict():
            for each in value.values():
                yield from _annotations_below(each)


def _keys(data: Mapping[str, Any]) -> str:
    return ", ".join(f"`{shown(key)}`" for key in list(data)[:12])
