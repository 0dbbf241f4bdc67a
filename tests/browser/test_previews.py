"""Previews: dismissible, hoverable, persistent (WCAG 1.4.13), and nothing in them that is not on the page."""

import pytest

from tests.browser.opening import OpenPage

LINKS = (".x-text a.x-term", ".x-prov a.x-cite")


@pytest.mark.parametrize("selector", LINKS)
def test_on_hover(article: str, open_page: OpenPage, selector: str) -> None:
    page = open_page(article + "?show=all", stopped_clock=True)
    link, peek = page.locator(selector).first, page.locator("#x-peek")
    link.hover()
    page.clock.run_for(300)
    assert peek.count() == 0
    page.clock.run_for(400)
    assert peek.is_visible()
    assert link.get_attribute("aria-describedby") == "x-peek"
    text = peek.locator("span").inner_text()
    page.clock.run_for(1500)
    assert peek.is_visible()  # persistent
    peek.hover()
    page.clock.run_for(600)
    assert peek.is_visible()  # hoverable
    page.keyboard.press("Escape")
    assert peek.count() == 0  # dismissible
    assert link.get_attribute("aria-describedby") is None
    plain = "document.querySelector('.x-after').textContent.replace(/\\[?\\d+\\]?/g, '').replace(/\\s+/g, '')"
    assert "".join(char for char in text if not char.isspace() and not char.isdigit())[:80] in page.evaluate(plain)
    link.hover()
    page.clock.run_for(700)
    page.mouse.move(2, 2)
    page.clock.run_for(500)
    assert peek.count() == 0


def test_on_focus(article: str, open_page: OpenPage) -> None:
    page = open_page(article + "?show=all", stopped_clock=True)
    page.locator(".x-prov a[href='#about']").focus()
    page.keyboard.press("Shift+Tab")
    page.clock.run_for(700)
    assert page.locator("#x-peek").is_visible()
    page.keyboard.press("Tab")
    assert page.locator("#x-peek").count() == 0


def test_on_the_first_tap_and_the_second_goes_there(article: str, open_page: OpenPage) -> None:
    page = open_page(article + "?show=all", 390, 844, has_touch=True)
    term = page.locator(".x-text a.x-term").first
    term.tap()
    assert page.locator("#x-peek").is_visible()
    box = page.locator("#x-peek").bounding_box()
    assert box
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 390
    term.tap()
    page.wait_for_url("**/glossary/**")


def test_a_context_box_is_previewed_where_it_is_linked_and_escape_leaves_the_note_open(
    article: str, open_page: OpenPage
) -> None:
    page = open_page(article + "?show=all", stopped_clock=True)
    note = page.locator(".x-note[data-kind=context]").first
    note.click()
    page.clock.run_for(300)
    note.locator(".x-gist a").hover()
    page.clock.run_for(700)
    name = page.locator("#x-peek b").inner_text()
    assert name in page.locator(".x-context summary").first.inner_text()
    page.keyboard.press("Escape")
    assert page.locator("#x-peek").count() == 0
    assert note.locator(".x-tools").is_visible()
    page.keyboard.press("Escape")
    assert not note.locator(".x-tools").is_visible()
