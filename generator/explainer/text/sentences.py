"""Where the sentences of a paragraph begin and end.

Careful rather than clever: where a mark may end a sentence or only an abbreviation, it ends none, so that a
sentence is rather too long than cut in two. What is short for something depends on the language, of which
`abbreviations` knows the words; some write ordinal numbers with a full stop. An ellipsis (… or three dots) alone
ends none, a fourth dot does. What goes on with a small letter is the same sentence, and so is what reports that
something was said, in Chinese and Japanese; what holds neither letter nor digit belongs to the sentence before it,
and the number or letter of an item of a list to the one after it. Between a mark and a capital, white space may be
lost: “the town.An attack”.
"""

import re

from explainer.text import abbreviations

# Languages do not agree on which side of the words these stand: before a letter they open, else they close.
_EITHER = "“‟‘‛«»‹›"
_CLOSING = f"(?:[\"'”’)\\]}}』」〉》]|[{_EITHER}](?!\\w))"
_OPENING = "\"'„‚([{『「〈《¿¡" + _EITHER
_UNSPACED = "。！？｡．។៕။"
# Between spaces, a mark closes: « Oui. » But what opens on a side of its own in French opens there: Oui. « Non. »
_ALONE = "[\"'”’)\\]}』」〉》“‟‘‛»›]"
_STOP = re.compile(rf"(?P<mark>[.!?…؟۔।॥։።]+|[{_UNSPACED}]+){_CLOSING}*(?:\s+{_ALONE}+(?!\S))?(?P<space>\s*)")
_LETTER_OR_DIGIT = re.compile(r"[^\W_]")
_LAST_WORD = re.compile(rf"(?<![^\s—–/{re.escape(_OPENING)}])[^\s—–/{re.escape(_OPENING)}]*$")
_REACH = 80  # Characters looked at on each side of a mark, so that the time is proportional to the text.

_INITIALS = re.compile(r"(?:[^\W\d_]\.-?)*[^\W\d_]")
_DOTTED = re.compile(r"[^\W\d_]{1,2}(?:\.[^\W\d_]{1,4})+")
_ITEM = re.compile(r"(?:^|[\n\r])[^\S\n\r]*[(\[]?(?:\d{1,3}(?:\.\d{1,3})*|[ivxlcIVXLC]{1,5}|[^\W\d_])[)\]]?$")
_ORDINAL = re.compile(r"\d{1,3}(?:\.\d{1,2})?|[IVXLC]+")
_VOWEL = re.compile("[aeiouyàáâãäåæèéêëìíîïòóôõöøùúûüýÿœąęěůűőāēīūėįųıаеёиоуыэюяєіїўαεηιουωάέήίόύώ]")
_VOWELLED = re.compile("[a-zà-žα-ωа-яґђ-џ]+")
_REPORTS = re.compile(
    r"(?:と(?!こ)|って|っと|など|[のをがはにもでだや、，])"
    r"|[^。！？，、；：\s]{0,10}?(?:说|說|道|问|問|答|喊|表示|指出|补充|補充)"
)
"""What goes on after a closed quotation in Japanese (a particle) or Chinese (who says so)."""


_PARTICLES = "のを"
"""Begin no sentence: モーニング娘。の."""


def sentences(text: str, language: str) -> tuple[tuple[int, int], ...]:
    """From which offset up to which each sentence of a paragraph runs, without the white space between them.

    `language` is a tag of BCP 47; of one that is not known, the words of all languages are taken for abbreviations.
    """
    subtag = language.lower().split("-")[0]
    subtag = abbreviations.ALIKE.get(subtag, subtag)
    begins = [0]
    for stop in _STOP.finditer(text):
        if _ends_sentence(text, begins[-1], stop, subtag):
            begins.append(stop.end())
    found: list[tuple[int, int]] = []
    for start, end in zip(begins, [*begins[1:], len(text)], strict=True):
        inner = text[start:end]
        first, last = start + len(inner) - len(inner.lstrip()), start + len(inner.rstrip())
        if found and first < last and not _LETTER_OR_DIGIT.search(inner):
            found[-1] = (found[-1][0], last)
        elif first < last:
            found.append((first, last))
    return tuple(found)


_BEFORE_FIRST = re.compile(rf"(?:[.!?…:؟]{_CLOSING}*\s+|[{re.escape(_OPENING)}\"'])$")


def may_begin(text: str, start: int) -> bool:
    """Whether a sentence, or a quotation, may begin with the word at `start`: a capital there says nothing."""
    before = text[max(0, start - 12) : start]
    return not before.strip() or bool(_BEFORE_FIRST.search(before))


def _ends_sentence(text: str, begin: int, stop: re.Match[str], language: str) -> bool:
    """Whether a mark ends the sentence that begins at `begin`."""
    mark, after = stop["mark"], stop.end()
    following = _LETTER_OR_DIGIT.search(text, after, after + _REACH)
    if following is None or following[0].islower() or mark in ("…", "..."):
        return False
    is_closed = stop.end("mark") < stop.start("space")
    if mark[0] in _UNSPACED:
        return not _REPORTS.match(text, after, after + _REACH) if is_closed else text[after] not in _PARTICLES
    before = text[max(begin, stop.start() - _REACH) : stop.start()]
    if not stop["space"]:
        begins_word = text[after].isupper() or text[after] in _OPENING
        if not (begins_word and (is_closed or before[-1:].islower())):
            return False  # 3.5, U.S., A.M.
    if mark != "." or is_closed:
        return True
    if _ITEM.search(before):
        return False
    word = _LAST_WORD.search(before)
    return not _is_abbreviation(word[0] if word else "", following[0], language)


def _is_abbreviation(word: str, following: str, language: str) -> bool:
    """Whether the full stop after `word` may belong to it."""
    if _INITIALS.fullmatch(word) or _DOTTED.fullmatch(word):
        return True  # U.S., e.g., z. B., n.Chr.
    is_known = language in abbreviations.BY_LANGUAGE
    if (language in abbreviations.WITH_ORDINALS or not is_known) and _ORDINAL.fullmatch(word):
        return True
    last = word.rsplit("-", 1)[-1]
    for short in (word.lower(), last.lower()):
        if short in abbreviations.EVERYWHERE or (short in abbreviations.BEFORE_NUMBERS and following.isdigit()):
            return True
        if short in abbreviations.BY_LANGUAGE.get(language, _ALL):
            return True
    return (language == "de" and last.endswith("str")) or _has_no_vowel(last, language)


_ALL = frozenset().union(*abbreviations.BY_LANGUAGE.values())


def _has_no_vowel(word: str, language: str) -> bool:
    """Whether a word that is not in capitals cannot be spoken as it is written: bzw, Mrd, грн."""
    if len(word) < 2 or word[1:].isupper() or language in abbreviations.WITH_VOWELLESS_WORDS:
        return False
    return bool(_VOWELLED.fullmatch(word.lower())) and not _VOWEL.search(word.lower())
