"""Which types of file a site may hold, by ending and by content. Both must agree.

Not allowed, because a browser could run what is in them: SVG and XML as files of their own (a site's drawings
stand in its pages), source maps, anything that is not listed. Scripts and the feed have modules of their own.
"""

import json
from collections.abc import Callable

SCRIPT_ENDINGS = (".js",)
PAGE_ENDING = ".html"
NOT_NEEDED = (".xml", ".xml.gz", ".js.map", ".css.map", "robots.txt", "search/search_index.js")
"""What a site has no use for that no search engine should find; left out without a word. The last is written anew."""


def _is_text(content: bytes) -> bool:
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return "\0" not in text and not text.startswith("\ufeff")


def _is_json(content: bytes) -> bool:
    try:
        json.loads(content)
    except (ValueError, RecursionError):
        return False
    return True


def _begins(*starts: bytes) -> Callable[[bytes], bool]:
    return lambda content: content.startswith(starts)


def _is_webp(content: bytes) -> bool:
    return content[:4] == b"RIFF" and content[8:12] == b"WEBP"


def _is_avif(content: bytes) -> bool:
    return content[4:12] in (b"ftypavif", b"ftypavis")


_TYPES: dict[str, Callable[[bytes], bool]] = {
    ".html": _is_text,
    ".css": _is_text,
    ".txt": _is_text,
    ".json": _is_json,
    ".png": _begins(b"\x89PNG\r\n\x1a\n"),
    ".jpg": _begins(b"\xff\xd8\xff"),
    ".jpeg": _begins(b"\xff\xd8\xff"),
    ".gif": _begins(b"GIF87a", b"GIF89a"),
    ".webp": _is_webp,
    ".avif": _is_avif,
    ".ico": _begins(b"\0\0\1\0"),
    ".woff2": _begins(b"wOF2"),
}


def refusal(name: str, content: bytes) -> str | None:
    """Why a file that is no script is refused, or None."""
    ending = name[name.rfind(".") :].lower() if "." in name.rpartition("/")[2] else ""
    is_of_type = _TYPES.get(ending)
    if is_of_type is None:
        return "files of its type are not allowed"
    return None if is_of_type(content) else f"its content is not that of a `{ending}` file"
