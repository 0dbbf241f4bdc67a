"""What an annotation of the W3C model is about, as words to be found again in a text.

Of the ways to select a part of a page only quotes fit every copy of it. The others are handed on as what was not taken.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from explainer.authoring.importing.annotation_lists import listed, types
from explainer.authoring.importing.records import Lost, is_empty

_GROUPS = frozenset({"Composite", "List", "Independents"})
_CUT = "\ufffd"
"""Where a program cuts a quotation after so many units, half of a character may be left."""


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of a page, and those around them."""

    exact: str
    prefix: str = ""
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class Target:
    """One passage of a page."""

    about: str
    """The address of the page."""
    quote: Quote
    until: Quote | None = None
    """Where the passage is told by its ends: the words before which it ends."""
    lost: tuple[Lost, ...] = ()
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Unplaced:
    """A target in which no words are quoted."""

    why: str
    lost: tuple[Lost, ...] = ()


def targets(node: object, page: str = "") -> Iterator[Target | Unplaced]:
    """Each passage that a `target` names. `page` is the address where it has none of its own."""
    for each in listed(node):
        if not isinstance(each, dict):
            yield Unplaced("it is about a whole page or thing", (Lost("target", each),))
        elif types(each) & _GROUPS and isinstance(each.get("items"), list):
            yield from _group(each, page)
        elif "Choice" in types(each) and isinstance(each.get("items"), list):
            yield from _choice(each, page)
        else:
            yield _target(each, page)


def _group(node: Mapping[str, Any], page: str) -> Iterator[Target | Unplaced]:
    """Passages that the annotation is about together, or one by one; a note of ours is about one."""
    found = list(targets(node["items"], page))
    kind = next(iter(types(node) & _GROUPS))
    lost = tuple(Lost(f"target.{key}", value) for key, value in node.items() if key not in ("type", "@type", "items"))
    remark = f"One of {len(found)} passages that this is about ({kind})."
    for each in found:
        if isinstance(each, Target):
            more = (*each.remarks, remark) if len(found) > 1 else each.remarks
            yield replace(each, lost=(*each.lost, *lost), remarks=more)
        else:
            yield replace(each, lost=(*each.lost, *lost))


def _choice(node: Mapping[str, Any], page: str) -> Iterator[Target | Unplaced]:
    """The first that quotes something; the others are other ways to say the same."""
    alternatives = [(item, list(targets([item], page))) for item in node["items"]]
    chosen = next((found for _, found in alternatives if any(isinstance(each, Target) for each in found)), None)
    if chosen is None:
        yield Unplaced("none of the targets of its Choice quotes words", (Lost("target", node),))
        return
    others = tuple(Lost("target (another choice)", item) for item, found in alternatives if found is not chosen)
    for each in chosen:
        yield replace(each, lost=(*each.lost, *others))


def _target(node: Mapping[str, Any], page: str) -> Target | Unplaced:
    source = node.get("source")
    about = source.get("id") if isinstance(source, dict) else source
    lost = [Lost("target.source", source)] if isinstance(source, dict) and set(source) - {"id"} else []
    if not isinstance(about, str):
        lost += [] if is_empty(about) else [Lost("target.source", about)]
        about = ""
    lost += [
        Lost(f"target.{key}", value)
        for key, value in node.items()
        if key not in ("source", "selector", "type", "@type") and not is_empty(value)
    ]
    if others := types(node) - {"SpecificResource"}:
        lost.append(Lost("target.type", sorted(others)))
    selectors = listed(node.get("selector"))
    for at, selector in enumerate(selectors):
        if found := _selected(selector):
            left = [Lost("target.selector", each) for index, each in enumerate(selectors) if index != at]
            return Target(about or page, found.quote, found.until, (*lost, *left, *found.lost), found.remarks)
    if not selectors:
        return Unplaced("it is about the whole page", (*lost, *((Lost("target.source", about),) if about else ())))
    ways = sorted({kind for each in selectors if isinstance(each, dict) for kind in types(each)})
    how = f", {', '.join(ways)}" if ways else ""
    return Unplaced(f"it selects in another way{how}", (*lost, *(Lost("target.selector", each) for each in selectors)))


def _selected(selector: object) -> Target | None:
    """The passage that one selector quotes, with what it says more; None where it quotes nothing."""
    if not isinstance(selector, dict):
        return None
    kinds, inner = types(selector), selector.get("refinedBy")
    if "Choice" in kinds and isinstance(selector.get("items"), list):
        tried = [(item, chosen) for item in selector["items"] if (chosen := _selected(item))]
        if not tried:
            return None
        others = tuple(Lost("target.selector", each) for each in selector["items"] if each is not tried[0][0])
        return replace(tried[0][1], lost=(*tried[0][1].lost, *others))
    refined = next(((each, found) for each in listed(inner) if (found := _selected(each))), None)
    outer = _range(selector) if "RangeSelector" in kinds else _quote(selector) if "TextQuoteSelector" in kinds else None
    if refined is None:
        lost = () if outer is None or is_empty(inner) else (Lost("target.selector.refinedBy", inner),)
        return replace(outer, lost=(*outer.lost, *lost)) if outer else None
    rest = [Lost("target.selector.refinedBy", each) for each in listed(inner) if each is not refined[0]]
    if outer is None:
        plain = {key: value for key, value in selector.items() if key != "refinedBy"}
        return replace(refined[1], lost=(*refined[1].lost, Lost("target.selector", plain), *rest))
    return _within(outer, refined[1], selector, rest)


def _within(outer: Target, inner: Target, selector: Mapping[str, Any], rest: list[Lost]) -> Target:
    """Words inside of a quotation: what the quotation has before and after them tells them from others."""
    text, quote = outer.quote.exact, inner.quote
    at = text.find(f"{quote.prefix}{quote.exact}{quote.suffix}") + len(quote.prefix)
    is_once = text.count(f"{quote.prefix}{quote.exact}{quote.suffix}") == 1
    if is_once and outer.until is None and inner.until is None:
        prefix, suffix = text[:at], text[at + len(quote.exact) :]
        quote = Quote(quote.exact, outer.quote.prefix + prefix, suffix + outer.quote.suffix)
        return Target("", quote, None, (*outer.lost, *inner.lost, *rest), inner.remarks)
    plain = {key: value for key, value in selector.items() if key != "refinedBy"}
    return replace(inner, lost=(*inner.lost, Lost("target.selector", plain), *rest))


def _quote(selector: Mapping[str, Any]) -> Target | None:
    exact = selector.get("exact")
    if not isinstance(exact, str) or not exact.strip():
        return None
    sides = {key: value for key in ("prefix", "suffix") if isinstance(value := selector.get(key), str)}
    known = {"type", "@type", "exact", "refinedBy", *sides}
    lost = tuple(
        Lost(f"target.selector.{key}", value)
        for key, value in selector.items()
        if key not in known and not is_empty(value)
    )
    prefix, suffix = sides.get("prefix", "").lstrip(_CUT), sides.get("suffix", "").rstrip(_CUT)
    return Target("", Quote(exact, prefix, suffix), None, lost)


def _range(selector: Mapping[str, Any]) -> Target | None:
    """From where one quotation begins up to where another begins, as the model says."""
    start, end = _selected(selector.get("startSelector")), _selected(selector.get("endSelector"))
    if start is None or end is None:
        return None
    known = ("type", "@type", "startSelector", "endSelector", "refinedBy")
    lost = [Lost(f"target.selector.{key}", value) for key, value in selector.items() if key not in known]
    return Target("", start.quote, end.quote, (*start.lost, *end.lost, *lost))
