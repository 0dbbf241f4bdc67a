"""An article with its mistakes mended in place: what goes is struck, what comes is inserted, each leads to its note.

Without what is inserted, its text is the article's, character for character: so the original is there too, on paper
as well.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from explainer.model import paths
from explainer.model import seeds as shapes
from explainer.model.kinds import reading_of
from explainer.model.stages import AnchoredArticle, Block, Linked, Page
from explainer.rendering.cards import card_of
from explainer.rendering.errata import SHEET, errata_of
from explainer.rendering.escape import escape, filled
from explainer.rendering.front_matter import front_matter
from explainer.rendering.note_links import note_link
from explainer.rendering.original import has_original
from explainer.rendering.passages import Note, numbered
from explainer.rendering.printer import Printer
from explainer.rendering.templates import render

_WORD = re.compile(r"\S+")
_COMPOUND = re.compile(r"(\b\w+(?:-\w+)+)")
_GAP = Markup('<ins class="x-gap"> </ins>')
"""An inserted space, which has no line under it, and goes where a line ends."""


@dataclass(frozen=True)
class Mend:
    """Words that go and words that come, for one mistake, or for several that lie in one another."""

    start: int
    end: int
    inserted: str
    notes: tuple[Note, ...]


@dataclass(frozen=True)
class MendedView:
    fragment: str
    markdown: Markup
    is_headline: bool
    keeps_lines: bool
    ours: tuple[Markup, ...]
    """In an edition: each change of the block in our translation, behind the number of its note."""


def corrected_page(linked: Linked, anchored: AnchoredArticle) -> Page:
    path = paths.corrected(anchored.id)
    printer = Printer(linked, path)
    text = anchored.seed.text
    mends = list(mends_of(anchored))
    views = [
        MendedView(
            text.fragment(index),
            _mended(text.text, block, mends, printer),
            block.is_headline,
            block.keeps_lines,
            tuple(_ours(block, mends, printer)),
        )
        for index, block in enumerate(text.blocks)
    ]
    value = anchored.seed.entry.value
    body = render(
        "corrected.md.j2",
        printer.words,
        p=printer,
        article=anchored.seed.entry,
        headline=next((view for view in views if view.is_headline), None),
        paragraphs=[view for view in views if not view.is_headline],
        count=len(errata_of(anchored, printer)),
        original=has_original(anchored),
    )
    extra = {**SHEET, "search": {"exclude": True}}
    head = front_matter(
        printer.words.gettext("%(title)s, corrected in place", title=value.title),
        value.description,
        card=card_of(paths.article(anchored.id), value.title),
        extra=extra,
    )
    return Page(path, head + body, anchored.seed.entry.node.span.path)


def _ours(block: Block, mends: list[Mend], printer: Printer) -> Iterator[Markup]:
    for note in (note for mend in mends if block.start < mend.end <= block.end for note in mend.notes):
        value = note.anchor.annotation.value
        reading = value.should_be if isinstance(value, shapes.ErratumAnnotation) else None
        if said := printer.ours(value.quote, reading):
            yield Markup("{} {}").format(printer.to("annotation", note.anchor.annotation.id, str(note.number)), said)


def mends_of(anchored: AnchoredArticle) -> Iterator[Mend]:
    """In the order of the article; none overlaps the one before. What lies within a larger mistake goes with it."""
    errata = [note for note in numbered(anchored) if isinstance(note.anchor.annotation.value, shapes.ErratumAnnotation)]
    text = anchored.seed.text.text
    done = 0
    outer: Note | None = None
    inner: list[Note] = []
    for note in sorted(errata, key=lambda note: (note.anchor.start, -note.anchor.end)):
        if outer and note.anchor.end <= outer.anchor.end:
            inner.append(note)
            continue
        if outer:
            yield _mend(text, outer, inner, done)
            done = outer.anchor.end
        outer, inner = note, []
    if outer:
        yield _mend(text, outer, inner, done)


def _mend(text: str, note: Note, inner: list[Note], done: int) -> Mend:
    """The words that differ: those which passage and reading begin and end with alike stay."""
    start = max(note.anchor.start, done)
    words = list(_WORD.finditer(text, start, note.anchor.end))
    reading = (reading_of(note.anchor.annotation.value)).split()
    written = [word[0] for word in words]
    before = _alike(written, reading) if start == note.anchor.start else 0
    after = _alike(written[before:][::-1], reading[before:][::-1])
    gone, come = words[before : len(words) - after], " ".join(reading[before : len(reading) - after])
    notes = tuple(sorted((note, *inner), key=lambda each: each.number))
    if gone:
        return Mend(gone[0].start(), gone[-1].end(), f" {come}" if come else "", notes)
    at = words[before - 1].end() if before else start
    return Mend(at, at, f" {come}" if before else f"{come} ", notes)


def _alike(one: Sequence[str], other: Sequence[str]) -> int:
    """How many words both begin with."""
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def _mended(text: str, block: Block, mends: list[Mend], printer: Printer) -> Markup:
    """The block in one line of Markdown."""
    printed, at = [], block.start
    for mend in mends:
        start, end = max(mend.start, block.start), min(mend.end, block.end)
        if start > end or (start == end and mend.start != mend.end):
            continue
        # “town.An attack”: the space that the article lacks is inserted before the words that go
        runs_on = block.start < start < end and text[start - 1] in ".!?" and mend.inserted.startswith(" ")
        printed += [_kept(text[at:start], block), _GAP if runs_on else "", _struck(text[start:end])]
        at = end
        if end == mend.end:
            printed += [_inserted(mend.inserted), *(note_link(note, printer) for note in mend.notes)]
    return Markup("").join([*printed, _kept(text[at : block.end], block)])


def _kept(words: str, block: Block) -> Markup:
    """Words that stay. In a headline, lines do not end at the hyphen of “Anti-Putin”."""
    if not block.is_headline:
        return escape(words)
    parts = (filled("<span>{}</span>", escape(part)) if _COMPOUND.fullmatch(part) else escape(part)
        for part in _COMPOUND.split(words))  # fmt: skip
    return Markup("").join(parts)


def _struck(words: str) -> Markup:
    return filled("<del>{}</del>", escape(words)) if words else Markup("")


def _inserted(words: str) -> Markup:
    """A space before them is inserted too."""
    bare = words.lstrip()
    gap = _GAP if bare != words else ""
    return filled("{}<ins>{}</ins>", gap, escape(bare)) if bare else Markup("")
