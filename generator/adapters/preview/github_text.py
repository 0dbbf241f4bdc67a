"""A text that a stranger wrote, as Markdown of a comment on GitHub that reads back as the text and does nothing.

Beyond Markdown, GitHub acts on names after `@`, numbers after `#`, and bare addresses, wherever they stand in a
text, even written as character references. A word joiner, which nobody sees, takes the meaning from them.
"""

import re

from generator.reporting.printable import printable

_JOINER = "\u2060"
_ACTED_ON = re.compile(r"@(?=[\w[])|#(?=\d)|\b(?:GH|gh)-(?=\d)|:(?=//)|\b(?:www|WWW)(?=\.)")
_MARKUP = re.compile(r"[\\`*_\[\]<>|~&$]|^ | $")
_START = re.compile(r"^[-+=#]|(?<=^\d)[.)]|(?<=^\d\d)[.)]|(?<=^\d{3})[.)]|^\d{4,9}(?=[.)])")
"""What could begin a list or a heading."""


def github_text(text: str) -> str:
    """On one line. Characters that turn the direction of a line round, or cannot be seen, are shown as escapes."""
    return _START.sub(_reference, _escaped(" ".join(text.split())))


def code(text: str) -> str:
    """The same as code."""
    return f"<code>{_escaped(text)}</code>"


def _escaped(text: str) -> str:
    harmless = _ACTED_ON.sub(lambda match: match[0] + _JOINER, printable(text))
    return _MARKUP.sub(_reference, harmless)


def _reference(match: re.Match[str]) -> str:
    return f"&#{ord(match[0][0])};{match[0][1:]}"
