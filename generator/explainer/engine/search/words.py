"""What the search takes for one word, and which words it takes for the same.

The folding of quotes (`text.folding`) says which marks are alike; a reader who searches types less than what is
printed, so here case, accents, vowel signs and the apostrophe within a word go, too. What a reader types is folded in
the same way by `theme/assets/later/found.js`; a test holds the two together, character by character.
"""

import re
import unicodedata
from functools import lru_cache

from explainer.text.folding import DASHES, SINGLE_QUOTATION_MARKS, SOFT_HYPHEN, ZERO_WIDTH_SPACES

# Accents of Latin, Greek and Cyrillic; points and vowel signs of Hebrew and Arabic; the line that stretches a word.
_ACCENTS = re.compile("[\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed]")
_ALIKE = {
    **{ord(mark): "'" for mark in SINGLE_QUOTATION_MARKS + "´`′＇"},
    **{ord(dash): "-" for dash in DASHES},
    **{ord(char): " " for char in ZERO_WIDTH_SPACES},
    **{ord(char): "" for char in f"{SOFT_HYPHEN}\u2060\ufeff\u200c\u200d\u200e\u200f\u2066\u2067\u2068\u2069"},
    **{ord(one): other for one, other in zip("łøđðıςىةکی", "loddiσيهكي", strict=True)},
    **{ord(one): other for one, other in {"ß": "ss", "æ": "ae", "œ": "oe", "þ": "th"}.items()},
}
_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3041-\u309f\u30a1-\u30ff\u3400-\u9fff\uf900-\ufaff"
_RUN = re.compile(f"[{_UNSPACED}\U00020000-\U0003ffff]+")
"""Thai, Lao, Burmese, Khmer, Japanese and Chinese: no space says where a word begins."""
COMPOUNDING = frozenset(["af", "da", "de", "et", "fi", "fo", "hu", "is", "nb", "nl", "nn", "no", "sv"])
"""Languages that write several words as one: there a part of a long word is found, too."""
_ARTICLE = re.compile("(?:[وفبك]?ال|لل)(.{3,})")
"""Written with the word, as in “l'assaut”: neither is a part of it."""
_SHORTEST_WHOLE, _SHORTEST_PART = 8, 4


@lru_cache(maxsize=1)
def _of_any_script() -> re.Pattern[str]:
    """A word with its inner apostrophes, or a number with its inner marks. Python's `\\w` has no combining marks."""
    marks = "".join(f"{chr(code)}" for code in (*range(0x0483, 0x3100), *range(0xA66F, 0xAC00)) if _is_mark(code))
    letter = f"(?:[^\\W_]|[{marks}])"
    return re.compile(rf"\d+(?:[.,:]\d+)+|{letter}+(?:'{letter}+)*")


_OF_ASCII = re.compile(r"\d+(?:[.,:]\d+)+|[a-z0-9]+(?:'[a-z0-9]+)*")


def _is_mark(code: int) -> bool:
    return unicodedata.category(chr(code))[0] == "M"


def folded(text: str) -> str:
    """A text in the form in which its words are looked for."""
    text = text.lower()
    if text.isascii():
        return text.replace("`", "'")
    text = _ACCENTS.sub("", unicodedata.normalize("NFKD", text.translate(_ALIKE)))
    return unicodedata.normalize("NFC", text).translate(_ALIKE)


def tokens(text: str) -> list[str]:
    """The words of a text, folded, as they stand there."""
    text = folded(text)
    found: list[str] = (_OF_ASCII if text.isascii() else _of_any_script()).findall(text)
    return found


def terms(token: str) -> tuple[str, ...]:
    """The words of the index that a word of a text stands for: one, but where it holds several."""
    if token.isascii() and "'" not in token:
        return (token,)
    if _RUN.search(token):
        return tuple(_of_unspaced(token))
    whole = token.replace("'", "")
    if found := _ARTICLE.fullmatch(whole):
        return whole, found[1]
    before, _, after = token.partition("'")
    return (whole, after.replace("'", "")) if 0 < len(before) <= 2 < len(after) else (whole,)


def _of_unspaced(token: str) -> list[str]:
    """Each two neighbours, and each last character: what is typed is looked for as such pairs, too."""
    found: list[str] = []
    done = 0
    for run in _RUN.finditer(token):
        found.append(token[done : run.start()])
        found += [run[0][at : at + 2] for at in range(len(run[0]))]
        done = run.end()
    return [each for each in (*found, token[done:]) if each]


def parts(term: str) -> tuple[str, ...]:
    """What a compound may end in, each also the beginning of something: “übergangsstelle” of “Grenzübergangsstelle”."""
    if len(term) < _SHORTEST_WHOLE or not term.isalpha():
        return ()
    return tuple(term[at:] for at in range(3, len(term) - _SHORTEST_PART + 1))
