"""Text that no Markdown dialect can take for markup: the only way in which words get onto a page.

Every ASCII punctuation mark that could mean something, and all white space but single spaces inside
a line, is written as a decimal character reference, which every engine passes through untouched.
What is left plain is what prose needs to be readable in a diff: letters, digits, commas, and full
stops, colons, question and exclamation marks, and hyphens where they cannot begin anything.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable
from functools import lru_cache, partial

from markupsafe import Markup
from markupsafe import escape as html_escape

made: Callable[[str], Markup] = partial(str.__new__, Markup)
"""Text that is Markdown already, as such: what `Markup` makes of it, which first asks what it was given."""

_SPECIAL = re.compile(r"[^\w ,;]|_|^ | $| (?= )|(?<= ) ", re.ASCII)
_INVISIBLE = frozenset({"Cc", "Cf", "Zl", "Zp", "Zs"})


@lru_cache(maxsize=16384)
def escape(text: str) -> Markup:
    """`text` as Markdown that reads back as `text`, in a paragraph, a heading, a link's words or an attribute."""
    return made(_SPECIAL.sub(lambda match: _reference(match, text), text))


def filled(form: str, *values: object, **named: object) -> Markup:
    """What `Markup(form).format(…)` gives, in a fifth of the time: whatever is no Markdown yet is escaped as HTML.

    Words of seeds are given to `escape` or `isolated` first; what comes here as text is an id, a letter, a number.
    """
    safe = [value if type(value) is Markup else _safe(value) for value in values]
    if not named:
        return made(form.format(*safe))
    return made(
        form.format(*safe, **{name: value if type(value) is Markup else _safe(value) for name, value in named.items()})
    )


def joined(separator: str, parts: Iterable[Markup]) -> Markup:
    """What `Markup(separator).join(parts)` gives, which would look at each part again."""
    return made(str.join(separator, parts))


def _safe(value: object) -> object:
    return value if isinstance(value, (Markup, int, float)) else html_escape(value)


def _reference(match: re.Match[str], text: str) -> str:
    char = match[0]
    if ord(char) > 127:
        return f"&#{ord(char)};" if _is_invisible(char) else char
    before = text[match.start() - 1] if match.start() else ""
    after = text[match.end()] if match.end() < len(text) else ""
    if char == "-" and before.isalnum() and after.isalnum():
        return char
    if before.isalpha() and _is_plain(char, after, text, match.start()):
        return char
    return f"&#{ord(char)};"


def _is_plain(char: str, after: str, text: str, at: int) -> bool:
    """Whether a mark right after a letter can be left as it is. What ends the text may meet a link's bracket there."""
    match char:
        case ".":
            return after in ("", " ") and text.find(" ", 0, at) >= 0  # “a.” at the start could be a list
        case ":" | "!" | "?":
            return after == " "
        case _:
            return False


@lru_cache(maxsize=4096)
def _is_invisible(char: str) -> bool:
    return unicodedata.category(char) in _INVISIBLE


def attribute_url(url: str) -> Markup:
    """An address for a raw `href`: what Markdown or HTML could read as its own is percent-encoded."""
    quoted = re.sub(r"[\s\"'<>\\`\[\](){}|^]", lambda match: "".join(f"%{b:02X}" for b in match[0].encode()), url)
    return Markup(quoted.replace("&", "&amp;"))
