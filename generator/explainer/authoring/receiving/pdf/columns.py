"""The order in which the lines of a page are read: columns one after the other, each between what spans them.

What lies between two lines that run over all columns is cut where a gap goes from top to bottom of it. The cells of a
table are no columns: its rows are read one by one.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from explainer.authoring.receiving.pdf.lines import PdfLine, row

_GUTTER = 0.8
"""Of the height of a line: the narrowest gap between columns."""
_FEWEST = 3
"""Lines that make a column."""
_NARROWEST = 9
"""Times the height of a line: what is narrower is a cell."""
_EXACT = 0.1
"""Of the height of a line: so near to each other begin the cells of a column."""
_MOST_DEPTH = 8

Column = list[PdfLine]


def columns(lines: Sequence[PdfLine], depth: int = 0) -> list[Column]:
    """The columns of a page, in the order in which they are read, each from top to bottom."""
    bands = list(_bands(lines))
    found: list[Column] = []
    rows: list[list[PdfLine]] = []
    at = 0
    while at < len(bands):
        end, gap = _furthest(bands, at) if depth < _MOST_DEPTH else (at, None)
        if gap is None:
            rows.append(bands[at])
            at += 1
            continue
        inside = [line for band in bands[at:end] for line in band]
        sides = [[line for line in inside if line.right <= gap], [line for line in inside if line.right > gap]]
        found += [_column(rows)] if rows else []
        rows = []
        is_rtl = 2 * sum(line.is_rtl for line in inside) > len(inside)
        for side in reversed(sides) if is_rtl else sides:
            found += columns(side, depth + 1)
        at = end
    return [*found, _column(rows)] if rows else found


def _column(rows: list[list[PdfLine]]) -> Column:
    """Rows as lines. Wide gaps are those of a table where the row above or below has pieces under them."""
    return [
        row(pieces, mark="\t" if any(_is_in_step(pieces, near) for near in _beside(rows, number)) else " ")
        for number, pieces in enumerate(rows)
    ]


def _beside(rows: list[list[PdfLine]], number: int) -> list[list[PdfLine]]:
    return [*rows[max(0, number - 1) : number], *rows[number + 1 : number + 2]]


def _is_in_step(pieces: list[PdfLine], others: list[PdfLine]) -> bool:
    """Whether a piece that is not the first of its row begins where one of the other row does.

    That it ends there says less: justified lines all end at one edge. Then the gap before it must be wide.
    """
    inner, near = _behind_gaps(pieces), _behind_gaps(others)
    for one, gap in inner:
        for other, other_gap in near:
            is_wide = min(gap, other_gap) > 2 * one.size
            if abs(one.left - other.left) < _EXACT * one.size or (
                is_wide and abs(one.right - other.right) < _EXACT * one.size
            ):
                return True
    return False


def _behind_gaps(pieces: list[PdfLine]) -> list[tuple[PdfLine, float]]:
    """The pieces of a row but the first, each with the gap before it."""
    ordered = sorted(pieces, key=lambda piece: piece.left)
    return [(piece, piece.left - before.right) for before, piece in pairwise(ordered)]


def _bands(lines: Sequence[PdfLine]) -> Iterator[list[PdfLine]]:
    """Lines that stand at one height, from top to bottom; columns that are not in step make one band."""
    band: list[PdfLine] = []
    for line in sorted(lines, key=lambda line: (-line.head, line.left)):
        lowest = min((each.foot for each in band), default=0.0)
        if band and line.head - lowest < 0.35 * line.size:
            yield band
            band = []
        band.append(line)
    if band:
        yield band


def _furthest(bands: list[list[PdfLine]], at: int) -> tuple[int, float | None]:
    """How far down from a band a gap goes, and where it is; no gap where what is beside it makes no column."""
    best: tuple[int, float | None] = (at, None)
    inside: list[PdfLine] = []
    for end in range(at, len(bands)):
        inside += bands[end]
        gaps = list(_gaps(inside))
        if not gaps and len(inside) > 1:
            break
        good = next((gap for gap in gaps if _parts(inside, gap)), None)
        if good is not None:
            best = (end + 1, good)
    return best


def _gaps(lines: Sequence[PdfLine]) -> Iterator[float]:
    """Where no line stands, from left to right, over the height of all these lines."""
    size = median(line.size for line in lines)
    edge = None
    for line in sorted(lines, key=lambda line: line.left):
        if edge is not None and line.left - edge > _GUTTER * size:
            yield (line.left + edge) / 2
        edge = line.right if edge is None else max(edge, line.right)


def _parts(lines: Sequence[PdfLine], gap: float) -> bool:
    sides = [[line for line in lines if line.right <= gap], [line for line in lines if line.right > gap]]
    if min(map(len, sides)) < _FEWEST:
        return False
    return min(map(_usual_width, sides)) >= _NARROWEST


def _usual_width(lines: Sequence[PdfLine]) -> float:
    """How wide its rows are, gaps between cells counted, times the height of a line."""
    edges: dict[int, tuple[float, float]] = {}
    for line in lines:
        at = round(line.base / (0.5 * line.size))
        left, right = edges.get(at, (line.left, line.right))
        edges[at] = min(left, line.left), max(right, line.right)
    return median(right - left for left, right in edges.values()) / median(line.size for line in lines)
