"""The search finds notes, positions, terms and sources, says of what kind and by whom they are, and lands on them."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]

from tests.browser.opening import OpenPage
from tests.browser.searching import RESULT, addresses, search
from tests.waiting import still, until

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page


def _found(page: "Page", words: str, title: str) -> "Locator":
    """The result of that title, for words typed into the field."""
    search(page, words)
    more = page.locator("#x-search .x-search-body > button")
    result = page.locator(RESULT, has=page.get_by_role("heading", name=title))
    while not result.count() and more.is_visible():
        count = page.locator(RESULT).count()
        more.click()
        page.wait_for_function(f"() => document.querySelectorAll('{RESULT}').length > {count}")
    return result.first


@pytest.mark.parametrize(
    ("words", "title", "fragment"),
    [
        (
            "border forces surprise",
            "Claim by Alexei Baranovsky: Russian border forces were caught … by the attack",
            "n-",
        ),
        ("largest of these", "Mistake: the largest of these. The war so far.", "n-"),
        ("losses conclusion comment", "Position of the volunteer units: no comment", "position-"),
        ("grey zone", "Term: grey zone", "grey-zone"),
        ("Барановский", "Person: Alexei Baranovsky", "party-"),
        ("Deccan Herald", "Source: Reuters in Deccan Herald", "reuters-"),
    ],
)
def test_a_record_is_found_and_opened(
    real_site: Path, address_of: Callable[[Path], str], open_page: OpenPage, words: str, title: str, fragment: str
) -> None:
    page = open_page(address_of(real_site) + "glossary/")
    _found(page, words, title).locator("a").click()
    page.wait_for_url(f"**#{fragment}*")
    still(page)
    landed = page.evaluate(
        "document.getElementById(decodeURIComponent(location.hash.slice(1))).getBoundingClientRect()"
    )
    assert -1 < landed["top"] < 1000
    if fragment == "n-":
        assert page.locator(".x-note.is-open").count() == 1
        until(lambda: page.evaluate("document.activeElement.closest('.x-note.is-open') !== null"))


def test_a_question_is_found_with_its_short_answer_and_by_other_names(
    real_site: Path, address_of: Callable[[Path], str], open_page: OpenPage
) -> None:
    page = open_page(address_of(real_site))
    result = _found(page, "Tyotkino", "Did the units hold Tyotkino?")
    assert "The Legion claimed the whole village on 12 March 2024" in result.inner_text()
    for words in ("Tetkino", "Тёткино"):
        result = _found(page, words, "Did the units hold Tyotkino?")
        # Of all other names the one that was typed.
        assert words in result.locator(".x-search-also").inner_text().split(" · ")


@pytest.mark.parametrize("words", ["mistakes", "wrong"])
def test_pages_for_authors_come_last(
    real_site: Path, address_of: Callable[[Path], str], open_page: OpenPage, words: str
) -> None:
    page = open_page(address_of(real_site))
    search(page, words)
    found = addresses(page)
    assert found
    assert not [path for path in found[:5] if path.startswith("authors/")]


def test_a_result_is_an_excerpt_with_its_words_marked(
    real_site: Path, address_of: Callable[[Path], str], open_page: OpenPage
) -> None:
    page = open_page(address_of(real_site))
    search(page, "Baranovsky")
    for result in page.locator(RESULT).all():
        assert len(result.inner_text()) < 800
        assert result.locator("mark").count()


def test_a_result_says_of_what_kind_it_is_and_whose_words_stand_there(
    real_site: Path, address_of: Callable[[Path], str], open_page: OpenPage
) -> None:
    page = open_page(address_of(real_site))
    claim = _found(page, "border forces surprise", "Claim by Alexei Baranovsky")
    assert claim.locator(".x-p").inner_text() == "V"
    assert claim.locator(".x-search-mark").inner_text() == "Said: on record · Status: disputed"
    quoted = claim.locator(".x-search-quoted")
    assert quoted.inner_text() == "Russian border forces were caught by surprise by the attack"
    assert quoted.get_attribute("lang") == "en"
    article = page.locator(f"{RESULT}[data-kind=article]").first
    assert article.locator(".x-search-mark").inner_text() == "In the article’s words"


def test_results_are_chosen_by_kind_and_side(
    real_site: Path, address_of: Callable[[Path], str], open_page: OpenPage
) -> None:
    page = open_page(address_of(real_site))
    search(page, "losses")
    none = "(others) => document.querySelector('.x-search-results li' + others) === null"
    page.locator("#x-search [data-choice=claim]").click()
    page.wait_for_function(none, arg=":not([data-kind=claim])")
    assert page.evaluate("document.activeElement.dataset.choice") == "claim"
    page.locator("#x-search [data-choice=R]").click()
    page.wait_for_function(none, arg=":not(:has([data-party=R]))")
    assert page.locator(RESULT).count()
    page.locator("#x-search [data-choice=claim][aria-pressed=true]").click()
    page.locator(f"{RESULT}[data-kind=position]").first.wait_for()
    assert set(page.locator(f"{RESULT} .x-p").all_inner_texts()) == {"R"}


def test_by_keyboard(real_site: Path, address_of: Callable[[Path], str], open_page: OpenPage) -> None:
    page = open_page(address_of(real_site))
    page.keyboard.press("/")
    page.keyboard.type("grey zone")
    page.locator(RESULT).first.wait_for()
    page.keyboard.press("ArrowDown")  # also while the answer to the last letters is still to come
    until(lambda: page.evaluate("document.activeElement.closest('.x-search-results li:first-child') !== null"))
    page.keyboard.press("ArrowUp")
    assert page.evaluate("document.activeElement.type") == "search"
    page.keyboard.press("Escape")
    assert page.locator("#x-search[open]").count() == 0
    page.keyboard.press("/")
    page.wait_for_function("() => document.querySelector('#x-search').dataset.answered === 'grey zone'")
    # Enter goes where the words lead that stand there now, not where the ones before did.
    page.keyboard.press("Control+a")
    page.keyboard.type("Tyotkino")
    page.locator(RESULT, has=page.locator("a[href*='people-and-places']")).first.wait_for()
    page.keyboard.press("Control+a")
    page.keyboard.type("grey zone")
    page.keyboard.press("Enter")
    page.wait_for_url("**/glossary/**#grey-zone")


def test_where_no_record_has_all_words_those_with_most_are_shown(
    real_site: Path, address_of: Callable[[Path], str], open_page: OpenPage
) -> None:
    page = open_page(address_of(real_site))
    search(page, "Baranovsky xylophone")
    assert page.locator(".x-search-count").inner_text().startswith("Nothing has all of these words.")
    search(page, "xylophone")
    assert page.locator(".x-search-count").inner_text() == "Nothing on this site has these words."


def test_a_word_that_the_search_marks_is_still_part_of_its_passage(article: str, open_page: OpenPage) -> None:
    page = open_page(article + "?show=all&h=largest")
    word = page.locator("mark[data-note] .x-found").first
    name = word.evaluate("(element) => element.parentElement.closest('mark').dataset.note")
    word.click()
    assert page.locator(f"#n-{name}.is-open").count() == 1


def test_the_search_is_as_good_for_the_ear(
    real_site: Path, address_of: Callable[[Path], str], open_page: OpenPage
) -> None:
    page = open_page(address_of(real_site), color_scheme="dark")
    search(page, "losses")
    found = Axe().run(page, context="#x-search")
    assert found.violations_count == 0, found.generate_report()
    assert page.get_by_role("dialog", name="Search").count() == 1
    assert page.get_by_role("searchbox", name="Search").count() == 1
    assert page.locator("#x-search [role=status]").inner_text().startswith("Results: ")
