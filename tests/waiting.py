"""Waiting for what is to come. No test waits for a time: how long something takes is not what it is asked."""

import time
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from playwright.sync_api import Page

T = TypeVar("T")

PATIENCE = 120.0
"""Seconds after which something will not come any more, also where two other suites run beside this one."""

# Resolved after so many frames in which nothing has moved. Fonts change sizes, so they are waited for first.
_STILL = """(frames) => new Promise((done) => {
  const look = (before, same) => {
    const notes = [...document.querySelectorAll('.x-note')].map((note) => note.className + note.style.transform);
    const now = [innerWidth, scrollX, scrollY, document.documentElement.scrollHeight, ...notes].join();
    const moves = document.getAnimations().some((each) => each.playState === 'running');
    const still = now === before && !moves ? same + 1 : 0;
    if (still === frames) done();
    else requestAnimationFrame(() => look(now, still));
  };
  document.fonts.ready.then(() => look('', 0));
})"""


def until(condition: Callable[[], T], told: Callable[[], str] = lambda: "", patience: float = PATIENCE) -> T:
    """The first value of `condition` that is true; AssertionError with what is `told` after `patience` seconds."""
    end = time.monotonic() + patience
    while not (value := condition()):
        assert time.monotonic() < end, f"not within {patience:.0f} s: {told()}"
        time.sleep(0.05)
    return value


def still(page: "Page", frames: int = 5) -> None:
    """Wait until the page has stood still for some frames: nothing is animated, placed anew, scrolled or loaded."""
    page.evaluate(_STILL, frames)
