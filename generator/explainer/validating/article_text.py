"""Which lines of a source.txt are the article, which are its headline, and which are page furniture."""

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from itertools import groupby

from explainer import rules
from explainer.diagnostics import Diagnostic, Remark
from explainer.model.seeds import Article
from explainer.model.stages import ArticleSource, ArticleText, Block, Entry
from explainer.source import Span
from explainer.text import line_breaks
from explainer.text.shortening import cut_off
from explainer.vocabulary import LineBreaks


@dataclass(frozen=True, slots=True)
class _Line:
    number: int
    start: int
    end: int
    """Offsets of the text of the line without the white space around it."""
    text: str


class _Lines:
    """The lines of a text, each made when it is asked for: a file may have millions of them."""

    def __init__(self, text: str) -> None:
        self._text, self._starts, self._ends = text, array("I"), array("I")
        offset = 0
        for written in text.split("\n"):
            stripped = written.strip()
            start = offset + len(written) - len(written.lstrip()) if stripped else offset
            self._starts.append(start)
            self._ends.append(start + len(stripped))
            offset += len(written) + 1

    def __len__(self) -> int:
        return len(self._starts)

    def __getitem__(self, at: int) -> _Line:
        return _Line(at + 1, self._starts[at], self._ends[at], self.text(at))

    def __iter__(self) -> Iterator[_Line]:
        return map(self.__getitem__, range(len(self)))

    def text(self, at: int) -> str:
        return self._text[self._starts[at] : self._ends[at]]

    def is_empty(self, at: int) -> bool:
        return self._starts[at] == self._ends[at]

    def where(self, wanted: list[str]) -> list[int]:
        """Where these lines stand one after another: the first of them, counted from 0."""
        return [
            at
            for at in range(len(self) - len(wanted) + 1)
            if self.text(at) == wanted[0] and all(self.text(at + n) == each for n, each in enumerate(wanted))
        ]


def article_text(source: ArticleSource, entry: Entry[Article]) -> tuple[ArticleText | None, tuple[Diagnostic, ...]]:
    """The paragraphs of an article. None where nothing is left; furniture that is not found stays in the text.

    Lines are compared exactly, apart from white space at their ends, which no editor shows and no page prints.
    """
    if not source.file.text.strip():
        return None, (_no_text(source, "this article is empty", "Put the text of the article into the file."),)
    lines = _Lines(source.file.text)
    found: list[Diagnostic] = []
    taken: dict[int, str] = {}
    declared = [
        (furniture.text, "furniture", entry.at("furniture", index, "text"))
        for index, furniture in enumerate(entry.value.furniture)
    ]
    if line := entry.value.headline:
        # Where the line stands several times, as in the head of a page, what is left of them by the furniture tells.
        place_of_headline = len(declared) * (len(lines.where(_wanted(line))) > 1)
        declared.insert(place_of_headline, (line, "the headline", entry.at("headline")))
    headline: range | None = None
    for text, what, span in declared:
        place, problems = _place(text, what, span, lines, taken, source)
        found += problems
        if place is None:
            continue
        taken |= dict.fromkeys(place, what)
        if what == "the headline":
            headline = place
    blocks = tuple(_blocks(lines, taken, headline, entry.value.lines))
    if not blocks:
        found.append(_no_text(source, "nothing is left of the article when its furniture is taken out"))
        return None, tuple(found)
    made = ArticleText(source, blocks, is_settled=not found)
    return made, (*found, *_unexplained(made, entry.value.lines))


def _unexplained(text: ArticleText, meaning: LineBreaks | None) -> Iterator[Diagnostic]:
    """A warning where each line seems to be a paragraph, and nothing says so."""
    runs = [block for block in text.blocks if not block.is_headline]
    if meaning is None and line_breaks.are_paragraphs("\n\n".join(text.text[run.start : run.end] for run in runs)):
        first = next(run for run in runs if "\n" in text.text[run.start : run.end].strip())
        end = text.text.index("\n", first.start)
        message = "each line seems to be a paragraph, and `lines` does not say so"
        yield Diagnostic(rules.LINES_ARE_EXPLAINED, text.source.file.span(first.start, end), message)


def _no_text(source: ArticleSource, message: str, fix: str = "") -> Diagnostic:
    return Diagnostic(rules.ARTICLE_HAS_TEXT, Span(source.file.path), message, fix)


def _place(
    text: str, what: str, span: Span, lines: _Lines, taken: dict[int, str], source: ArticleSource
) -> tuple[range | None, tuple[Diagnostic, ...]]:
    """The lines, counted from 0, that `text` is; None where there are none, several, or lines already taken.

    An empty line above the text counts: it can tell apart a line that stands there twice.
    """
    wanted = _wanted(text)
    starts = lines.where(wanted)
    if what == "the headline" and len(starts) > 1:
        starts = [at for at in starts if at not in taken] or starts
    shown = f"“{cut_off(text)}”"
    if len(starts) == 1:
        place = range(starts[0], starts[0] + len(wanted))
        earlier = next((taken[at] for at in place if at in taken and not lines.is_empty(at)), None)
        if earlier is None:
            return place, ()
        message = f"{shown} is already declared as {earlier}" if earlier != what else f"{shown} is declared twice"
        return None, (Diagnostic(rules.FURNITURE_IS_FOUND, span, message, "Remove one of the two."),)
    if starts:
        remarks = tuple(Remark(f"line {lines[at].number}", _span(source, lines[at])) for at in starts[:10])
        message = f"{shown} stands {len(starts)} times in `source.txt`"
        return None, (Diagnostic(rules.FURNITURE_IS_FOUND, span, message, remarks=remarks),)
    message, fix, near = _miss(wanted, shown, lines)
    remarks = (Remark(f"line {near.number} is “{cut_off(near.text)}”", _span(source, near)),) if near else ()
    return None, (Diagnostic(rules.FURNITURE_IS_FOUND, span, message, fix, remarks),)


def _wanted(text: str) -> list[str]:
    return [line.strip() for line in text.rstrip("\n").split("\n")]


def _miss(wanted: list[str], shown: str, lines: _Lines) -> tuple[str, str, _Line | None]:
    """The message, the fix and the line to show for a text that is no run of whole lines."""
    texts = {line.text: line for line in lines if line.text}
    for number, line in enumerate(wanted):
        if not line or line in texts:
            continue
        which = f"line {number + 1} of {shown}" if len(wanted) > 1 else shown
        if around := next((each for each in lines if line in each.text), None):
            message = f"{which} is only a part of line {around.number} of `source.txt`"
            return message, "Declare the whole line.", around
        near = next(iter(get_close_matches(line, texts, 1, 0.7)), None)
        fix = "Copy the line from `source.txt`." if near else ""
        return f"{which} is not a line of `source.txt`", fix, texts[near] if near else None
    fix = "Copy them from `source.txt` with the empty lines between them, or declare them one by one."
    return f"the lines of {shown} do not follow one another in `source.txt`", fix, None


def _blocks(
    lines: _Lines, taken: dict[int, str], headline: range | None, meaning: LineBreaks | None
) -> Iterator[Block]:
    """Runs of lines with text. Furniture and the headline end a run, as an empty line does.

    Where every line is a paragraph, a run is one line.
    """

    def run(at: int) -> str:
        if headline is not None and at in headline:
            return "headline"
        return "" if lines.is_empty(at) or at in taken else "text"

    for kind, places in groupby(range(len(lines)), run):
        filled = array("I", (at for at in places if kind and not lines.is_empty(at)))
        if kind == "text" and meaning == LineBreaks.PARAGRAPHS:
            yield from (Block(lines[at].start, lines[at].end) for at in filled)
        elif filled:
            are_kept = kind != "headline" and _are_kept(lines, filled, meaning)
            yield Block(lines[filled[0]].start, lines[filled[-1]].end, kind == "headline", are_kept)


def _are_kept(lines: _Lines, places: Sequence[int], meaning: LineBreaks | None) -> bool:
    if meaning is None:
        return line_breaks.are_kept([lines.text(at) for at in places])
    return meaning == LineBreaks.KEPT and len(places) > 1


def _span(source: ArticleSource, line: _Line) -> Span:
    return source.file.span(line.start, line.end)
