"""What stands on the built page of an article, read back from its HTML."""

from dataclasses import dataclass
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser, LexborNode

_OURS = "mark, a.x-term, [role=doc-noteref], [role=doc-noteref] span"


@dataclass(frozen=True)
class Passage:
    """A passage of an article with its note, as a reader finds them."""

    text: str
    """The segments of the passage, with a space between paragraphs."""
    has_note: bool
    """Whether there is one note, which the passage and its marker lead to."""
    has_way_back: bool
    """Whether the note leads back to the marker, which stands after the passage."""


@dataclass(frozen=True)
class BuiltArticle:
    page: LexborHTMLParser

    @classmethod
    def read(cls, site: Path, name: str) -> "BuiltArticle":
        return cls(LexborHTMLParser((site / "articles" / name / "index.html").read_bytes().decode()))

    @property
    def sha256(self) -> str:
        return "".join(node.text() for node in self.page.css("#sha256"))

    @property
    def headline(self) -> str:
        """The text of the page's one title."""
        (title,) = self.page.css("article h1")
        return _text(title)

    @property
    def paragraphs(self) -> list[str]:
        return [_text(node) for node in self._blocks]

    @property
    def foreign(self) -> list[str]:
        """Elements in the article's own text that are none of ours: something was interpreted."""
        blocks = [*self.page.css("article h1"), *self._blocks]
        ours = {node.mem_id for block in blocks for node in (block, *block.css(_OURS))}
        return [node.html or "" for block in blocks for node in block.css("*") if node.mem_id not in ours]

    @property
    def notes(self) -> list[str]:
        """The ids of the notes on the page, in its order."""
        return [(node.attributes["id"] or "").removeprefix("n-") for node in self.page.css("article aside.x-note")]

    def passage(self, name: str) -> Passage:
        parts = [
            "".join(_text(segment) for segment in block.css(f'mark[data-note="{name}"]'))
            for block in (*self.page.css("article h1"), *self._blocks)
        ]
        notes, markers = self.page.css(f"aside#n-{name}"), self.page.css(f"#r-{name}[role=doc-noteref]")
        firsts = self.page.css(f"mark#a-{name}")
        leads_there = (
            [node.attributes.get("aria-details") for node in firsts] == [f"n-{name}"]
            and [node.attributes.get("href") for node in markers] == [f"#n-{name}"]
        )  # fmt: skip
        back = [node.attributes.get("href") for note in notes for node in note.css("[role=doc-backlink]")]
        return Passage(
            " ".join(part for part in parts if part),
            len(notes) == 1 and leads_there,
            back == [f"#r-{name}"] and self._marker_follows(name),
        )

    @property
    def _blocks(self) -> list[LexborNode]:
        return self.page.css("article .x-par[id] > .x-text")

    def _marker_follows(self, name: str) -> bool:
        """In the order of the page, the marker stands behind the last segment."""
        found = self.page.css(f'article mark[data-note="{name}"], article #r-{name}')
        return bool(found) and found[-1].attributes.get("id") == f"r-{name}"


def _text(node: LexborNode) -> str:
    """The characters of an element, without the markers of its notes."""
    found: list[str] = []
    child = node.first_child
    while child is not None:
        if child.is_text_node:
            found.append(child.text_content or "")
        elif child.attributes.get("role") != "doc-noteref":
            found.append(_text(child))
        child = child.next
    return "".join(found)
