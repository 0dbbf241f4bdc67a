"""Where the words of a text stand in its file, to point at them.

Between a text and its file lie YAML's escapes, indentation and line breaks: words that are not found as they
are get the place of the whole text.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from explainer.source import SourceFile, Span

_GOES_ON = re.compile(r"[\w-]")
"""What makes an id a longer one."""


@dataclass
class Written:
    """A text as it stands in its file. The same words are asked for in the order of the text: each is found once."""

    file: SourceFile | None
    span: Span
    """Of the whole text."""
    _after: dict[str, int] = field(default_factory=dict, init=False)
    """Up to where the file was searched, by what was searched."""

    def next(self, words: str | re.Pattern[str], is_meant: Callable[[str, int, int], bool] | None = None) -> Span:
        """The next place of `words` (of a pattern, its first group); the whole text where there is none.

        `is_meant` may refuse a place, given the text of the file and where the words begin and end in it.
        """
        pattern = re.compile(re.escape(words)) if isinstance(words, str) else words
        if self.file is None or not pattern.pattern:
            return self.span
        start = self.file.offset(self.span.line, self.span.column)
        end = self.file.offset(self.span.end_line, self.span.end_column)
        text = self.file.text
        places = pattern.finditer(text, self._after.get(pattern.pattern, start), end)
        found = next((each for each in places if is_meant is None or is_meant(text, *each.span())), None)
        if found is None:
            return self.span
        self._after[pattern.pattern] = found.end()
        return self.file.span(*found.span(found.lastindex or 0))

    def next_id(self, opening: re.Pattern[str], id: str) -> Span:
        """The next place of an id right behind what `opening` matches; the whole text where there is none.

        An id is compared, not made a pattern of: compiling one for each citation takes longer than all else here.
        """
        if self.file is None:
            return self.span
        key = f"{opening.pattern}{id}"
        start = self.file.offset(self.span.line, self.span.column)
        end = self.file.offset(self.span.end_line, self.span.end_column)
        for match in opening.finditer(self.file.text, self._after.get(key, start), end):
            first, last = match.end(), match.end() + len(id)
            if self.file.text.startswith(id, first, end) and not _GOES_ON.match(self.file.text, last, end):
                self._after[key] = last
                return self.file.span(first, last)
        return self.span


def first_words(text: str) -> re.Pattern[str]:
    """Finds the first words of `text` in a file, where markup, links and line breaks may lie between them."""
    return re.compile(r"\W+(?:[\w/-]+[|/])?".join(re.findall(r"\w+", text)[:3]))
