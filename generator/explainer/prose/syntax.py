"""What our texts add to CommonMark: `[@source; @another]` cites, `[[record]]` and `[[record|words]]` link."""

import re
from collections.abc import Callable

CITATION = re.compile(r"\[@([^\[\]]+)\]")
"""The first group holds the sources."""
CITED = re.compile(r"(?:^|;)\s*(?:@\s*)?([^\s;@][^\s;]*)\s*(?=;|$)")
"""Each source in the first group of a citation."""
REFERENCE = re.compile(r"\[\[([^\[\]|]+)(?:\|([^\[\]]+))?\]\]")
"""The groups: the record, and the words that stand for it."""
BEFORE_CITED, BEFORE_REFERENCE = re.compile(r"[@;]\s*"), re.compile(r"\[\[\s*")
"""What stands right before an id."""


def replaced(text: str, source: Callable[[str], str], record: Callable[[str], str]) -> str:
    """The text with each source that it cites, and each record to which it links, as these functions give it."""

    def in_citation(found: re.Match[str]) -> str:
        return _with(found, CITED.sub(lambda each: _with(each, source(each[1])), found[1]))

    cited = CITATION.sub(in_citation, text)
    return REFERENCE.sub(lambda found: _with(found, record(found[1])), cited)


def _with(found: re.Match[str], words: str) -> str:
    """What was found, with other words in the place of its first group."""
    start, end = (place - found.start() for place in found.span(1))
    return found[0][:start] + words + found[0][end:]
