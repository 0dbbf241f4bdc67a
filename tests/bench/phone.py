"""What a page costs on a phone: when it shows, how long it keeps the phone busy, how much it fetches.

A screen of 390×844 pixels at three dots each, a processor slowed down four times, 1.6 Mbit/s and 150 ms of delay, a
server that does not compress. FCP and LCP are when the first and the greatest part is painted; TBT, the total blocking
time, is what tasks of the main thread take beyond 50 ms each, after the first paint. Medians of several visits, by
turns. Folders of other built sites may be named, so that two states are measured in one run:

    python -m tests.bench.phone ../before/site
"""

import functools
import http.server
import statistics
import sys
import tempfile
import threading
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tests.chromium import launch
from tests.conftest import Quiet
from tests.projects import PROJECT, run_module

if TYPE_CHECKING:
    from playwright.sync_api import Browser

PAGES = ("", "articles/counter-invasion/", "questions/tyotkino/", "questions/losses/")
TIMES = 3
_LINE = {"latency": 150, "downloadThroughput": 1.6e6 / 8, "uploadThroughput": 0.75e6 / 8, "offline": False}
_LISTEN = """window.tasks = []; window.largest = 0;
new PerformanceObserver((list) => { for (const { startTime, duration } of list.getEntries())
  tasks.push([startTime, duration]); }).observe({ type: "longtask", buffered: true });
new PerformanceObserver((list) => { largest = list.getEntries().at(-1).startTime; })
  .observe({ type: "largest-contentful-paint", buffered: true });"""
_AT_REST = """document.fonts.ready.then(() => new Promise((rest) =>
  requestAnimationFrame(() => requestAnimationFrame(() => requestIdleCallback(rest)))))"""
_READ = """() => {
  const first = performance.getEntriesByName("first-contentful-paint")[0].startTime;
  const late = tasks.filter(([start, lasts]) => start + lasts > first);
  const blocking = late.reduce((sum, [start, lasts]) =>
    sum + Math.max(0, lasts - Math.max(0, first - start) - 50), 0);
  const ends = Math.max(0, ...tasks.map(([start, lasts]) => start + lasts));
  const fetched = ["navigation", "resource"].flatMap((type) => performance.getEntriesByType(type));
  return [first, largest, blocking, ends, fetched.reduce((sum, each) => sum + each.encodedBodySize, 0)];
}"""


class Visit(NamedTuple):
    first_paint: float
    largest_paint: float
    blocking: float
    last_long_task: float
    bytes: float


def main(others: list[Path]) -> None:
    from playwright.sync_api import sync_playwright

    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        site = Path(folder) / "site"
        done = run_module("mkdocs", "build", "--strict", "--site-dir", site, cwd=PROJECT)
        assert done.returncode == 0, done.stderr
        print(f"{'page':32} {'FCP s':>6} {'LCP s':>6} {'TBT ms':>7} {'last long task s':>17} {'kB':>6}")
        browser = launch(playwright)
        for page in PAGES:
            addresses = {where: _serve(where) + page for where in (site, *others)}
            visits = [{where: _visit(browser, address) for where, address in addresses.items()} for _ in range(TIMES)]
            for where in addresses:
                told = f"/{page}" if where == site else f"  {where}"
                _print(told, Visit(*map(statistics.median, zip(*(each[where] for each in visits), strict=True))))
        browser.close()


def _print(name: str, visit: Visit) -> None:
    print(
        f"{name:32} {visit.first_paint / 1000:6.2f} {visit.largest_paint / 1000:6.2f} {visit.blocking:7.0f}"
        f" {visit.last_long_task / 1000:17.2f} {visit.bytes / 1000:6.0f}",
        flush=True,
    )


@functools.cache
def _serve(site: Path) -> str:
    handler = functools.partial(Quiet, directory=str(site))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_port}/"


def _visit(browser: "Browser", address: str) -> Visit:
    screen = {"width": 390, "height": 844}
    with browser.new_context(viewport=screen, device_scale_factor=3, is_mobile=True, has_touch=True) as context:  # type: ignore[arg-type]
        page = context.new_page()
        page.add_init_script(_LISTEN)
        protocol = context.new_cdp_session(page)
        protocol.send("Network.enable")
        protocol.send("Network.emulateNetworkConditions", _LINE)
        protocol.send("Emulation.setCPUThrottlingRate", {"rate": 4})
        page.goto(address, wait_until="networkidle", timeout=600_000)
        page.evaluate(_AT_REST)
        return Visit(*page.evaluate(_READ))


if __name__ == "__main__":
    main([Path(each) for each in sys.argv[1:]])
