"""Paper, 200 % zoom, forced colours, reduced motion: nothing is lost in any of them."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.browser.opening import OpenPage
from tests.browser.paper import missing_on_paper, missing_on_short_paper
from tests.waiting import still

WORDS = """() => [...document.querySelectorAll('.x-text, .x-note, .x-fold > summary, .x-legend label')].map((part) => {
  const copy = part.cloneNode(true);
  copy.querySelectorAll('.x-tool').forEach((tool) => tool.remove());
  return [copy.textContent.replace(/\\s+/g, ' ').trim(), part.getClientRects().length > 0];
})"""
CUT_OFF = """() => [...document.querySelectorAll('article *')].filter((each) => {
  const at = each.getBoundingClientRect(), style = getComputedStyle(each);
  return at.width > 0 && at.height > 0 && at.right > innerWidth + 1 && !each.closest('.x-scroll, .md-typeset__table')
    && style.position !== 'absolute';
}).map((each) => each.className + ' ' + each.textContent.slice(0, 40))"""

PRINTED_OVER = """() => {
  const parts = [...document.querySelectorAll('article :is(p, h1, h2, h3, h4, dt, dd, tr, summary)')]
    .filter((part) => part.checkVisibility() && part.textContent.trim() && !part.closest('.x-notes, .x-defs'))
    .map((part) => [part, part.getBoundingClientRect()]);
  return parts.flatMap(([part, at], index) => parts.slice(index + 1)
    .filter(([other, there]) => !part.contains(other) && at.bottom > there.top + 3 && there.bottom > at.top + 3
      && at.right > there.left + 3 && there.right > at.left + 3)
    .map(([other]) => [part.textContent.slice(0, 40), other.textContent.slice(0, 40)]));
}"""


@pytest.mark.parametrize("path", ["articles/counter-invasion/?print=whole", "questions/losses/"])
def test_paper_has_everything(
    real_site: Path, address_of: Callable[[Path], str], open_page: OpenPage, path: str
) -> None:
    assert missing_on_paper(open_page(address_of(real_site) + path)) == []


def test_the_short_print_has_the_article_its_notes_and_its_sources_on_eight_pages(
    article: str, open_page: OpenPage
) -> None:
    page = open_page(article)
    count, missing = missing_on_short_paper(page)
    assert missing == []
    assert count <= 8
    page.locator(".x-legend > summary").click()
    page.locator("#print-whole").check()
    page.emulate_media(media="print")
    assert page.locator(".x-rest .x-src").first.is_visible()


def test_without_scripts_a_reader_chooses_what_is_printed(article: str, open_page: OpenPage) -> None:
    page = open_page(article, java_script_enabled=False)
    page.locator(".x-legend > summary").click()
    page.locator("#print-whole").check()
    page.emulate_media(media="print")
    assert page.locator("#terms").is_visible()


@pytest.mark.parametrize("path", ["questions/losses/", "questions/tyotkino/", "articles/counter-invasion/"])
def test_on_paper_nothing_is_printed_over_anything(
    real_site: Path, address_of: Callable[[Path], str], open_page: OpenPage, path: str
) -> None:
    page = open_page(address_of(real_site) + path, 643, 986)
    page.emulate_media(media="print")
    assert page.evaluate(PRINTED_OVER) == []
    assert page.evaluate(CUT_OFF) == []


@pytest.mark.parametrize(("width", "height"), [(1280, 1024), (1440, 900)])
def test_twice_as_large(article: str, open_page: OpenPage, width: int, height: int) -> None:
    """What a browser's zoom does: half the viewport, each pixel four."""
    page = open_page(article + "?show=all", width // 2, height // 2, device_scale_factor=2)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.locator(".x-legend > summary").click()
    page.locator("#open-all").check()
    large = page.evaluate(WORDS)
    assert all(seen for _, seen in large)
    assert page.evaluate(CUT_OFF) == []
    page = open_page(article + "?show=all", width, height)
    page.evaluate("document.querySelector('.x-legend').open = true")
    page.locator("#open-all").check()
    assert page.evaluate(WORDS) == large


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_forced_colours(article: str, open_page: OpenPage, scheme: str) -> None:
    page = open_page(article + "?show=all", forced_colors="active", color_scheme=scheme)
    lost = page.evaluate(
        """() => {
          const canvas = getComputedStyle(document.body).backgroundColor;
          const same = (colour) => colour === canvas || colour === 'rgba(0, 0, 0, 0)';
          const found = [];
          for (const each of document.querySelectorAll('.x-text, mark, .x-ref, .x-note *, .x-legend label')) {
            const style = getComputedStyle(each);
            const own = style.backgroundColor === 'rgba(0, 0, 0, 0)' ? canvas : style.backgroundColor;
            if (each.checkVisibility() && style.color === own) found.push(['unreadable', each.outerHTML.slice(0, 90)]);
          }
          for (const mark of document.querySelectorAll('mark')) {
            const style = getComputedStyle(mark);
            const line = style.textDecorationLine === 'underline' && !same(style.textDecorationColor);
            if (!line && !mark.querySelector('a')) found.push(['no line', mark.outerHTML.slice(0, 90)]);
          }
          return found;
        }"""
    )
    assert lost == []
    kinds = page.evaluate(
        """[...new Set([...document.querySelectorAll('mark')]
          .map((mark) => mark.dataset.kind + ' ' + getComputedStyle(mark).textDecorationStyle))].sort()"""
    )
    assert {"claim solid", "erratum wavy", "framing dashed", "context dotted"} <= set(kinds)
    page.locator(".x-ref").nth(3).click()
    assert page.locator(".x-note.is-open .x-tools").is_visible()
    assert page.locator("mark.is-open").first.evaluate("(mark) => getComputedStyle(mark).outlineStyle") == "solid"


def test_reduced_motion(article: str, open_page: OpenPage) -> None:
    page = open_page(article + "?show=all", reduced_motion="reduce")
    still(page)
    moving = """() => {
      document.querySelectorAll('.x-ref')[30].click();
      return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(
        document.getAnimations().filter((each) => each.effect.getComputedTiming().duration > 0).length))));
    }"""
    assert page.evaluate(moving) == 0
    assert page.locator(".x-note.is-open").count() == 1
    assert page.locator(".x-note:not(.is-line, .is-open)").count() == 0
