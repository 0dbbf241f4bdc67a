"""Notes of DocumentCloud, as its interface answers: on a page, in a box of coordinates, without the words below it.

Where a note quotes words itself, in `<blockquote>`, `<q>` or as the whole of its title in quotation marks, these are
looked for in the article. Of any other, the words that stand in its box are, where the PDF of the article is at hand;
else it is told with its page, its box and its words.
"""

import re
from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

from explainer.authoring.importing import markdown, records
from explainer.authoring.importing.records import ImportedRecord, Lost, is_empty, shown
from explainer.authoring.importing.web_annotation import ImportedNote, Notes

_LISTS = ("results", "notes", "annotations")
_OPENS_QUOTE = re.compile(r"<(blockquote|q)\b[^<>]*>", re.IGNORECASE)
_CLOSES_QUOTE = re.compile(r"</(blockquote|q)>", re.IGNORECASE)
_TITLE = re.compile(r"[“\"«„](.{3,})[”\"»“]", re.DOTALL)
_READ = frozenset({"title", "content", "description", "user", "created_at", "id"})
_OF_DOCUMENT = frozenset({*_LISTS, "next", "previous", "count", "canonical_url", "resources", "document"})
_REMARK = "The note quotes these words itself, and marks a box of its page: look whether they are what it is about."


_FROM_BOX = (
    "These words stand in the box that the note marks on its page of the PDF: look whether they are all of them."
)

WordsInBox: TypeAlias = Callable[[int, tuple[float, float, float, float]], str]
"""The words in a box (left, right, upper, lower edge, as parts) on a page, counted from 0."""


def read(data: object, words_in: WordsInBox | None = None) -> Notes:
    """The notes whose words are known, and a line about each of the others."""
    notes = Notes()
    _walk(data, "", notes, words_in)
    if not notes.notes and not notes.problems:
        listed = ", ".join(f"`{key}`" for key in _LISTS)
        notes.problems.append(
            f"no note was found in it: no list under {listed}; get the document with `?expand=notes`, or its `notes/`"
        )
    return notes


def _walk(data: object, page: str, notes: Notes, words_in: WordsInBox | None) -> None:
    match data:
        case list():
            for each in data:
                _walk(each, page, notes, words_in)
        case dict() if isinstance(data.get("document"), dict):
            _walk(data["document"], page, notes, words_in)
            _told(data, notes)
        case dict() if any(isinstance(data.get(key), list) for key in _LISTS):
            address = data.get("canonical_url")
            for key in _LISTS:
                _walk(data.get(key), address if isinstance(address, str) else page, notes, words_in)
            _told(data, notes)
        case dict():
            _read(data, page, notes, words_in)
        case None:
            pass
        case _:
            notes.problems.append(f"`{shown(data)}`, which is not a note")


def _told(data: Mapping[str, Any], notes: Notes) -> None:
    """What is said of the document or of the list."""
    if isinstance(data.get("next"), str) and data["next"]:
        notes.problems.append(f"the notes at {shown(data['next'])} (`next`), which are not in the file: get them too")
    notes.lost += [Lost(key, value) for key, value in data.items() if key not in _OF_DOCUMENT and not is_empty(value)]


def _read(written: Mapping[str, Any], page: str, notes: Notes, words_in: WordsInBox | None) -> None:
    clean = records.writable(ImportedRecord(written))
    note = clean.item
    content = _text(note, "content") or _text(note, "description")
    title = _text(note, "title").strip()
    quoted = _quoted(content)
    titled = _TITLE.fullmatch(title)
    rest = content[: quoted[0].start()] + content[quoted[1].end() :] if quoted else content
    said, lost = markdown.from_html(rest)
    whole = markdown.from_html(content[quoted[0].end() : quoted[1].start()])[0] if quoted else ""
    words = _plain(whole) if quoted else titled[1] if titled else ""
    boxed = words_in(*place) if words_in and not words.strip() and (place := _place(note)) else ""
    words = words if words.strip() else boxed
    lost += [] if titled and not quoted else [Lost("title", title)] if title else []
    lost += [Lost(key, value) for key, value in note.items() if key not in _READ and not is_empty(value)]
    by, more = _person(note.get("user"))
    created = _text(note, "created_at")
    lost += [*more, *([Lost("created_at", created)] if len(created) > 10 else [])]
    id_ = "" if is_empty(note.get("id")) else shown(note["id"])
    if not words.strip():
        notes.problems.append(_untold(note, id_, title, said, by, lost))
        return
    notes.notes.append(
        ImportedNote(
            quote=words.strip(),
            prefix="",
            suffix="",
            text=said,
            about=page,
            address=f"{page}/annotations/{id_}" if page and id_ else id_,
            by=by,
            created=shown(created[:10]),
            lost=tuple(lost),
            remarks=(*clean.remarks, _FROM_BOX if boxed else _REMARK),
        )
    )


def _quoted(content: str) -> tuple[re.Match[str], re.Match[str]] | None:
    """The tags of the first quotation that is closed. Each kind of tag is looked for once: so the time is linear."""
    closing = list(_CLOSES_QUOTE.finditer(content))
    for opening in _OPENS_QUOTE.finditer(content):
        name = opening[1].lower()
        while closing and (closing[0].start() < opening.end()):
            closing.pop(0)
        if end := next((each for each in closing if each[1].lower() == name), None):
            return opening, end
    return None


def _place(note: Mapping[str, Any]) -> tuple[int, tuple[float, float, float, float]] | None:
    """The page, counted from 0, and the box on it, where the note has both as the interface gives them now."""
    number, box = note.get("page_number"), [note.get(key) for key in ("x1", "x2", "y1", "y2")]
    if not isinstance(number, int) or not all(isinstance(each, int | float) for each in box):
        return None
    left, right, upper, lower = (float(each) for each in box if each is not None)
    return number, (left, right, upper, lower)


def _text(note: Mapping[str, Any], key: str) -> str:
    value = note.get(key)
    return value if isinstance(value, str) else "" if is_empty(value) else shown(value)


def _plain(text: str) -> str:
    """Words without the marks of Markdown that stand for none."""
    return re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", " ".join(text.split())).strip('“”"*')


def _person(user: object) -> tuple[str, list[Lost]]:
    """A name, where the interface was asked for it; a number is none."""
    name = user.get("name") if isinstance(user, dict) else None
    if isinstance(name, str) and name.strip():
        others = {key: value for key, value in user.items() if key != "name"} if isinstance(user, dict) else {}
        return shown(name), [Lost("user", others)] if others else []
    return "", [] if is_empty(user) else [Lost("user", user)]


def _untold(note: Mapping[str, Any], id_: str, title: str, said: str, by: str, lost: list[Lost]) -> str:
    number = note.get("page_number", note.get("page"))
    page = number + 1 if isinstance(number, int) and "page_number" in note else number
    where = f"on page {shown(page)}" if not is_empty(page) else "on no page"
    box = [note.get(key) for key in ("x1", "y1", "x2", "y2")]
    if all(isinstance(each, int | float) for each in box):
        where += f", in the box {', '.join(f'{each:.3g}' for each in box)}"
    elif isinstance(note.get("location"), dict):
        where += f", in the box {shown(note['location'].get('image', ''))}"
    name = f"the note {id_}" if id_ else "a note"
    line = f"{name} {where}, quotes no words: look what stands there, and write the note by hand"
    line += f"; its title is “{shown(title)}”" if title else ""
    line += f"; it says “{shown(said)}”" if said else ""
    line += f", by {by}" if by else ""
    told = [
        each for each in lost if each.name not in ("title", "page_number", "page", "x1", "y1", "x2", "y2", "location")
    ]
    return line + "".join(f"; {each}" for each in told)
