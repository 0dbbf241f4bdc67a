"""The legend is the filter: without a script, remembered, and in the address."""

from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

from tests.browser.opening import OpenPage

if TYPE_CHECKING:
    from playwright.sync_api import Page

KINDS = """[...new Set([...document.querySelectorAll('.x-ref')]
  .filter((ref) => ref.getClientRects().length).map((ref) => ref.dataset.kind))].sort()"""
PARTIES = KINDS.replace("dataset.kind", "dataset.party")


ALL = "?show=all"


def _kinds(page: "Page") -> None:
    """Opens the fold with the kinds and the sides."""
    page.locator(".x-legend > summary").click()


def _query(url: str) -> dict[str, list[str]]:
    return parse_qs(urlsplit(url).query)


def test_a_kind_goes_with_its_markers_notes_and_lines(article: str, open_page: OpenPage) -> None:
    page = open_page(article + ALL)
    _kinds(page)
    page.locator("#show-erratum").uncheck()
    assert "erratum" not in page.evaluate(KINDS)
    assert not any(note.is_visible() for note in page.locator(".x-note[data-kind=erratum]").all())
    lines = """(kind) => [...document.querySelectorAll(`mark[data-kind=${kind}]`)]
      .map((mark) => getComputedStyle(mark).textDecorationLine)"""
    assert set(page.evaluate(lines, "erratum")) == {"none"}
    assert set(page.evaluate(lines, "claim")) == {"underline"}


def test_it_works_without_a_script(article: str, open_page: OpenPage) -> None:
    page = open_page(article, java_script_enabled=False)
    _kinds(page)
    page.locator("#show-claim").uncheck()
    assert not page.locator(".x-note[data-kind=claim]").first.is_visible()
    assert page.locator(".x-note[data-kind=erratum]").first.is_visible()
    page.locator("#by-V").uncheck()
    page.locator("#show-claim").check()
    assert not page.locator(".x-note[data-party=V]").first.is_visible()
    assert page.locator(".x-note[data-party=R]").first.is_visible()
    page.locator("#weight-major").check()
    assert page.locator(".x-note.x-minor").first.is_hidden()
    assert page.locator(".x-note:not(.x-minor)").first.is_visible()
    page.locator("#just-article").check()
    assert not page.locator(".x-note").first.is_visible()


def test_the_choice_is_in_the_address_and_a_shared_link_shows_the_same(article: str, open_page: OpenPage) -> None:
    page = open_page(article)
    page.locator("#weight-all").check()
    _kinds(page)
    for box in ("show-framing", "show-context", "show-term", "show-note", "by-O"):
        page.locator(f"#{box}").uncheck()
    assert _query(page.url) == {"show": ["claim,erratum"], "party": ["V,R,U"]}
    other = open_page(page.url)
    assert other.evaluate(KINDS) == ["claim", "erratum"]
    assert other.evaluate(PARTIES) == page.evaluate(PARTIES)
    assert "of" in other.locator(".x-help").inner_text()


def test_the_choice_is_remembered(article: str, open_page: OpenPage) -> None:
    page = open_page(article)
    page.locator("#weight-all").check()
    _kinds(page)
    page.locator("#show-claim").uncheck()
    page.goto(article.rsplit("/", 3)[0] + "/")
    page.goto(article)
    assert "claim" not in page.evaluate(KINDS)
    assert page.locator("#weight-all").is_checked()
    _kinds(page)
    page.locator("#show-claim").check()
    page.locator("#weight-major").check()
    page.goto(article.rsplit("/", 3)[0] + "/")
    page.goto(article)
    assert "claim" in page.evaluate(KINDS)
    assert _query(page.url) == {}


def test_just_the_article(article: str, open_page: OpenPage) -> None:
    page = open_page(article + "?show=none")
    assert page.locator("#just-article").is_checked()
    assert page.evaluate(KINDS) == []
    assert page.evaluate("[...document.querySelectorAll('.x-text .x-term')].every((term) => term.tabIndex === -1)")
    page.locator("#weight-all").check()
    assert len(page.evaluate(KINDS)) > 3


def test_at_first_there_are_the_main_notes_and_all_are_one_tap_away(article: str, open_page: OpenPage) -> None:
    page = open_page(article)
    shown = "[...document.querySelectorAll('.x-ref')].filter((ref) => ref.getClientRects().length).length"
    lined = """[...document.querySelectorAll('.x-text mark, .x-text .x-term')]
      .filter((mark) => getComputedStyle(mark).textDecorationLine !== 'none').length"""
    main = page.evaluate(shown)
    assert 15 < main <= 26
    assert page.evaluate(lined) < 2 * main, "a passage may be in several pieces"
    page.locator("#weight-all").check()
    assert page.evaluate(shown) == page.locator(".x-note").count() > 100
    assert _query(page.url) == {"show": ["all"]}
    page.locator("#weight-major").check()
    _kinds(page)
    page.locator("#show-claim").uncheck()
    assert _query(page.url)["show"][0].startswith("main,")
    assert open_page(page.url).evaluate(shown) == page.evaluate(shown) < main


def test_a_note_that_is_asked_for_is_shown_among_the_main_ones(article: str, open_page: OpenPage) -> None:
    for width in (390, 1440):
        page = open_page(f"{article}#n-mainland-russia", width)
        assert page.locator("#n-mainland-russia .x-tools").is_visible()
        assert page.locator("#r-mainland-russia").is_visible()
        assert page.locator("#weight-major").is_checked()
        found = page.locator("#n-conflict-clashes .x-say")
        found.evaluate("(text) => text.dispatchEvent(new Event('beforematch', {bubbles: true}))")
        assert page.locator("#n-conflict-clashes .x-say").is_visible()
        page.emulate_media(media="print")
        assert page.locator("#n-ing .x-say").is_visible(), "paper has every note"


def test_the_address_of_a_note_wins_over_the_filter(article: str, open_page: OpenPage) -> None:
    page = open_page(article + ALL)
    name = page.locator(".x-note[data-kind=erratum]").nth(5).get_attribute("id")
    page = open_page(f"{article}?show=claim#{name}")
    assert page.locator(f"#{name} .x-tools").is_visible()


def test_storage_that_is_switched_off_does_no_harm(article: str, open_page: OpenPage) -> None:
    page = open_page(article)
    # For our key alone: Material reads its own without a guard.
    page.add_init_script(
        """for (const name of ['getItem', 'setItem']) {
          const was = Storage.prototype[name];
          Storage.prototype[name] = function (key, ...rest) {
            if (key.startsWith('explainer')) throw new Error('off');
            return was.call(this, key, ...rest);
          };
        }"""
    )
    page.reload()
    _kinds(page)
    page.locator("#show-claim").uncheck()
    assert "claim" not in page.evaluate(KINDS)
    assert "claim" not in _query(page.url)["show"][0].split(",")
