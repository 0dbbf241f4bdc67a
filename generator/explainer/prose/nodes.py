"""A text of ours as a tree: what a note, a definition or an assessment says, independent of any Markdown dialect."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

# --- inline -----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Text:
    text: str


@dataclass(frozen=True, slots=True)
class Code:
    text: str


@dataclass(frozen=True, slots=True)
class LineBreak:
    """A hard line break."""


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Emphasised (`strong` False) or strongly emphasised words."""

    children: tuple["Inline", ...]
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """A link to another site."""

    url: str
    children: tuple["Inline", ...]


@dataclass(frozen=True, slots=True)
class Citation:
    """`[@source-id]` or `[@one; @two]`: ids of sources."""

    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reference:
    """`[[id]]` or `[[id|words]]`: a link to a record of the site.

    From parsing: `target` as written, `words` perhaps empty. From linking: `target` is `type/id`, with `words`.
    """

    target: str
    words: str


@dataclass(frozen=True, slots=True)
class TermWord:
    """A word that linking found in the glossary."""

    term: str
    text: str


Inline: TypeAlias = Text | Code | LineBreak | Emphasis | Link | Citation | Reference | TermWord

# --- blocks -----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Paragraph:
    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    level: int
    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class ListBlock:
    """`start` is None for a bullet list, else the first number."""

    items: tuple[tuple["ProseBlock", ...], ...]
    start: int | None = None


@dataclass(frozen=True, slots=True)
class Quotation:
    children: tuple["ProseBlock", ...]


@dataclass(frozen=True, slots=True)
class CodeBlock:
    text: str


@dataclass(frozen=True, slots=True)
class ThematicBreak:
    """A thematic break."""


ProseBlock: TypeAlias = Paragraph | Heading | ListBlock | Quotation | CodeBlock | ThematicBreak


@dataclass(frozen=True, slots=True)
class Prose:
    blocks: tuple[ProseBlock, ...]


def citations(blocks: Iterable[ProseBlock | Inline]) -> Iterator[str]:
    """The ids of the sources that a text cites, in its order."""
    for node in blocks:
        match node:
            case Citation(sources=sources):
                yield from sources
            case Paragraph() | Heading() | Quotation() | Emphasis() | Link():
                yield from citations(node.children)
            case ListBlock(items=items):
                for item in items:
                    yield from citations(item)


def references(blocks: Iterable[ProseBlock | Inline]) -> Iterator[str]:
    """The targets of the links to records in a text, in its order."""
    for node in blocks:
        match node:
            case Reference(target=target):
                yield target
            case Paragraph() | Heading() | Quotation() | Emphasis() | Link():
                yield from references(node.children)
            case ListBlock(items=items):
                for item in items:
                    yield from references(item)


def plain_text(blocks: Prose | tuple[ProseBlock, ...] | tuple[Inline, ...]) -> str:
    """The words of a text or a part of it, without markup, citations and line breaks: for descriptions and previews."""
    parts: list[str] = []
    for node in blocks.blocks if isinstance(blocks, Prose) else blocks:
        match node:
            case Text(text=text) | Code(text=text) | TermWord(text=text) | CodeBlock(text=text):
                parts.append(text)
            case Reference(words=words):
                parts.append(words)
            case Emphasis(children=children) | Link(children=children):
                parts.append(plain_text(children))
            case Paragraph(children=children) | Heading(children=children):
                parts.append(plain_text(children) + " ")
            case Quotation(children=quoted):
                parts.append(plain_text(quoted))
            case ListBlock(items=items):
                parts.extend(plain_text(item) for item in items)
            case LineBreak():
                parts.append(" ")
            case Citation() if parts:
                parts[-1] = parts[-1].rstrip(" ")
    text = "".join(parts)
    return " ".join(text.split()) if isinstance(blocks, Prose) else text
