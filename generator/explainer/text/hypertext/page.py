"""What is read from a page."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Hypertext:
    text: str
    """Paragraphs with an empty line between them."""
    headings: tuple[str, ...]
    """The headings of the first level, as they stand in the text."""
    lesser: tuple[str, ...]
    """Those of the second and third level."""
    captions: tuple[str, ...]
    """Of pictures and tables."""
    title: str
    language: str
    metas: tuple[tuple[str, str], ...]
    """Name or property, and content."""
    links: tuple[tuple[str, str], ...]
    """Relation and address; the address that all others begin with as `base`."""
    home: frozenset[str]
    """The words of links to the first page of the site, which are mostly its name."""
    data: tuple[str, ...]
    """The pieces of JSON-LD."""
    times: tuple[str, ...]
    """The values of `<time datetime>`."""
    comments: tuple[str, ...]
    no_text: Mapping[str, int]
    """What of the page is no text, in words, and how often it is there."""
