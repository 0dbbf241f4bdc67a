"""Texts of ours from their tree to Markdown that Python-Markdown reads as the same tree.

Emphasis, code and links to other sites are written as HTML tags, because engines disagree on where
`*` begins and ends and on what an address may hold; links inside the site stay Markdown, so that
MkDocs checks them.
"""

import re
from collections.abc import Callable, Iterable

from markupsafe import Markup

from explainer.prose import nodes
from explainer.rendering.escape import attribute_url, escape, filled, joined

_SPACE = Markup("&#32;")
_NARROW_SPACE = Markup("&#8239;")
_LINE = re.compile(r"^(?=.)", re.MULTILINE)

Special = nodes.Citation | nodes.Reference | nodes.TermWord
PrintSpecial = Callable[[Special], Markup]
"""Prints what needs to know the site: citations, references, words of the glossary."""


def blocks_markdown(blocks: Iterable[nodes.ProseBlock], special: PrintSpecial) -> Markup:
    printed: list[Markup] = []
    before: nodes.ProseBlock | None = None
    for block in blocks:
        if isinstance(block, nodes.ListBlock) and isinstance(before, nodes.ListBlock):
            printed.append(Markup("<!-- -->"))  # else the second list would continue the first
        printed.append(_block(block, special))
        before = block
    return joined("\n\n", printed)


def inline_markdown(children: Iterable[nodes.Inline], special: PrintSpecial) -> Markup:
    printed: list[Markup] = []
    for child in children:
        if isinstance(child, nodes.Citation) and printed and printed[-1].endswith(_SPACE):
            printed[-1] = printed[-1][: -len(_SPACE)] + _NARROW_SPACE  # a citation never begins a line
        printed.append(_inline(child, special))
    return joined("", printed)


def _block(block: nodes.ProseBlock, special: PrintSpecial) -> Markup:
    match block:
        case nodes.Paragraph(children=children):
            return inline_markdown(children, special)
        case nodes.Heading(level=level, children=children):
            return Markup("#" * level + " ") + inline_markdown(children, special)
        case nodes.ListBlock(items=items, start=start):
            signs = ["-" if start is None else f"{start + index}." for index in range(len(items))]
            printed = [
                Markup(f"{sign:<3} ") + _indented(blocks_markdown(item, special))
                for sign, item in zip(signs, items, strict=True)
            ]
            return joined("\n\n" if any(len(item) > 1 for item in items) else "\n", printed)
        case nodes.Quotation(children=quoted):
            lines = blocks_markdown(quoted, special).split("\n")
            return Markup("\n").join(Markup("> ") + line for line in lines)
        case nodes.CodeBlock(text=text):
            return filled("<pre><code>{}</code></pre>", escape(text))
        case nodes.ThematicBreak():
            return Markup("<hr>")


def _inline(child: nodes.Inline, special: PrintSpecial) -> Markup:
    match child:
        case nodes.Text(text=text):
            return escape(text)
        case nodes.Code(text=text):
            return filled("<code>{}</code>", escape(text))
        case nodes.LineBreak():
            return Markup("<br>")
        case nodes.Emphasis(children=children, strong=strong):
            tag = Markup("strong" if strong else "em")
            return filled("<{0}>{1}</{0}>", tag, inline_markdown(children, special))
        case nodes.Link(url=url, children=children):
            return filled('<a href="{}">{}</a>', attribute_url(url), inline_markdown(children, special))
        case nodes.Citation() | nodes.Reference() | nodes.TermWord():
            return special(child)


def _indented(text: Markup) -> Markup:
    return Markup(_LINE.sub("    ", text)).lstrip()
