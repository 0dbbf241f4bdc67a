"""What each engine builds is what MkDocs with Material builds: for readers, for old links, and for editors."""

import re
from collections.abc import Callable
from pathlib import Path

from tests.browser.opening import OpenPage
from tests.browser.searching import addresses, search
from tests.site_checks.axe import ALIKE, violations
from tests.test_engines import articles

_THEIRS = re.compile(r"assets/(?:javascripts|stylesheets|images)/|sitemap\.xml\.gz$")
"""What a theme brings along."""
_EDIT = re.compile(r'<a href="([^"]*)"[^<>]*\srel="edit"')


def files(site: Path) -> dict[str, bytes]:
    paths = (path.relative_to(site).as_posix() for path in sorted(site.rglob("*")) if path.is_file())
    return {path: (site / path).read_bytes() for path in paths if not _THEIRS.match(path)}


def test_words_ids_links_and_notes(by_mkdocs: Path, site: Path) -> None:
    expected, found = articles(by_mkdocs), articles(site)
    assert list(found) == list(expected)
    for path, article in expected.items():
        assert found[path] == article, path


def test_search_cards_feed_redirects_and_assets(by_mkdocs: Path, site: Path) -> None:
    expected, found = files(by_mkdocs), files(site)
    assert list(found) == list(expected)
    made = ("context/bureau/index.html", "corrections.xml", "cards/index.png", "search/index.json")
    assert expected.keys() > {*made}
    same = [path for path in expected if not path.endswith(".html") or path in made]
    assert [path for path in same if found[path] != expected[path] and path != "sitemap.xml"] == []


def test_links_to_edit(by_mkdocs: Path, site: Path) -> None:
    def links(folder: Path) -> dict[str, list[str]]:
        pages = {path: text.decode() for path, text in files(folder).items() if path.endswith(".html")}
        return {path: _EDIT.findall(text) for path, text in pages.items()}

    found = links(site)
    assert found == links(by_mkdocs)
    assert found["by-hand/index.html"] == ["https://git.example/owner/project/edit/main/docs/by-hand.md"]
    assert found["articles/market/index.html"] != []


def test_policy(site: Path) -> None:
    pages = [text for path, text in files(site).items() if path.endswith(".html")]
    assert [page for page in pages if b"Content-Security-Policy" not in page.partition(b"</head>")[0]] == []


def test_in_a_browser(site: Path, address_of: Callable[[Path], str], open_page: OpenPage) -> None:
    base = address_of(site)
    page = open_page(base, 1440, 900)
    for width, path in ((1440, "sources/"), (390, "articles/market/"), (390, "")):
        page.set_viewport_size({"width": width, "height": 900})
        page.goto(base + path)
        assert [found for found in violations(page, alike=ALIKE) if found.is_ours] == [], path
    search(page, "gutter")
    assert addresses(page)[0].startswith("by-hand/")
