"""From the write of a file to the changed text on screen: `explainer serve`, and plain MkDocs beside it.

A note of one article is edited while its page is open in headless Chromium. The plain server is `mkdocs serve
--livereload` on the same pages as `explainer build` wrote them, and there the Markdown file is edited.
"""

import re
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from tests.bench.made_up import write_project
from tests.projects import run_module
from tests.served import PATIENCE, served

if TYPE_CHECKING:
    from playwright.sync_api import Page

SIZES = (10, 200)
TIMES = 5
ARTICLE = "article-0003"
BROWSER = "/usr/bin/chromium"


def main(sizes: tuple[int, ...] = SIZES) -> None:
    from playwright.sync_api import sync_playwright

    print(f"{'articles':>8} {'ours s':>24} {'plain s':>24} {'ratio':>6}", flush=True)
    arguments = ["--no-sandbox", "--disable-background-networking", "--disable-component-update"]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=BROWSER, args=arguments)
        for size in sizes:
            with tempfile.TemporaryDirectory() as folder:
                project = Path(folder, "project")
                project.mkdir()
                write_project(project, size)
                page = browser.new_page()
                ours = _ours(project, page)
                done = run_module("generator", "build", cwd=project)
                assert done.returncode == 0, done.stderr
                plain = _plain(project, page)
                page.close()
            print(f"{size:8} {_told(ours):>24} {_told(plain):>24} {median(ours) / median(plain):6.2f}", flush=True)
        browser.close()


def _ours(project: Path, page: "Page") -> list[float]:
    notes = project / "seeds" / "articles" / ARTICLE / "annotations.yaml"
    good = notes.read_text()

    def edit(mark: str) -> None:
        notes.write_text(good.replace('"note": "Of ', f'"note": "{mark} of ', 1))

    with served(project, "generator", "serve", "--port", "PORT") as address:
        seconds = _measured(page, f"{address}articles/{ARTICLE}/", edit)
    notes.write_text(good)
    return seconds


def _plain(project: Path, page: "Page") -> list[float]:
    source = project / "build" / "docs" / "articles" / f"{ARTICLE}.md"
    good = source.read_text()

    def edit(mark: str) -> None:
        source.write_text(re.sub(r"(?m)^Of ", f"{mark} of ", good, count=1))

    settings = ("-f", "build/mkdocs.yml", "--dev-addr", "127.0.0.1:PORT")
    with served(project, "mkdocs", "serve", "--livereload", *settings) as address:
        return _measured(page, f"{address}articles/{ARTICLE}/", edit)


def _measured(page: "Page", address: str, edit: Callable[[str], None]) -> list[float]:
    """Seconds of each edit but for the first, which warms up."""
    page.goto(address)
    page.wait_for_timeout(1500)
    seconds = []
    for number in range(TIMES + 1):
        mark = f"Edited{number}"
        start = time.perf_counter()
        edit(mark)
        shown = f"document.querySelector('article')?.textContent.includes('{mark}')"
        page.wait_for_function(shown, polling=5, timeout=PATIENCE * 1000)
        seconds.append(time.perf_counter() - start)
        page.wait_for_timeout(1000)
    return seconds[1:]


def _told(seconds: list[float]) -> str:
    return f"{median(seconds):.2f} ({min(seconds):.2f} to {max(seconds):.2f})"


if __name__ == "__main__":
    main(tuple(map(int, sys.argv[1:])) or SIZES)
