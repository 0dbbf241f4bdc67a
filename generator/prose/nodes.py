"""A text of ours as a tree: what a note, a definition or an assessment says, independent of any Markdown dialect."""

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
    """`[@source-id]` or `[@one; @two]`: ids of sources, and where each stands in the text (offset, length)."""

    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reference:
    """`[[id]]` or `[[id|words]]`: a link to a record of the site. `target` is as written until linking resolves it."""

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
class Rule:
    """A thematic break."""


ProseBlock: TypeAlias = Paragraph | Heading | ListBlock | Quotation | CodeBlock | Rule


@dataclass(frozen=True, slots=True)
class Prose:
    blocks: tuple[ProseBlock, ...]
