"""A marker is a text on every page in a real browser, whatever a reader opens, hovers over or searches for."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from tests.browser.searching import RESULT, search, searched
from tests.markers import WORD
from tests.served import served

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

# From the first byte on, so that nothing is missed that is there for a moment only.
_WATCH = """window.marks = []; window.refused = [];
const look = (node) => {
  if (node.nodeType !== 1) return;
  for (const each of [node, ...node.querySelectorAll("*")])
    if (each.localName === "x-mark" || each.hasAttribute("onx-mark")) marks.push(each.outerHTML);
  for (const each of [node, ...node.querySelectorAll("*")]) if (each.shadowRoot) watch(each.shadowRoot);
};
const watch = (root) => new MutationObserver((records) => records.forEach((record) => {
  record.addedNodes.forEach(look);
  if (record.type === "attributes") look(record.target);
})).observe(root, {subtree: true, childList: true, attributes: true});
watch(document);
const attach = Element.prototype.attachShadow;
Element.prototype.attachShadow = function (options) {
  const root = attach.call(this, options);
  watch(root);
  return root;
};
document.addEventListener("securitypolicyviolation", (event) => refused.push(event.violatedDirective));"""
_NOTES = """document.querySelectorAll("details").forEach((each) => { each.open = true; });
document.querySelectorAll('a.x-ref[href^="#"]').forEach((each) => each.click());"""
_PREVIEWED = """const links = [...document.querySelectorAll(".md-content a[href]:not(svg a)")];
window.previewed = [...new Map(links.filter((link) => {
  if (link.closest(".x-sources, .x-defs, .x-context, .is-line") || !link.getClientRects().length) return false;
  if (link.matches(".x-term")) return document.getElementById(link.getAttribute("aria-details"));
  if (link.hash.startsWith("#s-")) return link.pathname === location.pathname;
  return document.getElementById("box-" + link.pathname.match(/context[/]([a-z0-9-]+)/)?.[1]);
}).map((link) => [link.href, link])).values()], previewed.length"""
"""Gives the number of the links that have a preview, one of each subject."""
_OVER = "(at) => previewed[at].dispatchEvent(new PointerEvent('pointerover', {bubbles: true, pointerType: 'mouse'}))"
_OVER_MAP = """for (const link of document.querySelectorAll("svg a"))
  link.dispatchEvent(new PointerEvent('pointerover', {bubbles: true, pointerType: 'mouse'}))"""
_AWAY = "document.dispatchEvent(new KeyboardEvent('keydown', {key: 'Escape', cancelable: true}))"


@contextmanager
def _watched(browser: "Browser") -> "Iterator[Page]":
    """A page on which no marker may become more than a text while it is used."""
    context = browser.new_context(viewport={"width": 1300, "height": 900})
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.add_init_script(_WATCH)
    yield page
    _nothing_is_marked(page)
    assert errors == []
    context.close()


def _nothing_is_marked(page: "Page") -> None:
    assert page.evaluate("[marks, document.querySelectorAll('x-mark, [onx-mark]').length, refused]") == [[], 0, []]


def test_the_watch_works(browser: "Browser") -> None:
    with _watched(browser) as page:
        page.goto("about:blank")
        page.evaluate("document.body.innerHTML = '<p><x-mark></x-mark><i onx-mark=1></i></p>'")
        page.evaluate("document.body.attachShadow({mode: 'closed'}).innerHTML = '<x-mark></x-mark>'")
        page.evaluate("document.body.innerHTML = ''")
        page.wait_for_function("() => marks.length === 3")
        page.evaluate("window.marks = []")


def test_pages_notes_and_previews(marked_site: Path, address_of: Callable[[Path], str], browser: "Browser") -> None:
    base = address_of(marked_site)
    previewed: dict[str, str] = {}
    with _watched(browser) as page:
        for file in sorted(marked_site.rglob("*.html")):
            page.goto(base + file.relative_to(marked_site).as_posix(), wait_until="load")
            if 'http-equiv="refresh"' in file.read_text(encoding="utf-8"):
                page.wait_for_url("**/questions/stalls/")
            page.evaluate(_NOTES)
            page.evaluate(_OVER_MAP)
            for at in range(page.evaluate(_PREVIEWED)):
                page.evaluate(_OVER, at)
                words = page.wait_for_selector("#x-peek").inner_text()  # type: ignore[union-attr]
                previewed[page.evaluate("(at) => previewed[at].href", at)] = words
                page.evaluate(_AWAY)
            _nothing_is_marked(page)
    assert all("x-mark" in words for words in previewed.values())
    for of in ("/glossary/", "#s-", "context/"):
        assert any(of in href for href in previewed), of


def test_every_result_of_the_search(marked_site: Path, address_of: Callable[[Path], str], browser: "Browser") -> None:
    wanted = {doc["url"] for doc in searched(marked_site) if WORD in str(doc)}
    with _watched(browser) as page:
        page.goto(address_of(marked_site), wait_until="load")
        search(page, WORD)
        more = page.locator("#x-search .x-search-body > button")
        while more.is_visible():
            before = page.locator(RESULT).count()
            more.click()
            page.wait_for_function(f"() => document.querySelectorAll('{RESULT}').length > {before}")
        assert page.locator(RESULT).count() >= len(wanted)
        assert "x-mark" in page.locator("#x-search").inner_text()
        page.locator(f"{RESULT} a").first.click()
        page.wait_for_selector(".x-found", state="attached")


def test_mistakes_and_quoting_while_serving(mistaken: Path, marked: tuple[Path, object], browser: "Browser") -> None:
    with served(mistaken, "explainer", "serve", "--port", "PORT") as address, _watched(browser) as page:
        page.goto(address, wait_until="load")
        told = page.wait_for_selector("#explainer-problems .problems", timeout=60_000)
        assert told is not None
        assert '<x-mark a="b">' in told.inner_text()
    with served(marked[0], "explainer", "serve", "--port", "PORT") as address, _watched(browser) as page:
        page.goto(f"{address}articles/market/", wait_until="load")
        page.evaluate("getSelection().selectAllChildren(document.querySelector('.x-text'))")
        page.locator("#explainer-quote .quote").click()
        page.wait_for_selector("#explainer-quote textarea")
        assert '<x-mark/a="b">' in page.locator("#explainer-quote textarea").input_value()


def test_mistakes_on_pages_of_mkdocs_which_loads_them_again(mistaken: Path, browser: "Browser") -> None:
    command = ("mkdocs", "serve", "--livereload", "--dev-addr", "127.0.0.1:PORT")
    with served(mistaken, *command) as address, _watched(browser) as page:
        page.goto(f"{address}problems/", wait_until="load")
        assert '<x-mark a="b">' in page.locator("article").inner_text()
        _nothing_is_marked(page)
        (mistaken / "docs" / "added.md").write_text("# Added\n", encoding="utf-8")
        page.evaluate("window.isSame = true")
        page.wait_for_function("() => !window.isSame", timeout=120_000)
        page.goto(f"{address}added/", wait_until="load")
