"""An article's text cut into pieces, so that passages nest and never cross.

Two passages that cross (`A [A B] B`) become three pieces, each with the passages it lies in, the
longer one outside. Only the first piece of a passage carries its id; its marker stands where it ends.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from explainer.model.stages import Anchor, AnchoredArticle, Block, TermLink


@dataclass(frozen=True, slots=True)
class Note:
    """An anchored annotation with its number on the page: passages that end first come first, shorter before longer."""

    number: int
    anchor: Anchor


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text in which the same passages lie."""

    start: int
    end: int
    passages: tuple[Note, ...]
    """From the outermost to the innermost."""
    opening: frozenset[int]
    """Numbers of the passages that begin with this piece."""
    term: str | None
    ending: tuple[Note, ...]
    """The passages that end with this piece, shorter before longer."""


def numbered(article: AnchoredArticle) -> tuple[Note, ...]:
    """The notes in the order of their markers."""
    ordered = sorted(article.anchors, key=lambda anchor: (anchor.end, -anchor.start))
    return tuple(Note(number, anchor) for number, anchor in enumerate(ordered, 1))


def pieces(block: Block, notes: tuple[Note, ...], terms: tuple[TermLink, ...]) -> Iterator[Piece]:
    """The pieces of one block, in order; together they are the block, each character once."""
    inside = sorted(
        (note for note in notes if note.anchor.start < block.end and note.anchor.end > block.start),
        key=lambda note: (note.anchor.start - note.anchor.end, note.number),
    )
    linked = [term for term in terms if block.start <= term.start and term.end <= block.end]
    edges = {block.start, block.end}
    for start, end in [(n.anchor.start, n.anchor.end) for n in inside] + [(t.start, t.end) for t in linked]:
        edges |= {max(start, block.start), min(end, block.end)}
    cuts = sorted(edges)
    opened = {note.number for note in inside if note.anchor.start < block.start}
    for start, end in pairwise(cuts):
        passages = tuple(note for note in inside if note.anchor.start <= start and end <= note.anchor.end)
        opening = frozenset(note.number for note in passages) - opened
        opened |= opening
        term = next((term.term for term in linked if term.start == start and term.end == end), None)
        ending = tuple(note for note in reversed(passages) if note.anchor.end == end)
        yield Piece(start, end, passages, opening, term, tuple(sorted(ending, key=lambda note: note.number)))


def is_in(note: Note, block: Block) -> bool:
    """Whether the note stands under this paragraph: its passage ends there."""
    return block.start < note.anchor.end <= block.end
