"""Which types of file a site may hold, by ending and by content. Both must agree.

Not allowed, because a browser could run what is in them: SVG and XML as files of their own (a site's drawings
stand in its pages), source maps, anything that is not listed. Scripts, texts and the feed have modules of their own.

Some hosts send no `nosniff`, and a disk has no types at all: there a browser runs whatever a page names as a script.
No page that is published names one but the main branch's; and, should one do so all the same, what is listed here
is no sound program: each has a beginning that no script can have. The exception are GIF and WebP, which browsers
refuse to run as they refuse any picture.
"""

import json
from collections.abc import Callable

SCRIPT, TEXT, PAGE, STYLE = ".js", ".txt", ".html", ".css"
_NOT_NEEDED = (".xml", ".xml.gz", ".js.map", ".css.map")
_MADE_ANEW = ("robots.txt", "search/from-disk.js")
_STYLE_START = b'@charset "utf-8";'
"""Says to a browser what it knows already, and is a mistake in every script, which then does not run at all."""


def ending(path: str) -> str:
    """The one judgement of what a file is: `.html`, or nothing. In the letters of its name: `.HTML` is another."""
    name = path.rpartition("/")[2]
    return name[name.rfind(".") :] if "." in name else ""


def is_left_out(path: str) -> bool:
    """Whether a file is left out without a word: a preview has no use for it, or makes it anew."""
    return path.endswith(_NOT_NEEDED) or path in _MADE_ANEW


def style(content: bytes) -> bytes:
    """A style sheet as it is published, which is none of a script."""
    return content if content.startswith(_STYLE_START) else _STYLE_START + b"\n" + content


def _is_text(content: bytes) -> bool:
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return "\0" not in text and not text.startswith("\ufeff")


def _is_json(content: bytes) -> bool:
    try:
        json.loads(content.decode("utf-8"))
    except (ValueError, RecursionError):
        return False
    return True


def _begins(*starts: bytes) -> Callable[[bytes], bool]:
    return lambda content: content.startswith(starts)


def _is_webp(content: bytes) -> bool:
    return content[:4] == b"RIFF" and content[8:12] == b"WEBP"


def _is_avif(content: bytes) -> bool:
    """The length of the first part stands before its name; the first part is small."""
    return content[:3] == b"\0\0\0" and content[4:12] in (b"ftypavif", b"ftypavis")


def _is_woff2(content: bytes) -> bool:
    """The fifth byte begins the kind of outlines, the ninth the length of the file."""
    kind, length = content[4:8], content[8:12]
    return content[:4] == b"wOF2" and kind in (b"\0\1\0\0", b"OTTO") and length == len(content).to_bytes(4, "big")


_TYPES: dict[str, Callable[[bytes], bool]] = {
    PAGE: _is_text,
    STYLE: _is_text,
    ".json": _is_json,
    ".png": _begins(b"\x89PNG\r\n\x1a\n"),
    ".jpg": _begins(b"\xff\xd8\xff"),
    ".jpeg": _begins(b"\xff\xd8\xff"),
    ".gif": _begins(b"GIF87a", b"GIF89a"),
    ".webp": _is_webp,
    ".avif": _is_avif,
    ".ico": _begins(b"\0\0\1\0"),
    ".woff2": _is_woff2,
}


def refusal(path: str, content: bytes) -> str | None:
    """Why a file that is neither script nor text is refused, or None."""
    of = ending(path)
    is_of_type = _TYPES.get(of)
    if is_of_type is None:
        return (
            "the ending of its name is not in small letters"
            if of.lower() != of
            else "files of its type are not allowed"
        )
    return None if is_of_type(content) else f"its content is not that of a `{of}` file"
