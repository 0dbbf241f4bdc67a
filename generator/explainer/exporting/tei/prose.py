"""A text of ours in TEI."""

from collections.abc import Callable, Iterable, Iterator

from explainer.exporting.tei.xml import TeiMarkup, joined, tag, text
from explainer.model.marks import unmarked
from explainer.prose import nodes
from explainer.prose.nodes import Inline, Prose, ProseBlock

Point = Callable[[str], str]
"""From the name of a record, such as `question/losses`, to what points at it."""


def prose(tree: Prose, point: Point) -> TeiMarkup:
    return joined(list(_blocks(tree.blocks, point)))


def _blocks(blocks: Iterable[ProseBlock], point: Point) -> Iterator[TeiMarkup]:
    for block in blocks:
        match block:
            case nodes.Paragraph(children=children):
                yield tag("p", *_inlines(children, point))
            case nodes.Heading(children=children):
                yield tag("label", *_inlines(children, point))
            case nodes.ListBlock(items=items, start=start):
                rend = "bulleted" if start is None else "numbered"
                yield tag("list", *(tag("item", *_blocks(item, point)) for item in items), rend=rend)
            case nodes.Quotation(children=quoted):
                yield tag("quote", *_blocks(quoted, point))
            case nodes.CodeBlock(text=code):
                yield tag("ab", tag("code", code))
            case nodes.ThematicBreak():
                yield tag("milestone", unit="section")


def _inlines(children: Iterable[Inline], point: Point) -> Iterator[TeiMarkup]:
    for node in children:
        match node:
            case nodes.Text(text=words):
                yield text(unmarked(words))
            case nodes.TermWord(term=term, text=words):
                yield tag("term", unmarked(words), ref=point(f"term/{term}"))
            case nodes.Code(text=words):
                yield tag("code", unmarked(words))
            case nodes.LineBreak():
                yield tag("lb")
            case nodes.Emphasis(children=inner, strong=strong):
                yield (
                    tag("hi", *_inlines(inner, point), rend="bold") if strong else tag("emph", *_inlines(inner, point))
                )
            case nodes.Link(url=url, children=inner):
                yield tag("ref", *_inlines(inner, point), target=_pointer(url))
            case nodes.Citation(sources=sources):
                yield tag("ptr", type_="source", target=" ".join(point(f"source/{each}") for each in sources))
            case nodes.Reference(target=target, words=words):
                yield tag("ref", unmarked(words), target=point(target))


def _pointer(url: str) -> str:
    """An address, in which a space would begin another."""
    return url.replace(" ", "%20")
