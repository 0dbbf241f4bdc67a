"""Where the words of a text stand in its file, to point at them.

Between a text and its file lie YAML's escapes, indentation and line breaks: words that are not found as they
are get the place of the whole text.
"""

import re
from dataclasses import dataclass, field

from generator.source import SourceFile, Span


@dataclass
class Written:
    """A text as it stands in its file. Words are asked for in the order of the text, so that each is found once."""

    file: SourceFile | None
    span: Span
    """Of the whole text."""
    _at: int = field(default=0, init=False)

    def next(self, words: str | re.Pattern[str]) -> Span:
        """The next place of `words` (of a pattern, its first group); the whole text where there is none."""
        if self.file is None or not words:
            return self.span
        pattern = re.compile(re.escape(words)) if isinstance(words, str) else words
        start = self.file.offset(self.span.line, self.span.column)
        end = self.file.offset(self.span.end_line, self.span.end_column)
        found = pattern.search(self.file.text, max(start, self._at), end)
        if found is None:
            return self.span
        self._at = found.end()
        return self.file.span(*found.span(found.lastindex or 0))
