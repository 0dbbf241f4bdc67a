"""The card at a citation: the words cited, what was read, and the way out to the source in one tap."""

from collections.abc import Callable
from pathlib import Path

from tests.browser.opening import OpenPage


def test_on_a_phone_a_card_quotes_and_leads_out(
    real_site: Path, address_of: Callable[[Path], str], open_page: OpenPage
) -> None:
    page = open_page(address_of(real_site) + "questions/tyotkino/", 390, 844, has_touch=True)
    # One that the page quotes further down.
    page.locator(".x-cite[href='#s-gazeta-ua-2024-03-12']").first.tap()
    card = page.locator("#x-peek")
    assert "Ця зона не підконтрольна" in card.locator("q").inner_text()
    assert card.locator("q").get_attribute("lang") == "uk"
    assert "Read: " in card.locator("span").inner_text()
    assert "not seen" not in card.inner_text()
    box = card.bounding_box()
    assert box
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 390
    out = card.get_by_role("link", name="Open the source")
    address = out.get_attribute("href")
    assert address
    page.route("**/*", lambda route: route.fulfill(body="the source"))
    out.tap()
    page.wait_for_url(address)


def test_in_a_note_only_words_of_that_note_are_quoted(article: str, open_page: OpenPage) -> None:
    page = open_page(article, 390, 844, has_touch=True)
    wrong = page.evaluate(
        """() => {
          const wrong = [];
          for (const cite of document.querySelectorAll(".x-note .x-cite")) {
            cite.dispatchEvent(new PointerEvent("pointerdown", { bubbles: true, pointerType: "touch" }));
            cite.click();
            const quoted = document.querySelector("#x-peek q");
            const note = cite.closest(".x-note").textContent;
            if (quoted && !note.includes(quoted.textContent)) wrong.push(quoted.textContent);
          }
          return wrong;
        }"""
    )
    assert wrong == []
