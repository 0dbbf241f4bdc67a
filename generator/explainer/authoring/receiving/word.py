"""A document of Word (DOCX), as HTML. Alone imports mammoth, which need not be there.

Tracked changes are taken as accepted: what was inserted is text, what was deleted is none. Notes stand behind the text.
"""

import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from explainer.authoring.adding.encoding import Decoded
from explainer.authoring.adding.facts import Fact
from explainer.authoring.receiving import zipped
from explainer.authoring.receiving.received import CannotReadError, Envelope, Received, ReceivedPage
from explainer.authoring.receiving.word_wrappers import without_wrappers
from explainer.authoring.receiving.zipped import Zipped

_MISSING = "reading DOCX needs the optional group `office`; in the folder of explainer: pip install '.[office]'"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DC, _TERMS = "{http://purl.org/dc/elements/1.1/}", "{http://purl.org/dc/terms/}"
_BACK = re.compile(r' ?<a href="#[\w-]*(?:foot|end)note-ref-\d+">↑</a>')
_NOTE = re.compile(r'<li id="[\w-]*(?:foot|end)note-\d+">(?:<p>)?')
_TITLE = "p[style-name='Title'] => h1:fresh"
_LOST = re.compile(r"unrecognised element was ignored: (\S+)")
_NO_MATTER = re.compile(
    r"\{[^}]*\}(?:\w*[Pp]r|\w*[Rr]ange\w*|softHyphen)|v:|w:(?:move\w+|permStart|permEnd|moveFromRange\w*)"
)


def from_docx(file: BinaryIO) -> Received:
    """The text of a document."""
    try:
        import mammoth
    except ImportError:
        raise CannotReadError(_MISSING) from None
    with zipped.opened(file) as parts:
        remarks = list(_told(parts))
        title = _core(parts, f"{_DC}title")
        opened = without_wrappers(file, parts)
    opened.seek(0)
    try:
        made = mammoth.convert_to_html(
            opened, convert_image=mammoth.images.img_element(lambda _: {"src": ""}), style_map=_TITLE
        )
    except Exception as error:  # its reader has no error of its own for what is broken
        raise CannotReadError(f"this document is broken: {type(error).__name__}", "save it again") from error
    lost = sorted({match[1] for message in made.messages if (match := _LOST.search(message.message))})
    if lost := [each for each in lost if not _NO_MATTER.match(each)]:
        remarks.append(f"not taken, because its reader does not know it: {', '.join(lost[:8])}")
    return Received(
        ReceivedPage(Decoded(_with_marks(made.value), "utf-8"), is_of_web=False),
        envelope=Envelope(otherwise=[Fact("title", title, "the title that the document has")]),
        remarks=remarks,
        libraries=(f"mammoth {_version()}",),
    )


def _version() -> str:
    from importlib.metadata import version

    return version("mammoth")


def _with_marks(html: str) -> str:
    """Each note with the mark that its place in the text has, and without the arrow back."""
    numbers = iter(range(1, html.count("<li") + 1))
    return _NOTE.sub(lambda _: f"<li><p>[{next(numbers)}] ", _BACK.sub("", html))


def _core(parts: Zipped, tag: str) -> str:
    if "docProps/core.xml" not in parts.names:
        return ""
    found = parts.tree("docProps/core.xml").find(tag)
    return " ".join((found.text or "").split()) if found is not None else ""


def _told(parts: Zipped) -> Iterator[str]:
    yield from named(_core(parts, f"{_DC}creator"), _core(parts, f"{_TERMS}created")[:10])
    body = parts.tree("word/document.xml")
    inserted = sum(
        1 for tag in ("ins", "moveTo") for each in body.iter(f"{_W}{tag}") if each.find(f"{_W}r") is not None
    )
    deleted = sum(
        1 for tag in ("del", "moveFrom") for each in body.iter(f"{_W}{tag}") if each.find(f"{_W}r") is not None
    )
    gone = "".join(each.text or "" for each in body.iter(f"{_W}delText"))
    yield from changes(inserted, deleted, gone)
    if "word/comments.xml" in parts.names:
        for comment in parts.tree("word/comments.xml").iter(f"{_W}comment"):
            yield commented(comment.get(f"{_W}author", ""), _text(comment))
    if hidden := sum(1 for _ in body.iter(f"{_W}vanish")):
        yield f"hidden in the document and taken like the rest: {hidden} pieces; look for them"
    for name in sorted(parts.names):
        if re.fullmatch(r"word/(?:header|footer)\d*\.xml", name) and (text := _text(parts.tree(name))):
            yield f"not taken, because it runs over every page: “{text[:200]}”"


def _text(element: Any) -> str:
    return " ".join("".join(each.text or "" for each in element.iter(f"{_W}t")).split())


def named(author: str, day: str) -> Iterator[str]:
    """Who made a document, and when, by what it says; seldom who wrote its text."""
    said = " and ".join(filter(None, (f"its author {author}" if author else "", f"the day {day}" if day else "")))
    if said:
        yield f"the document names as {said}; often that is who made the file, and when"


def changes(inserted: int, deleted: int, gone: str) -> Iterator[str]:
    """Tracked changes, with the words that were deleted."""
    if inserted or deleted:
        words = " ".join(gone.split())
        shown = f": “{words[:200]}{'…' if len(words) > 200 else ''}”" if words else ""
        yield f"tracked changes are taken as accepted: inserted {inserted} times, deleted {deleted} times{shown}"


def commented(author: str, text: str) -> str:
    """A comment that is not taken."""
    return f"not taken: a comment{f' by {author}' if author else ''}: “{text[:200]}”"
