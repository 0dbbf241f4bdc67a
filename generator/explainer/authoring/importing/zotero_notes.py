"""The passages that were marked in a reader, as they stand in a note of Zotero; ZotFile wrote them otherwise."""

import json
import re
from dataclasses import dataclass, field
from html import escape
from typing import Any
from urllib.parse import unquote

from explainer.authoring.importing import markdown
from explainer.authoring.importing.records import Lost
from explainer.authoring.importing.web_annotation import ImportedNote
from explainer.text.hypertext.tags import TagParser

_BLOCKS = frozenset({"p", "li", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "div", "ul", "ol", "pre", "table"})
_MARKS = frozenset({"highlight", "underline"})
_EMPTY = frozenset({"br", "img", "hr"})
_QUOTES = {"“": "”", '"': '"', "«": "»", "„": "“", "‘": "’", "'": "'", "「": "」"}
# "The words" (Penn 2031:3)
_OF_ZOTFILE = re.compile(r"[\"”]\s*\(<a href=\"(?P<link>zotero://open(?:-pdf)?/[^<>\"]*)\">")
_TAG = re.compile("<[^<>]*>")
_END_TAG = re.compile(r"</\w+>")


@dataclass(slots=True)
class MarkedPassage:
    """Words that were marked, and what was said about them."""

    words: str
    said: str = ""
    """As HTML."""
    citation: str = ""
    data: dict[str, Any] = field(default_factory=dict)
    """What Zotero knows of the mark."""
    number: int = 1
    """How many passages the words are about."""


def split(html: str) -> tuple[list[MarkedPassage], str]:
    """The passages of a note, and what else it says, as text in one line."""
    reader = _NoteReader()
    reader.read(html)
    reader.end_block()
    return reader.passages, _plain("".join(reader.rest))


def note(passage: MarkedPassage, about: str, tags: tuple[str, ...]) -> ImportedNote:
    """A passage as an annotation of the page at `about`."""
    text, lost = markdown.from_html(passage.said)
    lost += [Lost("citation", passage.citation)] if passage.citation else []
    lost += [Lost(name, value) for name, value in passage.data.items()]
    remark = f"One of {passage.number} passages that this is about."
    return ImportedNote(
        quote=passage.words,
        prefix="",
        suffix="",
        text=text,
        about=about,
        tags=tags,
        lost=tuple(lost),
        remarks=(remark,) if passage.number > 1 else (),
    )


def _plain(html: str) -> str:
    text, lost = markdown.from_html(html)
    told = "".join(f" {each}" for each in lost)
    text = re.sub("^#+ ", "", text, flags=re.MULTILINE)
    return " ".join(re.sub(r"\\([!-/:-@\[-`{-~\n])", r"\1", f"{text}{told}").split())


class _NoteReader(TagParser):
    """Goes through a note block by block, and takes the marked words and their citations out of it."""

    def __init__(self) -> None:
        super().__init__()
        self.passages: list[MarkedPassage] = []
        self.rest: list[str] = []
        """The HTML of what quotes nothing."""
        self._block: list[str] = []
        self._marked: list[MarkedPassage] = []
        self._citations: list[str] = []
        self._inside: tuple[str, int] | None = None
        """Which of both is open, and how many elements deep."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if self._inside:
            self._inside = (self._inside[0], self._inside[1] + (tag not in _EMPTY))
        elif tag == "span" and values.get("class") in _MARKS and "data-annotation" in values:
            self._marked.append(MarkedPassage("", data=_data(values["data-annotation"])))
            self._inside = ("mark", 1)
        elif tag == "span" and values.get("class") == "citation":
            self._citations.append("")
            self._inside = ("citation", 1)
        else:
            if tag in _BLOCKS:
                self.end_block()
            self._block.append(self.get_starttag_text() or "")

    def handle_endtag(self, tag: str) -> None:
        if self._inside:
            kind, depth = self._inside
            self._inside = (kind, depth - 1) if depth > 1 else None
            return
        self._block.append(f"</{tag}>")
        if tag in _BLOCKS:
            self.end_block()

    def handle_data(self, data: str) -> None:
        if self._inside is None:
            self._block.append(escape(data, quote=False))
        elif self._inside[0] == "mark":
            self._marked[-1].words += data
        else:
            self._citations[-1] += data

    def handle_comment(self, data: str) -> None:
        self._block.append(f"<!--{data}-->")

    def end_block(self) -> None:
        """Give what was marked in the block the words beside it; a block without marks stays as it is."""
        html = "".join(self._block)
        self._block = []
        if not self._marked and (old := _of_zotfile(_without_outer_tags(html))):
            self._marked, self._citations, html = [old[0]], [old[1]], old[2]
        marked = [each for each in self._marked if each.words.strip()]
        for passage in marked:
            passage.words = _unquoted(passage.words)
            passage.said = html
            passage.citation = " ".join(" ".join(self._citations).split())
            passage.number = len(marked)
        self.passages += marked
        if not marked:
            self.rest += [html, *(f" {escape(each)}" for each in self._citations)]
        self._marked, self._citations = [], []


def _without_outer_tags(html: str) -> str:
    start = re.match(r"(?:<\w[^<>]*>|\s)*", html)
    begin, end = start.end() if start else 0, len(html)
    while begin < end:
        tag = html.rfind("<", begin, end) if html[end - 1] == ">" else -1
        if html[end - 1].isspace():
            end -= 1
        elif tag >= 0 and _END_TAG.fullmatch(html, tag, end):
            end = tag
        else:
            break
    return html[begin:end]


def _of_zotfile(html: str) -> tuple[MarkedPassage, str, str] | None:
    """The passage, its citation, and what is said about it. Looked for piece by piece, in linear time."""
    last = html.rfind("</a>)")
    links = [each for each in _OF_ZOTFILE.finditer(html) if each.end() <= last]
    if not html.startswith(('"', "“")) or not links or links[-1].start() < 2:
        return None
    link = links[-1]
    end = html.find("</a>)", link.end())
    passage = MarkedPassage(_TAG.sub("", html[1 : link.start()]), data={"link": link["link"]})
    return passage, _TAG.sub("", html[link.end() : end]), html[end + len("</a>)") :]


def _unquoted(words: str) -> str:
    """Without the marks of quotation that Zotero puts around what was marked."""
    words = " ".join(words.split())
    return words[1:-1] if len(words) > 2 and _QUOTES.get(words[0]) == words[-1] else words


def _data(written: str) -> dict[str, Any]:
    try:
        data = json.loads(unquote(written))
    except (ValueError, RecursionError):
        return {"data-annotation": written}
    return data if isinstance(data, dict) else {"data-annotation": data}
