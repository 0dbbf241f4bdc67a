"""From bytes to text: UTF-8 without control characters, or a diagnostic at the first that is neither.

A byte-order mark at the start is part of the encoding, not of the text. Line breaks stay as they are.
"""

import re

from explainer import rules
from explainer.diagnostics import Diagnostic, Remark
from explainer.source import SourceFile

# The controls C0 without tab and line breaks, DEL, the controls C1, and the code points that are no characters.
_CONTROL = r"\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef" + "".join(
    f"{chr(plane * 0x10000 + 0xFFFE)}{chr(plane * 0x10000 + 0xFFFF)}" for plane in range(17)
)
_NOT_IN_AN_ARTICLE = re.compile(f"[{_CONTROL}]")
# YAML takes these as line breaks, no editor does: a place would then be another one on screen.
_NOT_IN_YAML = re.compile(f"[{_CONTROL}\u2028\u2029]|\r(?!\n)")

_NEVER_FORBIDDEN = b"\t\n" + bytes(range(0x20, 0x7F))

_MERGE = re.compile(r"^(?:<{7}|>{7}|\|{7})(?: .*)?$", re.MULTILINE)

_NAMES = {
    "\x00": "a null character",
    "\x0b": "a vertical tab",
    "\x0c": "a form feed",
    "\r": "a carriage return without a line feed",
    "\x1b": "an escape character",
    "\x7f": "a delete character",
    "\x85": "a next-line character",
    "\u2028": "a line separator",
    "\u2029": "a paragraph separator",
}


def decode(path: str, content: bytes, *, tabs: bool) -> tuple[SourceFile, tuple[Diagnostic, ...]]:
    """The text of a file. `tabs` says that the file is an article, of which every character is shown.

    Where there are diagnostics, the text is good only for showing where they point.
    """
    content = content.removeprefix(b"\xef\xbb\xbf")
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        file = SourceFile(path, content.decode("utf-8", "replace"))
        start = len(content[: error.start].decode("utf-8"))
        message = f"the byte 0x{content[error.start]:02x} here is not UTF-8{_encoding_guess(content, error.start)}"
        return file, (Diagnostic(rules.FILE_IS_UTF8, file.span(start, start + 1), message),)
    file = SourceFile(path, text)
    forbidden = _NOT_IN_AN_ARTICLE if tabs else _NOT_IN_YAML
    # Nearly all of a file are characters that no rule forbids; without them, it is looked through in no time.
    rest = content.translate(None, _NEVER_FORBIDDEN).decode()
    first = forbidden.search(text) if forbidden.search(rest) else None
    if first is None:
        return file, _unmerged(file) if tabs else ()
    more = sum(1 for _ in forbidden.finditer(text, first.end()))
    remarks = (Remark(f"{more} more like it in this file"),) if more else ()
    message = f"{name_of(first[0])} cannot be shown"
    return file, (Diagnostic(rules.TEXT_IS_PRINTABLE, file.span(*first.span()), message, remarks=remarks),)


def first_control(text: str) -> str | None:
    """The first character of a text that no page can show."""
    found = None if text.isprintable() else _NOT_IN_AN_ARTICLE.search(text)
    return found[0] if found else None


def name_of(char: str) -> str:
    """What a character that cannot be shown is called, with its number."""
    name = _NAMES.get(char, "a control character")
    if char >= "\ufdd0":
        name = "a noncharacter code point"
    return f"{name} (U+{ord(char):04X})"


def _unmerged(file: SourceFile) -> tuple[Diagnostic, ...]:
    """Where two versions of an article stand one after the other, as version control leaves them."""
    first = _MERGE.search(file.text)
    if first is None:
        return ()
    message = f"the line `{first[0][:20].strip()}` was left here when two versions were merged"
    return (Diagnostic(rules.MERGE_IS_FINISHED, file.span(*first.span()), message),)


def _encoding_guess(content: bytes, at: int) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "; the file looks like UTF-16"
    if content[at] in b"\x80\x82\x84\x85\x91\x92\x93\x94\x95\x96\x97":  # marks and dashes there, nothing in Latin-1
        return "; the file looks like Windows-1252"
    return ""
