"""The legend is the filter: without a script, remembered, and in the address."""

from urllib.parse import parse_qs, urlsplit

from tests.browser.opening import OpenPage

KINDS = """[...new Set([...document.querySelectorAll('.x-ref')]
  .filter((ref) => ref.getClientRects().length).map((ref) => ref.dataset.kind))].sort()"""
PARTIES = KINDS.replace("dataset.kind", "dataset.party")


def _query(url: str) -> dict[str, list[str]]:
    return parse_qs(urlsplit(url).query)


def test_a_kind_goes_with_its_markers_notes_and_lines(article: str, open_page: OpenPage) -> None:
    page = open_page(article)
    page.locator("#show-erratum").uncheck()
    assert "erratum" not in page.evaluate(KINDS)
    assert not any(note.is_visible() for note in page.locator(".x-note[data-kind=erratum]").all())
    lines = """(kind) => [...document.querySelectorAll(`mark[data-kind=${kind}]`)]
      .map((mark) => getComputedStyle(mark).textDecorationLine)"""
    assert set(page.evaluate(lines, "erratum")) == {"none"}
    assert set(page.evaluate(lines, "claim")) == {"underline"}


def test_it_works_without_a_script(article: str, open_page: OpenPage) -> None:
    page = open_page(article, java_script_enabled=False)
    page.locator("#show-claim").uncheck()
    assert not page.locator(".x-note[data-kind=claim]").first.is_visible()
    assert page.locator(".x-note[data-kind=erratum]").first.is_visible()
    page.locator("#by-V").uncheck()
    page.locator("#show-claim").check()
    assert not page.locator(".x-note[data-party=V]").first.is_visible()
    assert page.locator(".x-note[data-party=R]").first.is_visible()
    page.locator("#just-article").check()
    assert not page.locator(".x-note").first.is_visible()


def test_the_choice_is_in_the_address_and_a_shared_link_shows_the_same(article: str, open_page: OpenPage) -> None:
    page = open_page(article)
    for box in ("show-framing", "show-context", "show-term", "show-note", "by-O"):
        page.locator(f"#{box}").uncheck()
    assert _query(page.url) == {"show": ["claim,erratum"], "party": ["V,R,U"]}
    other = open_page(page.url)
    assert other.evaluate(KINDS) == ["claim", "erratum"]
    assert other.evaluate(PARTIES) == page.evaluate(PARTIES)
    assert "of" in other.locator(".x-help").inner_text()


def test_the_choice_is_remembered(article: str, open_page: OpenPage) -> None:
    page = open_page(article)
    page.locator("#show-claim").uncheck()
    page.goto(article.rsplit("/", 3)[0] + "/")
    page.goto(article)
    assert "claim" not in page.evaluate(KINDS)
    page.locator("#show-claim").check()
    page.goto(article.rsplit("/", 3)[0] + "/")
    page.goto(article)
    assert "claim" in page.evaluate(KINDS)
    assert _query(page.url) == {}


def test_just_the_article(article: str, open_page: OpenPage) -> None:
    page = open_page(article + "?show=none")
    assert page.locator("#just-article").is_checked()
    assert page.evaluate(KINDS) == []
    assert page.evaluate("[...document.querySelectorAll('.x-text .x-term')].every((term) => term.tabIndex === -1)")
    page.locator("#just-article").uncheck()
    assert len(page.evaluate(KINDS)) > 3


def test_the_address_of_a_note_wins_over_the_filter(article: str, open_page: OpenPage) -> None:
    page = open_page(article)
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
    page.locator("#show-claim").uncheck()
    assert "claim" not in page.evaluate(KINDS)
    assert "claim" not in _query(page.url)["show"][0]
