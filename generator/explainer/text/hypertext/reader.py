"""Reads a page: its tags from top to bottom, once, with what is open at each place.

Nothing is judged here: menus, buttons and hidden words are text too. A paragraph or any other block becomes a
paragraph, a line break or a row of a table a line, the cells of a row stand behind tabs. Readings above characters
(ruby) stand in brackets behind them, as browsers without ruby show them. What is no text is counted.
"""

import re
from collections import Counter

from explainer.text.hypertext.page import Hypertext
from explainer.text.hypertext.ruby import ELEMENTS as _RUBY
from explainer.text.hypertext.ruby import Ruby
from explainer.text.hypertext.tables import Tables
from explainer.text.hypertext.tags import TagParser

_BLOCK_NAMES = (
    "address article aside blockquote body button center dd details dialog div dl dt fieldset figcaption figure footer "
    "form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav noscript ol option optgroup p pre search "
    "section select summary textarea ul"
)
_BLOCKS = frozenset(_BLOCK_NAMES.split())
_OF_TABLES = frozenset({"table", "tr", "td", "th", "tbody", "tfoot", "thead"})
_VOID_NAMES = "area base br col embed hr img input link meta param source track wbr"
_VOID = frozenset(_VOID_NAMES.split())
_HOME = re.compile(r"/(?:[a-z]{2}/?)?|(?:https?:)?//[^/?#]+/?(?:index\.\w+)?|(?:\./)?index\.html?", re.IGNORECASE)
_CAPTIONS = frozenset({"figcaption", "caption"})
_READINGS = "readings above characters, which stand in brackets behind them"
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
_IN_SHADOW = frozenset({"shadowrootmode", "shadowmode", "shadowroot"})
"""On a `<template>`: it was the inside of a component of the page, which readers saw, when the page was saved."""
_SHADOWS = "insides of components, which stand before what the page puts into them"
_SPACE = re.compile(r"[ \t\n\r\f]+")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff]")


def read(html: str, without: frozenset[str] = frozenset()) -> Hypertext:
    """Read a page or a part of one, but for the elements with these ids. Nothing raises: any text is HTML."""
    reader = _Reader(without)
    reader.read(html)
    return reader.page()


class _Reader(TagParser):
    def __init__(self, without: frozenset[str]) -> None:
        super().__init__()
        self.without = without
        self.left_out: list[str] = []
        """The tags that are open inside of an element that is left out, which is the first."""
        self.parts: list[str] = []
        self.found: dict[str, list[str]] = {"title": [], "data": [], "times": [], "comments": [], "language": []}
        self.metas: list[tuple[str, str]] = []
        self.links: list[tuple[str, str]] = []
        self.kept: dict[str, list[list[str]]] = {"h1": [], "lesser": [], "caption": [], "home": []}
        """The words of headings, captions and links home, each in its pieces."""
        self.open: dict[str, str] = {}
        """Which of them are open, and by which tag."""
        self.no_text: Counter[str] = Counter()
        self.unseen: list[str] = []
        self.preformatted = 0
        self.tables = Tables(self.parts)
        self.ruby: Ruby | None = None
        self.is_data = False

    def page(self) -> Hypertext:
        """What was read."""
        text = "".join(self.parts)
        lines = [line.strip(" ") if line.strip() else "" for line in _CONTROL.sub("", text).split("\n")]
        paragraphs = re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n")
        kept = {
            key: tuple(line for parts in found if (line := _SPACE.sub(" ", "".join(parts)).strip()))
            for key, found in self.kept.items()
        }
        once = {key: tuple(values) for key, values in self.found.items()}
        title, language = (next(iter(once[key]), "").strip() for key in ("title", "language"))
        return Hypertext(
            f"{paragraphs}\n" if paragraphs else "",
            kept["h1"],
            kept["lesser"],
            kept["caption"],
            _SPACE.sub(" ", title),
            language,
            tuple(self.metas),
            tuple(self.links),
            frozenset(kept["home"]),
            once["data"],
            once["times"],
            once["comments"],
            dict(self.no_text),
        )

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if self.left_out or values.get("id") in self.without:
            self.left_out += [tag] if tag == (self.left_out or [tag])[0] and tag not in _VOID else []
            return
        if tag in _NO_TEXT:
            self.no_text[_NO_TEXT[tag]] += 1
        self._note_head(tag, values)
        if tag in _BLOCKS and self.unseen and self.unseen[-1] in ("svg", "title"):
            self.unseen.clear()  # neither can hold a block: its end was forgotten
        if tag == "template" and not _IN_SHADOW.isdisjoint(values):
            self.no_text[_SHADOWS] += 1
        elif tag in _UNSEEN:
            self.unseen.append(tag)
            self.is_data = tag == "script" and values.get("type", "").lower().startswith("application/ld+json")
        elif tag in _BLOCKS:
            self._write("\n\n")
            self.preformatted += tag == "pre"
        elif tag in _OF_TABLES and not self.unseen:
            self.tables.at(tag)
        elif tag == "br":
            self._break_line()
        elif tag == "q":
            self._write("“")
        elif tag in _RUBY:
            self._ruby(tag)
        self._keep(tag, values)

    def handle_endtag(self, tag: str) -> None:
        if self.left_out:
            if tag == self.left_out[0]:
                self.left_out.pop()
            return
        if tag in self.unseen:
            while self.unseen.pop() != tag:
                pass
        elif tag in _BLOCKS:
            self._write("\n\n")
            self.preformatted = max(0, self.preformatted - (tag == "pre"))
        elif tag in _OF_TABLES and not self.unseen:
            self.tables.at(f"/{tag}")
        elif tag == "q":
            self._write("”")
        elif tag in _RUBY:
            self._ruby(f"/{tag}")
        self.open = {key: opened for key, opened in self.open.items() if opened != tag}

    def handle_data(self, data: str) -> None:
        if self.left_out:
            return
        if not self.unseen:
            text = data if self.preformatted else _SPACE.sub(" ", data)
            if self.ruby:
                text = self.ruby.text(text)
            self._keep_words(text)
            if self.parts and self.parts[-1][-1:] in ("\n", " ", "\t") and not self.preformatted:
                text = text.lstrip(" ")
            self._write(text)
        elif self.unseen == ["title"]:
            self.found["title"].append(data)
        elif self.is_data:
            self.found["data"].append(data)

    def handle_comment(self, data: str) -> None:
        self.found["comments"].append(data.strip())

    def _break_line(self) -> None:
        """In a heading, which is one line of words however it is laid out, a space."""
        is_of_heading = not self.open.keys().isdisjoint(("h1", "lesser"))
        if not is_of_heading:
            self._write("\n")
        elif self.parts and not self.parts[-1].endswith((" ", "\n")):
            self._write(" ")
        self._keep_words(" ")

    def _write(self, text: str) -> None:
        if text and not self.unseen:
            self.parts.append(text)

    def _keep_words(self, text: str) -> None:
        for key in self.open:
            self.kept[key][-1].append(text)

    def _ruby(self, tag: str) -> None:
        if self.unseen:
            return
        self.no_text[_READINGS] += tag == "rt"
        self.ruby = self.ruby or Ruby()
        self.ruby.at(tag)
        if tag == "/ruby":
            rest, self.ruby = self.ruby.end(), None
            self._write(rest)
            self._keep_words(rest)

    def _keep(self, tag: str, values: dict[str, str]) -> None:
        """Begin to keep the words of an element that is asked for; one of its kind ends where the next begins."""
        key = (
            "h1" if tag == "h1"
            else "lesser" if tag in ("h2", "h3")
            else "caption" if tag in _CAPTIONS
            else "home" if tag == "a" and _HOME.fullmatch(values.get("href", "").strip())
            else ""
        )  # fmt: skip
        if key and not self.unseen:
            self.open[key] = tag
            self.kept[key].append([])

    def _note_head(self, tag: str, values: dict[str, str]) -> None:
        if tag == "meta" and values.get("content"):
            name = values.get("property") or values.get("name") or values.get("itemprop") or ""
            self.metas.append((name.lower(), values["content"].strip()))
        elif tag == "link" or (tag == "a" and "license" in values.get("rel", "")):
            self.links.append((values.get("rel", "").lower(), values.get("href", "").strip()))
        elif tag == "base" and values.get("href"):
            self.links.append(("base", values["href"].strip()))
        elif tag == "time" and values.get("datetime"):
            self.found["times"].append(values["datetime"].strip())
        elif tag == "html" and values.get("lang"):
            self.found["language"].append(values["lang"].strip())
