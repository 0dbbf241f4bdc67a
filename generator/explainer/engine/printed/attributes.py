"""Attribute lists: `{: #id .class key=value key="two words" }`, as Python-Markdown's `attr_list` reads them."""

import re
from collections.abc import Mapping
from functools import lru_cache

_ATTRIBUTE = re.compile(r"""([^ =}]+)=(?:"([^"]*)"|'([^']*)'|([^ =}"']+))|([.#][^ =}]+)|[^ =}]+""")
_WITHOUT_VALUE = re.compile(r"""([\w:-]+=(?:"[^"]*"|'[^']*'|[^\s"'>]+))|([\w:-]+)""")
_OF_BLOCK = re.compile(r"\n *\{: *([^ }\n][^}\n]*)\}$")
_OF_HEADING = re.compile(r"(?<! ) +\{: *([^ }\n](?:(?! \{:)[^}\n])*)\}$")


class NotPrintedHereError(Exception):
    """Markdown that our templates do not print; the message shows where it begins."""


def attributes(written: str) -> dict[str, str]:
    """The attributes of a list by name, with their values as HTML; classes are joined."""
    found: dict[str, str] = {}
    end = 0
    for match in _ATTRIBUTE.finditer(written):
        if written[end : match.start()].strip(" "):
            break
        name, doubly, singly, bare, word = match.groups()
        if not (word or name):
            break
        end = match.end()
        if word:
            name, value = ("class" if word[0] == "." else "id"), word[1:]
        else:
            value = doubly or singly or bare or ""
        found[name] = f"{found[name]} {value}" if name == "class" and name in found else value
    if written[end:].strip(" "):
        raise NotPrintedHereError(written)
    return found


def with_values(written: str) -> str:
    """The attributes of an HTML tag that holds Markdown: one without a value gets its name as its value."""
    return _WITHOUT_VALUE.sub(lambda match: match[1] or f'{match[2]}="{match[2]}"', written)


@lru_cache(maxsize=4096)
def attributes_html(written: str) -> str:
    """The attributes of a list as those of an HTML tag; pages say the same again and again."""
    return html_attributes(attributes(written))


def html_attributes(found: Mapping[str, str]) -> str:
    return "".join([f' {name}="{value}"' for name, value in found.items()])


def of_block(text: str) -> tuple[str, str]:
    """The text of a paragraph without the attribute list in its last line, and what that says, as HTML."""
    match = _OF_BLOCK.search(text) if text.endswith("}") else None
    return (text[: match.start()], attributes_html(match[1])) if match else (text, "")


def of_heading(text: str) -> tuple[str, dict[str, str]]:
    """The same for a heading or a term, which end in theirs."""
    match = _OF_HEADING.search(text) if text.endswith("}") else None
    return (text[: match.start()], attributes(match[1])) if match else (text, {})
