"""Searching a built site as a reader does, and reading what was found."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from explainer.engine.search.pieces import FOLDER, INDEX

if TYPE_CHECKING:
    from playwright.sync_api import Page

OPENER, FIELD, RESULT = "#x-search-open", "#x-search input", ".x-search-results li"
_ANSWERED = "(words) => document.querySelector('#x-search')?.dataset.answered === words.trim()"


def search(page: "Page", words: str) -> None:
    """Open the search where it is closed, type the words, and wait for the answer to them."""
    if not page.locator("#x-search[open]").count():
        page.locator(OPENER).click()
    page.locator(FIELD).fill(words)
    page.wait_for_function(_ANSWERED, arg=words, timeout=20_000)


def addresses(page: "Page") -> list[str]:
    """The addresses of the results, from the root of a site that is served there, without the words searched for."""
    parts = [urlsplit(each) for each in page.locator(f"{RESULT} h3 a").evaluate_all("all => all.map((a) => a.href)")]
    return [part.path.lstrip("/") + (f"#{part.fragment}" if part.fragment else "") for part in parts]


def searched(site: Path) -> list[dict[str, Any]]:
    """What the search of a built site can show, in its order."""
    head = json.loads((site / INDEX).read_text(encoding="utf-8"))
    pieces = (site / FOLDER / head["folder"] / f"r{number}.json" for number in range(len(head["records"])))
    return [entry for piece in pieces for entry in json.loads(piece.read_text(encoding="utf-8"))]
