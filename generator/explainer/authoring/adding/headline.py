"""Which line of a text is its headline, and what its title is: one decision, for `article.yaml` and for the source.

Never the name of the site, the label of an advertisement or a by-line. Where nothing tells, there is none.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from explainer.authoring.adding import labels
from explainer.authoring.adding.facts import Fact
from explainer.authoring.adding.linked_data import LinkedData
from explainer.authoring.adding.words import clean, is_address
from explainer.text.folding import fold
from explainer.text.hypertext import Hypertext

_SHARED = ("og:title", "twitter:title", "dc.title", "citation_title", "parsely-title")
_SITE = ("og:site_name", "application-name", "apple-mobile-web-app-title")
_PARTS = re.compile(r"(?<!\s)\s+[-–—―|·•:»›/]+\s+|(?<!\s)\s*[|｜]\s*|(?<=\w):\s+")
_READING = re.compile(r"[(（][^()（）]*[)）]")
_FEWEST = 3
"""Words that say enough for a part of a title to be found in a longer heading, or the other way round."""
LONGEST = 200


@dataclass(frozen=True, slots=True)
class Headline:
    """The line, the title, and where each was read; empty where nothing tells."""

    line: str = ""
    title: Fact | None = None
    why_not: str = ""
    """Why no line is the headline, in words."""
    is_repeated: bool = False
    """Whether the line stands several times: it is the headline only where all but one are furniture."""

    def unless_repeated(self, text: str, pieces: Iterable[str]) -> "Headline":
        """Itself where its line stands once outside of the pieces of furniture, as `article.yaml` asks for."""
        left = text.split("\n").count(self.line) - sum(piece.split("\n").count(self.line) for piece in pieces)
        is_told = not self.is_repeated or left == 1
        return Headline(self.line, self.title) if self.line and is_told else Headline("", self.title, self.why_not)


@dataclass(frozen=True)
class _HeadLines:
    """The lines of a text, to be looked for in other letters and marks than they were written in."""

    written: Mapping[str, Counter[str]]
    """By what they are compared by, also without readings in brackets: how each was written, and how often so."""

    @classmethod
    def of(cls, text: str) -> "_HeadLines":
        written: dict[str, Counter[str]] = {}
        for line in filter(None, map(str.strip, text.split("\n"))):
            for key in {_key(line), _key(_READING.sub("", line))}:
                written.setdefault(key, Counter())[line] += 1
        return cls(written)

    def only(self, title: str, headings: Iterable[str] = ()) -> str:
        """The line that a title is, as it was written; empty where there is none, or several."""
        once = [line for line, number in self.written.get(_key(title), Counter()).items() if number == 1]
        return once[0] if len(once) == 1 else next((line for line in headings if line in once), "")

    def repeated(self, title: str, headings: Sequence[str]) -> str:
        """The main heading that a title is, where its line stands several times, as in a menu; empty for any other."""
        found = [line for line in headings if _key(line) == _key(title)]
        return found[0] if len(found) == 1 and self.written.get(_key(title), Counter())[found[0]] > 1 else ""

    def number(self, title: str) -> int:
        return self.written.get(_key(title), Counter()).total()


def of_page(page: Hypertext, data: LinkedData, facts: Mapping[str, Fact], article: str) -> Headline:
    """The headline of a page. `article` is what an extractor took for the article; empty where there is none."""
    sites, lines = _sites(page, data, facts), _HeadLines.of(page.text)
    headings = [each for each in (*page.headings, *page.lesser) if _may_be(each, sites)]
    said = [Fact("title", each, fact.origin) for fact in _said(page, data, facts) for each in _titles(fact, sites)]
    for fact in said:
        line = lines.only(fact.value, headings) if _may_be(fact.value, sites, is_said=True) else ""
        if line and (line in headings or not _is_scrap(line, page)):
            return Headline(line, Fact("title", clean(line), fact.origin))
    for fact in said:
        if _may_be(fact.value, sites, is_said=True) and (line := lines.repeated(fact.value, page.headings)):
            return Headline(line, Fact("title", clean(line), fact.origin), _why_not(fact, lines), is_repeated=True)
    title = said[0] if said else None
    inside = {_key(line) for line in article.split("\n")}
    for line in headings:
        is_main = line in page.headings and _key(line) in inside
        if lines.only(line) and (is_main or (title and _begins(title.value, line))):
            return Headline(line, Fact("title", line, "the heading of the article"))
    if title and lines.number(title.value) > 1:
        return Headline("", title, _why_not(title, lines))  # no other heading is the one that the page calls its title
    alone = [line for line in headings if lines.only(line)]
    first = next((line for line in alone if line in page.headings or len(_key(line).split()) > 2), "")
    of_first = Fact("title", first, "the first heading") if first else None
    if first and (title is None or _shares(title.value, first)):
        return Headline(first, title or of_first)
    return Headline("", title, _why_not(title, lines))


def of_text(text: str, title: str = "") -> str:
    """The first line of a plain text, where it looks like a headline, or the line that its front matter names."""
    lines = [line.strip() for line in text.split("\n")]
    known = _HeadLines.of(text)
    if title and (line := next((each for each in lines if _key(without_marks(each)) == _key(title)), "")):
        return known.only(line)
    filled = [at for at, line in enumerate(lines) if line and not labels.is_advertisement(line)]
    if len(filled) < 2 or not known.only(lines[filled[0]]):
        return ""
    first, following = lines[filled[0]], lines[filled[0] + 1]
    return first if _looks_like_one(first, following) else ""


def without_marks(line: str) -> str:
    """A line of Markdown without the marks of a heading, of emphasis, of links and of code."""
    text = re.sub(r"^\s{0,3}#{1,6}\s+|(?<!\s)\s+#+\s*$", "", line.strip())
    text = re.sub(r"\[([^\[\]]+)\]\([^()\s]*\)(?:\{[^{}]*\})?", r"\1", text)
    for mark in ("***", "___", "**", "__", "*", "_", "`"):
        quoted = re.escape(mark)
        text = re.sub(rf"(?<![\w\\]){quoted}(?=\S)([^\n]{{0,{LONGEST}}}?\S){quoted}(?!\w)", r"\1", text)
    return re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", text).strip()


def is_marked(line: str) -> bool:
    """Whether a line is marked as a heading, as in Markdown."""
    return bool(re.match(r"\s{0,3}#{1,6}\s+\S", line) or re.fullmatch(r"\s{0,3}(\*\*|__)\S.*\S\1\s*", line))


def _looks_like_one(line: str, following: str) -> bool:
    """Short, without the end of a sentence, and no beginning of a paragraph, list, letter or dialogue."""
    if is_marked(line):
        return len(line) <= LONGEST
    is_long = len(line) > 140 or len(line.split()) > 25
    ends_otherwise = line.endswith((",", ";", ":", "、", "，", "：", "।", "。")) or re.search(
        r"(?<!\.)\.[\"”’»)\]]*$", line
    )
    is_item = re.match(r"(?:[-–—*•·>]|\(?\d{1,3}[.)])\s", line) or re.match(r"[A-Z][\w. ]{0,24}: \S", line)
    if is_long or ends_otherwise or is_item or labels.is_by_line(line) or is_address(line):
        return False
    # What goes on in the next line with a small letter, or fills its line, is the beginning of a paragraph.
    letter = next((char for char in following if char.isalpha()), "")
    return not (letter.islower() or (following and len(line) > 60 and len(following) < len(line) + 15))


def _said(page: Hypertext, data: LinkedData, facts: Mapping[str, Fact]) -> Iterator[Fact]:
    """What the page itself says its title is, what we trust most first."""
    yield from (facts[key] for key in ("title",) if key in facts)
    article = data.article(tuple(facts[key].value for key in ("url",) if key in facts))
    for name in ("headline", "name", "alternativeHeadline"):
        yield Fact("title", data.text((article or {}).get(name)), f"JSON-LD `{name}`")
    for wanted in _SHARED:
        yield from (Fact("title", clean(content), f"`{name}`") for name, content in page.metas if name == wanted)
    yield Fact("title", clean(page.title), "`title`")


def _titles(said: Fact, sites: set[str]) -> Iterator[str]:
    """A title without the name of the site: as it stands, then its beginnings and ends, the longest first."""
    whole = said.value
    if not whole or _key(whole) in sites or labels.is_advertisement(whole):
        return
    cuts = list(_PARTS.finditer(whole))
    ends = [whole[: cut.start()] for cut in cuts if _key(whole[cut.end() :]) in sites]
    begins = [whole[cut.end() :] for cut in cuts if _key(whole[: cut.start()]) in sites]
    bare = min((*ends, *begins, whole), key=len)
    parts = {part.strip() for cut in cuts for part in (whole[: cut.start()], whole[cut.end() :])} - {bare, whole}
    yield bare.strip()
    yield from sorted((part for part in parts if _key(part) not in sites), key=lambda part: (-len(part), part))


def _is_scrap(line: str, page: Hypertext) -> bool:
    """Whether a line is only a piece of the title, such as the name of a section that also stands in the menu."""
    return len(line.split()) <= _FEWEST and len(line) * 2 < len(clean(page.title))


def _sites(page: Hypertext, data: LinkedData, facts: Mapping[str, Fact]) -> set[str]:
    """The names under which the site may stand on its page."""
    names = [*data.sites(), *page.home, *(facts[key].value for key in ("publisher",) if key in facts)]
    names += [content for name, content in page.metas if name in _SITE]
    if "url" in facts:
        host = re.sub(r"^https?://(?:www\.)?", "", facts["url"].value).partition("/")[0]
        names += [host, *host.split(".")[:-1]]
    keys = {_key(name) for name in names} - {""}
    return keys | {f"the {key}" for key in keys} | {key.removeprefix("the ") for key in keys}


def _may_be(line: str, sites: set[str], *, is_said: bool = False) -> bool:
    if len(line) > LONGEST or not re.search(r"\w", line) or _key(line) in sites or labels.is_advertisement(line):
        return False
    return is_said or not labels.is_by_line(line)


def _begins(title: str, heading: str) -> bool:
    """Whether one is the beginning of the other, or a good part of it."""
    one, other = _key(title), _key(heading)
    short, long = sorted((one, other), key=len)
    return (long.startswith(short) and (len(short.split()) >= _FEWEST or len(short) * 3 >= len(long))) or (
        len(short.split()) >= _FEWEST and f" {short} " in f" {long} "
    )


def _shares(title: str, heading: str) -> bool:
    """Whether a heading may be the title in other words; a word or two that it does not share name a section."""
    words, others = set(re.findall(r"\w{3,}", _key(title))), set(re.findall(r"\w{3,}", _key(heading)))
    return len(_key(heading).split()) > 2 or bool(words & others)


def _why_not(title: Fact | None, lines: _HeadLines) -> str:
    number = lines.number(title.value) if title else 0
    if title and number > 1:
        return f"“{title.value}” stands in the text {number} times"
    return (
        f"“{title.value}”, which the page says is its title, is not a line of the text"
        if title
        else "nothing names one"
    )


def _key(text: str) -> str:
    """A line to be compared: folded, in small letters, three dots as one sign, without a full stop at its end."""
    return fold(text).text.casefold().replace("...", "…").strip(" .")
