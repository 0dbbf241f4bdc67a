"""The words of one line of a stranger's Markdown, with tags for what may stay: see `clean_markdown`.

A line is first taken apart into words and tags of ours; then all of its words are written at once, because what two
nodes hold can mean something only together.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markdown_it.tree import SyntaxTreeNode

from explainer.pull_requests.addresses import PreviewAddresses
from explainer.pull_requests.github_text import together

_TAGS = {"strong": "strong", "em": "em", "s": "del"}
_OF_HTML = re.compile(r"<(/?)(b|br|code|del|em|i|ins|s|strong|sub|sup)( ?/)?>")
_DEEPEST = 8
"""Tags of HTML in one another; `<sub>` in `<sub>` makes words too small to be seen."""


@dataclass(frozen=True, slots=True)
class Tag:
    """Markup of ours, written as it is. Anything else of a line is a stranger's text."""

    markup: str


Pieces = Iterator[str | Tag]


def line(nodes: Sequence[SyntaxTreeNode], addresses: PreviewAddresses) -> str:
    """On one line, every tag closed."""
    pieces = list(_pieces(nodes, addresses))
    words = iter(together([piece for piece in pieces if isinstance(piece, str)]))
    return "".join(piece.markup if isinstance(piece, Tag) else next(words) for piece in pieces)


def _pieces(nodes: Sequence[SyntaxTreeNode], addresses: PreviewAddresses) -> Pieces:
    opened: list[str] = []
    for node in nodes:
        yield from _html(node.content, opened) if node.type == "html_inline" else _node(node, addresses)
    yield from (Tag(f"</{tag}>") for tag in reversed(opened))


def _node(node: SyntaxTreeNode, addresses: PreviewAddresses) -> Pieces:
    match node.type:
        case "softbreak":
            yield " "
        case "hardbreak":
            yield Tag("<br>")
        case "code_inline":
            yield from (Tag("<code>"), node.content, Tag("</code>"))
        case "strong" | "em" | "s":
            tag = _TAGS[node.type]
            yield from (Tag(f"<{tag}>"), *_pieces(node.children, addresses), Tag(f"</{tag}>"))
        case "link":
            address = addresses.of(str(node.attrs.get("href", "")))
            words = _pieces(node.children, addresses)
            yield from (Tag(f'<a href="{address}">'), *words, Tag("</a>")) if address else words
        case _:  # a picture is its words
            yield node.content


def _html(content: str, opened: list[str]) -> Pieces:
    """A tag that may stay, as long as it is closed where it was opened; any other as text."""
    found = _OF_HTML.fullmatch(content)
    if found and found[2] == "br":
        yield Tag("<br>")
    elif found and not found[1] and len(opened) < _DEEPEST:
        opened.append(found[2])
        yield Tag(f"<{found[2]}>")
    elif found and found[1] and opened and opened[-1] == found[2]:
        opened.pop()
        yield Tag(f"</{found[2]}>")
    else:
        yield content
