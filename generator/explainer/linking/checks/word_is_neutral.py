"""Words that take a side, in our own texts: allowed in quotation marks, as their speaker's, and nowhere else.

Our own texts are the Markdown fields and those of one line that are listed here; names, titles of others,
and what is quoted in fields of its own (`says`, `excerpt`, `quote`) are other people's words.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from explainer.diagnostics import Diagnostic
from explainer.linking.entries import entries_of
from explainer.linking.written import Written
from explainer.model import seeds as shapes
from explainer.model.fields import LINE, MARKDOWN
from explainer.model.stages import Entry, Linked, Seeds
from explainer.model.walk import Leaf, texts
from explainer.prose import nodes, parse
from explainer.prose.quoted import QUOTED
from explainer.rules import WORD_IS_NEUTRAL
from explainer.text.word_edges import is_word_alone

_OUR_LINES: dict[type, frozenset[str]] = {
    shapes.Site: frozenset({"title", "description"}),
    shapes.Article: frozenset({"title", "description", "licence"}),
    shapes.Furniture: frozenset({"what"}),
    shapes.Unannotated: frozenset({"reason"}),
    shapes.Question: frozenset({"title", "short"}),
    shapes.Aspect: frozenset({"title"}),
    shapes.Column: frozenset({"title"}),
    shapes.Figure: frozenset({"covers"}),
    shapes.ContextBox: frozenset({"title", "description"}),
    shapes.Side: frozenset({"name", "description"}),
    shapes.Party: frozenset({"office"}),
    shapes.Event: frozenset({"short", "time"}),
    shapes.Source: frozenset({"description", "note"}),
}


@dataclass(frozen=True)
class Loaded:
    """The words to look for."""

    pattern: re.Pattern[str]
    instead: Mapping[str, str]
    """What to write, by the word in small letters."""

    def outside_quotation(self, text: str) -> Iterator[tuple[str, bool]]:
        """Every loaded word of a paragraph, and whether it stands outside quotation marks."""
        quoted = [found.span() for found in QUOTED.finditer(text)]
        ends = [end for _, end in quoted]
        for word in self.pattern.finditer(text):
            if not is_word_alone(text, *word.span()):
                continue
            next_quoted = bisect_right(ends, word.start())
            yield word[0], next_quoted == len(quoted) or word.start() < quoted[next_quoted][0]


def check(linked: Linked) -> Iterator[Diagnostic]:
    """Breaks it: in a text of ours, outside quotation marks, a word that `loaded-words.yaml` lists."""
    loaded = _loaded(entry.value for entry in linked.seeds.loaded_words)
    if loaded is None:
        return
    for entry in entries_of(linked.anchored):
        for leaf in texts(entry.value, LINE):
            if leaf.key in _OUR_LINES.get(leaf.owner, ()) and loaded.pattern.search(leaf.value):
                yield from _check(loaded, linked.seeds, entry, leaf, [leaf.value])
        for leaf in texts(entry.value, MARKDOWN):
            if loaded.pattern.search(leaf.value):
                yield from _check(loaded, linked.seeds, entry, leaf, _paragraphs(parse(leaf.value)[0].blocks))


def _check(
    loaded: Loaded, seeds: Seeds, entry: Entry[object], leaf: Leaf, paragraphs: Iterable[str]
) -> Iterator[Diagnostic]:
    span = entry.at(*leaf.path)
    written = Written(seeds.files.get(span.path), span)
    for paragraph in paragraphs:
        for word, is_ours in loaded.outside_quotation(paragraph):
            place = written.next(re.compile(r"\s+".join(map(re.escape, word.split()))), is_word_alone)
            if is_ours:
                instead = loaded.instead[_key(word)]
                fix = f"Write “{instead}”, or put it in quotation marks as the words of whoever says so."
                yield Diagnostic(WORD_IS_NEUTRAL, place, f"“{word}” takes a side", fix)


def _loaded(words: Iterable[shapes.LoadedWord]) -> Loaded | None:
    instead = {_key(form): word.instead for word in words for form in (word.word, *word.forms)}
    if not instead:
        return None
    longest_first = sorted(instead, key=lambda word: (-len(word), word))
    return Loaded(re.compile(f"(?:{'|'.join(map(_either_case, longest_first))})"), instead)


def _either_case(word: str) -> str:
    """An expression for a word, its first letter small or capital, over line breaks.

    Each alternative begins with a letter, not with a set: Python then skips to the letters that begin one.
    """
    first, rest = word[0], r"\s+".join(re.escape(part) for part in word[1:].split(" "))
    return "|".join(f"{re.escape(each)}{rest}" for each in dict.fromkeys((first, first.lower(), first.upper())))


def _key(word: str) -> str:
    words = " ".join(word.split())
    return words[:1].lower() + words[1:]


def _paragraphs(blocks: Iterable[nodes.ProseBlock]) -> Iterator[str]:
    """The words of each paragraph that are ours: no quoted paragraphs, code, or titles that a reference brings."""
    for block in blocks:
        match block:
            case nodes.Paragraph(children=children) | nodes.Heading(children=children):
                yield "".join(_words(children))
            case nodes.ListBlock(items=items):
                for item in items:
                    yield from _paragraphs(item)


def _words(children: Iterable[nodes.Inline]) -> Iterator[str]:
    for child in children:
        match child:
            case nodes.Text(text=text):
                yield text
            case nodes.Reference(words=words):
                yield words
            case nodes.LineBreak():
                yield " "
            case nodes.Emphasis(children=inner) | nodes.Link(children=inner):
                yield from _words(inner)
