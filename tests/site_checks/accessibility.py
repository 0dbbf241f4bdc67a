"""Accessibility of what is ours on a page, with axe-core in a real browser: the article element and our footer.

What the theme puts around it has violations of its own, which only its makers can mend; they would drown ours.
"""

import functools
import http.server
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.site_checks.problem import Problem

BROWSER = "/usr/bin/chromium"
_OURS = {"include": [["article"]], "exclude": [[".md-content__button"]]}
_RULES = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
}
# Rules about a page as a whole: the theme decides about the regions around our article.
_NOT_OURS = {"region", "landmark-one-main", "page-has-heading-one", "bypass"}
_LARGE_LISTS = 3
"""Pages of one folder that are looked at: what the rest shows is made by the same templates."""


def problems(site: Path) -> list[Problem]:
    """In light and dark, each once."""
    from axe_playwright_python.base import AXE_SCRIPT  # type: ignore[import-untyped]
    from playwright.sync_api import sync_playwright

    found: set[Problem] = set()
    quiet = ["--no-sandbox", "--disable-background-networking", "--disable-component-update"]
    with _served(site) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=BROWSER, args=quiet)
        for scheme in ("light", "dark"):
            page = browser.new_page(color_scheme=scheme)
            for path in pages_to_look_at(site):
                page.goto(address + path)
                page.evaluate(AXE_SCRIPT)
                violations = page.evaluate("([ours, rules]) => axe.run(ours, rules)", [_OURS, _RULES])["violations"]
                found |= {_problem(path, each) for each in violations if each["id"] not in _NOT_OURS}
        browser.close()
    return sorted(found)


def pages_to_look_at(site: Path) -> list[str]:
    """Every page at the top, and the first few of each folder."""
    folders: dict[str, list[str]] = {}
    for file in sorted(site.rglob("index.html")):
        path = file.parent.relative_to(site).as_posix()
        folders.setdefault(path.rpartition("/")[0] if "/" in path else "", []).append(path)
    chosen = [path for folder, paths in folders.items() for path in (paths[:_LARGE_LISTS] if folder else paths)]
    return [f"{path}/index.html".removeprefix("./") for path in chosen]


def _problem(path: str, violation: dict[str, Any]) -> Problem:
    nodes = violation["nodes"]
    first = " ".join(str(part) for part in nodes[0]["target"])
    return Problem(path, f"{violation['help']} ({violation['id']}), {len(nodes)} times, first at {first}")


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def _served(site: Path) -> Iterator[str]:
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
