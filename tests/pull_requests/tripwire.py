"""Opens pages in a real browser and tells what ran and what was asked of other hosts."""

import http.server
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from tests.waiting import still

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Dialog

TRIP = "void(window.ran = 1, document.title = 'ran')"
"""What hostile scripts of the tests do."""


@dataclass
class Visit:
    """`ran` says whether a hostile script ran; `left` is where the reader ended up."""

    ran: bool = False
    errors: list[str] = field(default_factory=list)
    left: str = ""


def visit(browser: "Browser", addresses: Iterable[str], inside: str) -> Visit:
    """Open each address, click what invites to a click, press a key. `inside` begins the site's own addresses."""
    found = Visit()
    context = browser.new_context()
    page = context.new_page()
    page.on("dialog", lambda dialog: _dismiss(dialog, found))
    page.on("pageerror", lambda error: found.errors.append(str(error)))
    for address in addresses:
        page.goto(address)
        still(page)
        for element in page.query_selector_all(".trap"):
            element.dispatch_event("click")
            element.dispatch_event("mouseover")
            element.dispatch_event("focus")
        still(page)
        found.ran = found.ran or bool(page.evaluate("!!window.ran")) or page.title() == "ran"
        if not page.url.startswith(inside):
            found.left = page.url
    context.close()
    return found


def pages_of(site: Path, address: str) -> list[str]:
    return [f"{address}{path.relative_to(site).as_posix()}" for path in sorted(site.rglob("*.html"))]


def _dismiss(dialog: "Dialog", found: Visit) -> None:
    found.errors.append(f"dialog: {dialog.message}")
    dialog.dismiss()


@contextmanager
def other_host() -> Iterator[tuple[str, list[str]]]:
    """The address of a host that is not the site's, and what it was asked for."""
    asked: list[str] = []

    class Host(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_response(204)
            self.end_headers()

        do_POST = do_HEAD = do_OPTIONS = do_GET  # noqa: N815

        def log_message(self, *_: object) -> None:
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Host)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}", asked
    server.shutdown()
