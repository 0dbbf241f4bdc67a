"""Texts that a stranger wrote, as Markdown of a comment on GitHub that reads back as the text and does nothing.

Beyond Markdown, GitHub acts on the text that a reader sees: names after `@`, numbers after `#` and after letters with a
hyphen, commits, bare addresses, `:names:` of pictures. Character references do not help there, and neither do tags
between two halves. So the texts of one line are looked at as the one text that they make, and a word joiner, which
nobody sees, takes the meaning from it. Markdown's own marks become character references.
"""

import re
from collections.abc import Sequence
from itertools import accumulate, pairwise

from explainer.pull_requests.visible import visible
from explainer.reporting.printable import printable

_JOINER = "\u2060"
# After what a joiner stands. Each looks only a few characters ahead, or to the next sign of its kind.
_ACTED_ON = re.compile(
    r"@(?=\S)|#(?=[\w#\[])"
    r"|:(?=//)|:(?=[\w+-]+:)|www(?=\.)"
    r"|(?<=[a-z])-(?=\d)|(?<=GHSA)-|(?<=CVE)-",
    re.IGNORECASE,
)
# In code GitHub looks for nothing, but its parser, which links addresses, does not see that `<code>` is code.
_LINKED_IN_CODE = re.compile(r"@(?=\S)|:(?=//)|www(?=\.)", re.IGNORECASE)
_COMMIT = re.compile(r"(?<![^\W_])[0-9a-f]{7,}+(?![^\W_])", re.IGNORECASE)
_PART_OF_COMMIT = 6
"""Digits that are too few for a commit."""
_MARKUP = re.compile(r"[\\`*_\[\]<>|~&#]")
_START = re.compile(r" ?(?:[-+=:]|\d{1,9}[.)])")
"""What could begin a list, or draw a line under another."""
_MATHEMATICS = "<span>&#36;</span>"
"""How GitHub wants a `$` to be written that begins no formula."""


def together(texts: Sequence[str], *, are_code: bool = False) -> list[str]:
    """Texts that will stand on one line, in this order, with tags of ours or nothing between them: each as Markdown."""
    shown = visible("".join(texts))
    line = "".join(shown)
    blank = len(line) - len(line.lstrip())
    joined = {match.end() for match in (_LINKED_IN_CODE if are_code else _ACTED_ON).finditer(line)}
    commits = () if are_code else _COMMIT.finditer(line)
    joined |= {at for match in commits for at in range(match.start() + _PART_OF_COMMIT, match.end(), _PART_OF_COMMIT)}
    start = _START.match(line)
    sign = start.end() - 1 if start else -1
    written = [_JOINER * (at in joined) + _character(char, at == sign) for at, char in enumerate(line)]
    del written[len(line.rstrip()) :]
    written[:blank] = [""] * blank
    ends = [0, *accumulate(map(len, shown))]
    places = [0, *accumulate(map(len, texts))]
    return ["".join(written[ends[begin] : ends[end]]) for begin, end in pairwise(places)]


def github_text(text: str) -> str:
    """One text alone."""
    return together([text])[0]


def code(text: str) -> str:
    """The same as code, in which line breaks are shown."""
    return f"<code>{together([printable(text)], are_code=True)[0]}</code>"


def _character(char: str, begins_a_line: bool) -> str:
    if char == "$":
        return _MATHEMATICS
    return f"&#{ord(char)};" if begins_a_line or _MARKUP.match(char) else char
