"""Annotations of a TEI document: `<annotation>`, `<note>` and `<span>` that point at what they are about.

Words of the document itself are quoted; where a pointer counts the characters of a plain text, the words are those of
the article. A note that stands in the text, without a pointer, is about no words, and is told like all else in
`<standOff>`.
"""

from collections.abc import Iterator

from explainer.authoring.importing import tei_pointers, tei_words, xml_tree
from explainer.authoring.importing.records import shown
from explainer.authoring.importing.tei_pointers import NoPlaceError, TeiPlace
from explainer.authoring.importing.tei_text import TeiText
from explainer.authoring.importing.tei_words import ABOUT, TeiSaid, all_said
from explainer.authoring.importing.web_annotation import ImportedNote, Notes
from explainer.authoring.importing.xml_tree import XML, Element

_AROUND = 32
_GROUPS = frozenset({"standOff", "listAnnotation", "spanGrp", "annotationBlock", "body", "text", "back", "div"})
_FIX = "TEI has its annotations in `<standOff>`, or as `<note target=…>` and `<span from=…>`"


def read(text: str, name: str) -> Notes:
    """The annotations that quote something, and a line about each of the others."""
    notes = Notes()
    try:
        root = xml_tree.read(name, text)
    except xml_tree.CannotReadXmlError as error:
        notes.problems.append(str(error))
        return notes
    document = TeiText.of(root)
    found = list(_annotations(root, inside_standoff=root.local == "standOff"))
    for element, is_annotation in found:
        where = f"{name}:{element.line}:{element.column}"
        if is_annotation:
            _read(element, document, where, notes)
        elif told := all_said(element):
            notes.problems.append(f"{where}: `<{element.local}>`, which is no annotation: {shown(told)}")
    if not notes.notes and not notes.problems:
        notes.problems.append(f"{name}:{root.line}:{root.column}: no annotation is in it; {_FIX}")
    return notes


def _annotations(element: Element, *, inside_standoff: bool) -> Iterator[tuple[Element, bool]]:
    """Each element that annotates, and each of a `<standOff>` that does not."""
    for child in element.children:
        if element.local == "spanGrp":  # what is said of a group is said of each
            said = {key: value for key, value in element.attributes.items() if key != f"{XML}id"}
            child.attributes = {**said, **child.attributes}
        if child.local in ("annotation", "note") or (child.local == "span" and ABOUT & set(child.attributes)):
            yield child, True
        elif child.local == "teiHeader":
            yield from (
                each
                for inner in child.children
                if inner.local == "standOff"
                for each in _annotations(inner, inside_standoff=True)
            )
        elif child.local in _GROUPS or not inside_standoff:
            inside = inside_standoff or child.local == "standOff"
            yield from _annotations(child, inside_standoff=inside)
        elif child.local not in ("interpGrp", "interp", "taxonomy"):  # named by those that point at them
            yield child, False


def _read(element: Element, document: TeiText, where: str, notes: Notes) -> None:
    said = tei_words.said(element, document)
    places: list[TeiPlace] = []
    why = ""
    try:
        places = _places(element, document)
    except NoPlaceError as error:
        why = str(error)
    quoted = [place for place in places if place.is_of_plain_text or document.words(place.start, place.end).strip()]
    if not quoted:
        notes.problems.append(_untold(element, document, where, why or _point(places, document), said))
    for place in quoted:
        start, end = (place.start, place.end) if place.is_of_plain_text else document.trimmed(place.start, place.end)
        is_plain = place.is_of_plain_text
        notes.notes.append(
            ImportedNote(
                quote="" if is_plain else document.words(start, end).strip(),
                prefix="" if is_plain else _before(start, document),
                suffix="" if is_plain else document.words(end, end + 2 * _AROUND).rstrip()[:_AROUND],
                text=said.text,
                about=place.page,
                address=element.attributes.get(f"{XML}id", ""),
                by=said.by,
                created=said.created,
                tags=said.tags,
                lost=said.lost,
                remarks=(f"One of {len(quoted)} passages that this is about.",) if len(quoted) > 1 else (),
                own=said.own,
                characters=(start, end) if is_plain else None,
            )
        )


def _places(element: Element, document: TeiText) -> list[TeiPlace]:
    """Every passage that its attributes point at. Raises NoPlaceError."""
    values = element.attributes
    first = values.get("from") or (values.get("target") if "targetEnd" in values else "")
    if first:
        begin = tei_pointers.place(first, document)
        last = values.get("to") or values.get("targetEnd")
        end = tei_pointers.place(last, document) if last else begin
        if end.end < begin.start or begin.is_of_plain_text != end.is_of_plain_text:
            raise NoPlaceError("its end stands before its beginning")
        return [TeiPlace(begin.start, end.end, begin.is_of_plain_text, begin.page)]
    pointers = _pointers(values.get("target") or values.get("corresp", ""))
    if not pointers:
        raise NoPlaceError("it stands in the text and points at no words")
    if len(pointers) == 2 and all("::" in each for each in pointers):
        begin, end = (tei_pointers.place(each, document) for each in pointers)
        return [TeiPlace(begin.start, end.end)]
    return [tei_pointers.place(each, document) for each in pointers]


def _pointers(written: str) -> list[str]:
    """Pointers stand one after another; within brackets a space belongs to one."""
    found: list[str] = []
    depth = 0
    for piece in written.split():
        if depth:
            found[-1] += f" {piece}"
        else:
            found.append(piece)
        depth += piece.count("(") - piece.count(")")
    return found


def _before(place: int, document: TeiText) -> str:
    return document.words(max(0, place - 2 * _AROUND), place).lstrip()[-_AROUND:]


def _point(places: list[TeiPlace], document: TeiText) -> str:
    before = _before(places[0].start, document).strip() if places else ""
    return f"it points between words, behind “{before}”" if before else "it points at no words"


def _untold(element: Element, document: TeiText, where: str, why: str, said: TeiSaid) -> str:
    pointed = "".join(f", {key} `{shown(element.attributes[key])}`" for key in sorted(ABOUT & set(element.attributes)))
    start = document.places[id(element)][0]
    before = _before(start, document).strip()
    after = f" behind “{before}”" if before and not pointed else ""
    line = f"{where}: `<{element.local}>`{after} quotes no words: {why}{pointed}"
    line += f"; it says “{shown(said.text)}”" if said.text else ""
    line += f", by {said.by}" if said.by else ""
    line += f", tagged {', '.join(said.tags)}" if said.tags else ""
    return line + "".join(f"; {each}" for each in said.lost)
