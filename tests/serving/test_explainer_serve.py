"""`explainer serve` as an author uses it: edits, mistakes and mends in the open browser, and whatever else is saved."""

import os
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Error as PlaywrightError

from tests.browser.searching import OPENER
from tests.projects import copy_minimal
from tests.served import get, served
from tests.waiting import still, until

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.xdist_group("explainer-serve")

PATIENCE = 120_000.0
"""Milliseconds; an edit takes less than half a second on an idle machine."""
PROBLEMS = "#explainer-problems .problems"
ARTICLE = "articles/market/"

FOUND = "(document.querySelector('.x-search-results')?.textContent ?? '').includes({!r})"
"""Whether the results of the search have some words."""


class Author:
    """Somebody with a project, its server and a page open in the browser."""

    def __init__(self, project: Path, address: str, page: "Page") -> None:
        self.project, self.address, self.page = project, address, page
        self.seeds = project / "seeds"
        self.market = self.seeds / "articles" / "market"
        self._count = 0

    def open(self, path: str) -> None:
        """Open a page, and mark it to see whether it is loaded again."""
        with self.page.expect_response(lambda answer: "/events?" in answer.url):  # from now on the page is told
            self.page.goto(self.address + path)
        while True:
            try:
                self.page.wait_for_function(
                    "() => document.readyState === 'complete' && document.querySelector('#explainer-problems')"
                )
                still(self.page)
                self.page.evaluate("window.isSame = true")
                return
            except PlaywrightError as error:  # an edit of before, seen late, loads the page again
                if "context was destroyed" not in str(error):
                    raise

    def sees(self, words: str, *, seen: bool = True) -> None:
        """Wait until the article on the page has words, or has them no more."""
        has = f"(document.querySelector('main article')?.textContent ?? '').includes({words!r})"
        self.page.wait_for_function(f"() => {has}" if seen else f"() => !{has}", polling=20, timeout=PATIENCE)

    def finds(self, typed: str, words: str) -> None:
        """Wait until the search finds words. A late edit may load the page again while one types; then type again."""
        self.page.wait_for_function(
            f"""() => {{
              if (!document.querySelector("#x-search[open]")) document.querySelector("#x-search-open").click();
              const field = document.querySelector("#x-search input");
              if (!field.value) {{
                field.value = {typed!r};
                field.dispatchEvent(new Event("input"));
              }}
              return {FOUND.format(words)};
            }}""",
            polling=500,
            timeout=PATIENCE,
        )

    def edit(self, file: Path, old: str, new: str) -> None:
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new, 1), encoding="utf-8")

    def note(self) -> str:
        """Write something new into a note; the words."""
        self._count += 1
        words = f"The hospital reported {self._count} patients."
        text = (self.market / "annotations.yaml").read_text(encoding="utf-8")
        lines = [f"  note: {words}" if "The hospital" in line else line for line in text.split("\n")]
        (self.market / "annotations.yaml").write_text("\n".join(lines), encoding="utf-8")
        return words

    def restore(self) -> None:
        """The project as it was. What stood there may be anything."""
        for path in (self.project, *self.project.rglob("*")):
            if not path.is_symlink():
                path.chmod(0o755 if path.is_dir() else 0o644)
        if self.seeds.is_dir() and not self.seeds.is_symlink():
            shutil.rmtree(self.seeds)
        copy_minimal(self.project)
        # Until the server has seen it: a late edit would load the page of the next test again.
        notes = self.market / "annotations.yaml"
        text = notes.read_text(encoding="utf-8")
        words = self.note()
        until(lambda: words in get(self.address + ARTICLE))
        notes.write_text(text, encoding="utf-8")
        until(lambda: (page := get(self.address + ARTICLE)) and words not in page)

    def is_mended(self) -> None:
        """Nothing is wrong, and an edit is seen."""
        self.page.wait_for_selector(PROBLEMS, state="detached", timeout=PATIENCE)
        self.sees(self.note())


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, str]]:
    project = copy_minimal(tmp_path_factory.mktemp("served") / "project")
    (project / "docs" / "by-hand.md").write_text("# By hand\n\nWritten by hand.\n", encoding="utf-8")
    (project / "docs" / "own.css").write_text("article { color: black }\n", encoding="utf-8")
    settings = (project / "mkdocs.yml").read_text(encoding="utf-8")
    (project / "mkdocs.yml").write_text(f"{settings}\nextra_css: [own.css]\n", encoding="utf-8")
    with served(project, "explainer", "serve", "--port", "PORT") as address:
        yield project, address


@pytest.fixture
def author(server: tuple[Path, str], browser: "Browser") -> Iterator[Author]:
    context = browser.new_context(viewport={"width": 1300, "height": 600})
    page = context.new_page()
    failures: list[str] = []
    page.on("pageerror", lambda error: failures.append(str(error)))
    page.on("console", lambda message: failures.append(message.text) if message.text.startswith("explainer") else None)
    found = Author(*server, page)
    yield found
    found.restore()
    context.close()
    assert not failures


def test_an_edit_is_in_place_and_keeps_what_the_reader_had_opened(author: Author) -> None:
    author.open(ARTICLE)
    page = author.page
    page.locator("#r-closing").click()
    page.wait_for_selector("#r-closing[aria-expanded=true]")
    page.evaluate("document.querySelector('.x-after details').open = true")
    page.evaluate("document.getElementById('show-term')?.click(), document.getElementById('show-erratum').click()")
    page.evaluate("scrollTo(0, 333)")
    kept = "[scrollY, location.href, document.getElementById('show-erratum').checked]"
    before = page.evaluate(kept)

    author.sees(author.note())
    assert page.evaluate("window.isSame")
    still(page)
    assert page.evaluate(kept) == before
    assert page.get_attribute("#r-closing", "aria-expanded") == "true"
    assert page.evaluate("document.querySelector('.x-after details').open")

    author.sees(author.note())
    page.locator("#r-built-in").evaluate("marker => marker.click()")
    page.wait_for_selector("#r-built-in[aria-expanded=true]")


def test_an_edit_elsewhere_leaves_the_page_alone(author: Author) -> None:
    author.open("by-hand/")
    other = Author(author.project, author.address, author.page.context.new_page())
    other.open(ARTICLE)
    other.sees(author.note())  # both pages were told by then
    still(author.page)
    assert author.page.evaluate("window.isSame")
    assert "reported" in get(author.address + ARTICLE)


def test_a_mistake_stands_over_the_last_good_page_until_it_is_mended(author: Author) -> None:
    author.open(ARTICLE)
    author.page.evaluate("scrollTo(0, 200)")
    author.edit(author.market / "annotations.yaml", "quote: built in 1788", "quote: built in 1878")
    alert = author.page.wait_for_selector(f"{PROBLEMS}[role=alert]", timeout=PATIENCE)
    assert alert is not None
    told = alert.inner_text()
    assert "1 error" in told
    assert "seeds/articles/market/annotations.yaml:" in told
    assert "^^^^" in told
    assert "fix:" in told
    link = author.page.get_attribute(f"{PROBLEMS} a", "href")
    assert link is not None
    assert link.startswith("vscode://file/")
    assert "/annotations.yaml:" in link
    assert author.page.locator("#a-built-in").count() == 1, "the last good page is gone"
    # While it is there, the page may be read; closed, it stays closed until something else is wrong.
    author.page.keyboard.press("Escape")
    author.page.wait_for_selector(PROBLEMS, state="detached")
    assert "1 error" in author.page.locator("#explainer-problems .pill").inner_text()
    author.edit(author.market / "annotations.yaml", "kind: framing", "kind: faming")
    author.page.wait_for_selector(PROBLEMS, timeout=PATIENCE)
    # Mended as an author does. `restore` takes the folder away first: the page may rightly go with it.
    author.edit(author.market / "annotations.yaml", "kind: faming", "kind: framing")
    author.edit(author.market / "annotations.yaml", "quote: built in 1878", "quote: built in 1788")
    author.is_mended()
    assert author.page.evaluate("window.isSame && scrollY === 200")


def test_the_search_of_an_open_page_finds_what_was_edited_since(author: Author) -> None:
    author.open(ARTICLE)
    page = author.page
    author.finds("hospital", "The hospital reported no patients")
    page.evaluate("window.isSame = true")
    page.keyboard.press("Escape")
    words = author.note()
    author.sees(words)
    assert page.evaluate("window.isSame")
    page.locator(OPENER).click()
    page.wait_for_function("() => " + FOUND.format(words), timeout=PATIENCE)  # what was typed before is looked up again
    # A page that is loaded now finds it too, and the words that went are not found.
    author.open("by-hand/")
    author.finds("hospital", words)
    assert not page.evaluate(FOUND.format("The hospital reported no patients"))


def test_the_feed_follows_its_corrections(author: Author) -> None:
    site, corrections = author.seeds / "site.yaml", author.seeds / "corrections.yaml"
    site.write_text(site.read_text(encoding="utf-8") + "address: https://example.org/\n", encoding="utf-8")
    author.open("corrections/")

    def feed(words: str) -> None:
        until(lambda: words in get(author.address + "corrections.xml"))

    feed("<feed xmlns")
    entry = "- {date: 2031-06-01, type: update, record: question/stalls, text: Counted once more.}\n"
    text = corrections.read_text(encoding="utf-8")
    corrections.write_text(text + entry, encoding="utf-8")
    feed("Counted once more.")
    # Over a mistake it stays as it was.
    corrections.write_text(text + entry.replace("update", "updaet"), encoding="utf-8")
    author.page.wait_for_selector(PROBLEMS, timeout=PATIENCE)
    feed("Counted once more.")
    corrections.write_text(text, encoding="utf-8")
    author.page.wait_for_selector(PROBLEMS, state="detached", timeout=PATIENCE)
    assert "Counted once more." not in get(author.address + "corrections.xml")


def test_pages_that_come_and_go(author: Author) -> None:
    question = author.seeds / "questions" / "new-one.yaml"
    first = next(path for path in sorted((author.seeds / "questions").iterdir()))
    author.open("questions/")
    question.write_text(
        first.read_text(encoding="utf-8").replace("title: ", "title: Newly asked - ", 1), encoding="utf-8"
    )
    author.sees("Newly asked")
    author.open("questions/new-one/")
    author.sees("Newly asked")
    question.unlink()
    author.page.wait_for_function(
        "() => document.body && !document.body.textContent.includes('Newly asked')", timeout=PATIENCE
    )
    author.open(ARTICLE)
    author.is_mended()


def test_hand_written_pages_styles_and_settings_are_followed(author: Author) -> None:
    author.open("by-hand/")
    (author.project / "docs" / "by-hand.md").write_text("# By hand\n\nWritten once more.\n", encoding="utf-8")
    author.sees("Written once more")
    assert author.page.evaluate("window.isSame")
    (author.project / "docs" / "own.css").write_text("article { color: rgb(1, 2, 3) }\n", encoding="utf-8")
    # Not while it is loaded again, when there is no body yet.
    coloured = (
        "[...document.querySelectorAll('main article')].some((a) => getComputedStyle(a).color === 'rgb(1, 2, 3)')"
    )
    author.page.wait_for_function(f"() => {coloured}", timeout=PATIENCE)

    settings = author.project / "mkdocs.yml"
    good = settings.read_text(encoding="utf-8")
    settings.write_text(good + "\ntheme: {name: no-such-theme}\n", encoding="utf-8")
    author.page.wait_for_selector(PROBLEMS, timeout=PATIENCE)
    settings.write_text(good.replace("site_name: Minimal", "site_name: Renamed"), encoding="utf-8")
    author.page.wait_for_function("() => document.title.includes('Renamed')", timeout=PATIENCE)
    settings.write_text(good, encoding="utf-8")
    author.page.wait_for_function("() => document.title.includes('Minimal')", timeout=PATIENCE)
    author.open(ARTICLE)
    author.is_mended()


def _half_written(author: Author) -> None:
    file = author.market / "annotations.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text[: text.index("“total collapse”") + 3], encoding="utf-8")


def _emptied(author: Author) -> None:
    for file in author.seeds.glob("*.yaml"):
        file.write_bytes(b"")
    (author.market / "article.yaml").write_bytes(b"")


def _binary(author: Author) -> None:
    (author.market / "annotations.yaml").write_bytes(bytes(range(256)) * 40)
    (author.market / "source.txt").write_bytes(b"\xff\xfe\x00\x01" * 999)


def _folder_gone(author: Author) -> None:
    shutil.rmtree(author.market)


def _everything_gone(author: Author) -> None:
    shutil.rmtree(author.seeds)


def _renamed(author: Author) -> None:
    author.market.rename(author.market.with_name("bazaar"))
    author.seeds.rename(author.seeds.with_name("seeds.old"))
    author.seeds.with_name("seeds.old").rename(author.seeds)


def _not_allowed(author: Author) -> None:
    (author.market / "annotations.yaml").chmod(0)
    author.market.chmod(0)


def _other_things(author: Author) -> None:
    file = author.seeds / "sources.yaml"
    file.unlink()
    file.mkdir()
    (author.seeds / "glossary.yaml").unlink()
    (author.seeds / "glossary.yaml").symlink_to("glossary.yaml")
    os.mkfifo(author.seeds / "pipe.yaml")


def _many_saves(author: Author) -> None:
    file = author.market / "annotations.yaml"
    text = file.read_text(encoding="utf-8")
    for number in range(50):
        file.write_text(text[: len(text) * (number % 5) // 5] if number % 2 else text, encoding="utf-8")


HORRORS = [
    _half_written, _emptied, _binary, _folder_gone, _everything_gone, _renamed, _not_allowed, _other_things,
    _many_saves,
]  # fmt: skip


@pytest.mark.parametrize("horror", HORRORS, ids=lambda horror: horror.__name__.strip("_").replace("_", "-"))
def test_the_server_goes_on_whatever_is_saved(author: Author, horror: Callable[[Author], None]) -> None:
    author.open(ARTICLE)
    horror(author)
    if horror not in (_many_saves, *([_not_allowed] if os.geteuid() == 0 else [])):
        author.page.wait_for_selector(PROBLEMS, timeout=PATIENCE)
        article = author.page.locator("article")
        until(lambda: "Market hall closes" in article.inner_text(), lambda: "the last good page is gone")
    for path in (ARTICLE, "", "sources/"):
        assert "</article>" in get(author.address + path)
    author.restore()
    author.is_mended()


def test_the_terminal_tells_what_is_wrong_and_nothing_of_how_we_watch(author: Author) -> None:
    """After the horrors too: no traceback, no warning of a library, and who speaks where it is not us."""
    author.open(ARTICLE)
    about = author.project / "docs" / "by-hand.md"
    settings = author.project / "mkdocs.yml"
    about.write_text("# By hand\n\n[Nowhere](nowhere.md)\n", encoding="utf-8")
    settings.write_text(settings.read_text(encoding="utf-8") + "\nsite_name: Once more\n", encoding="utf-8")
    for other in (author.project.parent / "elsewhere", author.market.with_name("bazaar")):
        author.market.rename(other)
        author.page.wait_for_selector(PROBLEMS, timeout=PATIENCE)
        other.rename(author.market)
        author.page.wait_for_selector(PROBLEMS, state="detached", timeout=PATIENCE)
    author.page.wait_for_function("() => document.title.includes('Once more')", timeout=PATIENCE)
    author.is_mended()
    told = (author.project.parent / "serve.log").read_text(encoding="utf-8")
    assert "Warning" not in told
    assert "Traceback" not in told
    assert re.search(r"^MkDocs: Doc file 'by-hand.md' contains a link 'nowhere.md'", told, re.MULTILINE)
    assert re.search(r"^--- \d\d:\d\d:\d\d ---$", told, re.MULTILINE)


def test_the_server_tells_nothing_else_of_the_disk(author: Author) -> None:
    for path in (
        "..%2f..%2fmkdocs.yml",
        "../mkdocs.yml",
        "%2e%2e/seeds/site.yaml",
        "//etc/passwd",
        "_explainer/..%2flive.py",
    ):
        assert "site_name" not in get(author.address + path)
        assert "root:" not in get(author.address + path)
        assert "def " not in get(author.address + path)
