"""The accessibility tree of the article page: what a screen reader is told, recorded. Written anew by
`pytest -n 0 tests/browser/test_tree.py --update-snapshots`; then read the difference."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.browser.opening import OpenPage
from tests.waiting import still

SNAPSHOTS = Path(__file__).parent / "snapshots"


@pytest.mark.parametrize(
    ("name", "width", "opened", "scripted"),
    [
        ("margin", 1440, 2, True),
        ("phone", 390, 2, True),
        ("without-scripts", 390, None, False),
    ],
)
def test_the_minimal_article(
    minimal_site: Path,
    address_of: Callable[[Path], str],
    open_page: OpenPage,
    update_snapshots: bool,
    name: str,
    width: int,
    opened: int | None,
    scripted: bool,
) -> None:
    page = open_page(
        address_of(minimal_site) + "articles/market/?show=all",
        width,
        java_script_enabled=scripted,
        reduced_motion="reduce",
    )
    if opened is not None:
        page.locator(".x-ref").nth(opened).click()
        still(page)
        page.evaluate("document.activeElement.blur()")
    tree = page.locator("article").aria_snapshot() + "\n"
    file = SNAPSHOTS / f"market-{name}.aria.yaml"
    if update_snapshots:
        file.write_text(tree)
    assert tree == file.read_text()


def test_a_table_that_is_stacked_on_a_phone_is_still_a_table(
    real_site: Path, address_of: Callable[[Path], str], open_page: OpenPage
) -> None:
    """In the browser's own tree, which Playwright's snapshot does not show: there, styles count."""
    page = open_page(address_of(real_site) + "questions/losses/", 390, 844)
    assert page.evaluate("getComputedStyle(document.querySelector('.x-scroll .x-table tr')).display") == "block"
    nodes = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    roles = [node["role"]["value"] for node in nodes if "role" in node and not node["ignored"]]
    rows = page.locator(".x-scroll .x-table tbody tr").count()
    assert roles.count("table") == 3  # who says what, who counted what, and what reports count
    assert roles.count("row") >= rows > 3
    assert roles.count("rowheader") >= rows
