"""No page of a built site runs a script that is not the site's, even where a text got onto it as HTML."""

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from explainer.engine import policy
from explainer.engine.search.pieces import FOLDER
from tests.browser.opening import OpenPage
from tests.browser.searching import search

if TYPE_CHECKING:
    from playwright.sync_api import Browser

_META = re.compile(r'<head>\s*<meta charset="utf-8">\s*<meta http-equiv="Content-Security-Policy" content="[^"]*">')
_LISTEN = """window.refused = [];
document.addEventListener("securitypolicyviolation", (event) => window.refused.push(event.effectiveDirective));"""


def test_every_page_has_it_and_needs_nothing_that_it_forbids(
    minimal_site: Path, address_of: Callable[[Path], str], open_page: OpenPage
) -> None:
    base = address_of(minimal_site)
    page = open_page(base)
    page.add_init_script(_LISTEN)
    for file in sorted(minimal_site.rglob("*.html")):
        written = file.read_text(encoding="utf-8")
        if 'http-equiv="refresh"' in written:
            continue
        assert _META.search(written), file
        if file.name != "404.html":  # its links are those of the published site
            page.goto(base + file.relative_to(minimal_site).as_posix(), wait_until="load")
            assert page.evaluate("refused") == [], file
    page.goto(base, wait_until="load")
    search(page, "stalls")
    assert page.evaluate("refused") == []


def test_it_stops_a_text_that_was_not_escaped(
    minimal_site: Path, address_of: Callable[[Path], str], browser: "Browser", tmp_path: Path
) -> None:
    site = tmp_path / "site"
    shutil.copytree(minimal_site, site)
    home = site / "index.html"
    script = "<img src='data:,' onerror='window.marker = 1'><script>window.marker = 2</script>"
    home.write_text(home.read_text(encoding="utf-8").replace("</article>", f"{script}</article>", 1), encoding="utf-8")
    context = browser.new_context()
    page = context.new_page()
    page.add_init_script(_LISTEN)
    page.goto(address_of(site), wait_until="load")
    page.wait_for_function("() => refused.includes('script-src-attr') && refused.includes('script-src-elem')")
    assert page.evaluate("window.marker") is None
    context.close()


def test_scripts_of_the_content_are_not_allowed() -> None:
    theme, text = "<script>one()</script>", "<script>two()</script>"
    page = f"<head>{theme}</head><body>{text}</body>"
    assert policy.with_policy(page, text).count("sha256-") == 1
    assert policy.with_policy(page).count("sha256-") == 2
    assert policy.with_policy("<p>a part</p>") == "<p>a part</p>"


def test_the_script_that_reloads_a_served_page_is_allowed() -> None:
    page = policy.with_policy("<head><script>one()</script></head><body></body>")

    def app(environ: object, start: Callable[..., object]) -> list[bytes]:
        start("200 OK", [("Content-Type", "text/html"), ("Content-Length", "1")])
        return [page.replace("</body>", "<script>livereload(1, 2);</script></body>").encode()]

    told: list[object] = []
    body = b"".join(policy.allowing_reload(app)({}, lambda *headers: told.append(headers)))  # type: ignore[arg-type]
    assert body.count(b"sha256-") == 2
    assert told == [("200 OK", [("Content-Type", "text/html"), ("Content-Length", str(len(body)))])]


def test_the_search_shows_what_its_index_holds_as_text(
    minimal_site: Path, address_of: Callable[[Path], str], open_page: OpenPage, tmp_path: Path
) -> None:
    """Also an index that somebody else has made: titles, names and links that would be more than text."""
    site = tmp_path / "site"
    shutil.copytree(minimal_site, site)
    markup = "<img src='data:,' onerror='window.marker = 1'>"
    for file in (site / FOLDER).rglob("r*.json"):
        entries = json.loads(file.read_text(encoding="utf-8"))
        for entry in entries:
            entry |= {"title": f"{markup} stalls", "text": f"{markup} stalls", "quoted": markup, "status": markup}
        entries[0]["url"] = "javascript:window.marker=2"
        file.write_text(json.dumps(entries), encoding="utf-8")
    page = open_page(address_of(site))
    search(page, "stalls")
    assert page.locator("#x-search img").count() == 0
    assert markup in page.locator("#x-search").inner_text()
    assert page.locator("#x-search a[href^='javascript:']").count() == 0
