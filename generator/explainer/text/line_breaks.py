"""What line breaks inside a text mean: wrapped prose, lines (lists, verse, dialogue, rows), or paragraphs.

A break is explained by wrapping where the first word of the next line would not have fitted. Nothing is guessed from a
break alone: prose that was wrapped at any width flows on.
"""

import re
import unicodedata
from collections.abc import Sequence
from itertools import pairwise

_NARROWEST, _WIDEST = 40, 120
"""Columns between which texts are wrapped by programs and by hand."""
_SHORT = 64
"""Columns: a longer line is no line of a verse or of an address."""
_WRAPPED = 0.75
_ITEM = re.compile(r"\s*(?:[-–—•‣◦▪·*+]|\(?(?:\d{1,3}|[^\W\d_])[.)])\s+\S")
_SPEAKER = re.compile(r"\s*[^\W\d_][^:：.!?]{0,30}[:：](?:\s|$)")
_ENDS = re.compile(r"[.!?…。！？؟۔।:：;][\"'”’“‘»«›‹)\]』」]*$|[\"”»』」]$")


def are_kept(lines: Sequence[str]) -> bool:
    """Whether the lines of one paragraph are lines to the reader: items, verse, what people say, rows of a table."""
    if len(lines) < 2:
        return False
    if any("\t" in line.strip() for line in lines):
        return True
    items = [bool(_ITEM.match(line)) for line in lines]
    if sum(items) >= 2 or (any(items[1:]) and not _is_wrapped(lines)):
        return True
    if sum(bool(_SPEAKER.match(line)) for line in lines) * 2 > len(lines):
        return True
    return max(map(_width, lines)) <= _SHORT and not _is_wrapped(lines)


def are_paragraphs(text: str) -> bool:
    """Whether each line of a text is a paragraph, as word processors and browsers write it.

    So it is where most of the words stand in runs of lines that were not wrapped, are longer than lines of verse,
    and mostly end as paragraphs do.
    """
    runs = [[line.strip() for line in run.split("\n")] for run in re.split(r"\n\s*\n", text.strip())]
    all_, such = 0, 0
    for run in runs:
        size = sum(map(len, run))
        all_ += size
        such += size if len(run) > 2 and _are_paragraphs(run) else 0
    return such * 2 > all_


def _are_paragraphs(lines: Sequence[str]) -> bool:
    if _is_wrapped(lines) or max(map(_width, lines)) <= _SHORT or any("\t" in line for line in lines):
        return False
    ending = [bool(_ENDS.search(line)) or _width(line) <= _SHORT for line in lines]
    ends = sum(bool(_ENDS.search(line)) for line in lines)
    return all(ending) and ends * 2 >= len(lines) and sum(bool(_ITEM.match(line)) for line in lines) < 2


def _is_wrapped(lines: Sequence[str]) -> bool:
    """Whether the lines were broken where they were full."""
    widths = [_width(line) for line in lines]
    widest = max(widths)
    if not _NARROWEST <= widest <= _WIDEST:
        return False
    full = [width + 1 + _width(after.split(maxsplit=1)[0]) > widest for (width, (_, after)) in
            zip(widths, pairwise(lines), strict=False) if after.strip()]  # fmt: skip
    return sum(full) >= _WRAPPED * len(full)


def _width(line: str) -> int:
    """Columns of a line; characters of East Asia take two."""
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in line.rstrip())
