"""Notes: the same for every reader, opened by marker, passage, key or address, and the way back."""

import itertools
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser.opening import OpenPage
from tests.waiting import still

if TYPE_CHECKING:
    from playwright.sync_api import Page

ALL = "?show=all"
TEXTS = """() => [...document.querySelectorAll('.x-note')].map((note) => {
  const copy = note.cloneNode(true);
  copy.querySelectorAll('.x-tool').forEach((tool) => tool.remove());
  return note.id + copy.textContent.replace(/\\s+/g, ' ');
})"""
SEEN = """[...document.querySelectorAll('.x-note')].filter((note) =>
  note.checkVisibility({visibilityProperty: true}) && note.offsetHeight > 10).map((note) => note.id)"""


def _rest(page: "Page", name: str) -> bool:
    return page.locator(f"#{name} .x-rest").is_visible()


def test_every_reader_gets_the_same_notes(article: str, open_page: OpenPage) -> None:
    plain = open_page(article, java_script_enabled=False)
    notes = plain.locator(".x-note")
    ids = [notes.nth(index).get_attribute("id") for index in range(notes.count())]
    assert all(notes.nth(index).is_visible() for index in range(notes.count()))

    scripted = open_page(article + ALL)
    texts = scripted.evaluate(TEXTS)
    scripted.locator(".x-note").nth(7).click()
    assert scripted.evaluate(TEXTS) == texts
    assert scripted.evaluate(SEEN) == ids

    phone = open_page(article + ALL, 390, 844)
    assert phone.evaluate(TEXTS) == texts
    assert phone.evaluate(SEEN) == []
    phone.locator(".x-legend > summary").click()
    phone.locator("#open-all").check()
    assert phone.evaluate(SEEN) == ids

    for page in (scripted, phone):
        page.evaluate("document.getElementById('print-whole').click()")
        page.emulate_media(media="print")
        still(page)
        assert page.evaluate(SEEN) == ids
        rests = "[...document.querySelectorAll('.x-rest')].every((rest) => rest.checkVisibility())"
        assert page.evaluate(rests)


@pytest.mark.parametrize("width", [390, 1440])
def test_the_keyboard_leads_to_a_note_and_back(article: str, open_page: OpenPage, width: int) -> None:
    page = open_page(article + ALL, width)
    marker = page.locator("#p2 .x-ref").nth(2)
    ref, note = marker.get_attribute("id"), marker.get_attribute("href")
    assert ref
    assert note
    focused = "document.activeElement.closest('.x-note, .x-ref').id"
    marker.focus()
    page.keyboard.press("Enter")
    assert page.evaluate(focused) == note[1:]
    assert page.evaluate("location.hash") == note
    assert _rest(page, note[1:])
    assert marker.get_attribute("aria-expanded") == "true"
    page.keyboard.press("Enter")  # on the note's number
    assert page.evaluate(focused) == ref
    page.keyboard.press("Escape")
    assert page.evaluate(focused) == ref
    assert not _rest(page, note[1:])
    assert marker.get_attribute("aria-expanded") == "false"
    assert page.evaluate("location.hash") == ""


def test_escape_leads_back_from_where_a_screen_reader_reads(article: str, open_page: OpenPage) -> None:
    """Its place is the selection; the focus is then on nothing."""
    page = open_page(article + ALL, stopped_clock=True)
    page.locator("#p2 .x-ref").nth(2).click()
    note = page.locator(".x-note.is-open")
    ref = page.evaluate("document.querySelector('.x-note.is-open .x-no').hash.slice(1)")
    note.locator(".x-say p").first.evaluate(
        "(text) => { document.activeElement.blur(); getSelection().collapse(text, 0); }"
    )
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.id") == ref
    page.clock.run_for(500)  # the pointer still rests on the marker, which opens no note that was closed
    assert note.count() == 0


def test_the_tab_key_follows_the_source(article: str, open_page: OpenPage) -> None:
    page = open_page(article + ALL)
    page.locator("#p1 .x-ref").first.focus()
    visited = []
    for _ in range(60):
        visited.append(
            page.evaluate(
                """() => {
                  const now = document.activeElement;
                  (window.was ||= []).push(now);
                  return [now.className, now.getClientRects().length];
                }"""
            )
        )
        page.keyboard.press("Tab")
    assert page.evaluate("was.every((one, index) => !index || was[index - 1].compareDocumentPosition(one) & 4)")
    assert all(boxes for _, boxes in visited)
    assert sum("x-ref" in name for name, _ in visited) > 20


def test_a_closed_note_opens_on_a_click_and_the_passage_opens_it_too(article: str, open_page: OpenPage) -> None:
    page = open_page(article + ALL)
    line = page.locator(".x-note.is-line").nth(9)
    name = line.get_attribute("id")
    assert name
    line.click()
    assert _rest(page, name)
    page.locator(f"#{name} .x-close").click()
    assert not _rest(page, name)
    page.locator(f"#a-{name[2:]}").click(position={"x": 3, "y": 8})
    assert page.locator(".x-note.is-open").count() == 1


def test_on_a_phone_one_note_a_paragraph_is_open(article: str, open_page: OpenPage) -> None:
    page = open_page(article + ALL, 390, 844, has_touch=True)
    markers = page.locator("#p2 .x-ref")
    markers.nth(1).tap()
    markers.nth(4).tap()
    assert page.evaluate(SEEN) == [(markers.nth(4).get_attribute("href") or "")[1:]]
    markers.nth(4).tap()
    assert page.evaluate(SEEN) == []


def test_a_marker_is_easy_to_hit_and_no_line_grows(article: str, open_page: OpenPage) -> None:
    page = open_page(article + ALL, 390, 844)
    sizes = page.evaluate(
        """[...document.querySelectorAll('p .x-ref')].map((ref) => {
          const hit = getComputedStyle(ref, '::after');
          return [parseFloat(hit.width), parseFloat(hit.height)];
        })"""
    )
    assert min(min(size) for size in sizes) >= 24
    lines = page.evaluate(
        """[...document.querySelectorAll('p.x-text')].map((text) =>
          (text.clientHeight / parseFloat(getComputedStyle(text).lineHeight)) % 1)"""
    )
    assert all(abs(part - round(part)) < 0.06 for part in lines)


@pytest.mark.parametrize("width", [390, 1440])
def test_the_address_of_a_note_opens_it(article: str, open_page: OpenPage, width: int) -> None:
    first = open_page(article + ALL, width)
    name = first.locator(".x-note").nth(60).get_attribute("id")
    page = open_page(f"{article}#{name}", width)
    assert page.locator(f"#{name} .x-tools").is_visible()
    assert page.locator(f"#{name}").evaluate(
        "(note) => { const at = note.getBoundingClientRect(); return at.top > 0 && at.top < innerHeight; }"
    )


def test_a_link_on_the_page_opens_the_note(article: str, open_page: OpenPage) -> None:
    page = open_page(article + ALL)
    link = page.locator(".x-wrong a[href^='#n-']").last
    name = (link.get_attribute("href") or "")[1:]
    link.click()
    still(page)
    assert page.locator(f"#{name} .x-tools").is_visible()


def test_the_tools_copy_the_address_of_the_note_and_of_the_passage(article: str, open_page: OpenPage) -> None:
    page = open_page(article + ALL, permissions=["clipboard-read", "clipboard-write"])
    line = page.locator(".x-note").nth(40)
    name = (line.get_attribute("id") or "")[2:]
    line.click()
    copied = []
    for tool in page.locator(f"#n-{name} .x-tools .x-tool").all():
        tool.click()
        page.wait_for_function("(tool) => tool.textContent === 'Copied'", arg=tool.element_handle())
        copied.append(page.evaluate("navigator.clipboard.readText()"))
    assert copied[0] == f"{article}#n-{name}"
    assert copied[1].startswith(f"{article}#a-{name}:~:text=")
    # Without the id, the words alone must lead a browser to the passage.
    other = open_page(copied[1].replace(f"#a-{name}:", "#:"))
    other.wait_for_function(
        f"() => scrollY > 0 && document.getElementById('a-{name}').getBoundingClientRect().top < innerHeight"
    )


@pytest.mark.parametrize("width", [390, 1440])
def test_the_place_is_kept_when_the_reader_comes_back(article: str, open_page: OpenPage, width: int) -> None:
    page = open_page(article + ALL, width)
    page.locator(".x-context summary").nth(1).click()
    page.locator(".x-ref").nth(46).click()
    still(page)
    place = page.evaluate("scrollY")
    assert place > 500
    page.evaluate("document.querySelector('.md-tabs a, .md-nav a').click()")
    page.wait_for_url(lambda url: "counter-invasion" not in url)
    page.go_back(wait_until="load")
    still(page)
    assert abs(page.evaluate("scrollY") - place) < 3
    assert page.locator(".x-note.is-open").count() == 1
    assert page.locator(".x-context[open]").count() == 1


def test_find_in_page_opens_what_is_folded_or_clipped(article: str, open_page: OpenPage) -> None:
    page = open_page(article + ALL)
    hidden = page.locator(".x-note .x-rest .x-src").nth(10)
    name = hidden.evaluate("(element) => element.closest('.x-note').id")
    hidden.evaluate("(element) => element.closest('.x-rest').dispatchEvent(new Event('beforematch', {bubbles: true}))")
    assert _rest(page, name)


@pytest.mark.parametrize("site", ["real_site", "minimal_site"])
def test_nothing_that_annotates_is_left_without_its_counterpart(
    site: str, request: pytest.FixtureRequest, address_of: Callable[[Path], str], open_page: OpenPage
) -> None:
    folder = request.getfixturevalue(site)
    (path,) = (folder / "articles").glob("*/mistakes")  # of reports that are only quoted nobody marks mistakes
    page = open_page(address_of(folder) + f"articles/{path.parent.name}/")
    assert (
        page.evaluate(
            """() => [...document.querySelectorAll('mark[aria-details], .x-ref, .x-no')].filter((each) =>
          !document.getElementById(each.getAttribute('aria-details') || each.hash.slice(1))).length"""
        )
        == 0
    )
    assert page.evaluate(
        "[...document.querySelectorAll('.x-note')].every((note) => note.getAttribute('role') === 'doc-footnote')"
    )
    levels = page.evaluate(
        "[...document.querySelectorAll('.md-content :is(h1,h2,h3,h4)')].map((each) => +each.tagName[1])"
    )
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))
