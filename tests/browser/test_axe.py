"""axe-core on built pages: nothing against what is ours, nothing new against what the theme puts around it.

Six of the twelve ways to look, so chosen that every pair of device, colours and scripts is among them. Each page is
looked at in three of them: pages of one template stand beside each other in the list, and so are seen in all six.
"""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser.opening import OpenPage
from tests.site_checks.axe import ALIKE, Violation, violations
from tests.waiting import still

if TYPE_CHECKING:
    from playwright.sync_api import Page

PAGES = (
    "", "articles/counter-invasion/", "questions/losses/", "questions/tyotkino/", "questions/", "context/",
    "context/freedom-of-russia-legion/", "glossary/", "people-and-places/", "timeline/", "sources/", "how-to-read/",
    "corrections/", "authors/", "authors/reference/", "articles/counter-invasion/mistakes/",
    "articles/counter-invasion/corrected/", "coverage/", "articles/tass-15-march/",
    "articles/counter-invasion/original/",
)  # fmt: skip
BASELINE = Path(__file__).parent / "snapshots" / "axe-of-the-theme.json"
"""Violations of the theme's own, by rule, each element as a selector. `pytest -n 0 --update-snapshots` adds to it."""


@pytest.mark.parametrize(
    ("width", "scheme", "scripted", "pages"),
    [
        (390, "light", True, PAGES[1::2]),
        (390, "dark", False, PAGES[0::2]),
        (820, "light", False, PAGES[1::2]),
        (820, "dark", True, PAGES[0::2]),
        (1440, "light", True, PAGES[0::2]),
        (1440, "dark", False, PAGES[1::2]),
    ],
)
def test_no_violation(
    real_site: Path,
    address_of: Callable[[Path], str],
    open_page: OpenPage,
    update_snapshots: bool,
    width: int,
    scheme: str,
    scripted: bool,
    pages: tuple[str, ...],
) -> None:
    base = address_of(real_site)
    page = open_page(base, width, 900, color_scheme=scheme, java_script_enabled=scripted)
    ours, theirs = set(), set()
    for path in pages:
        page.goto(base + path)
        for state in _states(page, path, scripted):
            if width < 1440:  # its entries are alike, and all of them are looked at in the widest way
                page.evaluate("document.querySelectorAll('.x-bib > :nth-child(n + 80)').forEach((one) => one.remove())")
            for found in violations(page, scripted=scripted, alike=ALIKE):
                if found.is_ours:
                    ours.add(f"{path or '/'}, {state}: {found.help} ({found.rule}): {found.target}")
                else:
                    theirs.add(found)
    assert sorted(ours) == []
    assert _new(theirs, update_snapshots) == {}


def test_a_text_that_is_hard_to_read_is_found_among_many_that_are_not(open_page: OpenPage) -> None:
    page = open_page("about:blank")
    texts = ["<p>A text</p>"] * 40
    texts[20] = '<div style="background: #555"><p id="ground">A text</p></div>'
    texts[25] = '<p id="ink" style="color: #ccc">A text</p>'
    texts[30] = '<div style="opacity: .3"><p id="both">A text</p></div>'
    page.set_content(
        f'<html lang="en"><title>T</title><main><article><h1>T</h1>{"".join(texts)}</article></main></html>'
    )
    found = {each.target for each in violations(page, alike=ALIKE) if each.rule == "color-contrast"}
    assert found == {"#ground", "#ink", "#both"}


def _states(page: "Page", path: str, scripted: bool) -> Iterator[str]:
    """As the page comes, and with every fold and every note open; only that, where folds alone make the difference:
    on lists, and without scripts."""
    if scripted:
        still(page)
    opens = path.startswith(("articles/", "questions/losses", "people", "sources"))
    if not opens or (scripted and not path.startswith(("people", "sources"))):
        yield "as it comes"
    if opens:
        page.goto(page.url)
        page.evaluate("document.querySelectorAll('article details').forEach((fold) => (fold.open = true))")
        if scripted:
            page.evaluate("document.getElementById('open-all')?.click()")
            still(page)
        yield "all open"


def _new(found: set[Violation], update: bool) -> dict[str, list[str]]:
    known: dict[str, list[str]] = json.loads(BASELINE.read_text()) if BASELINE.exists() else {}
    new: dict[str, list[str]] = {}
    for each in sorted(found):
        if each.target not in known.get(each.rule, []) and each.target not in new.get(each.rule, []):
            new.setdefault(each.rule, []).append(each.target)
    if update:
        rules = sorted({*known, *new})
        merged = {rule: sorted([*known.get(rule, []), *new.get(rule, [])]) for rule in rules}
        BASELINE.write_text(json.dumps(merged, indent=2) + "\n")
        return {}
    return new
