"""What each page of a small site says, word by word, as recorded: whatever else is looked at, this sees the rest.

After a change that is meant: `pytest -n 0 tests/test_words_of_pages.py --update-snapshots`; then read the difference.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from tests.cases import woven_seeds
from tests.stages import linked, printed

HERE = Path(__file__).parent / "snapshots" / "words"
PAGES = [page.path.removesuffix(".md") for page in printed(linked(woven_seeds())[0])]
_INLINE = {
    "a", "b", "br", "cite", "code", "del", "em", "i", "input", "ins", "label", "mark", "q", "small", "span", "strong",
    "time",
}  # fmt: skip


@pytest.mark.parametrize("page", PAGES)
def test_words(page: str, woven: Path, update_snapshots: bool) -> None:
    site = woven / "site"
    recorded = HERE / f"{page.replace('/', '.')}.txt"
    folder = site / page if not page.endswith("index") else (site / page).parent
    (body,) = LexborHTMLParser((folder / "index.html").read_text(encoding="utf-8")).css(
        "article > [class^='x-']:not(.x-made)"
    )
    words = "\n".join([*lines(body), ""])
    if update_snapshots:
        recorded.parent.mkdir(parents=True, exist_ok=True)
        recorded.write_text(words, encoding="utf-8")
    assert words == recorded.read_text(encoding="utf-8"), "if it is meant: --update-snapshots"


def test_nothing_is_recorded_of_pages_that_are_gone() -> None:
    assert {file.stem for file in HERE.iterdir()} == {page.replace("/", ".") for page in PAGES}


def lines(node: LexborNode) -> Iterator[str]:
    """The text of the page, a line for each block of it."""
    for line in "".join(pieces(node)).split("\n"):
        if line := " ".join(line.split()):
            yield line


def pieces(node: LexborNode) -> Iterator[str]:
    child = node.first_child
    while child is not None:
        if child.is_text_node:
            yield " ".join(f".{child.text_content}.".split())[1:-1]
        elif child.tag not in ("script", "style"):
            around = "" if child.tag in _INLINE else "\n"
            yield around
            yield from pieces(child)
            yield around
        child = child.next
