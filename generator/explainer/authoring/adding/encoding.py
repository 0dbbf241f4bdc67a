"""The text of a file of HTML, in the encoding that it has, with what of it could not be read.

A mark at the beginning decides; then the bytes, where they are UTF-8 whatever the page declares (a copy of another
program often keeps the declaration of the original); then the declaration; then the language of the page, as browsers
do. A wrong byte costs that byte: it becomes U+FFFD, and nothing else of the page is read otherwise for it.
"""

import codecs
import re
from dataclasses import dataclass

_DECLARED = re.compile(
    rb"(?:<meta[^<>]+charset|<\?xml[^>]{0,60}encoding)\s*=\s*(?:[\"']\s*)?([A-Za-z0-9_.:-]+)", re.IGNORECASE
)
_LANGUAGE = re.compile(rb"<html[^<>]{0,400}?\slang\s*=\s*[\"']?([A-Za-z]{2,3})\b", re.IGNORECASE)
_BEGINNING = 4096
_FIRST_TAG = re.compile(r"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_SPACE = re.compile(r"\s*")
_BEFORE = {"<!--": "-->", "<?xml": "?>"}
_TEXTS = re.compile(r"\.(?:txt|text|md|markdown|mdown|rst|asc|log)$", re.IGNORECASE)
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LATIN = frozenset({"iso-8859-1", "iso8859-1", "latin-1", "latin1", "l1", "ascii", "us-ascii"})
_OTHERWISE_IN_BROWSERS = {"x-sjis": "cp932", "shift_jis": "cp932", "shift-jis": "cp932", "sjis": "cp932",
                          "windows-31j": "cp932", "gb2312": "gb18030", "gbk": "gb18030", "x-gbk": "gb18030",
                          "ks_c_5601-1987": "cp949", "euc-kr": "cp949", "iso-8859-9": "windows-1254",
                          "x-cp1251": "windows-1251", "x-cp1252": "windows-1252", "tis-620": "cp874",
                          "windows-874": "cp874", "iso-8859-11": "cp874", "x-mac-cyrillic": "mac-cyrillic",
                          "macintosh": "mac-roman", "big5": "big5hkscs", "iso-8859-8-i": "iso-8859-8"}  # fmt: skip
_OF_LANGUAGE = {
    **dict.fromkeys(("be", "bg", "mk", "ru", "sr", "uk"), "windows-1251"),
    **dict.fromkeys(("cs", "hr", "hu", "pl", "sk", "sl"), "windows-1250"),
    **dict.fromkeys(("ar", "fa", "ur"), "windows-1256"),
    **dict.fromkeys(("et", "lt", "lv"), "windows-1257"),
    "el": "windows-1253", "he": "windows-1255", "ja": "cp932", "ko": "cp949", "ku": "windows-1254", "th": "cp874",
    "tr": "windows-1254", "vi": "windows-1258", "zh": "gb18030",
}  # fmt: skip
"""What browsers take for a page that says nothing of its encoding, by its language (Encoding and HTML standards)."""
_KNOWN = re.compile(
    r"utf-8|windows-\d+|cp\d+|iso-?8859-\d+|koi8-[ru]|mac-(?:cyrillic|roman)|big5hkscs|euc-jp|iso-2022-jp|gb18030"
)
"""Python knows more codecs, among them some that are no encodings of pages."""
_UNREAD = re.compile("[\udc80-\udcff]+")
_BEYOND_ASCII = re.compile("[^\x00-\x7f]+")
_FEW = 10
"""So many whole characters for each wrong byte are UTF-8 with an accident, whatever a page declares."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A page as text."""

    text: str
    encoding: str
    wrong: int = 0
    """How many bytes (in other encodings than UTF-8: places) could not be read; U+FFFD stands for them."""
    lines: tuple[int, ...] = ()
    """The lines of the file in which they stand, counted from 1."""
    declared: str = ""
    """What the page says of its encoding, where that is not so."""


def is_html(name: str, content: bytes) -> bool:
    """Whether a file is HTML: by its name, or by its beginning where the name is not that of a text."""
    if re.search(r"\.x?html?$", name, re.IGNORECASE):
        return True
    return not _TEXTS.search(name) and _begins_as_html(content)


def _begins_as_html(content: bytes) -> bool:
    """Whether the first tag is one of a page, after comments and a declaration of XML. Each is passed once."""
    text = _begin(content)
    at = _past_space(text, 0)
    while end := next((end for start, end in _BEFORE.items() if text.startswith(start, at)), ""):
        found = text.find(end, at)
        if found < 0:
            return False
        at = _past_space(text, found + len(end))
    return bool(_FIRST_TAG.match(text, at))


def _past_space(text: str, at: int) -> int:
    match = _SPACE.match(text, at)
    return match.end() if match else at


def _begin(content: bytes) -> str:
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return content[len(mark) : 16 * _BEGINNING].decode(encoding, "replace")
    return content[: 16 * _BEGINNING].decode("latin-1")


def decode_html(content: bytes, charset: str = "") -> Decoded:
    """The text of a page. `charset` is what was said of it outside of it. Nothing raises: all bytes are some text."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _decoded(content[len(mark) :], encoding)
    if wide := _wide(content):
        return _decoded(content, wide)
    found = _DECLARED.search(content[:_BEGINNING])
    declared = charset.strip().lower() or (found[1].decode().lower() if found else "")
    whole, wrong = _utf8(content)
    is_utf8 = not wrong or whole >= _FEW * wrong
    if not declared or declared in ("utf-8", "utf8"):
        # Where the page says UTF-8, a byte or two do not make it another encoding; where it says nothing, they may.
        if is_utf8 or whole > wrong or (declared and wrong < 3):
            return _decoded(content, "utf-8")
        other = _by_language(content)
        return _decoded(content, other, declared=declared)
    encoding = _as_browsers(declared)
    if is_utf8 and (whole or encoding == "utf-8"):
        return _decoded(content, "utf-8", declared="" if encoding == "utf-8" else declared)
    return _decoded(content, encoding, named=declared)


def _utf8(content: bytes) -> tuple[int, int]:
    """How many characters of several bytes are whole as UTF-8, and how many bytes belong to none."""
    text = content.decode("utf-8", "surrogateescape")
    wrong = sum(len(run[0]) for run in _UNREAD.finditer(text))
    return sum(len(run[0]) for run in _BEYOND_ASCII.finditer(text)) - wrong, wrong


def _wide(content: bytes) -> str:
    """UTF-16 without a mark: every second byte of Latin text is zero, and of tags in any language."""
    even, odd = content[:400:2].count(0), content[1:400:2].count(0)
    if max(even, odd) <= len(content[:400]) // 8:
        return ""
    return "utf-16-le" if odd > even else "utf-16-be"


def _by_language(content: bytes) -> str:
    language = _LANGUAGE.search(content[:_BEGINNING])
    return _OF_LANGUAGE.get(language[1].decode().lower() if language else "", "windows-1252")


def _decoded(content: bytes, encoding: str, *, named: str = "", declared: str = "") -> Decoded:
    text = content.decode(encoding, "replace")
    if encoding == "utf-8":
        marked = content.decode("utf-8", "surrogateescape")
        places = [match.start() for match in re.finditer("[\udc80-\udcff]", marked)]
        lines = _lines(marked, places)
    else:
        places = [match.start() for match in re.finditer("\ufffd", text)]
        lines = _lines(text, places)
    return Decoded(text, named or encoding, len(places), lines, declared)


def _lines(text: str, places: list[int]) -> tuple[int, ...]:
    found: dict[int, None] = {}
    line, at = 1, 0
    for place in places:
        line += text.count("\n", at, place)
        at = place
        found[line] = None
    return tuple(found)


def _as_browsers(label: str) -> str:
    """The encoding that browsers mean by a label: Latin-1 is Windows-1252, which has dashes and quotation marks too.

    A page that can be searched for a label of ASCII is not in UTF-16, whatever it says. An unknown label is UTF-8's.
    """
    if label in _LATIN:
        return "windows-1252"
    if label.startswith(("utf-16", "utf-32", "utf16", "utf-7", "unicode")):
        return "utf-8"
    encoding = _OTHERWISE_IN_BROWSERS.get(label, label)
    try:
        b"".decode(encoding)
    except LookupError:
        return "utf-8"
    return encoding if _KNOWN.fullmatch(encoding) else "utf-8"
