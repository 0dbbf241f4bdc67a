"""axe-core on an open page, and whose a violation is: ours (the article, our lines in the footer) or the theme’s."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page

_RULES = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]},
    "resultTypes": ["violations"],
    "preload": False,
}
# A page whose scripts are off runs no timers, and axe-core waits for some.
_AT_ONCE = (
    "window.setTimeout = (does, _, ...rest) => { Promise.resolve().then(() => does?.call?.(null, ...rest)); return 1; }"
)
_RUN = """(rules) => axe.run(document, rules).then(({violations}) => violations.flatMap(({id, help, nodes}) =>
  nodes.map(({target}) => {
    const element = document.querySelector(target.at(-1));
    const isOurs = element.closest('article, .x-foot') && !element.closest('.md-content__button');
    return [id, help, target.join(' '), !!isOurs];
  })))"""


@dataclass(frozen=True, order=True)
class Violation:
    rule: str
    help: str
    target: str
    """The element, as a selector."""
    is_ours: bool


def violations(page: "Page", *, scripted: bool = True) -> list[Violation]:
    """In the whole page. With `scripted=False`, for a page whose scripts are off."""
    from axe_playwright_python.base import AXE_SCRIPT  # type: ignore[import-untyped]

    if not scripted:
        page.evaluate(_AT_ONCE)
    page.evaluate(AXE_SCRIPT)
    return [Violation(*found) for found in page.evaluate(_RUN, _RULES)]
