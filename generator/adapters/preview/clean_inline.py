"""The words of one block of a stranger's Markdown, with tags for what may stay: see `clean_markdown`."""

import re
from collections.abc import Sequence

from markdown_it.tree import SyntaxTreeNode

from generator.adapters.preview.addresses import Addresses
from generator.adapters.preview.github_text import code, github_text

_TAGS = {"strong": "strong", "em": "em", "s": "del"}
_OF_HTML = re.compile(r"<(/?)(b|br|code|del|em|i|ins|s|strong|sub|sup)( ?/)?>")


def inline(nodes: Sequence[SyntaxTreeNode], addresses: Addresses) -> str:
    """On one line, every tag closed."""
    opened: list[str] = []
    written = [_one(node, addresses, opened) for node in nodes]
    return "".join([*written, *(f"</{tag}>" for tag in reversed(opened))])


def _one(node: SyntaxTreeNode, addresses: Addresses, opened: list[str]) -> str:
    match node.type:
        case "text":
            return _spaced(node.content)
        case "softbreak":
            return " "
        case "hardbreak":
            return "<br>"
        case "code_inline":
            return code(node.content)
        case "strong" | "em" | "s":
            tag = _TAGS[node.type]
            return f"<{tag}>{inline(node.children, addresses)}</{tag}>"
        case "link":
            words = inline(node.children, addresses)
            address = addresses.of(str(node.attrs.get("href", "")))
            return f'<a href="{address}">{words}</a>' if address else words
        case "image":
            return github_text(node.content)
        case "html_inline":
            return _html(node.content, opened)
    return github_text(node.content)


def _html(content: str, opened: list[str]) -> str:
    """A tag that may stay, as long as it is closed where it was opened; any other as text."""
    found = _OF_HTML.fullmatch(content)
    if found is None:
        return github_text(content)
    if found[2] == "br":
        return "<br>"
    if not found[1]:
        opened.append(found[2])
        return f"<{found[2]}>"
    if not opened or opened[-1] != found[2]:
        return ""
    opened.pop()
    return f"</{found[2]}>"


def _spaced(text: str) -> str:
    """The text with a space where it begins and ends with one: words beside it may be in a tag of their own."""
    words = github_text(text)
    if not words:
        return " " if text else ""
    return " " * text[:1].isspace() + words + " " * text[-1:].isspace()
