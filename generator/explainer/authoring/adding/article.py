"""From the text of a file, as it was read, to a new article: `source.txt`, facts, headline, proposed furniture."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from explainer.authoring.adding import archived, furniture, headline
from explainer.authoring.adding.facts import Fact, facts_of, good_facts
from explainer.authoring.adding.labels import is_advertisement
from explainer.authoring.adding.linked_data import LinkedData
from explainer.authoring.adding.main_text import main_text
from explainer.text import hypertext, line_breaks
from explainer.vocabulary import LineBreaks

_FRONT_MATTER = re.compile(r"---[ \t]*\n(?P<body>.*?\n)---[ \t]*(?:\n|$)", re.DOTALL)
_OF_FRONT_MATTER = {"title": "title", "date": "published", "url": "url", "lang": "language", "author": "author"}
_UNDERLINE = re.compile(r"\s{0,3}(?:=+|-{2,})\s*")
_WORDS_OF_A_NAME = 6


@dataclass(frozen=True, slots=True)
class ProposedFurniture:
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
    why_no_headline: str = ""
    name: str = ""
    """What a name may be made from where nothing is known of a title: the first words."""
    lines: LineBreaks | None = None
    """What its line breaks mean, where that is not to be judged run by run."""
    furniture: tuple[ProposedFurniture, ...] = ()
    no_text: Mapping[str, int] = field(default_factory=dict)
    """What of a page is no text, and how often it is there."""
    is_page: bool = False
    was_extracted: bool = False
    """Whether an extractor looked for the furniture, and found an article."""


def from_page(
    html: str, *, first: Iterable[Fact] = (), otherwise: Iterable[Fact] = (), is_of_web: bool = True
) -> NewArticle:
    """An article from a page of HTML.

    `first` counts before what the page says of itself, `otherwise` where it says nothing. Only pages of the web are
    looked through for what is not the article.
    """
    html = archived.without_toolbar(html)
    page = hypertext.read(html, archived.toolbars_of(html))
    data = LinkedData.read(page.data)
    rest = good_facts(otherwise)
    facts = {**rest, **facts_of(page, data), **good_facts(first)}
    if "title" in rest and facts["title"] is rest["title"]:
        del facts["title"]  # it counts where the text has none
    article = main_text(html) if is_of_web else None
    found = headline.of_page(page, data, facts, article or "")
    if title := found.title or facts.get("title") or rest.get("title"):
        facts["title"] = title
    pieces = furniture.pieces(page.text, article, found.line, page.captions) if article else ()
    found = found.unless_repeated(page.text, pieces)
    return NewArticle(
        page.text,
        facts,
        found.line,
        found.why_not,
        _first_words(page.text),
        LineBreaks.KEPT if re.search(r"\S\n\S", page.text) else None,
        tuple(ProposedFurniture(piece) for piece in pieces),
        page.no_text,
        is_page=is_of_web,
        was_extracted=article is not None,
    )


def from_lines(
    text: str, line: str, running: Iterable[str], *, first: Iterable[Fact] = (), otherwise: Iterable[Fact] = ()
) -> NewArticle:
    """An article from the text of pages of paper: its headline, and what runs at the head and foot of its pages.

    `first` counts before the headline, `otherwise` where it is none.
    """
    facts = good_facts(first)
    if line and "title" not in facts:
        facts["title"] = Fact("title", line, "the largest letters")
    facts = {**good_facts(otherwise), **facts}
    written = [each.strip() for each in text.split("\n")]
    lines = Counter(written)
    pieces = [
        ProposedFurniture(piece, "head or foot of pages") for piece in running if lines[piece.partition("\n")[0]] == 1
    ]
    why_not = "" if line else "no line stands in larger letters than the others"
    return NewArticle(text, facts, line, why_not, _first_words(text), None, tuple(pieces))


def from_text(text: str, first: Iterable[Fact] = ()) -> NewArticle:
    """An article from plain text or Markdown: its front matter, where it has some, is furniture.

    `first` is what is known of it otherwise.
    """
    facts = good_facts(first)
    proposed: tuple[ProposedFurniture, ...] = ()
    rest = text.removeprefix("\ufeff").replace("\r\n", "\n")
    if match := _FRONT_MATTER.match(rest):
        facts |= _facts(match["body"])
        proposed = (ProposedFurniture(match[0].strip("\n"), "front matter of the file"),)
        rest = rest[match.end() :]
    line = headline.of_text(rest, facts["title"].value if "title" in facts else "")
    if line and "title" not in facts:
        facts["title"] = Fact("title", headline.without_marks(line), "the first line")
    lines = [each.strip() for each in rest.split("\n")]
    if line and (under := lines[lines.index(line) + 1 :][:1]) and _UNDERLINE.fullmatch(under[0]):
        proposed += (ProposedFurniture(under[0], "underline of the headline"),) * (lines.count(under[0]) == 1)
    labels_ = [each for each, count in Counter(lines).items() if count == 1 and is_advertisement(each)]
    proposed += tuple(ProposedFurniture(each) for each in labels_)
    why_not = "" if line else "its first line does not look like one"
    meaning = LineBreaks.PARAGRAPHS if line_breaks.are_paragraphs(rest) else None
    return NewArticle(text, facts, line, why_not, _first_words(rest), meaning, proposed)


def _first_words(text: str) -> str:
    """The first words that are no label of an advertisement."""
    first = next((line for line in text.split("\n") if line.strip() and not is_advertisement(line)), "")
    return " ".join(headline.without_marks(first).split()[:_WORDS_OF_A_NAME])


def _facts(front_matter: str) -> dict[str, Fact]:
    """The simple values of a front matter; whatever else stands in it is only furniture."""
    found = {}
    for key, value in re.findall(r"^(\w+):[ \t]*(\S.*)$", front_matter, re.MULTILINE):
        name = _OF_FRONT_MATTER.get(key.lower())
        if name:
            found[name] = Fact(name, value.rstrip().strip("\"'"), "the front matter of the file")
    return found
