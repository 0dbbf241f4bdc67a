"""The search finds notes, positions, terms and sources, says of what kind and by whom they are, and lands on them."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.opening import OpenPage
from tests.waiting import still

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page


def _found(page: "Page", words: str, title: str) -> "Locator":
    """The result of that title, unfolded with all others, for words typed into the field."""
    page.locator(".md-search__input").click()
    page.locator(".md-search__input").fill(words)
    page.keyboard.press("End")  # the search starts on a key
    result = page.locator(".md-search-result__item a", has=page.get_by_role("heading", name=title, exact=True))
    result.first.wait_for(state="attached", timeout=15_000)
    page.evaluate("document.querySelectorAll('.md-search-result details').forEach((more) => { more.open = true; })")
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
    _found(page, words, title).click()
    page.wait_for_url(f"**#{fragment}*")
    still(page)
    landed = page.evaluate(
        "document.getElementById(decodeURIComponent(location.hash.slice(1))).getBoundingClientRect()"
    )
    assert -1 < landed["top"] < 1000
    if fragment == "n-":
        assert page.locator(".x-note.is-open").count() == 1
        page.wait_for_function("document.activeElement.closest('.x-note.is-open') !== null")


def test_a_question_is_found_with_its_short_answer_and_by_other_names(
    real_site: Path, address_of: Callable[[Path], str], open_page: OpenPage
) -> None:
    page = open_page(address_of(real_site))
    result = _found(page, "Tyotkino", "Did the units hold Tyotkino?")
    assert "The Legion claimed the whole village on 12 March 2024" in result.inner_text()
    for words in ("Tetkino", "Тёткино"):
        result = _found(page, words, "Did the units hold Tyotkino?")
        # Of all other names the one that was typed; what was found for the words before stands there a moment longer.
        expect(result).to_have_text(re.compile(rf"\?\s*{words}\s*$"), use_inner_text=True, timeout=20_000)


@pytest.mark.parametrize("words", ["mistakes", "wrong"])
def test_pages_for_authors_come_last(
    real_site: Path, address_of: Callable[[Path], str], open_page: OpenPage, words: str
) -> None:
    page = open_page(address_of(real_site))
    page.locator(".md-search__input").fill(words)
    page.keyboard.press("End")
    page.locator(".md-search-result__item a").first.wait_for(state="attached")
    hits = page.evaluate(
        "[...document.querySelectorAll('.md-search-result__item > a')].map((link) => new URL(link.href).pathname)"
    )
    assert hits
    assert not [path for path in hits[:5] if path.startswith("/authors/")]


def test_no_result_is_a_whole_list(real_site: Path, address_of: Callable[[Path], str], open_page: OpenPage) -> None:
    page = open_page(address_of(real_site))
    _found(page, "Baranovsky", "Person: Alexei Baranovsky")
    lengths = page.evaluate(
        "[...document.querySelectorAll('.md-search-result__article')].map((each) => each.innerText.length)"
    )
    assert max(lengths) < 4000


def test_a_word_that_the_search_marks_is_still_part_of_its_passage(article: str, open_page: OpenPage) -> None:
    page = open_page(article + "?show=all&h=largest")
    word = page.locator("mark[data-note] mark[data-md-highlight]").first
    name = word.evaluate("(element) => element.parentElement.closest('mark').dataset.note")
    word.click()
    assert page.locator(f"#n-{name}.is-open").count() == 1
