"""From the text of a file, as it was read, to a new article: `source.txt`, facts, headline, proposed furniture."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from generator import hypertext
from generator.adding import furniture
from generator.adding.facts import Fact, facts_of
from generator.adding.main_text import main_text

_LONGEST_TITLE = 200
_FRONT_MATTER = re.compile(r"---[ \t]*\n(?P<body>.*?\n)---[ \t]*(?:\n|$)", re.DOTALL)
_OF_FRONT_MATTER = {"title": "title", "date": "published", "url": "url", "lang": "language", "author": "author"}


@dataclass(frozen=True, slots=True)
class Piece:
    """Lines that may be furniture, and what they are where that is known."""

    text: str
    what: str = ""


@dataclass(frozen=True, slots=True)
class NewArticle:
    text: str
    """What `source.txt` holds."""
    facts: Mapping[str, Fact]
    headline: str = ""
    """A line of the text that stands in it once; empty where none is known."""
    furniture: tuple[Piece, ...] = ()
    no_text: Mapping[str, int] = field(default_factory=dict)
    """What of a page is no text, and how often it is there."""
    was_extracted: bool = False
    """Whether an extractor looked for the furniture, and found an article."""


def from_page(html: str) -> NewArticle:
    """An article from a page that was saved as HTML."""
    page = hypertext.read(html)
    facts = facts_of(page)
    lines = _once(page.text)
    wanted = [*page.headings, *([facts["title"].value] if "title" in facts else [])]
    headline = next((line for line in wanted if line in lines), "")
    article = main_text(html)
    pieces = furniture.pieces(page.text, article, headline) if article else ()
    proposed = tuple(Piece(piece) for piece in pieces)
    return NewArticle(page.text, facts, headline, proposed, page.no_text, was_extracted=article is not None)


def from_text(text: str) -> NewArticle:
    """An article from plain text or Markdown: its front matter, where it has some, is furniture."""
    facts: dict[str, Fact] = {}
    proposed: tuple[Piece, ...] = ()
    rest = text.removeprefix("\ufeff").replace("\r\n", "\n")
    if match := _FRONT_MATTER.match(rest):
        facts = _facts(match["body"])
        proposed = (Piece(match[0].strip("\n"), "front matter of the file"),)
        rest = rest[match.end() :]
    first = next((line.strip() for line in rest.split("\n") if line.strip()), "")
    is_title = first in _once(rest) and len(first) <= _LONGEST_TITLE
    if is_title and "title" not in facts:
        facts["title"] = Fact("title", re.sub(r"^#+\s+|\s+#+$", "", first), "the first line")
    return NewArticle(text, facts, first if is_title else "", proposed)


def _facts(front_matter: str) -> dict[str, Fact]:
    """The simple values of a front matter; whatever else stands in it is only furniture."""
    found = {}
    for key, value in re.findall(r"^(\w+):[ \t]*(\S.*?)[ \t]*$", front_matter, re.MULTILINE):
        name = _OF_FRONT_MATTER.get(key.lower())
        if name:
            found[name] = Fact(name, value.strip("\"'"), "the front matter of the file")
    return found


def _once(text: str) -> set[str]:
    """The lines that stand in a text once."""
    times = Counter(line.strip() for line in text.split("\n"))
    return {line for line, number in times.items() if line and number == 1}
