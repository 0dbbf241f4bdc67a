"""What may stand in our texts: the tree of each construct, and what is refused with its words."""

import pytest

from explainer.prose import parse
from explainer.prose.nodes import (
    Citation,
    Code,
    CodeBlock,
    Emphasis,
    Heading,
    LineBreak,
    Link,
    ListBlock,
    Paragraph,
    Prose,
    ProseBlock,
    Quotation,
    Reference,
    Text,
    ThematicBreak,
    plain_text,
)

BLOCKS: dict[str, tuple[ProseBlock, ...]] = {
    "A *b* **c** `d`.": (
        Paragraph(
            (
                Text("A "),
                Emphasis((Text("b"),)),
                Text(" "),
                Emphasis((Text("c"),), True),
                Text(" "),
                Code("d"),
                Text("."),
            )
        ),
    ),
    "A [b](https://example.org).": (Paragraph((Text("A "), Link("https://example.org", (Text("b"),)), Text("."))),),
    "A\nb  \nc": (Paragraph((Text("A b"), LineBreak(), Text("c"))),),
    "A\n\nb": (Paragraph((Text("A"),)), Paragraph((Text("b"),))),
    "- a\n- b": (ListBlock(((Paragraph((Text("a"),)),), (Paragraph((Text("b"),)),))),),
    "0. a": (ListBlock(((Paragraph((Text("a"),)),),), 0),),
    "3. a": (ListBlock(((Paragraph((Text("a"),)),),), 3),),
    "- a\n-\n- \u00a0": (ListBlock(((Paragraph((Text("a"),)),),)),),
    "-": (),
    "> a": (Quotation((Paragraph((Text("a"),)),)),),
    "### A": (Heading(3, (Text("A"),)),),
    "###### A": (Heading(6, (Text("A"),)),),
    "    a": (CodeBlock("a\n"),),
    "```\na\n```": (CodeBlock("a\n"),),
    "---": (ThematicBreak(),),
    "Said [@one; @two-2024].": (Paragraph((Text("Said "), Citation(("one", "two-2024")), Text("."))),),
    "The [[guild]] of [[place/brindle|the\n  town]].": (
        Paragraph(
            (Text("The "), Reference("guild", ""), Text(" of "), Reference("place/brindle", "the town"), Text("."))
        ),
    ),
    "*In [@one] [[a|b]]*": (Paragraph((Emphasis((Text("In "), Citation(("one",)), Text(" "), Reference("a", "b"))),)),),
    "`[@one]` \\[@one] [@one": (Paragraph((Code("[@one]"), Text(" [@one] [@one"))),),
    "&lt;b&gt; 3 < 4 &amp; a@b.org": (Paragraph((Text("<b> 3 < 4 & a@b.org"),)),),
}
REFUSED = {
    "a <b>c</b> d": ["<b>"],
    "<div>\na": ["<div>"],
    "a <!-- b --> c": ["<!-- b -->"],
    "![a](b.png)": ["!["],
    "# A": ["A"],
    "A\n---": ["A"],
    "[a](javascript:b)": ["javascript:b"],
    "[a](b.md)": ["b.md"],
    "[a](#b)": ["#b"],
    "[a](data:text/html,b)": ["data:text/html,b"],
    "[a](HTTPS://example.org)": [],
    "<ftp://example.org>": ["ftp://example.org"],
    "[a]: javascript:b\n\n[a] [a]": ["javascript:b", "javascript:b"],
    "# <i>A</i>\n\n![b](c)": ["<i>A</i>", "<i>", "!["],
}


@pytest.mark.parametrize(("text", "blocks"), BLOCKS.items())
def test_the_tree(text: str, blocks: tuple[ProseBlock, ...]) -> None:
    assert parse(text) == (Prose(blocks), ())


@pytest.mark.parametrize(("text", "words"), REFUSED.items())
def test_what_is_refused(text: str, words: list[str]) -> None:
    _, problems = parse(text)
    assert [problem.words for problem in problems] == words
    assert all(problem.message for problem in problems)


def test_nothing_dangerous_is_left_in_the_tree() -> None:
    for text in REFUSED:
        prose, problems = parse(text)
        assert "<" not in plain_text(prose)
        assert not problems or "Link" not in str(prose)


def test_depth_is_bounded() -> None:
    """Neither quotations in quotations nor brackets in brackets meet the recursion limit."""
    for text in (">" * 5000 + " a", "[" * 5000 + "a" + "]" * 5000, "*" * 9999 + "a", "- " * 5000 + "a", "`" * 9999):
        parse(text)


def test_plain_text() -> None:
    prose, _ = parse("A *b* [@one]\nc  \nd [[e|f]].\n\n- `g`\n- > [h](https://i.org)\n\n### J\n\n    k")
    assert plain_text(prose) == "A b c d f. g h J k"
