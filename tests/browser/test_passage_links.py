"""“Copy link to passage”: what a browser marks that follows the link, in documents of their own."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

from tests.browser.marked import PRESSED, mistake
from tests.browser.opening import OpenPage
from tests.projects import PROJECT

HERE = Path(__file__).parent
ADDRESSES = """() => {
  const marks = {};
  for (const mark of document.querySelectorAll('mark')) (marks[mark.dataset.note] ||= []).push(mark);
  const links = Object.entries(marks).map(([name, own]) => [name, explainer.passageAddress('a-' + name, own)]);
  return Object.fromEntries(links);
}"""


def test_a_link_marks_its_passage_however_that_ends(
    tmp_path: Path, address_of: Callable[[Path], str], open_page: OpenPage
) -> None:
    shutil.copytree(PROJECT / "generator" / "explainer" / "theme" / "assets", tmp_path, dirs_exist_ok=True)
    shutil.copy(HERE / "passages.html", tmp_path)
    address = address_of(tmp_path) + "passages.html"
    page = open_page(address, 1000, 1400)
    links = page.evaluate(ADDRESSES)
    assert [name for name, link in links.items() if ":~:" not in link] == ["twin"]  # its words stand above as well
    wrong = {name: mistake(page, address + link, name) for name, link in links.items() if ":~:" in link}
    assert {name: said for name, said in wrong.items() if said} == {}


def test_every_link_of_the_article_marks_its_passage_and_nothing_else(article: str, open_page: OpenPage) -> None:
    """Every button is pressed; each tenth link is followed, or all with EVERY_LINK set: that takes minutes."""
    page = open_page(article + "?show=all", 1400, 1400)
    links = page.evaluate(PRESSED)
    said = {name: link for name, link in links.items() if ":~:text=" in link}
    assert len(links) > 100
    assert len(said) >= len(links) - 3
    followed = list(said.items())[:: 1 if "EVERY_LINK" in os.environ else 10]
    wrong = {name: mistake(page, link, name) for name, link in followed}
    assert {name: told for name, told in wrong.items() if told} == {}
