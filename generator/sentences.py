"""Where the sentences of a paragraph begin and end.

Careful rather than clever: where a mark may end a sentence or only an abbreviation, it ends none, so that a
sentence is rather too long than cut in two. An ellipsis (… or three dots) alone ends none, a fourth dot does.
What goes on with a small letter is the same sentence, and what holds neither letter nor digit belongs to the
sentence before it. Between a mark and a capital, white space may be lost: “the town.An attack”.
"""

import re

_CLOSING = "\"'”’»)]}』」"
_OPENING = "\"'“‘«„([{『「"
_MARKS_AFTER = f"[{re.escape(_CLOSING)}]"
_STOP = re.compile(rf"(?P<mark>[.!?…؟۔।]+|[。！？]+){_MARKS_AFTER}*(?:\s+{_MARKS_AFTER}+(?!\S))?(?P<space>\s*)")
_LETTER_OR_DIGIT = re.compile(r"[^\W_]")
_LAST_WORD = re.compile(rf"[^\s—–/{re.escape(_OPENING)}]*$")
_REACH = 80  # Characters looked at on each side of a mark, so that the time is proportional to the text.

# In small letters. Those of the second line are other words too where no number follows.
_SHORTENED = (
    "mr mrs ms dr prof st sr jr gen col maj capt lt sgt cpl cmdr adm brig gov sen rep pres rev hon messrs "
    "vs approx ca cf incl inc ltd co corp bros dept им ул пр пл проф акад ген полк тыс млн млрд руб см ср св"
)
_BEFORE_NUMBERS = (
    "no nos nr art fig sec ch vol p pp par jan feb mar apr jun jul aug sep sept oct nov dec ст стр рис гл п"
)
_ABBREVIATIONS, _WITH_NUMBERS = frozenset(_SHORTENED.split()), frozenset(_BEFORE_NUMBERS.split())
_INITIALS = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]")


def sentences(text: str) -> tuple[tuple[int, int], ...]:
    """From which offset up to which each sentence of a paragraph runs, without the white space between them."""
    begins = [0, *(stop.end() for stop in _STOP.finditer(text) if _ends_sentence(text, stop))]
    found: list[tuple[int, int]] = []
    for start, end in zip(begins, [*begins[1:], len(text)], strict=True):
        inner = text[start:end]
        first, last = start + len(inner) - len(inner.lstrip()), start + len(inner.rstrip())
        if found and first < last and not _LETTER_OR_DIGIT.search(inner):
            found[-1] = (found[-1][0], last)
        elif first < last:
            found.append((first, last))
    return tuple(found)


def _ends_sentence(text: str, stop: re.Match[str]) -> bool:
    mark, after = stop["mark"], stop.end()
    following = _LETTER_OR_DIGIT.search(text, after, after + _REACH)
    if following is None or following[0].islower() or mark in ("…", "..."):
        return False
    if mark[0] in "。！？":
        return True
    before = text[max(0, stop.start() - _REACH) : stop.start()]
    is_closed = stop.end("mark") < stop.start("space")
    if not stop["space"]:
        begins_word = text[after].isupper() or text[after] in _OPENING
        if not (begins_word and (is_closed or before[-1:].islower())):
            return False  # 3.5, U.S., A.M.
    if mark != "." or is_closed:
        return True
    word = _LAST_WORD.search(before)
    return not _is_abbreviation(word[0] if word else "", following[0])


def _is_abbreviation(word: str, following: str) -> bool:
    """Whether the full stop after `word` may belong to it: initials (U.S., e.g.), or a known abbreviation."""
    if _INITIALS.fullmatch(word) and (word[0].isupper() or "." in word):
        return True
    return word.lower() in _ABBREVIATIONS or (word.lower() in _WITH_NUMBERS and following.isdigit())
