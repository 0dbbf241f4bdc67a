"""Headings: their ids and what the table of contents calls them, as Python-Markdown's `toc` decides it."""

import html
import re
from dataclasses import dataclass
from typing import Any

from markdown.extensions.toc import nest_toc_tokens, slugify, strip_tags, unique

_WITHOUT_ID = "\x02{}\x02"
_IDS = re.compile(r'id="([^"]*)"')  # without what is before it, which would be looked for at each space


@dataclass
class PrintedHeading:
    level: int
    id: str
    name: str
    """What the table of contents shows, as HTML."""
    html: str
    is_folded: bool = False
    """Whether it stands within what a reader has to open."""


def heading_html(heading: PrintedHeading, attributes: str, number: int) -> str:
    """The element; where it has no id yet, `with_ids` puts it in."""
    own = f' id="{_WITHOUT_ID.format(number)}"' if not heading.id else ""
    return f"<h{heading.level}{own}{attributes}>{heading.html}</h{heading.level}>"


def name_of(words: str, label: str | None) -> str:
    return str(strip_tags(words if label is None else label))


def with_ids(text: str, headings: list[PrintedHeading]) -> tuple[str, list[PrintedHeading], frozenset[str]]:
    """The page with an id for each heading that has none, made of its words; and all ids on the page."""
    ids = {found[1] for found in _IDS.finditer(text) if text[found.start() - 1].isspace()}
    for number, heading in enumerate(headings):
        if not heading.id:
            heading.id = str(unique(slugify(html.unescape(strip_tags(heading.html)), "-"), ids))
            text = text.replace(_WITHOUT_ID.format(number), heading.id)
    return text, headings, frozenset(ids)


def contents(headings: list[PrintedHeading]) -> Any:
    """The headings nested, in the form that MkDocs takes them from Python-Markdown.

    Without those that are folded: a theme asks where each stands that its table of contents names, and a browser then
    lays out all that is folded, on a phone for a tenth of a second.
    """
    flat = [
        {"level": each.level, "id": each.id, "name": each.name, "html": each.html, "data-toc-label": ""}
        for each in headings
        if not each.is_folded
    ]
    return nest_toc_tokens(flat)
