"""A page's blocks: headings, paragraphs, lists, and HTML elements that hold Markdown (`markdown="1"`) or their own."""

import re
from dataclasses import astuple, dataclass, field
from functools import cache, lru_cache

from markdown.util import BLOCK_LEVEL_ELEMENTS

from explainer.engine.printed import lists
from explainer.engine.printed.attributes import NotPrintedHereError, html_attributes, of_block, of_heading, with_values
from explainer.engine.printed.headings import PrintedHeading, heading_html, name_of, with_ids
from explainer.engine.printed.inline import Resolve, inline_html

_OF_ONE_PARAGRAPH = frozenset(("address", "dd", "dt", "legend", "li", "p", "summary", "td", "th"))
_EMPTY = frozenset(("hr", "br", "img", "input", "source", "col", "wbr"))
_BLOCK = "|".join(sorted(BLOCK_LEVEL_ELEMENTS))
_SPACE = re.compile(r"\s*")
_OPEN = re.compile(rf"<({_BLOCK})((?:\s[^<>]*)?)>")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_END = re.compile(rf"\n *\n|</?(?:{_BLOCK})\b|\n<!--")
_BESIDE = re.compile(rf"(</?(?:{_BLOCK})\b[^<>]*>)(?=</?(?:{_BLOCK})\b)")
_MEANS_MORE = re.compile(r"\n(?:#|\||=+ *$|-+ *$)", re.MULTILINE)
_HEADING = re.compile(r"(#{1,6}) (\S.*)")
# Of ASCII, but for those that mean something in HTML.
_REFERENCES = {f"&#{code};": chr(code) for code in range(32, 127) if chr(code) not in "<>&\"'"}
_REFERENCE = re.compile("&#[0-9]+;")
_HOLDS_MARKDOWN = re.compile(r' markdown="(1|block)"')


@dataclass(frozen=True)
class Converted:
    """A page as HTML, with its headings in order and every id on it."""

    html: str
    headings: list[PrintedHeading]
    ids: frozenset[str]

    @property
    def parts(self) -> tuple[str, list[tuple[int, str, str, str]], list[str]]:
        """What `of` makes the page of, in types that JSON has."""
        return self.html, [astuple(each) for each in self.headings], sorted(self.ids)

    @classmethod
    def of(cls, html: str, headings: list[tuple[int, str, str, str, bool]], ids: list[str]) -> "Converted":
        return cls(html, [PrintedHeading(*each) for each in headings], frozenset(ids))


def convert(markdown: str, resolve: Resolve) -> Converted:
    """The page. Raises NotPrintedHereError where it holds what our templates do not print."""
    page = _PageText(markdown, resolve)
    parts, _ = page.content(0, None)
    html, headings, ids = with_ids("\n".join(parts), page.headings)
    return Converted(_plainer(html), headings, ids)


def _plainer(html: str) -> str:
    """Marks of ASCII that only Markdown could take for its own as themselves: a page is a fiftieth shorter then."""
    return _REFERENCE.sub(lambda match: _REFERENCES.get(match[0], match[0]), html)


@dataclass
class _PageText:
    text: str
    resolve: Resolve
    headings: list[PrintedHeading] = field(default_factory=list)
    folds: int = 0
    """How many elements that a reader has to open are around the place."""

    def content(self, at: int, closing: str | None) -> tuple[list[str], int]:
        """What stands from `at` up to the tag that closes the element around it, and where that ends."""
        text = self.text
        parts: list[str] = []
        while True:
            at = _after_space(text, at)
            if closing and text.startswith(closing, at):
                return parts, at + len(closing)
            if at == len(text) and not closing:
                return parts, at
            if text.endswith("\n    ", 0, at):
                raise NotPrintedHereError(text[at : at + 60])
            if opened := _OPEN.match(text, at):
                part, at = self._element(opened)
            elif comment := _COMMENT.match(text, at):
                part, at = comment[0], comment.end()
            else:
                part, at = self._block(at)
            parts.append(part)

    def _element(self, opened: re.Match[str]) -> tuple[str, int]:
        tag, given = opened[1], opened[2]
        if tag in _EMPTY:
            return opened[0], opened.end()
        start, holds = _start(tag, given)
        if not holds:
            end = self._closed(tag, opened.end())
            # Python-Markdown writes such elements anew, each on a line: words of neighbours stay apart.
            return _BESIDE.sub(r"\1\n", self.text[opened.start() : end]), end
        closing = f"</{tag}>"
        if tag in _OF_ONE_PARAGRAPH and holds == "1":
            end = self._closed(tag, opened.end())
            words = self.text[opened.end() : end - len(closing)]
            return start + inline_html(words.strip(), self.resolve) + closing, end
        self.folds += (tag == "details") - (tag == "summary")  # what opens a fold stands outside of it
        parts, end = self.content(opened.end(), closing)
        self.folds -= (tag == "details") - (tag == "summary")
        return "\n".join((start, *parts, closing)), end

    def _closed(self, tag: str, at: int) -> int:
        """Where the element of which the content begins at `at` ends."""
        depth = 1
        for match in _tags(tag).finditer(self.text, at):
            depth += -1 if match[1] else 1
            if not depth:
                return match.end()
        raise NotPrintedHereError(f"<{tag}>")

    def _block(self, at: int) -> tuple[str, int]:
        text, end = self._up_to_next(at)
        if not text:
            raise NotPrintedHereError(self.text[at : at + 60])
        if text.startswith("#"):
            return self._heading(text), end
        if lists.STARTS.match(text):
            blocks, at = self._row(at, lists.STARTS)
            return lists.list_html(blocks, self.resolve), at
        if lists.MARK in text and lists.DEFINES.search(text):
            blocks, at = self._row(at, lists.DEFINES)
            return lists.definitions_html(blocks, self.resolve), at
        if lists.is_table(text):
            return lists.table_html(text, self.resolve), end
        if text.startswith((">", ":", "=")) or _MEANS_MORE.search(text):
            raise NotPrintedHereError(text[:60])
        text, given = of_block(text)
        return f"<p{given}>{inline_html(text, self.resolve)}</p>", end

    def _up_to_next(self, at: int) -> tuple[str, int]:
        """The block at `at`, and where it ends: at a blank line, a tag of another block, a comment, the page's end."""
        end = _END.search(self.text, at)
        until = end.start() if end else len(self.text)
        return self.text[at:until].rstrip(), until

    def _heading(self, text: str) -> str:
        match = _HEADING.fullmatch(text)
        if not match:
            raise NotPrintedHereError(text[:60])
        words, given = of_heading(match[2])
        printed = inline_html(words, self.resolve)
        label = given.pop("data-toc-label", None)
        heading = PrintedHeading(len(match[1]), given.get("id", ""), name_of(printed, label), printed, self.folds > 0)
        self.headings.append(heading)
        return heading_html(heading, html_attributes(given), len(self.headings) - 1)

    def _row(self, at: int, form: re.Pattern[str]) -> tuple[list[str], int]:
        """Blocks of one form in a row: they are one list."""
        blocks: list[str] = []
        while True:
            block, end = self._up_to_next(at)
            if block.startswith("    "):
                raise NotPrintedHereError(block[:60])
            if not (form.match(block) or (form is lists.DEFINES and form.search(block))):
                return blocks, at
            blocks.append(block)
            at = _end_of_blank_lines(self.text, end)


@lru_cache(maxsize=4096)
def _start(tag: str, given: str) -> tuple[str, str]:
    """The tag of an element that holds Markdown, without what says so, and how; nothing where it holds none."""
    holds = _HOLDS_MARKDOWN.search(given)
    if not holds:
        return "", ""
    return f"<{tag}{with_values(given[: holds.start()] + given[holds.end() :])}>", holds[1]


def _after_space(text: str, at: int) -> int:
    match = _SPACE.match(text, at)
    return match.end() if match else at


def _end_of_blank_lines(text: str, at: int) -> int:
    """Where the next line that is not blank begins, with its indentation."""
    at = _after_space(text, at)
    return text.rfind("\n", 0, at) + 1 if at < len(text) else at


@cache
def _tags(tag: str) -> re.Pattern[str]:
    return re.compile(rf"<(/?){tag}\b[^<>]*>")
