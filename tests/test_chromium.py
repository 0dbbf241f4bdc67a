"""The browser of the tests is what Playwright makes of Chromium, but for the parts of its window that nobody sees."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Browser

SWITCH = "--disable-features="


def test_what_playwright_switches_off_stays_off(browser: "Browser") -> None:
    session = browser.new_browser_cdp_session()
    command = session.send("SystemInfo.getInfo")["commandLine"].split()
    lists = [set(part.removeprefix(SWITCH).split(",")) for part in command if part.startswith(SWITCH)]
    assert len(lists) > 1
    assert set.union(*lists) - lists[-1] == set(), "what is missing in tests/chromium.py"
