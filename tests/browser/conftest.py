"""What the tests in the browser share: the address of the real article, and pages that notice what goes wrong."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.browser.opening import OpenPage
from tests.waiting import PATIENCE, still

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page


@pytest.fixture(scope="session")
def article(real_site: Path, address_of: Callable[[Path], str]) -> str:
    return address_of(real_site) + "articles/counter-invasion/"


@pytest.fixture
def open_page(browser: "Browser") -> Iterator[OpenPage]:
    """Opens an address in a browser of its own; whatever is reported on the console fails the test.

    With a `stopped_clock` the page's timers go only as far as the test says (`page.clock.run_for`).
    """
    contexts = []
    errors: list[str] = []

    def open_one(
        address: str, width: int = 1440, height: int = 1000, *, stopped_clock: bool = False, **options: Any
    ) -> "Page":
        context = browser.new_context(viewport={"width": width, "height": height}, **options)
        contexts.append(context)
        context.set_default_timeout(PATIENCE * 1000)
        page = context.new_page()
        page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: errors.append(str(error)))
        if stopped_clock:
            page.clock.install()
        page.goto(address, wait_until="load")
        if options.get("java_script_enabled", True):
            still(page)
        if stopped_clock:
            page.clock.pause_at(datetime.now() + timedelta(hours=1))
        return page

    yield open_one
    for context in contexts:
        context.close()
    assert errors == []
