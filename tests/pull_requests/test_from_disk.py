"""A site that was made to be opened from a disk: unzipped anywhere, without a server, also after `accept`."""

import shutil
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

import pytest

from explainer.pull_requests import acceptance, archive, from_disk
from explainer.pull_requests.scripts import of_site
from tests.browser.searching import RESULT, search
from tests.pull_requests import zips
from tests.site_checks import links

if TYPE_CHECKING:
    from playwright.sync_api import Browser


_LINKS = """[...document.querySelectorAll("a[href], link[href]")]
    .map(link => new URL(link.getAttribute("href"), document.baseURI).href)"""


@pytest.fixture(scope="module")
def on_disk(minimal_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    site = tmp_path_factory.mktemp("disk") / "a folder" / "site"
    shutil.copytree(minimal_site, site)
    from_disk.convert(site)
    return site


@pytest.fixture(scope="module")
def accepted(on_disk: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("accepted")
    files = {
        f"site/{path.relative_to(on_disk).as_posix()}": path.read_bytes()
        for path in on_disk.rglob("*")
        if path.is_file()
    }
    found = acceptance.accepted(archive.read(zips.artifact(folder / "a.zip", files)), of_site(on_disk))
    assert found.refused == ()
    with zipfile.ZipFile(folder / "b.zip", "w") as written:
        for name, content in found.site.items():
            written.writestr(name, content)
    with zipfile.ZipFile(folder / "b.zip") as packed:
        packed.extractall(folder / "site")
    return folder / "site"


@pytest.fixture(params=["as built", "accepted"])
def site(request: pytest.FixtureRequest, on_disk: Path, accepted: Path) -> Path:
    return on_disk if request.param == "as built" else accepted


def test_every_link_leads_to_a_file(site: Path, browser: "Browser") -> None:
    page = browser.new_page()
    for path in site.rglob("index.html"):
        page.goto(path.as_uri())
        for link in page.evaluate(_LINKS):
            # The footer links a page for authors, which this small site does not have.
            if link.startswith("file:") and not link.endswith("/authors/"):
                assert Path(unquote(urlsplit(link).path)).is_file(), f"{path}: {link}"
    page.close()
    assert [problem for problem in links.problems(site, "/") if "/authors" not in problem.told] == []


def test_pages_look_and_work_as_with_a_server(site: Path, browser: "Browser") -> None:
    page = browser.new_page()
    told: list[str] = []
    page.on("console", lambda message: told.append(message.text))
    page.on("pageerror", lambda error: told.append(str(error)))
    page.on("requestfailed", lambda request: told.append(f"failed: {request.url}"))
    page.goto((site / "articles" / "market" / "index.html").as_uri())
    page.wait_for_load_state("networkidle")
    assert page.evaluate("document.documentElement.classList.contains('js')")
    faces = page.evaluate(
        "document.fonts.ready.then(() => [...document.fonts].filter(f => f.status == 'loaded').length)"
    )
    assert faces > 0
    # A face that is loaded is shown too: one that comes late would not be, if it were optional.
    shown = page.evaluate("[...document.fonts].filter(f => f.status == 'loaded').map(f => f.display)")
    assert "optional" not in shown
    search(page, "guild")
    target = page.locator(f"{RESULT} a").first.get_attribute("href") or ""
    assert Path(urlsplit(target).path.replace("%20", " ")).is_file(), target
    assert told == []
    page.close()


def test_a_linked_context_box_is_previewed(site: Path, browser: "Browser") -> None:
    page = browser.new_page()
    page.goto((site / "articles" / "market" / "index.html").as_uri() + "?show=all")
    note = page.locator(".x-note[data-kind=context]").first
    note.click()
    note.locator(".x-gist a").hover()
    page.locator("#x-peek").wait_for()
    assert page.locator("#x-peek b").inner_text() in page.locator(".x-context summary").first.inner_text()
    page.close()


def test_a_second_time_changes_nothing(on_disk: Path, tmp_path: Path) -> None:
    shutil.copytree(on_disk, tmp_path / "site")
    from_disk.convert(tmp_path / "site")
    for path in on_disk.rglob("*"):
        if path.is_file():
            assert (tmp_path / "site" / path.relative_to(on_disk)).read_bytes() == path.read_bytes(), path


@pytest.mark.parametrize(
    ("link", "changed"),
    [
        ("../questions/", "../questions/index.html"),
        ("../questions/#a", "../questions/index.html#a"),
        (".", "./index.html"),
        ("..", "../index.html"),
        ("../", "../index.html"),
        ("#a", "#a"),
        ("../questions/index.html", "../questions/index.html"),
        ("../nowhere/", "../nowhere/"),
        ("../questions/?h=x", "../questions/?h=x"),
        ("https://example.org/", "https://example.org/"),
        ("//example.org/", "//example.org/"),
        ("/questions/", "/questions/"),
        ("mailto:a@example.org", "mailto:a@example.org"),
    ],
)
def test_links(link: str, changed: str) -> None:
    assert (
        from_disk.with_file(link, "context/index.html", {"index.html", "questions/index.html", "context/index.html"})
        == changed
    )


def test_an_old_address_leads_on(tmp_path: Path) -> None:
    for name in ("old", "new"):
        (tmp_path / name).mkdir()
        page = '<!doctype html><html><head><meta http-equiv="refresh" content="0; url=../new/"></head></html>'
        (tmp_path / name / "index.html").write_text(page, encoding="utf-8")
    from_disk.convert(tmp_path)
    written = (tmp_path / "old" / "index.html").read_text("utf-8")
    assert 'content="0; url=../new/index.html"' in written
    assert "<script" not in written


def test_a_text_that_quotes_a_link_stays(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    body = '<a title="a > b" href="a/">x</a> write <code>href="a/"</code>'
    page = f"<!doctype html><html><head></head><body>{body}</body></html>"
    for name in ("index.html", "a/index.html"):
        (tmp_path / name).write_text(page, encoding="utf-8")
    from_disk.convert(tmp_path)
    written = (tmp_path / "index.html").read_text("utf-8")
    assert '<a title="a > b" href="a/index.html">' in written
    assert '<code>href="a/"</code>' in written
