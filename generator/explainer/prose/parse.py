"""From the text an author wrote to the tree: what may stand in our texts, and what is refused."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from explainer.diagnostics import Rule
from explainer.memo import memoized
from explainer.prose import nodes, syntax
from explainer.rules import LINK_IS_SAFE, PROSE_IS_PLAIN

_SAFE_ADDRESS = re.compile(r"(?:https?://[^/\s]|mailto:[^\s])", re.IGNORECASE)

HIGHEST_HEADING = 3
"""Our texts stand under headings of the page; theirs begin at this level."""


@dataclass(frozen=True, slots=True)
class Problem:
    """What is refused, and the words of the text at which it stands."""

    rule: Rule
    message: str
    words: str
    fix: str = ""
    """Empty where the rule's own fix says it."""


@memoized
def parse(text: str) -> tuple[nodes.Prose, tuple[Problem, ...]]:
    """The tree of `text`. What is refused is left out of the tree, or stays as plain words, and is a problem.

    It is read once: later stages, and later builds while serving, get the same tree, which nobody can change.
    """
    problems: list[Problem] = []
    tokens = iter(_parser().parse(text))
    return nodes.Prose(tuple(_blocks(tokens, "", problems))), tuple(problems)


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    # Raw HTML is parsed only to be refused with its words; every address is let through for the same reason.
    parser = MarkdownIt("commonmark", {"html": True})
    parser.validateLink = lambda url: True  # type: ignore[method-assign]  # noqa: ARG005
    parser.inline.ruler.before("link", "citation", _inline_rule("citation", syntax.CITATION))
    parser.inline.ruler.before("citation", "reference", _inline_rule("reference", syntax.REFERENCE))
    return parser


def _inline_rule(name: str, pattern: re.Pattern[str]):  # type: ignore[no-untyped-def]
    def rule(state: StateInline, silent: bool) -> bool:
        match = pattern.match(state.src, state.pos, state.posMax)
        if match is None:
            return False
        if not silent:
            token = state.push(name, "", 0)
            token.content = match[1]
            token.meta = {"words": " ".join((match.groups()[-1] or "").split())} if name == "reference" else {}
        state.pos = match.end()
        return True

    return rule


def _blocks(tokens: Iterator[Token], until: str, problems: list[Problem]) -> Iterator[nodes.ProseBlock]:
    for token in tokens:
        match token.type:
            case "paragraph_open":
                if children := _inline_of(tokens, "paragraph_close", problems):
                    yield nodes.Paragraph(children)
            case "heading_open":
                level, title = int(token.tag[1:]), next(tokens)
                if level < HIGHEST_HEADING:
                    message = f"a heading of level {level}; headings in our texts begin at level {HIGHEST_HEADING}"
                    fix = f"Begin its line with `{'#' * HIGHEST_HEADING} `."
                    problems.append(Problem(PROSE_IS_PLAIN, message, title.content.split("\n", 1)[0], fix))
                children = _joined(_inline(iter(title.children or ()), "", problems))
                yield nodes.Heading(max(level, HIGHEST_HEADING), children)
            case "bullet_list_open":
                yield from _list(_items(tokens, "bullet_list_close", problems), None)
            case "ordered_list_open":
                start = int(token.attrs.get("start", 1))
                yield from _list(_items(tokens, "ordered_list_close", problems), start)
            case "blockquote_open":
                yield nodes.Quotation(tuple(_blocks(tokens, "blockquote_close", problems)))
            case "fence" | "code_block":
                yield nodes.CodeBlock(token.content)
            case "hr":
                yield nodes.ThematicBreak()
            case "html_block":
                _refuse_html(token.content, problems)
            case closing if closing == until:
                return


def _list(items: Iterator[tuple[nodes.ProseBlock, ...]], start: int | None) -> Iterator[nodes.ListBlock]:
    """The list without its empty items, which say nothing and which engines read differently."""
    filled = tuple(item for item in items if item)
    if filled:
        yield nodes.ListBlock(filled, start)


def _items(tokens: Iterator[Token], until: str, problems: list[Problem]) -> Iterator[tuple[nodes.ProseBlock, ...]]:
    for token in tokens:
        if token.type == until:
            return
        if token.type == "list_item_open":
            yield tuple(_blocks(tokens, "list_item_close", problems))


def _inline_of(tokens: Iterator[Token], until: str, problems: list[Problem]) -> tuple[nodes.Inline, ...]:
    children: tuple[nodes.Inline, ...] = ()
    for token in tokens:
        if token.type == until:
            break
        children = _joined(_inline(iter(token.children or ()), "", problems))
    return children


def _inline(tokens: Iterator[Token], until: str, problems: list[Problem]) -> Iterator[nodes.Inline]:
    for token in tokens:
        match token.type:
            case "text":
                yield nodes.Text(token.content)
            case "softbreak":
                yield nodes.Text(" ")
            case "hardbreak":
                yield nodes.LineBreak()
            case "code_inline":
                yield nodes.Code(token.content)
            case "em_open":
                yield nodes.Emphasis(_joined(_inline(tokens, "em_close", problems)))
            case "strong_open":
                yield nodes.Emphasis(_joined(_inline(tokens, "strong_close", problems)), strong=True)
            case "link_open":
                url = str(token.attrGet("href") or "")
                children = _joined(_inline(tokens, "link_close", problems))
                if _SAFE_ADDRESS.match(url):
                    yield nodes.Link(url, children)
                else:
                    message = f"a link to `{url}`, which is not an http, https or mailto address"
                    problems.append(Problem(LINK_IS_SAFE, message, url))
                    yield from children
            case "image":
                fix = "Remove it, or link to the page that shows it."
                problems.append(Problem(PROSE_IS_PLAIN, "an image in a text of ours", "![", fix))
                yield nodes.Text(token.content)
            case "html_inline":
                _refuse_html(token.content, problems)
            case "citation":
                yield nodes.Citation(tuple(part.strip().removeprefix("@") for part in token.content.split(";")))
            case "reference":
                yield nodes.Reference(token.content.strip(), token.meta["words"])
            case closing if closing == until:
                return


def _joined(children: Iterator[nodes.Inline]) -> tuple[nodes.Inline, ...]:
    """Neighbouring texts as one, so that a word of two tokens is found as one word."""
    joined: list[nodes.Inline] = []
    for child in children:
        if isinstance(child, nodes.Text) and joined and isinstance(joined[-1], nodes.Text):
            joined[-1] = nodes.Text(joined[-1].text + child.text)
        elif child != nodes.Text(""):
            joined.append(child)
    return tuple(joined)


def _refuse_html(content: str, problems: list[Problem]) -> None:
    words = content.strip().split("\n", 1)[0][:60]
    if words.startswith("</") and any(problem.words.startswith("<") for problem in problems):
        return  # the end of what is reported already
    problems.append(Problem(PROSE_IS_PLAIN, f"raw HTML in a text of ours: `{words}`", words))
