"""From the lines of columns to paragraphs, over the edges of columns and pages; broken words are made whole."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from explainer.authoring.receiving.pdf.columns import Column
from explainer.authoring.receiving.pdf.lines import PdfLine

_ENDS = re.compile(r"[.!?…。！？؟۔।:：;][\"'”’“‘»«›‹)\]』」\d]*$")
_ITEM = re.compile(r"(?:[-–—•‣◦▪·*]|\(?(?:\d{1,3}|[a-z])[.)])\s+\S", re.IGNORECASE)
_BROKEN = re.compile(r"(?<![\w'’])[\d_'’]*([^\W\d_][\w'’]*)([-\u00ad\u2010])$")
_FIRST = re.compile(r"[^\W\d_][\w'’]*")
_PROSE = 8
"""Times the height of a line: what is narrower is a label, which does not go on elsewhere."""
_WIDE_SCRIPTS = re.compile(r"[\u3000-\u9fff\uac00-\ud7af\uff00-\uffef]$")
"""Scripts that set no space between words, but for Korean, whose lines break inside of words as well."""


@dataclass(slots=True)
class PdfParagraph:
    text: str
    starts: list[tuple[str, int]] = field(default_factory=list)
    """The pages that begin in it, by their labels, each with the offset at which it does."""
    size: float = 0.0
    is_bold: bool = False
    is_furniture: bool = False


@dataclass(slots=True)
class Joined:
    """How words that were broken at the end of a line were joined, to be told."""

    whole: list[str] = field(default_factory=list)
    hyphenated: list[str] = field(default_factory=list)


class Paragraphs:
    """Paragraphs while pages are added, one after the other."""

    def __init__(self, known: frozenset[str]) -> None:
        self.found: list[PdfParagraph] = []
        self.joined = Joined()
        self.times: Counter[str] = Counter()
        """How often each line of furniture stands in the file; in the text it stands once."""
        self._known = known
        """The words that stand inside of lines, in small letters."""
        self._waiting: list[PdfParagraph] = []
        """Furniture that is to stand behind the paragraph that goes on."""
        self._last: tuple[PdfLine, float] | None = None
        """The last line, and where its column ends."""

    def add(self, label: str, columns: Sequence[Column], heads: Sequence[str], feet: Sequence[str]) -> None:
        """A page: what runs above it, its columns, what runs below it."""
        begins: list[tuple[str, int]] = [(label, 0)]
        goes_on = bool(columns) and self._continues(columns[0][0])
        if heads:
            self._waiting.append(PdfParagraph("\n".join(heads), [] if goes_on else begins, is_furniture=True))
            begins = begins if goes_on else []
        for column in columns:
            edges = min(line.left for line in column), max(line.right for line in column)
            leading = _leading(column)
            for number, line in enumerate(column):
                above = column[number - 1] if number else None
                is_new = _is_new(above, line, edges, leading) if above else not self._continues(line)
                self._put(line, begins, is_new=is_new, is_row=bool(above and "\t" in line.text and "\t" in above.text))
                begins = []
                self._last = line, edges[1] if not line.is_rtl else edges[0]
        if feet:
            self._waiting.append(PdfParagraph("\n".join(feet), begins, is_furniture=True))
        elif begins:
            self._waiting.append(PdfParagraph("", begins))

    def end(self) -> list[PdfParagraph]:
        """Every paragraph, in order; furniture that stood there before is empty."""
        self._flush()
        return self.found

    def _put(self, line: PdfLine, begins: list[tuple[str, int]], *, is_new: bool, is_row: bool) -> None:
        if is_new or not self.found:
            self._flush()
            self.found.append(PdfParagraph(line.text, list(begins), line.size, line.is_bold))
            return
        paragraph = self.found[-1]
        before = f"{paragraph.text}\n" if is_row else self._before(paragraph.text, line.text)
        paragraph.starts += [(label, len(before)) for label, _ in begins]
        paragraph.text = before + line.text

    def _flush(self) -> None:
        """Furniture of one page edge stands together; a line that stood at another page before is left out."""
        if not self._waiting:
            return
        whole = PdfParagraph("", is_furniture=True)
        for each in self._waiting:
            fresh = [line for line in each.text.split("\n") if line and not self.times[line]]
            self.times.update(filter(None, each.text.split("\n")))
            at = len(whole.text) + 1 if whole.text and fresh else len(whole.text)
            whole.starts += [(label, at) for label, _ in each.starts]
            whole.text = "\n".join(filter(None, (whole.text, *fresh)))
        self.found.append(whole)
        self._waiting = []

    def _continues(self, line: PdfLine) -> bool:
        """Whether the first line of a column goes on with the paragraph that was the last."""
        if self._last is None or not self.found or self.found[-1].is_furniture:
            return False
        last, edge = self._last
        is_alike = abs(last.size - line.size) < 0.06 * last.size and last.is_bold == line.is_bold
        if not is_alike or "\t" in line.text or _ITEM.match(line.text):
            return False
        if _BROKEN.search(last.text):
            return True
        is_full = last.width > _PROSE * last.size and abs(
            (last.left if last.is_rtl else last.right) - edge
        ) < 0.25 * max(last.width, 1)
        first = next((char for char in line.text if char.isalpha()), "")
        return first.islower() or (is_full and not _ENDS.search(last.text))

    def _before(self, text: str, following: str) -> str:
        """What stands before the words of the next line: a space, or nothing where a word was broken."""
        match, first = _BROKEN.search(text), _FIRST.match(following)
        if _WIDE_SCRIPTS.search(text):
            return text
        if not match or not first:
            return text if text.endswith(("\u2010", "-", "–", "/")) and not text.endswith((" -", " –")) else f"{text} "
        begin, mark, end = match[1], match[2], first[0]
        if mark == "\u00ad":
            return text[:-1]
        whole, hyphenated = f"{begin}{end}".casefold(), f"{begin}-{end}".casefold()
        is_kept = not end[0].islower() or (hyphenated in self._known and whole not in self._known)
        (self.joined.hyphenated if is_kept else self.joined.whole).append(f"{begin}-{end}" if is_kept else begin + end)
        return text if is_kept else text[:-1]


def words_of(columns: Sequence[Column]) -> Iterator[str]:
    """The words inside of lines, in small letters."""
    for column in columns:
        for line in column:
            yield from re.findall(r"[^\W\d_][\w'’]*(?:-[\w'’]+)*", line.text.rstrip("-\u00ad\u2010").casefold())


def _leading(column: Column) -> float:
    return median([above.base - line.base for above, line in pairwise(column)] or [0.0])


def _is_new(above: PdfLine, line: PdfLine, edges: tuple[float, float], leading: float) -> bool:
    """Whether a line begins a paragraph: by its distance, its face, its indent, or because the one above ends short."""
    if ("\t" in above.text) != ("\t" in line.text):
        return True
    if "\t" in line.text:
        return above.base - line.base > 2.5 * line.size
    if abs(above.size - line.size) > 0.12 * above.size or above.is_bold != line.is_bold:
        return True
    usual = min(leading, 1.5 * line.size) if leading > 0 else line.size
    if above.base - line.base > 1.3 * usual or _ITEM.match(line.text):
        return True
    is_centred = abs(above.left + above.right - line.left - line.right) < 0.4 * line.size
    near, far = edges if not line.is_rtl else edges[::-1]
    sign = 1 if not line.is_rtl else -1
    start, start_above = (line.left, above.left) if not line.is_rtl else (line.right, above.right)
    end_above = above.right if not line.is_rtl else above.left
    if not is_centred and sign * (start - near) > 0.7 * line.size and sign * (start_above - near) < 0.4 * line.size:
        return True
    is_short = sign * (far - end_above) > 0.15 * (edges[1] - edges[0])
    first = next((char for char in line.text if char.isalpha()), "")
    return is_short and bool(_ENDS.search(above.text)) and not first.islower()
