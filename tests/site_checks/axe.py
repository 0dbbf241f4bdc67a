"""axe-core on an open page, and whose a violation is: ours (the article, our lines in the footer) or the theme’s."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page

_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
_COLOURS = ["color-contrast", "link-in-text-block"]
"""The rules about the colours of texts, which take longer than all others together."""
_OPTIONS = {"resultTypes": ["violations"], "preload": False}
_WHOLE = {"runOnly": {"type": "tag", "values": _TAGS}, **_OPTIONS}
_BUT_COLOURS = {**_WHOLE, "rules": {rule: {"enabled": False} for rule in _COLOURS}}
_ONLY_COLOURS = {"runOnly": {"type": "rule", "values": _COLOURS}, **_OPTIONS}
ALIKE = 2
"""How many texts of one look are tried, where a template makes many of them."""
# A page whose scripts are off runs no timers, and axe-core waits for some.
_AT_ONCE = (
    "window.setTimeout = (does, _, ...rest) => { Promise.resolve().then(() => does?.call?.(null, ...rest)); return 1; }"
)
_RUN = """([rules, where]) => axe.run(where ?? document, rules).then(({violations}) =>
  violations.flatMap(({id, help, nodes}) => nodes.map(({target}) => {
    const element = document.querySelector(target.at(-1));
    const isOurs = element.closest('article, .x-foot') && !element.closest('.md-content__button');
    return [id, help, target.join(' '), !!isOurs];
  })))"""
# Two texts within elements of the same names and classes, in the same colours on the same ground, are as easy to read.
_UNLIKE = """(most) => {
  const known = new Map(), seen = new Map();
  const of = (element) => {
    if (!element) return { names: '', ground: '', opacity: 1 };
    if (!known.has(element)) {
      const { names, ground, opacity } = of(element.parentElement), style = getComputedStyle(element);
      const { backgroundColor: own, backgroundImage: picture, color, fontSize, fontWeight, textDecorationLine } = style;
      known.set(element, {
        names: `${names}>${element.localName}.${element.getAttribute('class') ?? ''}`,
        ground: own === 'rgba(0, 0, 0, 0)' && picture === 'none' ? ground : `${ground} ${own} ${picture}`,
        opacity: opacity * style.opacity,
        ink: [color, fontSize, fontWeight, textDecorationLine],
      });
    }
    return known.get(element);
  };
  return [...document.body.querySelectorAll('*')].filter((element) => {
    if (![...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim())) return false;
    const key = JSON.stringify([of(element), of(element.parentElement).ink, element.checkVisibility()]);
    seen.set(key, (seen.get(key) ?? 0) + 1);
    return seen.get(key) <= most;
  });
}"""


@dataclass(frozen=True, order=True)
class Violation:
    rule: str
    help: str
    target: str
    """The element, as a selector."""
    is_ours: bool


def violations(page: "Page", *, scripted: bool = True, alike: int | None = None) -> list[Violation]:
    """In the whole page. With `scripted=False`, for a page whose scripts are off.

    Of texts that are `alike` in where they stand and how they look, so many are tried for their colours; or all.
    """
    from axe_playwright_python.base import AXE_SCRIPT  # type: ignore[import-untyped]

    if not scripted:
        page.evaluate(_AT_ONCE)
    page.evaluate(AXE_SCRIPT)
    if alike is None:
        return [Violation(*found) for found in page.evaluate(_RUN, [_WHOLE, None])]
    unlike = page.evaluate_handle(_UNLIKE, alike)
    runs = ((_BUT_COLOURS, None), (_ONLY_COLOURS, unlike))
    return [Violation(*found) for rules, where in runs for found in page.evaluate(_RUN, [rules, where])]
