"""The browser of all tests and benchmarks: Debian's Chromium, or the one whose path `EXPLAINER_CHROMIUM` holds."""

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Playwright

BROWSER = os.environ.get("EXPLAINER_CHROMIUM") or "/usr/bin/chromium"
_QUIET = ("--no-sandbox", "--disable-background-networking", "--disable-component-update")


def launch(playwright: "Playwright") -> "Browser":
    return playwright.chromium.launch(executable_path=BROWSER, args=_QUIET)
