"""A text of ours means the same on the built page as to CommonMark: same words, emphasis, code and links.

The author's Markdown is read by markdown-it-py; what we print of it is read by Python-Markdown with the extensions
of `mkdocs.yml`. Both HTML pages are reduced to what a reader gets of them and compared.
"""

from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote

import yaml
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from markdown import Markdown
from markdown_it import MarkdownIt
from markupsafe import Markup
from selectolax.lexbor import LexborHTMLParser, LexborNode

from explainer.prose import nodes, parse
from explainer.rendering.prose_markdown import blocks_markdown
from tests.projects import PROJECT

COMMONMARK = MarkdownIt("commonmark")

# Where neither engine is asked to agree: white space, and how an address is percent-encoded.
_MARKS = {"em", "strong", "code", "a"}
_BLOCKS = {"p", "li", "ul", "ol", "blockquote", "pre", "h3", "h4", "h5", "h6", "hr"}

Run = tuple[str, tuple[str, ...]]
"""A character that is no white space, and the marks and blocks in which it stands."""

pieces = st.one_of(
    st.sampled_from(["a", "b", "word", "words", "3", "3.5", "1.", "2)", "été", "село", "国境", "e\u0301"]),
    st.sampled_from(
        [" ", " ", "\n", "\n\n", "  \n", "\n    ", "\n- ", "\n  - ", "\n1. ", "\n2. ", "\n> ", "\n### ", "\n---\n"]
    ),
    st.sampled_from(
        ["*", "**", "_", "__", "***", "`", "``", "\\", "~~", "==", "^", "~", "|", ":", ": ", "+", "++", "--", "..."]
    ),
    st.sampled_from(
        ["[a](https://example.org)", "[", "](https://example.org/a_(b)?c=d&e*f*)", "]", "(", ")", "{", "}", "{: .x }"]
    ),
    st.sampled_from(
        ["<https://example.org/a>", "&amp;", "&lt;b&gt;", "&", "&#42;", "&copy;", "[^1]", "[TOC]", "*[A]: b", "--8<--"]
    ),
    st.sampled_from(
        [
            "!!! note",
            "???+ a",
            "```",
            "~~~",
            "$a$",
            "\\(a\\)",
            ":smile:",
            "[x]",
            "[ ] ",
            "H~2~O",
            "a@b.org",
            "www.a.org",
        ]
    ),
    st.sampled_from(["\u00a0", "\u00ad", "\u200b", "“”", "…", "&nbsp;", "\t"]),
    st.characters(codec="ascii", exclude_categories=["Cc"]),
)
texts = st.lists(pieces, min_size=1, max_size=25).map("".join).filter(str.strip)


def extensions() -> tuple[list[str], dict[str, Any]]:
    """Those of the project's own settings, with what MkDocs adds, but for the permalinks of headings."""
    settings_file = (PROJECT / "mkdocs.yml").read_text(encoding="utf-8")
    named: list[Any] = yaml.safe_load(settings_file)["markdown_extensions"]
    names = [next(iter(each)) if isinstance(each, dict) else each for each in named]
    return sorted({*names, "toc", "tables", "fenced_code"}), {}


def runs(html: str) -> list[Run]:
    body = LexborHTMLParser(f"<body>{html}</body>").body
    assert body is not None
    return list(_runs(body, ()))


def _runs(node: LexborNode, around: tuple[str, ...]) -> Iterator[Run]:
    child = node.first_child
    while child is not None:
        if child.is_text_node:
            yield from ((char, around) for char in child.text_content or "" if not char.isspace())
        elif child.tag in ("br", "hr"):
            yield (f"<{child.tag}>", around)
        elif child.tag == "a":
            yield from _runs(child, (*around, f"a {unquote(child.attributes.get('href') or '')}"))
        elif child.tag == "p" and node.tag == "li":
            yield from _runs(child, around)  # tight or loose: the same words
        elif child.tag in _MARKS or child.tag in _BLOCKS:
            yield from _runs(child, (*around, str(child.tag)))
        elif child.tag != "-comment":
            yield from _runs(child, around)
        child = child.next


def printed(text: str) -> str:
    """Our Markdown of a text, as it stands on a page: among blocks, inside an element."""
    prose, problems = parse(text)
    assume(not problems)
    markdown = blocks_markdown(prose.blocks, special)
    return f'Before.\n\n<div class="x" markdown="1">\n\n{markdown}\n\n</div>\n\nAfter.\n'


def special(child: nodes.Citation | nodes.Reference | nodes.TermWord) -> Markup:
    raise AssertionError(child)


def built(markdown: str) -> list[Run]:
    names, configs = extensions()
    html = Markdown(extensions=names, extension_configs=configs).convert(markdown)
    body = LexborHTMLParser(html).body
    assert body is not None
    inner = body.css_first("div.x")
    assert inner is not None, html
    assert [child.text() for child in body.css("body > p")] == ["Before.", "After."], html
    return list(_runs(inner, ()))


@settings(max_examples=600)
@given(texts)
@example("- a\n\n- b\n\n<!-- -->")
@example("1. a\n2. b\n\n1) c")
@example("0. a")
@example("> - a\n>\n>   b\n>\n>     c")
@example("*a **b*** [c](https://example.org/?a=b&c=(d)*e*) `**` \\*d\\*")
@example("- a\n\n      code\n\n  b")
@example("```\n[TOC]\n\n*[A]: b\n```")
def test_words_emphasis_and_links(text: str) -> None:
    assume("[@" not in text and "[[" not in text)
    ours = printed(text)
    assert built(ours) == runs(COMMONMARK.render(text)), ours
