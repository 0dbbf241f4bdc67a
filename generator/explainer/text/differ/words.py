"""Two folded texts compared word by word: which stretches are equal, which are not."""

from collections.abc import Iterable
from dataclasses import dataclass

from explainer.text.differ.kinds import Difference, kinds
from explainer.text.folded import Folded

_AROUND = 3
"""Equal words shown on each side of a difference."""
_BEFORE = 2
"""Words before a difference that tell whether it begins a sentence, or follows an article."""
_LARGEST = 25_000_000
"""Words of one text times words of the other, above which what lies between their equal ends is one difference."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words of both texts, as written, that are equal, or stand in each other's place. One side may have none."""

    ours: tuple[str, ...]
    theirs: tuple[str, ...]
    is_equal: bool
    kinds: frozenset[Difference] = frozenset()


@dataclass(frozen=True, slots=True)
class WordComparison:
    kinds: tuple[Difference, ...]
    diff: str
    """The words in order, as written: [-only in the first-] {+only in the second+}."""

    @property
    def is_loud(self) -> bool:
        return any(kind.is_loud for kind in self.kinds)


def compare(ours: Folded, theirs: Folded, language: str = "") -> WordComparison:
    """What differs between two folded texts of a language (BCP 47). Long equal stretches are shortened."""
    found = stretches(ours, theirs, language)
    shown: list[str] = []
    for stretch in shortened(found):
        if stretch.is_equal:
            shown.extend(stretch.theirs)
            continue
        if stretch.ours:
            shown.append(f"[-{' '.join(stretch.ours)}-]")
        if stretch.theirs:
            shown.append(f"{{+{' '.join(stretch.theirs)}+}}")
    different = {kind for stretch in found for kind in stretch.kinds}
    # "Tuesday." against "Tuesday" is wording and punctuation; the lesser need not be named beside the greater.
    if Difference.WORDING in different or any(kind.is_loud for kind in different):
        different -= {Difference.PUNCTUATION, Difference.SPACING}
    return WordComparison(tuple(kind for kind in Difference if kind in different), " ".join(shown))


def stretches(ours: Folded, theirs: Folded, language: str = "") -> tuple[Stretch, ...]:
    """Equal and different stretches in turn; a deletion beside an insertion is one different stretch."""
    first, second = ours.text.split(), theirs.text.split()
    first_written, second_written = tuple(ours.written.split()), tuple(theirs.written.split())
    found = []
    for is_equal, a, b, c, d in _regions(first, second):
        unlike: frozenset[Difference] = frozenset()
        if not is_equal:
            before = " ".join(first[max(0, a - _BEFORE) : a]), " ".join(second[max(0, c - _BEFORE) : c])
            unlike = frozenset(kinds(" ".join(first[a:b]), " ".join(second[c:d]), language, before))
        found.append(Stretch(first_written[a:b], second_written[c:d], is_equal, unlike))
    return tuple(found)


def shortened(found: Iterable[Stretch]) -> tuple[Stretch, ...]:
    """The same with no more equal words than are needed to see where a difference stands."""
    all_found = tuple(found)
    last = len(all_found) - 1
    return tuple(
        Stretch(
            _shorten(stretch.ours, is_first=index == 0, is_last=index == last),
            _shorten(stretch.theirs, is_first=index == 0, is_last=index == last),
            is_equal=True,
        )
        if stretch.is_equal
        else stretch
        for index, stretch in enumerate(all_found)
    )


_Region = tuple[bool, int, int, int, int]
"""Whether it is equal; from where up to where in the first text, and in the second."""


def _regions(first: list[str], second: list[str]) -> list[_Region]:
    regions: list[_Region] = []
    for is_equal, a, b, c, d in _aligned(first, second):
        if regions and regions[-1][0] == is_equal:
            a, c = regions.pop()[1::2]
        regions.append((is_equal, a, b, c, d))
    return regions


def _aligned(first: list[str], second: list[str]) -> Iterable[_Region]:
    from rapidfuzz.distance import Indel  # here, because most runs compare nothing

    start = _common(first, second)
    end = _common(first[start:][::-1], second[start:][::-1])
    stop, until = len(first) - end, len(second) - end
    if start:
        yield True, 0, start, 0, start
    if (stop - start) * (until - start) > _LARGEST:
        yield False, start, stop, start, until
    else:
        for code in Indel.opcodes(first[start:stop], second[start:until]):
            yield (
                code.tag == "equal",
                start + code.src_start, start + code.src_end, start + code.dest_start, start + code.dest_end,
            )  # fmt: skip
    if end:
        yield True, stop, len(first), until, len(second)


def _common(first: list[str], second: list[str]) -> int:
    """How many words both begin with."""
    pairs = enumerate(zip(first, second, strict=False))
    return next((index for index, (ours, theirs) in pairs if ours != theirs), min(len(first), len(second)))


def _shorten(words: tuple[str, ...], *, is_first: bool, is_last: bool) -> tuple[str, ...]:
    head = () if is_first else words[:_AROUND]
    tail = () if is_last else words[max(len(head), len(words) - _AROUND) :]
    left_out = ("…",) if len(head) + len(tail) < len(words) else ()
    return (*head, *left_out, *tail)
