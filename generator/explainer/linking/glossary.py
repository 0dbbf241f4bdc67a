"""Where the words of the glossary occur: the first time in each section, the longest variant first, whole words.

Variants match as written, after folding; a variant that begins with a small letter also matches with a capital, as at
the start of a sentence. Forms of a term that asks for all of them are looked for as well. Never inside a headline, a
link, code or a word, and never across the edge of an annotation's passage.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from explainer.diagnostics import Diagnostic, Remark
from explainer.linking.forms import TermForm
from explainer.memo import memoized
from explainer.model.marks import unmarked
from explainer.model.seeds import Term
from explainer.model.stages import AnchoredArticle, Entry, Seeds, TermLink
from explainer.prose import Prose, nodes
from explainer.rules import TERM_IS_UNIQUE
from explainer.text.folded import Folded
from explainer.text.folding import fold
from explainer.text.sentences import may_begin
from explainer.text.word_edges import UNSPACED, is_word_alone


@dataclass(frozen=True, eq=False)
class Glossary:
    """What to look for. As long as no term changes it is one object, by which what it found is remembered."""

    pattern: re.Pattern[str] | None
    """Finds where any variant may stand, the longest first; None where nothing is to be linked."""
    terms: Mapping[str, str]
    """Term by variant, both as folded."""
    linked: frozenset[str]
    """The terms that are linked; another one still holds its place against a shorter word within it."""
    derived: frozenset[str] = frozenset()
    """Forms that nobody wrote into the glossary: they have a capital only where a sentence begins."""

    def in_prose(self, prose: Prose, seen: set[str]) -> Prose:
        """A text of ours with its term words, but for those in `seen`, which grows; a heading begins a section."""
        return Prose(tuple(self._block(block, seen) for block in prose.blocks))

    def find(self, folded: Folded) -> Iterator[tuple[int, int, str]]:
        """Each word of the glossary in a folded text, the longest at a place: where it begins and ends, its term."""
        if self.pattern is None:
            return
        text, position = folded.text, 0
        while match := self.pattern.search(text, position):
            start, position = match.start(), match.start() + 1
            for end in range(match.end(), start, -1):
                term = self._term(text, start, end)
                if term and is_word_alone(folded, start, end):
                    position = end
                    if term in self.linked:
                        yield start, end, term
                    break

    def _term(self, text: str, start: int, end: int) -> str | None:
        word = text[start:end]
        small = word[0].lower() + word[1:]
        if word in self.terms or (small in self.derived and not may_begin(text, start)):
            return self.terms.get(word)
        return self.terms.get(small)

    def _block(self, block: nodes.ProseBlock, seen: set[str]) -> nodes.ProseBlock:
        match block:
            case nodes.Heading():
                seen.clear()
                return block
            case nodes.Paragraph(children=children):
                return nodes.Paragraph(tuple(self._inline(children, seen)))
            case nodes.ListBlock(items=items, start=start):
                return nodes.ListBlock(tuple(tuple(self._block(b, seen) for b in item) for item in items), start)
            case _:
                return block  # a quotation is somebody else's text

    def _inline(self, children: tuple[nodes.Inline, ...], seen: set[str]) -> Iterator[nodes.Inline]:
        for child in children:
            match child:
                case nodes.Text(text=text):
                    yield from self._words(text, seen)
                case nodes.Emphasis(children=inner):
                    yield replace(child, children=tuple(self._inline(inner, seen)))
                case _:
                    yield child

    def _words(self, text: str, seen: set[str]) -> Iterator[nodes.Inline]:
        folded = fold(text)
        done = 0
        for start, end, term in self.find(folded):
            first, last = folded.offsets(start, end)
            if term in seen or first < done:
                continue
            seen.add(term)
            if first > done:
                yield nodes.Text(text[done:first])
            yield nodes.TermWord(term, text[first:last])
            done = last
        if done < len(text):
            yield nodes.Text(text[done:])


@memoized
def links_in_article(glossary: Glossary, article: AnchoredArticle) -> tuple[TermLink, ...]:
    """Links for the text of an article, which is one section."""
    links: list[TermLink] = []
    text = article.seed.text
    seen: set[str] = set()
    edges = sorted({edge for anchor in article.anchors for edge in (anchor.start, anchor.end)})
    for block in text.blocks:
        if block.is_headline:
            continue
        folded = fold(text.text[block.start : block.end])
        for start, end, term in glossary.find(folded):
            first, last = folded.offsets(start, end)
            link = TermLink(block.start + first, block.start + last, term)
            if term not in seen and bisect_right(edges, link.start) == bisect_left(edges, link.end):
                seen.add(term)
                links.append(link)
    return tuple(links)


def glossary_of(seeds: Seeds, forms: tuple[TermForm, ...] = ()) -> tuple[Glossary, tuple[Diagnostic, ...]]:
    """What to look for, and the words that two terms claim: those link to the first of them."""
    return _glossary(tuple(seeds.terms.values()), forms)


@memoized
def _glossary(entries: tuple[Entry[Term], ...], forms: tuple[TermForm, ...]) -> tuple[Glossary, tuple[Diagnostic, ...]]:
    terms = {entry.id: entry for entry in entries}
    owner: dict[str, str] = {}
    found: list[Diagnostic] = []
    for id, entry in terms.items():
        own: dict[str, tuple[str | int, ...]] = {unmarked(entry.value.term): ("term",)}
        own |= {variant: ("variants", index) for index, variant in enumerate(entry.value.variants)}
        for word, path in own.items():
            key = fold(word).text.strip()
            if owner.setdefault(key, id) != id:
                other = terms[owner[key]]
                remark = Remark(f"`{other.id}` has it too", other.at("term"))
                message = f"“{word}” belongs to two terms, `{other.id}` and `{id}`"
                found.append(Diagnostic(TERM_IS_UNIQUE, entry.at(*path), message, remarks=(remark,)))
    derived = frozenset(form.words for form in forms if form.words not in owner)
    owner |= {form.words: form.term for form in forms if form.words in derived}
    linked = frozenset(id for id, entry in terms.items() if entry.value.link == "everywhere")
    return Glossary(_pattern(owner) if linked else None, owner, linked, derived), tuple(found)


def _pattern(words: Iterable[str]) -> re.Pattern[str] | None:
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    # In scripts with spaces no word begins right after a letter; most places are passed over by that alone.
    return re.compile(rf"(?:(?<![^\W{UNSPACED}])|(?=[{UNSPACED}]))(?:{'|'.join(map(_variant, longest_first))})")


def _variant(word: str) -> str:
    first, rest = word[0], re.escape(word[1:])
    return f"(?:{re.escape(first)}|{re.escape(first.upper())}){rest}" if first.islower() else re.escape(first) + rest
