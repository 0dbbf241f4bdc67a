"""Accessibility of what is ours on a page, with axe-core in a real browser: the article and our lines in the footer.

What the theme puts around it has violations of its own, which only its makers can mend; they would drown ours.
"""

import functools
import http.server
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.chromium import launch
from tests.site_checks.axe import Violation, violations
from tests.site_checks.problem import Problem

_LARGE_LISTS = 3
"""Pages of one folder that are looked at: what the rest shows is made by the same templates."""


def problems(site: Path) -> list[Problem]:
    """In light and dark, each once."""
    from playwright.sync_api import sync_playwright

    found: set[Problem] = set()
    with _served(site) as address, sync_playwright() as playwright:
        browser = launch(playwright)
        for scheme in ("light", "dark"):
            page = browser.new_page(color_scheme=scheme)
            for path in pages_to_look_at(site):
                page.goto(address + path)
                ours = [each for each in violations(page) if each.is_ours]
                found |= {_problem(path, rule, ours) for rule in {each.rule for each in ours}}
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


def _problem(path: str, rule: str, found: list[Violation]) -> Problem:
    own = [each for each in found if each.rule == rule]
    return Problem(path, f"{own[0].help} ({rule}), {len(own)} times, first at {own[0].target}")


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def _served(site: Path) -> Iterator[str]:
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
