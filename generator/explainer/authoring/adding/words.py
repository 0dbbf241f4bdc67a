"""Words that a page says of itself, as a reader would see them; and what of them is no name."""

import re
from html import unescape

_TAGS = re.compile(r"</?(?:a|abbr|b|bdi|br|cite|em|i|mark|q|small|span|strong|sub|sup|u|wbr)\b[^<>]*>", re.IGNORECASE)
_TIMES = 3
"""How often an entity is read: `&amp;amp;#8217;` was written by three programs, one after the other."""
_ADDRESS = re.compile(
    r"(?:[a-z][a-z0-9+.-]*:)?//\S*|mailto:\S*|www\.\S+|[#/]\S*|_:\S*|[^\s@]+@[^\s@]+\.\w+", re.IGNORECASE
)
_UNSEEN = re.compile("[\u00ad\u200b\u2060\ufeff\x00-\x08\x0b-\x1f\x7f-\x9f]")


def clean(text: str) -> str:
    """A text on one line, without tags, its entities read however often they were written."""
    for _ in range(_TIMES):
        read = unescape(text)
        if read == text:
            break
        text = read
    return " ".join(_UNSEEN.sub("", _TAGS.sub(" " if "<br" in text.lower() else "", text)).split())


def is_address(text: str) -> bool:
    """Whether a text is an address or an id, which is no name of anybody."""
    return bool(_ADDRESS.fullmatch(text.strip()))
