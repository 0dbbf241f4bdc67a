"""An id made from a title: ASCII, lower case, short, because it becomes an address that never changes.

Letters of other scripts are written in Latin ones (“Тьоткіно” becomes `tetkino` or the like): an author may name
another id before it is used, and never after.
"""

import re
from collections.abc import Collection

from anyascii import anyascii

LONGEST = 60
"""Characters. Longer titles end at a word before it."""


def slug(title: str) -> str:
    """The id; empty where the title holds neither letter nor digit."""
    plain = re.sub(r"['’ʼ]", "", title)
    words = re.findall(r"[a-z0-9]+", anyascii(plain).lower())
    found = ""
    for word in words:
        longer = f"{found}-{word}" if found else word[:LONGEST]
        if len(longer) > LONGEST:
            break
        found = longer
    return found


def sounding(text: str) -> str:
    """About how it sounds, in Latin letters; signs that have no sound by their number in Unicode."""
    heard = re.sub(r"\s+", " ", anyascii(text)).strip()
    return heard if re.search(r"\w", heard) else " ".join(f"U+{ord(each):04X}" for each in text if not each.isspace())


def free(id_: str, taken: Collection[str]) -> str:
    """The id itself, or with a number that makes it new: the first, where none was left out before it.

    The number is not counted up to: thousands of records of one name would take the square of their number.
    """
    if id_ not in taken:
        return id_
    low, high = 1, 2
    while f"{id_}-{high}" in taken:
        low, high = high, high * 2
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if f"{id_}-{middle}" in taken else (low, middle)
    return f"{id_}-{high}"
