"""What a browser marks when a link with a text fragment is followed, read from what it paints."""

import io
import itertools
import time
from typing import TYPE_CHECKING

from PIL import Image, ImageChops

if TYPE_CHECKING:
    from playwright.sync_api import Page

PRESSED = """async () => {
  const links = {}, copied = [];
  navigator.clipboard.writeText = async (text) => { copied.push(text); };
  for (const note of document.querySelectorAll('.x-note')) {
    document.getElementById('r-' + note.id.slice(2)).click();
    const before = copied.length;
    [...note.querySelectorAll('.x-tools .x-tool')].find((tool) => tool.textContent === 'Copy link to passage').click();
    while (copied.length === before) await new Promise(requestAnimationFrame);
    links[note.id.slice(2)] = copied.at(-1);
  }
  return links;
}"""
"""Presses the button of every note; gives the link that each copied, by the note's id."""

_STYLE = """::target-text { background: #f0f !important; color: #f0f !important }
  mark, mark * { background: none !important; text-decoration: none !important }
  * { animation: none !important; transition: none !important; scroll-behavior: auto !important }"""
_BOXES = """(name) => {
  const boxes = [];
  for (const mark of document.querySelectorAll(`mark[data-note="${name}"]`)) {
    const walk = document.createTreeWalker(mark, NodeFilter.SHOW_TEXT), range = document.createRange();
    while (walk.nextNode()) {
      if (walk.currentNode.parentNode.closest('.x-ref')) continue;
      range.selectNodeContents(walk.currentNode);
      for (const box of range.getClientRects())
        if (box.width > 1) boxes.push([box.left, box.top, box.right, box.bottom]);
    }
  }
  return boxes;
}"""
_number = itertools.count()
_PATIENCE = 5.0


def mistake(page: "Page", link: str, name: str) -> str:
    """What is wrong with what the link marks in a document of its own; nothing if it is the passage, and only that."""
    address, _, directive = link.partition("#")
    page.goto(f"{address}?fresh={next(_number)}#{directive}", wait_until="load")
    page.add_style_tag(content=_STYLE)
    painted = _painted(page)
    if painted is None:
        return "nothing is marked"
    boxes: list[list[float]] = page.evaluate(_BOXES, name)
    for left, top, right, bottom in boxes:
        middle = round((top + bottom) / 2)
        if painted.crop((round(left) + 1, middle, max(round(right) - 1, round(left) + 2), middle + 1)).getextrema() != (
            255,
            255,
        ):
            return f"not all of the passage is marked: {left}, {top}, {right}, {bottom}"
    for left, top, right, bottom in boxes:
        painted.paste(0, (round(left) - 2, round(top) - 6, round(right) + 2, round(bottom) + 6))
    more = painted.getbbox()
    return f"more than the passage is marked, at {more}" if more else ""


def _painted(page: "Page") -> Image.Image | None:
    """Where the window shows the colour of what is marked, once it does."""
    limit = time.monotonic() + _PATIENCE
    while time.monotonic() < limit:
        shot = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
        red, green, blue = shot.split()
        painted = ImageChops.multiply(
            ImageChops.multiply(
                red.point(lambda value: 255 * (value > 250)), blue.point(lambda value: 255 * (value > 250))
            ),
            green.point(lambda value: 255 * (value < 5)),
        )
        if painted.getbbox():
            return painted
    return None
