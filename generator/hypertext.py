"""The text of an HTML page, every word of it in its order, and what the page says about itself.

Nothing is judged here: menus, buttons and hidden words are text too. A paragraph or any other block becomes a
paragraph, a line break a line, the cells of a row stand behind tabs. What is no text is counted.
"""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from html.parser import HTMLParser

_BLOCK_NAMES = (
    "address article aside blockquote body button center dd details dialog div dl dt fieldset figcaption figure footer "
    "form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav noscript ol option optgroup p pre search "
    "section select summary table tbody textarea tfoot thead tr ul"
)
_BLOCKS = frozenset(_BLOCK_NAMES.split())
_UNSEEN = frozenset({"script", "style", "template", "title", "svg"})
_NO_TEXT = {
    "img": "pictures",
    "svg": "drawings",
    "video": "videos",
    "audio": "recordings",
    "iframe": "frames of other pages",
    "canvas": "drawings",
    "del": "struck-out passages, which stand like the others",
    "s": "struck-out passages, which stand like the others",
    "sup": "raised or lowered characters, which stand like the others",
    "sub": "raised or lowered characters, which stand like the others",
}
_SPACE = re.compile(r"[ \t\n\r\f]+")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Hypertext:
    text: str
    """Paragraphs with an empty line between them."""
    headings: tuple[str, ...]
    """The headings of the first level, as they stand in the text."""
    title: str
    language: str
    metas: tuple[tuple[str, str], ...]
    """Name or property, and content."""
    links: tuple[tuple[str, str], ...]
    """Relation and address."""
    data: tuple[str, ...]
    """The pieces of JSON-LD."""
    times: tuple[str, ...]
    """The values of `<time datetime>`."""
    comments: tuple[str, ...]
    no_text: Mapping[str, int]
    """What of the page is no text, in words, and how often it is there."""


def read(html: str) -> Hypertext:
    """Read a page or a part of one. Nothing raises: any text is HTML."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.page()


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []
        self.found: dict[str, list[str]] = {"title": [], "data": [], "times": [], "comments": [], "language": []}
        self.metas: list[tuple[str, str]] = []
        self.links: list[tuple[str, str]] = []
        self.headings: list[list[str]] = []
        self.no_text: Counter[str] = Counter()
        self.unseen: list[str] = []
        self.preformatted = 0
        self.is_heading = False
        self.is_data = False

    def page(self) -> Hypertext:
        """What was read."""
        text = "".join(self.parts)
        lines = [line.strip(" ") for line in _CONTROL.sub("", text).split("\n")]
        paragraphs = re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n")
        headings = tuple(line for parts in self.headings if (line := _SPACE.sub(" ", "".join(parts)).strip()))
        once = {key: tuple(values) for key, values in self.found.items()}
        title, language = (next(iter(once[key]), "").strip() for key in ("title", "language"))
        return Hypertext(
            f"{paragraphs}\n" if paragraphs else "",
            headings,
            _SPACE.sub(" ", title),
            language,
            tuple(self.metas),
            tuple(self.links),
            once["data"],
            once["times"],
            once["comments"],
            dict(self.no_text),
        )

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if tag in _NO_TEXT:
            self.no_text[_NO_TEXT[tag]] += 1
        self._note_head(tag, values)
        if tag in _BLOCKS and self.unseen and self.unseen[-1] in ("svg", "title"):
            self.unseen.clear()  # neither can hold a block: its end was forgotten
        if tag in _UNSEEN:
            self.unseen.append(tag)
            self.is_data = tag == "script" and values.get("type", "").lower() == "application/ld+json"
        elif tag in _BLOCKS:
            self._write("\n\n")
            self.preformatted += tag == "pre"
            if tag == "h1":
                self.is_heading = True
                self.headings.append([])
        elif tag == "br":
            self._write("\n")
        elif tag in ("td", "th") and self.parts and self.parts[-1][-1:] not in ("\n", "\t"):
            self._write("\t")
        elif tag == "q":
            self._write("“")

    def handle_endtag(self, tag: str) -> None:
        if tag in self.unseen:
            while self.unseen.pop() != tag:
                pass
        elif tag in _BLOCKS:
            self._write("\n\n")
            self.preformatted = max(0, self.preformatted - (tag == "pre"))
            self.is_heading = self.is_heading and tag != "h1"
        elif tag == "q":
            self._write("”")

    def handle_data(self, data: str) -> None:
        if not self.unseen:
            text = data if self.preformatted else _SPACE.sub(" ", data)
            if self.is_heading:
                self.headings[-1].append(text)
            if self.parts and self.parts[-1][-1:] in ("\n", " ", "\t") and not self.preformatted:
                text = text.lstrip(" ")
            self._write(text)
        elif self.unseen == ["title"]:
            self.found["title"].append(data)
        elif self.is_data:
            self.found["data"].append(data)

    def handle_comment(self, data: str) -> None:
        self.found["comments"].append(data.strip())

    def _write(self, text: str) -> None:
        if text and not self.unseen:
            self.parts.append(text)

    def _note_head(self, tag: str, values: dict[str, str]) -> None:
        if tag == "meta" and values.get("content"):
            self.metas.append(((values.get("property") or values.get("name") or "").lower(), values["content"].strip()))
        elif tag == "link" or (tag == "a" and "license" in values.get("rel", "")):
            self.links.append((values.get("rel", "").lower(), values.get("href", "").strip()))
        elif tag == "time" and values.get("datetime"):
            self.found["times"].append(values["datetime"].strip())
        elif tag == "html" and values.get("lang"):
            self.found["language"].append(values["lang"].strip())
