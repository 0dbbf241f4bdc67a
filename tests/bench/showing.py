"""How long a browser is busy with a long article: with notes in the margin, and without the script that lays them.

Counted is the time of all tasks of the page's main thread (`TaskDuration` of the DevTools protocol), from the request
until the page is at rest; the growth is the slope of log time over log notes (1 is linear).
"""

import functools
import http.server
import sys
import tempfile
import threading
from pathlib import Path
from typing import TYPE_CHECKING

from explainer.reporting.progress import progress
from tests.bench.__main__ import exponent
from tests.bench.made_up import write_long_article
from tests.chromium import launch
from tests.conftest import Quiet
from tests.projects import run_module

if TYPE_CHECKING:
    from playwright.sync_api import Browser

SIZES = (500, 1000, 2000)
TIMES = 3
_AT_REST = """document.fonts.ready.then(() => new Promise((rest) =>
  requestAnimationFrame(() => requestAnimationFrame(() => requestIdleCallback(rest)))))"""


def main(sizes: tuple[int, ...]) -> None:
    from playwright.sync_api import sync_playwright

    print(f"{'notes':>8} {'margin s':>9} {'style s':>8} {'layout s':>9} {'script s':>9} {'without s':>10}")
    with sync_playwright() as playwright:
        browser = launch(playwright)
        rows = []
        for notes in sizes:
            with tempfile.TemporaryDirectory() as folder, progress() as tell:
                tell(f"an article of {notes} notes", 0, 0)
                project = Path(folder)
                write_long_article(project, notes)
                done = run_module("mkdocs", "build", "--strict", cwd=project)
                assert done.returncode == 0, done.stderr
                laid, plain = _measured(browser, project / "site")
            rows.append((notes, laid["TaskDuration"]))
            print(
                f"{notes:8} {laid['TaskDuration']:9.2f} {laid['RecalcStyleDuration']:8.2f}"
                f" {laid['LayoutDuration']:9.2f} {laid['ScriptDuration']:9.2f} {plain['TaskDuration']:7.2f}",
                flush=True,
            )
        browser.close()
    if len(rows) > 1:
        print(f"growth with the margin: exponent {exponent(rows):.2f}")


def _measured(browser: "Browser", site: Path) -> tuple[dict[str, float], dict[str, float]]:
    """The quickest of several visits each, by turns."""
    handler = functools.partial(Quiet, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{server.server_port}/articles/article-0000/"
        visits = [(_visit(browser, address, True), _visit(browser, address, False)) for _ in range(TIMES)]
        server.shutdown()
    quickest = functools.partial(min, key=lambda visit: visit["TaskDuration"])
    return quickest(laid for laid, _ in visits), quickest(plain for _, plain in visits)


def _visit(browser: "Browser", address: str, laid: bool) -> dict[str, float]:
    with browser.new_context(viewport={"width": 1300, "height": 900}) as context:
        page = context.new_page()
        if not laid:
            page.route("**/notes.js", lambda route: route.fulfill(body="explainer.annotate = () => {};"))
        protocol = context.new_cdp_session(page)
        protocol.send("Performance.enable", {"timeDomain": "threadTicks"})  # that other programs do not count
        page.goto(address, wait_until="load", timeout=600_000)
        page.evaluate(_AT_REST)
        assert page.evaluate("!!document.querySelector('.x-margin .x-note.is-line')") == laid
        return {each["name"]: each["value"] for each in protocol.send("Performance.getMetrics")["metrics"]}


if __name__ == "__main__":
    main(tuple(map(int, sys.argv[1:])) or SIZES)
