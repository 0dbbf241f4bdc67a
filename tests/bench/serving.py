"""From the write of a file to the changed text on screen: `explainer serve`, and plain MkDocs beside it.

A note of one article is edited while its page is open in headless Chromium; then a source, while the page of all
sources is, which is the largest of the site. The plain server is `mkdocs serve --livereload` on the same pages as
`explainer build` wrote them, and there the Markdown file is edited.
"""

import re
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from explainer.reporting.progress import progress
from tests.bench.made_up import write_project
from tests.chromium import launch
from tests.projects import run_module
from tests.served import PATIENCE, served
from tests.waiting import still

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

SIZES = (10, 200)
TIMES = 5


@dataclass(frozen=True)
class Edit:
    """What is changed in a seed, and in the page that is made from it; MARK stands for words that are new each time."""

    page: str
    seed: str
    old: str
    new: str
    pattern: str
    replacement: str


ARTICLE = Edit(
    page="articles/article-0003",
    seed="articles/article-0003/annotations.yaml",
    old='"note": "Of ',
    new='"note": "MARK of ',
    pattern=r"(?m)^Of ",
    replacement="MARK of ",
)
SOURCES = Edit(
    page="sources",
    seed="sources.yaml",
    old='"title": "Source 3"',
    new='"title": "MARK 3"',
    pattern=r"Source 3(?![0-9])",
    replacement="MARK 3",
)
EDITS = (ARTICLE, SOURCES)


def main(sizes: tuple[int, ...] = SIZES) -> None:
    from playwright.sync_api import sync_playwright

    print(f"{'articles':>8} {'page':>22} {'ours s':>24} {'plain s':>24} {'ratio':>6}", flush=True)
    with sync_playwright() as playwright:
        browser = launch(playwright)
        for size in sizes:
            with tempfile.TemporaryDirectory() as folder, progress() as tell:
                project = Path(folder, "project")
                project.mkdir()
                write_project(project, size)
                tell(f"editing a site of {size} articles", 0, 0)
                ours = _ours(project, browser)
                done = run_module("explainer", "build", cwd=project)
                assert done.returncode == 0, done.stderr
                tell(f"editing a site of {size} articles, with plain MkDocs", 0, 0)
                plain = _plain(project, browser)
            for edit, own, other in zip(EDITS, ours, plain, strict=True):
                ratio = median(own) / median(other)
                print(f"{size:8} {edit.page:>22} {_told(own):>24} {_told(other):>24} {ratio:6.2f}", flush=True)
        browser.close()


def _ours(project: Path, browser: "Browser") -> list[list[float]]:
    with served(project, "explainer", "serve", "--port", "PORT") as address:
        return [_with_seed(project, edit, browser, address) for edit in EDITS]


def _with_seed(project: Path, edit: Edit, browser: "Browser", address: str) -> list[float]:
    seed = project / "seeds" / edit.seed
    good = seed.read_text()

    def write(mark: str) -> None:
        seed.write_text(good.replace(edit.old, edit.new.replace("MARK", mark), 1))

    seconds = _measured(browser, f"{address}{edit.page}/", write)
    seed.write_text(good)
    return seconds


def _plain(project: Path, browser: "Browser") -> list[list[float]]:
    settings = ("-f", "build/mkdocs.yml", "--dev-addr", "127.0.0.1:PORT")
    with served(project, "mkdocs", "serve", "--livereload", *settings) as address:
        return [_with_page(project, edit, browser, address) for edit in EDITS]


def _with_page(project: Path, edit: Edit, browser: "Browser", address: str) -> list[float]:
    source = project / "build" / "docs" / f"{edit.page}.md"
    good = source.read_text()

    def write(mark: str) -> None:
        source.write_text(re.sub(edit.pattern, edit.replacement.replace("MARK", mark), good, count=1))

    seconds = _measured(browser, f"{address}{edit.page}/", write)
    source.write_text(good)
    return seconds


def _measured(browser: "Browser", address: str, write: Callable[[str], None]) -> list[float]:
    """Seconds of each edit but for the first, which warms up."""
    page: Page = browser.new_page()
    page.goto(address)
    still(page, 60)
    seconds = []
    for number in range(TIMES + 1):
        mark = f"Edited{number}"
        start = time.perf_counter()
        write(mark)
        shown = f"() => document.querySelector('main article')?.textContent.includes('{mark}')"
        page.wait_for_function(shown, polling=5, timeout=PATIENCE * 1000)
        seconds.append(time.perf_counter() - start)
        still(page, 60)
    page.close()
    return seconds[1:]


def _told(seconds: list[float]) -> str:
    return f"{median(seconds):.2f} ({min(seconds):.2f} to {max(seconds):.2f})"


if __name__ == "__main__":
    main(tuple(map(int, sys.argv[1:])) or SIZES)
