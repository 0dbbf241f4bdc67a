"""Readings above characters: `町議会` with `ちょうぎかい` above becomes `町議会(ちょうぎかい)`, as without ruby.

The brackets that a page has for this (`<rp>`) are taken; where it has none, round ones.
"""

ELEMENTS = frozenset({"ruby", "rb", "rp", "rt", "rtc"})
_OPEN, _CLOSED = "(", ")"


class Ruby:
    """One `<ruby>` while it is read. Its parts end where the next begins: their end tags may be left out."""

    def __init__(self) -> None:
        self._part = "rb"
        self._is_ours = False
        """Whether a bracket of ours is open."""
        self._has_bracket = False
        """Whether a bracket of the page stands before the next reading."""
        self._waiting = ""

    def at(self, tag: str) -> None:
        """A tag of one of the elements, an end tag as `/rt`."""
        name = tag.removeprefix("/")
        if tag in ("/rt", "/ruby", "rt", "rp", "rb", "rtc") and self._is_ours:
            is_empty = self._waiting.endswith(_OPEN)
            self._waiting = self._waiting.removesuffix(_OPEN) if is_empty else self._waiting + _CLOSED
            self._is_ours = False
        if tag == "rt":
            self._begin_reading()
        elif tag == "rp":
            self._has_bracket = not self._has_bracket
        elif tag == "rb":
            self._has_bracket = False
        self._part = name if tag == name and name != "ruby" else "rb"

    def text(self, text: str) -> str:
        """What is to be written for some text. White space between the parts is none of the text."""
        if not text.strip():
            return ""
        waiting, self._waiting = self._waiting, ""
        is_spaced = self._part == "rb" and text.isascii()  # Latin words have spaces at the ends of their pieces
        return waiting + (text if is_spaced else text.strip())

    def end(self) -> str:
        """What is still to be written."""
        waiting, self._waiting = self._waiting, ""
        return "" if waiting == _OPEN else waiting

    def _begin_reading(self) -> None:
        if self._has_bracket:
            return
        if self._waiting.endswith(_CLOSED):  # two readings, one after the other
            self._waiting = self._waiting.removesuffix(_CLOSED) + " "
        elif not self._waiting.endswith((_OPEN, " ")):
            self._waiting += _OPEN
        self._is_ours = True
