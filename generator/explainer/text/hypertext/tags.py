"""The parser of HTML that the standard library has, for texts of strangers: nothing raises, and time is linear."""

import re
from html.parser import HTMLParser

_CDATA = "<![cdata["
_ENDS = (("<!--", "-->"), (_CDATA, "]]>"), ("<", ">"))


class TagParser(HTMLParser):
    """Goes through the tags of a page or a part of one."""

    def read(self, html: str) -> None:
        """All of it. Any text is HTML."""
        self.feed(_ended(html))
        self.close()

    def parse_marked_section(self, i: int, report: int = 1) -> int:  # noqa: ARG002  # as the library calls it
        """Where `<![if !IE]>` ends, and whatever begins so: the library raises where it does not know the word."""
        end = "]]>" if self.rawdata[i : i + len(_CDATA)].lower() == _CDATA else ">"
        found = self.rawdata.find(end, i + 3)
        return found + len(end) if found >= 0 else -1


def _ended(html: str) -> str:
    """What begins a tag, a comment or a section that never ends is text: the library would look for its end anew from
    each of them, up to the end of the page.
    """
    for begin, end in _ENDS:
        last = html.rfind(end) + 1
        html = html[:last] + re.sub(re.escape(begin), f"&lt;{begin[1:]}", html[last:], flags=re.IGNORECASE)
    return html
