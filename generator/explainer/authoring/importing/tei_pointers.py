"""Where a pointer of TEI leads: to an element by its id or its path, to some of its characters, from one to another."""

import re
from dataclasses import dataclass

from explainer.authoring.importing.tei_text import TeiText
from explainer.authoring.importing.xml_tree import XML, Element
from explainer.text.numbers import whole

_CHARACTERS = re.compile(r"char=(\d*),(\d*)(?:;.*)?")
"""RFC 5147: from which character of a plain text up to which."""
_CALL = re.compile(r"(xpath1?|xpointer|left|right|range|string-range|string-index|match)\((.*)\)$", re.DOTALL)
_STEP = re.compile(r"(?P<any>/?)/?(?P<name>(?:[\w.-]+:)?[\w.-]+|\*)(?P<tests>(?:\[[^\[\]]*\])*)")
_OFFSET = re.compile(r"(?P<path>/.*)::(?P<at>\d+)$")
"""As Recogito writes it: a path, and so many characters behind the beginning of that."""


@dataclass(frozen=True, slots=True)
class TeiPlace:
    """A passage of the document, or of a plain text beside it."""

    start: int
    end: int
    is_of_plain_text: bool = False
    page: str = ""
    """What the pointer says before `#`."""


class NoPlaceError(ValueError):
    """The pointer leads to no place here: why."""


def place(pointer: str, text: TeiText) -> TeiPlace:
    """Where a pointer leads. Raises NoPlaceError."""
    page, is_local, fragment = pointer.strip().partition("#")
    if not is_local and (page.startswith("/") or _CALL.match(page)):
        page, fragment = "", page
    elif not is_local:
        raise NoPlaceError("it is about the whole of it")
    if found := _CHARACTERS.fullmatch(fragment):
        start, end = whole(found[1] or "0"), whole(found[2]) if found[2] else -1
        return TeiPlace(start, end, is_of_plain_text=True, page=page)
    if page:
        raise NoPlaceError("it leads into another file")
    try:
        start, end = _range(fragment, text)
    except RecursionError:
        raise NoPlaceError("its calls are nested too deeply") from None
    if end < start:
        raise NoPlaceError("its end stands before its beginning")
    return TeiPlace(start, end)


def _range(fragment: str, text: TeiText) -> tuple[int, int]:
    call = _CALL.match(fragment)
    if offset := _OFFSET.match(fragment):
        begin = _range(offset["path"], text)[0] + whole(offset["at"])
        return begin, begin
    if call is None:
        return text.places[id(_element(fragment, text))]
    name, arguments = call[1], _arguments(call[2])
    match name, arguments:
        case (("xpath" | "xpath1" | "xpointer"), [path]):
            return text.places[id(_element(path, text))]
        case "left", [inner]:
            return (_range(inner, text)[0],) * 2
        case "right", [inner]:
            return (_range(inner, text)[1],) * 2
        case "range", [first, last]:
            return _range(first, text)[0], _range(last, text)[1]
        case "string-index", [inner, at] if at.isdecimal():
            begin = _inside(inner, whole(at), text)
            return begin, begin
        case "string-range", [inner, at, length] if at.isdecimal() and length.isdecimal():
            return _inside(inner, whole(at), text), _inside(inner, whole(at) + whole(length), text)
        case _:
            raise NoPlaceError(f"`{name}` with {len(arguments)} arguments is not read here")


def _inside(inner: str, at: int, text: TeiText) -> int:
    """So many characters behind the beginning of an element."""
    start, end = _range(inner, text)
    if start + at > end:
        raise NoPlaceError(f"there are {end - start} characters in it, and not {at}")
    return start + at


def _arguments(written: str) -> list[str]:
    """What stands between the commas that stand in no brackets and no quotation marks."""
    found, depth, mark = [""], 0, ""
    for character in written:
        if mark:
            mark = "" if character == mark else mark
        elif character in "'\"":
            mark = character
        elif character in "([":
            depth += 1
        elif character in ")]":
            depth -= 1
        if character == "," and not depth and not mark:
            found.append("")
        else:
            found[-1] += character
    return [each.strip() for each in found]


def _element(name: str, text: TeiText) -> Element:
    """By its id, written in quotation marks too, or by a simple path."""
    name = name.strip().strip("'\"")
    if name in text.by_id:
        return text.by_id[name]
    if id_ := re.fullmatch(r"id\(['\"]([^'\"]+)['\"]\)", name):
        return _element(id_[1], text)
    if not name.startswith("/"):
        raise NoPlaceError(f"the file has no `xml:id` `{name}`")
    steps = list(_STEP.finditer(name))
    if "".join(step[0] for step in steps) != name:
        raise NoPlaceError(f"the path `{name}` is not read here")
    found = [Element("", {}, 0, 0, [text.root])]
    for step in steps:
        found = _stepped(found, step, name)
    if len(found) != 1:
        raise NoPlaceError(f"the path `{name}` leads to {len(found) or 'no'} elements")
    return found[0]


def _stepped(above: list[Element], step: re.Match[str], path: str) -> list[Element]:
    local = step["name"].rpartition(":")[2]
    is_any = step[0].startswith("//")
    found = []
    for element in above:
        children = [each for child in element.children for each in (child.all() if is_any else [child])]
        named = [each for each in children if local in ("*", each.local)]
        for test in re.findall(r"\[([^\[\]]*)\]", step["tests"]):
            attribute = re.fullmatch(r"@([\w:.-]+)\s*=\s*['\"]([^'\"]*)['\"]", test.strip())
            if test.strip().isdecimal():
                named = named[whole(test) - 1 : whole(test)]
            elif attribute:
                key = attribute[1].replace("xml:", XML)
                named = [each for each in named if each.attributes.get(key) == attribute[2]]
            else:
                raise NoPlaceError(f"the path `{path}` is not read here")
        found += named
    return found
