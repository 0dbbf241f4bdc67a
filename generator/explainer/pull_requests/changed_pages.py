"""Which pages of two built sites differ for readers: in their article, not in what the theme puts around it."""

import re
from dataclasses import dataclass
from html import unescape
from pathlib import Path

_ARTICLE = re.compile(r"<article\b")
ADDED, CHANGED, REMOVED = "added", "changed", "removed"


@dataclass(frozen=True, slots=True)
class ChangedPage:
    """`address` is the page's below the site's: `questions/losses/`, or nothing for the home page."""

    address: str
    title: str
    change: str


def changed_pages(before: Path, after: Path) -> list[ChangedPage]:
    """In the order of their addresses."""
    old, new = _articles(before), _articles(after)
    return [
        ChangedPage(address, _title((after if address in new else before) / address / "index.html"), change)
        for address in sorted(old | new)
        if (change := _change(old.get(address), new.get(address)))
    ]


def _change(old: str | None, new: str | None) -> str | None:
    if old is None:
        return ADDED
    if new is None:
        return REMOVED
    return CHANGED if old != new else None


def _articles(site: Path) -> dict[str, str]:
    found = {}
    for path in site.rglob("index.html"):
        folder = path.parent.relative_to(site).as_posix()
        page = path.read_text(encoding="utf-8", errors="replace")
        start = _ARTICLE.search(page)
        end = page.find("</article>", start.end()) if start else -1
        found["" if folder == "." else f"{folder}/"] = page[start.start() : end] if start and end >= 0 else ""
    return found


def _title(page: Path) -> str:
    """The page's own title: the theme writes the site's name after it."""
    _, _, after = page.read_text(encoding="utf-8", errors="replace").partition("<title>")
    written, ends, _ = after.partition("</title>")
    title = unescape(written).strip() if ends else ""
    return title.rpartition(" - ")[0] or title
