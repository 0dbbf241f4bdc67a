"""What the tests in the browser share: the address of the real article, and pages that notice what goes wrong."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.browser.opening import OpenPage

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page


@pytest.fixture(scope="session")
def article(real_site: Path, address_of: Callable[[Path], str]) -> str:
    return address_of(real_site) + "articles/counter-invasion/"


@pytest.fixture
def open_page(browser: "Browser") -> Iterator[OpenPage]:
    """Opens an address in a browser of its own; whatever is reported on the console fails the test."""
    contexts = []
    errors: list[str] = []

    def open_one(address: str, width: int = 1440, height: int = 1000, **options: Any) -> "Page":
        context = browser.new_context(viewport={"width": width, "height": height}, **options)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.goto(address, wait_until="load")
        if options.get("java_script_enabled", True):
            page.evaluate("document.fonts.ready")
            page.wait_for_timeout(150)
        return page

    yield open_one
    for context in contexts:
        context.close()
    assert errors == []
