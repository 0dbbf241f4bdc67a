"""Markdown that a stranger may have written, written anew: only what a report needs, every word of it escaped.

Headings, paragraphs, lists, quotations, tables, code, emphasis, insertions and deletions, folded parts, and links
to the two sites. Anything else is shown as the text that it is; pictures are shown as their words.
"""

import re
from collections.abc import Iterator

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from generator.adapters.preview.addresses import Addresses
from generator.adapters.preview.clean_inline import inline
from generator.adapters.preview.github_text import github_text
from generator.reporting.printable import printable

_PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
_LANGUAGES = ("diff", "json", "yaml")
_OPENED, _CLOSED = "<details>", "</details>"


def clean_markdown(text: str, addresses: Addresses, length: int, least_heading: int = 3) -> str:
    """At most `length` characters, cut between two parts. No heading is greater than `least_heading`."""
    parts: list[str] = []
    left, opened, was_cut = length, 0, False
    for node in SyntaxTreeNode(_PARSER.parse(text)).children:
        part = "\n".join(_block(node, addresses, least_heading))
        opened += part.count(_OPENED) - part.count(_CLOSED)
        if opened < 0:  # closes what is not of this text
            opened, part = 0, part.replace(_CLOSED, "")
        left -= len(part) + 2
        if was_cut := left < 0:
            break
        parts.append(part)
    # What was cut may have held the end of a folded part, or its beginning.
    opened = sum(part.count(_OPENED) - part.count(_CLOSED) for part in parts)
    parts += [_CLOSED] * opened
    parts += ["… The rest is in the report of the artifact."] * was_cut
    return "\n\n".join(part for part in parts if part) + "\n"


def _block(node: SyntaxTreeNode, addresses: Addresses, least: int) -> Iterator[str]:
    """The lines of one block."""
    match node.type:
        case "heading":
            level = max(int(node.tag[1]), least)
            yield f"{'#' * level} {_line(node, addresses)}"
        case "paragraph":
            yield _line(node, addresses)
        case "hr":
            yield "---"
        case "fence" | "code_block":
            yield from _fence(node)
        case "blockquote":
            yield from (f"> {line}" for line in _blocks(node, addresses, least))
        case "bullet_list" | "ordered_list":
            for number, item in enumerate(node.children, 1):
                mark = "- " if node.type == "bullet_list" else f"{number}. "
                lines = list(_blocks(item, addresses, least)) or [""]
                yield mark + lines[0]
                yield from (" " * len(mark) + line if line else "" for line in lines[1:])
        case "table":
            yield from _table(node, addresses)
        case "html_block":
            yield from _html(node.content, addresses)


def _fence(node: SyntaxTreeNode) -> Iterator[str]:
    """Code as code, between fences that its own lines cannot close."""
    mark = "`" * max(3, 1 + max(map(len, re.findall("`+", node.content)), default=0))
    yield mark + (node.info if node.type == "fence" and node.info in _LANGUAGES else "")
    yield from (printable(line) for line in node.content.splitlines())
    yield mark


def _blocks(node: SyntaxTreeNode, addresses: Addresses, least: int) -> Iterator[str]:
    for number, child in enumerate(node.children):
        # A list right under the words of its item belongs to them; anything else stands apart.
        if number and child.type not in ("bullet_list", "ordered_list"):
            yield ""
        yield from _block(child, addresses, least)


def _table(node: SyntaxTreeNode, addresses: Addresses) -> Iterator[str]:
    rows = [row for part in node.children for row in part.children]
    for number, row in enumerate(rows):
        yield "| " + " | ".join(_line(cell, addresses) for cell in row.children) + " |"
        if number == 0:
            yield "|" + " --- |" * len(row.children)


def _html(content: str, addresses: Addresses) -> Iterator[str]:
    """A folded part begins and ends on lines of its own; any other HTML is shown as text."""
    for line in content.splitlines():
        words = line.strip()
        if words in (_OPENED, _CLOSED):
            yield words
        elif words.startswith("<summary>") and words.endswith("</summary>"):
            summary = words.removeprefix("<summary>").removesuffix("</summary>")
            yield f"<summary>{_inline_of(summary, addresses)}</summary>"
        elif words:
            yield _inline_of(words, addresses) if _is_known(words) else github_text(words)


def _is_known(words: str) -> bool:
    return not words.startswith(("<!--", "<?", "<!["))


def _inline_of(words: str, addresses: Addresses) -> str:
    tokens = _PARSER.parseInline(words)
    return inline(SyntaxTreeNode(tokens).children[0].children, addresses) if tokens else ""


def _line(node: SyntaxTreeNode, addresses: Addresses) -> str:
    return "".join(inline(child.children, addresses) for child in node.children)
