"""Markdown that a stranger may have written, written anew: only what a report needs, every word of it escaped.

Headings, paragraphs, lists, quotations, code, emphasis, insertions and deletions, folded parts, and links to the two
sites. Anything else is shown as the text that it is; pictures are shown as their words. What folds is counted as it is
written, never by reading what was written: `<details>` in code is code.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from explainer.pull_requests.addresses import PreviewAddresses
from explainer.pull_requests.clean_inline import line
from explainer.pull_requests.github_text import github_text
from explainer.pull_requests.visible import visible

# Without tables: a report has none, and a few characters can ask for thousands of cells.
_PARSER = MarkdownIt("commonmark").enable("strikethrough")
_LANGUAGES = ("diff", "json", "yaml")
_OPENED, _CLOSED = "<details>", "</details>"
_SUMMARY = re.compile(r"<summary>(.*)</summary>")


@dataclass(frozen=True, slots=True)
class _Part:
    """What stands between two empty lines; `opens` is 1 where it opens a folded part, -1 where it closes one."""

    words: str
    opens: int = 0


def clean_markdown(text: str, addresses: PreviewAddresses, length: int, least_heading: int = 3) -> str:
    """About `length` characters, cut between two parts. No heading is greater than `least_heading`."""
    parts: list[str] = []
    left, opened, was_cut = length, 0, False
    for part in _parts(SyntaxTreeNode(_PARSER.parse(text)).children, addresses, least_heading):
        left -= len(part.words) + 2
        if was_cut := left < 0:
            break
        opened += part.opens
        parts.append(part.words)
    parts += [_CLOSED] * opened
    parts += ["… The rest is in the report of the artifact."] * was_cut
    return "\n\n".join(part for part in parts if part) + "\n"


def _parts(nodes: Sequence[SyntaxTreeNode], addresses: PreviewAddresses, least: int) -> Iterator[_Part]:
    """The blocks of one container: of the whole, of a quotation, of an item. What is folded in it ends in it."""
    opened = 0
    for node in nodes:
        found = _html(node.content, addresses) if node.type == "html_block" else [_Part(_block(node, addresses, least))]
        for part in found:
            if part.opens < 0 and not opened:  # closes what is not of this text
                part = _Part(github_text(part.words))
            opened += part.opens
            yield part
    yield from [_Part(_CLOSED, -1)] * opened


def _block(node: SyntaxTreeNode, addresses: PreviewAddresses, least: int) -> str:
    match node.type:
        case "heading":
            return f"{'#' * max(int(node.tag[1]), least)} {_line(node, addresses)}"
        case "paragraph":
            return _line(node, addresses)
        case "hr":
            return "---"
        case "fence" | "code_block":
            return _fence(node)
        case "blockquote":
            return "\n".join(f"> {each}" for each in _within(node, addresses, least).split("\n"))
        case "bullet_list" | "ordered_list":
            marks = ["- " if node.type == "bullet_list" else f"{at}. " for at in range(1, len(node.children) + 1)]
            items = [_within(item, addresses, least) for item in node.children]
            return "\n".join(mark + _indented(item, len(mark)) for mark, item in zip(marks, items, strict=True))
    return github_text(node.content) if not node.is_nested else ""


def _within(node: SyntaxTreeNode, addresses: PreviewAddresses, least: int) -> str:
    parts = [part.words for part in _parts(node.children, addresses, least) if part.words]
    # A list right under the words of its item belongs to them.
    kinds = [child.type for child in node.children]
    is_tight = len(kinds) == len(parts) == 2 and kinds[0] == "paragraph" and kinds[1].endswith("_list")
    return ("\n" if is_tight else "\n\n").join(parts)


def _indented(words: str, width: int) -> str:
    return "\n".join(" " * width * bool(at and each) + each for at, each in enumerate(words.split("\n")))


def _fence(node: SyntaxTreeNode) -> str:
    """Code as code, between fences that its own lines cannot close."""
    mark = "`" * max(3, 1 + max(map(len, re.findall("`+", node.content)), default=0))
    language = node.info if node.type == "fence" and node.info in _LANGUAGES else ""
    lines = [_code_line(each) for each in node.content.splitlines()]
    return "\n".join([mark + language, *lines, mark])


def _code_line(text: str) -> str:
    """With its spaces: `visible` leaves one of several."""
    shown = visible(text)
    return "".join(" " if char.isspace() else show for char, show in zip(text, shown, strict=True))


def _html(content: str, addresses: PreviewAddresses) -> Iterator[_Part]:
    """A folded part begins and ends on lines of its own; any other HTML is shown as text."""
    lines = [words for each in content.splitlines() if (words := each.strip())]
    for before, words, after in zip(["", *lines], lines, [*lines[1:], ""], strict=False):
        if words == _OPENED:
            named = _SUMMARY.fullmatch(after)
            yield _Part(f"{_OPENED}\n<summary>{_line_of(named[1], addresses) if named else 'More'}</summary>", 1)
        elif words == _CLOSED:
            yield _Part(_CLOSED, -1)
        elif before != _OPENED or not _SUMMARY.fullmatch(words):
            yield _Part(_line_of(words, addresses))


def _line_of(words: str, addresses: PreviewAddresses) -> str:
    tokens = _PARSER.parseInline(words)
    return line(SyntaxTreeNode(tokens).children[0].children, addresses) if tokens else ""


def _line(node: SyntaxTreeNode, addresses: PreviewAddresses) -> str:
    return line([each for child in node.children for each in child.children], addresses)
