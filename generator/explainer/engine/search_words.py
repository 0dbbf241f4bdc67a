"""In what forms the search finds words, and where it parts them.

A reader types another apostrophe than the page prints: an apostrophe inside a word is written in one form, in the
index here and in what is typed by `theme/assets/later/search.js`, which does the same. Left alone, the
theme parts words at spaces and hyphens only, so that a word after a quotation mark or a bracket is another word.
"""

import re
import unicodedata
from functools import cache

APOSTROPHES = "'’‘‛ʼʻ´`′＇"
"""Typed or printed as an apostrophe. The first is that of keyboards, the second that of print."""
_INSIDE = re.compile(rf"(?:(?<=[^\W_])|(?<=[\u0300-\u036f]))[{APOSTROPHES}](?=[^\W_])")
_UNSEEN = re.compile("[\u00ad\u2060\ufeff]")
_MARKS_AS_ENTITIES = re.compile("&(?:#x27|#39|quot);")
_BETWEEN_WORDS = r"""\s\-‐-―−…;:!?()\[\]{}<>"“”„‟«»‹›/\\|=&@#%·•§©\u2066-\u2069\u200e\u200f、。，．「」『』（）؟،؛।"""
_LETTER = r"0-9A-Za-z\u00c0-\u1fff\u2c00-\u2dff\u3040-\ud7ff"
# The theme puts what it marks on a page into the same expression with `\` before some marks, so that may stand there.
_SEPARATOR = (
    rf"(?:&(?:amp|lt|gt);|\\?[{_BETWEEN_WORDS}]|\\?[.,](?!\d))+[{APOSTROPHES}]*"
    rf"|^[{APOSTROPHES}]+|[{APOSTROPHES}]+(?![{_LETTER}])"
)


@cache
def separator(theirs: str) -> str:
    """Between which characters the browser parts words, as an expression of JavaScript: also where `theirs` says."""
    return f"{_SEPARATOR}|{theirs}" if theirs else _SEPARATOR


def folded(text: str) -> str:
    """Words of the index, which may be HTML, as they are looked for."""
    text = _MARKS_AS_ENTITIES.sub(lambda entity: '"' if entity[0] == "&quot;" else "'", text)
    return _INSIDE.sub("’", _UNSEEN.sub("", unicodedata.normalize("NFC", text)))
