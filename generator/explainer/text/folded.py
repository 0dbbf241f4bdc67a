"""A folded text, and the way from each of its characters to where it stands in the text as written, and back."""

from array import array
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field


def _numbers() -> "array[int]":
    return array("I")


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text. Offsets into it are called indexes here, offsets into the text as written offsets.

    Nearly all characters stand for one written character, right after the one before. What does not is an *atom*: a run
    of white space, a cluster such as a letter and its accents, of which all characters share the stretch. Places are
    found by bisection among the atoms; a number for each character would take most of the time of folding.
    """

    text: str
    written: str
    """As long as `text`; white space and composition folded, quotation marks and dashes as written: for display."""
    atoms: "Atoms" = field(repr=False)
    unseen: frozenset[int] = frozenset()
    """The indexes of spaces that stand for zero-width characters alone: no reader sees them."""

    def is_edge(self, index: int) -> bool:
        """Whether a cluster begins at `index`, or the text ends there: a span may begin and end only at edges."""
        atom = bisect_left(self.atoms.indexes, index) - 1
        return index == len(self.text) or atom < 0 or index >= self.atoms.indexes[atom] + self.atoms.lengths[atom]

    def offsets(self, start: int, end: int) -> tuple[int, int]:
        """Where the folded characters from `start` up to, not including, `end` stand in the written text."""
        return self.atoms.stretch(start)[0], self.atoms.stretch(end - 1)[1]

    def indexes(self, start: int, end: int) -> tuple[int, int]:
        """The folded characters that stand for the written ones from `start` up to, not including, `end`."""
        first = bisect_right(self.atoms.ends, start) - 1
        last = bisect_left(self.atoms.starts, end) - 1
        return self._after(first, start), self._after(last, end)

    def _after(self, atom: int, offset: int) -> int:
        """The index of the character at `offset`, which lies behind the atom and before the next; else of the next."""
        if atom < 0:
            return 0
        after = self.atoms.indexes[atom] + self.atoms.lengths[atom]
        following = self.atoms.indexes[atom + 1] if atom + 1 < len(self.atoms.indexes) else len(self.text)
        return min(after + max(0, offset - self.atoms.ends[atom]), following)


@dataclass(frozen=True, slots=True)
class Atoms:
    """In order: at what index each begins, its length in folded characters, the written stretch it stands for.

    One of no length says that the character at its index stands where it ends. The first begins the text.
    """

    indexes: "array[int]" = field(default_factory=lambda: _numbers())
    lengths: "array[int]" = field(default_factory=lambda: _numbers())
    starts: "array[int]" = field(default_factory=lambda: _numbers())
    ends: "array[int]" = field(default_factory=lambda: _numbers())

    def add(self, index: int, length: int, start: int, end: int) -> None:
        self.indexes.append(index)
        self.lengths.append(length)
        self.starts.append(start)
        self.ends.append(end)

    def stretch(self, index: int) -> tuple[int, int]:
        """Where the folded character at `index` stands in the written text."""
        atom = bisect_right(self.indexes, index) - 1
        behind = index - self.indexes[atom] - self.lengths[atom]
        if behind < 0:
            return self.starts[atom], self.ends[atom]
        return self.ends[atom] + behind, self.ends[atom] + behind + 1

    def drop_last(self, length: int) -> None:
        """Forget the last atom if it is one character, the last of a text of this length."""
        if self.lengths[-1] == 1 and self.indexes[-1] == length - 1:
            for numbers in (self.indexes, self.lengths, self.starts, self.ends):
                numbers.pop()
