"""The one folding under which two texts count as the same words, with the way back to the text as written.

Decides what may differ between a quote and its article: how characters are composed, white space, soft
hyphens, the style of quotation marks and of dashes. Letters, digits, case and all other punctuation count.
The methodology page prints `STEPS`.

A zero-width character counts as white space, so that alone it folds to a space: in scripts that use one, it
parts words. The zero-width joiner and non-joiner change how letters are read, and stay.
"""

import re
import unicodedata
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache

SOFT_HYPHEN = "\u00ad"
ZERO_WIDTH_SPACES = "\u200b\u2060\ufeff"
DOUBLE_QUOTATION_MARKS = '"“”„‟«»'
SINGLE_QUOTATION_MARKS = "'‘’‚‛‹›ʼ"
DASHES = "-‐‑‒–—―−"


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the folding, as the methodology page prints it."""

    name: str
    meaning: str
    before: str
    after: str
    """What `before` becomes."""

    @property
    def visible_before(self) -> tuple[tuple[str, str], ...]:
        """The characters of `before`, each with its name where a reader could not see it."""
        return tuple((char, INVISIBLE.get(char, "")) for char in self.before)


INVISIBLE = {
    "\n": "line break",
    "\u00a0": "no-break space",
    "\u00ad": "soft hyphen",
    "\u200b": "zero-width space",
    "\u0301": "combining acute accent",
}

# The examples are words of no language: the page is read in many.
STEPS = (
    Step(
        "Soft hyphens",
        "Soft hyphens, which mark where a word may be broken, are dropped.",
        "Am\u00adster\u00addam",
        "Amsterdam",
    ),
    Step(
        "Composed characters",
        "A letter with separate accents becomes the composed letter (Unicode normalisation form C).",
        "cafe\u0301",
        "café",
    ),
    Step(
        "White space",
        "Any run of white space becomes one space: line breaks, no-break spaces and zero-width spaces are white "
        "space too.",
        "10\u00a0km,\u200b\n12\u00a0kg",
        "10 km, 12 kg",
    ),
    Step(
        "Quotation marks",
        "Double quotation marks of every style (" + " ".join(DOUBLE_QUOTATION_MARKS) + ") are alike, and so are single "
        "ones and apostrophes (" + " ".join(SINGLE_QUOTATION_MARKS) + "); a double mark is never a single one.",
        "“O’Neill”",
        '"O\'Neill"',
    ),
    Step(
        "Dashes",
        "Hyphens, dashes and the minus sign (" + " ".join(DASHES) + ") are alike.",
        "A — B: 100–200",
        "A - B: 100-200",
    ),
)

_ALIKE = {
    **{ord(mark): '"' for mark in DOUBLE_QUOTATION_MARKS},
    **{ord(mark): "'" for mark in SINGLE_QUOTATION_MARKS},
    **{ord(dash): "-" for dash in DASHES},
}


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text. Offsets into it are called indexes here, offsets into the text as written offsets.

    `starts` and `ends` give, for each folded character, the stretch of the written text that it stands for.
    Characters that belong to one cluster (a letter and its accents) share the stretch of the whole cluster. They are
    arrays, because a list of numbers takes ten times as much: of an article of 4 MB, hundreds of them.
    """

    text: str
    written: str
    """As long as `text`; white space and composition folded, quotation marks and dashes as written: for display."""
    starts: Sequence[int] = field(repr=False)
    ends: Sequence[int] = field(repr=False)
    unseen: frozenset[int] = frozenset()
    """The indexes of spaces that stand for zero-width characters alone: no reader sees them."""

    def is_edge(self, index: int) -> bool:
        """Whether a cluster begins at `index`, or the text ends there: a span may begin and end only at edges."""
        if index in (0, len(self.text)):
            return True
        return (self.starts[index - 1], self.ends[index - 1]) != (self.starts[index], self.ends[index])

    def offsets(self, start: int, end: int) -> tuple[int, int]:
        """Where the folded characters from `start` up to, not including, `end` stand in the written text."""
        return self.starts[start], self.ends[end - 1]

    def indexes(self, start: int, end: int) -> tuple[int, int]:
        """The folded characters that stand for the written ones from `start` up to, not including, `end`."""
        return bisect_right(self.ends, start), bisect_left(self.starts, end)


def fold(text: str) -> Folded:
    """Fold a text. White space at its ends is folded, not taken away."""
    return fold_parts(text, ((0, len(text)),))


def fold_parts(text: str, parts: Iterable[tuple[int, int]]) -> Folded:
    """Fold the `parts` of a text (offsets from, and up to) as one text, as if a line break stood between them."""
    pieces: list[str] = []
    starts, ends = _offsets(), _offsets()
    unseen: set[int] = set()
    atoms = _atoms(frozenset(filter(_needs_care, set(text))))
    for start, end in parts:
        piece, firsts, lasts, hidden = _fold_part(text, start, end, atoms)
        if pieces and piece:
            if not pieces[-1].endswith(" ") and not piece.startswith(" "):
                piece = f" {piece}"
                firsts, lasts = _offsets((ends[-1],)) + firsts, _offsets((firsts[0],)) + lasts
                hidden = {index + 1 for index in hidden}
            elif pieces[-1].endswith(" ") and piece.startswith(" "):
                # One space is enough: the later one, on which a mark may stand.
                begin, pieces[-1] = starts.pop(), pieces[-1][:-1]
                ends.pop()
                of_space = lasts.count(lasts[0])
                firsts[:of_space] = _offsets((begin,)) * of_space
            hidden.discard(0)  # the space between two parts is seen
            unseen -= {len(ends), len(ends) - 1}
        if piece:
            unseen |= {len(ends) + index for index in hidden}
            pieces.append(piece)
            starts += firsts
            ends += lasts
    written = "".join(pieces)
    return Folded(written.translate(_ALIKE), written, starts, ends, frozenset(unseen))


def _fold_part(
    text: str, start: int, end: int, atoms: re.Pattern[str]
) -> tuple[str, "array[int]", "array[int]", set[int]]:
    """A part folded, the stretch that each character of it stands for, and the indexes of its unseen spaces."""
    pieces: list[str] = []
    starts, ends = _offsets(), _offsets()
    unseen: set[int] = set()

    def copy(first: int, last: int) -> None:
        pieces.append(text[first:last])
        starts.extend(range(first, last))
        ends.extend(range(first + 1, last + 1))

    position = start
    for atom in atoms.finditer(text, start, end):
        copy(position, atom.start())
        piece = _fold_atom(atom.group())
        if piece == " " and not _SEEN.search(atom.group()):
            unseen.add(len(ends))
        pieces.append(piece)
        starts.extend([atom.start()] * len(piece))
        ends.extend([atom.end()] * len(piece))
        position = atom.end()
    copy(position, end)
    return "".join(pieces), starts, ends, unseen


def _offsets(values: Iterable[int] = ()) -> "array[int]":
    return array("I", values)


def continues(char: str) -> bool:
    """Whether a character belongs to the one before it: a mark, a later part of a Korean syllable or of an emoji."""
    return (
        unicodedata.category(char)[0] == "M"
        or "\u1160" <= char <= "\u11ff"
        or "\ud7b0" <= char <= "\ud7ff"
        or "\U0001f3fb" <= char <= "\U0001f3ff"
        or "\U000e0020" <= char <= "\U000e007f"
        or char in "\u200c\u200d\U00016d63\U00016d67"
    )


_WHITE = rf"\s{ZERO_WIDTH_SPACES}"
_REGIONAL_INDICATOR = "[\U0001f1e6-\U0001f1ff]"
_JOINER = "\u200d"


def _needs_care(char: str) -> bool:
    return not char.isascii() and (continues(char) or unicodedata.normalize("NFC", char) != char)


@cache
def _atoms(special: frozenset[str]) -> re.Pattern[str]:
    """What is not copied character by character: runs of white space, soft hyphens, and clusters.

    `special` holds the characters of the text that continue a cluster or are changed by composition.
    """
    white = rf"(?! [^{_WHITE}{SOFT_HYPHEN}{{}}])[{_WHITE}{SOFT_HYPHEN}]+"
    flag = _REGIONAL_INDICATOR + "{2}"
    if not special:
        return re.compile(white.format("") + "|" + flag)
    later = "".join(sorted(re.escape(char) for char in special if continues(char)))
    changed = "".join(sorted(re.escape(char) for char in special if not continues(char)))
    # A joiner takes the character after it into the cluster, but for one that stands on white space.
    marks = rf"(?:{SOFT_HYPHEN}*[{later}])" if later else "(?!)"
    tail = rf"(?:{SOFT_HYPHEN}*(?:{_JOINER}[^{_WHITE}{SOFT_HYPHEN}]|[{later}]))" if later else "(?!)"
    single = rf"[{changed}]" if changed else "(?!)"
    return re.compile(
        rf"{white.format(later)}{marks}*|{flag}{tail}*|{single}{tail}*|[^{_WHITE}{SOFT_HYPHEN}]{tail}+"
        + (f"|[{later}]" if later else "")
    )


_SEEN = re.compile(r"\s")
_WHITE_RUN = re.compile(f"[{_WHITE}]+")


def _fold_atom(atom: str) -> str:
    return unicodedata.normalize("NFC", _WHITE_RUN.sub(" ", atom.replace(SOFT_HYPHEN, "")))
