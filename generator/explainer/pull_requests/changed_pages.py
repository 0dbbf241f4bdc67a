"""Which pages of two built sites differ for readers: in their article, not in what the theme puts around it."""

import re
from dataclasses import dataclass
from html import unescape
from pathlib import Path

_ARTICLE = re.compile(r"<article\b.*?</article>", re.DOTALL)
_TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)
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
        article = _ARTICLE.search(path.read_text(encoding="utf-8", errors="replace"))
        found["" if folder == "." else f"{folder}/"] = article[0] if article else ""
    return found


def _title(page: Path) -> str:
    """The page's own title: the theme writes the site's name after it."""
    found = _TITLE.search(page.read_text(encoding="utf-8", errors="replace"))
    title = unescape(found[1]).strip() if found else ""
    return title.rpartition(" - ")[0] or title
