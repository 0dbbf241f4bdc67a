"""XML as it is written: each character that means something else in it as a reference, most line breaks too."""

import re

_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}
_IN_ATTRIBUTE = re.compile('[&<>"\t\n\r\u0085\u2028]')
_IN_TEXT = re.compile("[&<>\r\u0085\u2028]")
"""A reader makes every line break one line feed, unless it is written as a reference."""


class TeiMarkup(str):
    """Written already; any other text is escaped where it is put in."""

    __slots__ = ()


def tag(name: str, /, *children: str | None, **attributes: str | None) -> TeiMarkup:
    """An element. `_` in the name of an attribute stands for `:` (`xml_id`), a last one is left out (`type_`)."""
    told = "".join(
        f' {key.rstrip("_").replace("_", ":")}="{_IN_ATTRIBUTE.sub(_reference, value)}"'
        for key, value in attributes.items()
        if value is not None
    )
    inner = "".join(text(each) for each in children if each is not None)
    return TeiMarkup(f"<{name}{told}>{inner}</{name}>" if inner else f"<{name}{told}/>")


def text(words: str) -> TeiMarkup:
    return words if isinstance(words, TeiMarkup) else TeiMarkup(_IN_TEXT.sub(_reference, words))


def joined(parts: "list[TeiMarkup]", by: str = "") -> TeiMarkup:
    return TeiMarkup(by.join(parts))


def _reference(found: re.Match[str]) -> str:
    return _ENTITIES.get(found[0], f"&#{ord(found[0])};")
