"""The one folding under which two texts count as the same words, with the way back to the text as written.

Decides what may differ between a quote and its article: how characters are composed, white space, soft
hyphens, the style of quotation marks and of dashes. Letters, digits, case and all other punctuation count.
The methodology page prints `STEPS`.

A zero-width character counts as white space, so that alone it folds to a space: in scripts that use one, it
parts words. The zero-width joiner and non-joiner change how letters are read, and stay.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from explainer.text.folded import Atoms, Folded

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
    **dict.fromkeys(DOUBLE_QUOTATION_MARKS[1:], '"'),
    **dict.fromkeys(SINGLE_QUOTATION_MARKS[1:], "'"),
    **dict.fromkeys(DASHES[1:], "-"),
}


def fold(text: str) -> Folded:
    """Fold a text. White space at its ends is folded, not taken away."""
    return fold_parts(text, ((0, len(text)),))


def fold_parts(text: str, parts: Iterable[tuple[int, int]]) -> Folded:
    """Fold the `parts` of a text (offsets from, and up to) as one text, as if a line break stood between them."""
    pieces: list[str] = []
    atoms, unseen, length = Atoms(), set[int](), 0
    pattern = _pattern("" if text.isascii() else "".join(sorted(filter(_needs_care, set(text)))))
    for start, end in parts:
        piece, found, hidden = _fold_part(text, start, end, pattern)
        if not piece:
            continue
        if pieces:
            length, joined = _joined(pieces, piece, length, atoms, found)
            hidden.discard(0)  # the space between two parts is seen
            unseen -= {length, length - 1}
            length += joined
        unseen |= {length + index for index in hidden}
        atoms.indexes.extend([length + index for index in found.indexes])
        atoms.lengths.extend(found.lengths)
        atoms.starts.extend(found.starts)
        atoms.ends.extend(found.ends)
        pieces.append(piece)
        length += len(piece)
    written = "".join(pieces)
    return Folded(_alike(written), written, atoms, frozenset(unseen))


def _joined(pieces: list[str], piece: str, length: int, atoms: Atoms, found: Atoms) -> tuple[int, int]:
    """Sees to it that one space stands between the text so far and the next part.

    Gives the length of the text so far, which may lose its space, and that of what was put behind it.
    """
    if not pieces[-1].endswith(" ") and not piece.startswith(" "):
        pieces.append(" ")
        first = found.stretch(0)[0]
        for number in range(bisect_right(found.indexes, 0)):
            if not found.lengths[number]:  # what lies before the first character belongs to the space
                found.starts[number] = found.ends[number] = first
        atoms.add(length, 1, atoms.stretch(length - 1)[1], first)
        return length, 1
    if pieces[-1].endswith(" ") and piece.startswith(" "):
        # One space is enough: the later one, on which a mark may stand.
        begin = atoms.stretch(length - 1)[0]
        pieces[-1] = pieces[-1][:-1]
        atoms.drop_last(length)
        if len(found.indexes) > 1 and found.indexes[1] == 0:
            found.starts[1] = begin
        else:
            _, end = found.stretch(0)
            for numbers, number in zip(
                (found.indexes, found.lengths, found.starts, found.ends), (0, 1, begin, end), strict=True
            ):
                numbers.insert(1, number)
        found.starts[0] = found.ends[0] = begin
        return length - 1, 0
    return length, 0


def _fold_part(text: str, start: int, end: int, pattern: re.Pattern[str]) -> tuple[str, Atoms, set[int]]:
    """A part folded, its atoms, and the indexes of its unseen spaces."""
    pieces: list[str] = []
    atoms, unseen, length, position = Atoms(), set[int](), 0, start
    atoms.add(0, 0, start, start)
    for atom in pattern.finditer(text, start, end):
        first, last = atom.span()
        pieces.append(text[position:first])
        length += first - position
        group = atom[0]
        if group.isspace():
            piece = " "
        else:
            piece = _fold_atom(group)
            if piece == " " and not _SEEN.search(group):
                unseen.add(length)
        atoms.add(length, len(piece), first, last)
        pieces.append(piece)
        length += len(piece)
        position = last
    pieces.append(text[position:end])
    return "".join(pieces), atoms, unseen


def _alike(text: str) -> str:
    """With the marks and dashes that count as the same. So, it takes a quarter of the time of `str.translate`."""
    for mark, same in _ALIKE.items():
        text = text.replace(mark, same)
    return text


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
_GAP = _WHITE + SOFT_HYPHEN
_REGIONAL_INDICATOR = "[\U0001f1e6-\U0001f1ff]"
_JOINER = "\u200d"


@lru_cache(maxsize=4096)
def _needs_care(char: str) -> bool:
    return not char.isascii() and (
        continues(char) or unicodedata.normalize("NFC", char) != char or "\U0001f1e6" <= char <= "\U0001f1ff"
    )


@cache
def _pattern(special: str) -> re.Pattern[str]:
    """What is not copied character by character: runs of white space, soft hyphens, and clusters.

    `special` holds the characters of the text that continue a cluster, are changed by composition, or pair to a flag.
    """
    if not special:
        # A space alone is copied. One class of characters at the start, so that the search is quick.
        return re.compile(rf"[{_GAP}](?:(?<! )|(?=[{_GAP}]))[{_GAP}]*")
    later = "".join(sorted(re.escape(char) for char in special if continues(char)))
    changed = "".join(sorted(re.escape(char) for char in special if not continues(char)))
    white = rf"(?! [^{_GAP}{later}])[{_GAP}]+"
    flag = _REGIONAL_INDICATOR + "{2}"
    # A joiner takes the character after it into the cluster, but for one that stands on white space.
    marks = rf"(?:{SOFT_HYPHEN}*[{later}])" if later else "(?!)"
    tail = rf"(?:{SOFT_HYPHEN}*(?:{_JOINER}[^{_GAP}]|[{later}]))" if later else "(?!)"
    single = rf"[{changed}]" if changed else "(?!)"
    return re.compile(
        rf"{white}{marks}*|{flag}{tail}*|{single}{tail}*|[^{_GAP}]{tail}+" + (f"|[{later}]" if later else "")
    )


_SEEN = re.compile(r"\s")
_WHITE_RUN = re.compile(f"[{_WHITE}]+")


def _fold_atom(atom: str) -> str:
    return unicodedata.normalize("NFC", _WHITE_RUN.sub(" ", atom.replace(SOFT_HYPHEN, "")))
