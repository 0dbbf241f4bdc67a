"""The search finds a word in whatever form its apostrophe, quotation marks and hyphens are printed or typed."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml

from explainer.engine.search_index import INDEX
from tests.browser.opening import OpenPage
from tests.cases import HERE
from tests.projects import copy_minimal, run_module

if TYPE_CHECKING:
    from playwright.sync_api import Page

CASES = yaml.safe_load((HERE / "search" / "words.yaml").read_text(encoding="utf-8"))
SETTINGS = {"as it comes": "search", "of two languages": "search: {lang: [de, ru]}"}


def _searched(page: "Page", words: str) -> list[str]:
    """The texts of all results for words typed into the field."""
    page.locator(".md-search__input").click()
    page.wait_for_function("() => window.ready && window.asked === window.answered", timeout=20_000)
    before = page.evaluate("window.asked")
    page.locator(".md-search__input").fill(words)
    page.keyboard.press("End")  # the search starts on a key
    page.wait_for_function(f"() => window.asked > {before} && window.asked === window.answered", timeout=20_000)
    page.evaluate("new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))")
    return page.locator(".md-search-result__article").all_inner_texts()


# Material's messages: 1 the worker is ready, 2 a query, 3 its results. The field that is entered asks for nothing, too,
# and only once the index has come; an answer to that is not one to the words.
_LISTEN = """const send = Worker.prototype.postMessage; let listens = false;
window.asked = window.answered = 0;
Worker.prototype.postMessage = function (message) {
  if (!listens) this.addEventListener("message", ({ data }) => {
    if (data.type === 1) window.ready = true;
    if (data.type === 3) window.answered += 1;
  });
  listens = true;
  if (message.type === 2) window.asked += 1;
  send.call(this, message);
};"""


@pytest.fixture(scope="module", params=list(SETTINGS.values()), ids=list(SETTINGS))
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Each text on a hand-written page, and in the note of a record."""
    folder = tmp_path_factory.mktemp("words")
    project = copy_minimal(folder / "project")
    settings = (project / "mkdocs.yml").read_text(encoding="utf-8")
    plugins = f"plugins:\n  - {request.param}\n  - explainer\n"
    (project / "mkdocs.yml").write_text(settings.replace("nav:\n", plugins), encoding="utf-8")
    terms = []
    for number, case in enumerate(CASES):
        text = case["printed"]
        (project / "docs" / f"page-{number}.md").write_text(f"# Page {number}\n\n{text}.\n", encoding="utf-8")
        terms.append({"id": f"word-{number}", "term": f"Word {number}", "definition": f"{text}."})
    glossary = project / "seeds" / "glossary.yaml"
    written = glossary.read_text(encoding="utf-8") + yaml.safe_dump(terms, allow_unicode=True)
    glossary.write_text(written, encoding="utf-8")
    built = run_module("mkdocs", "build", "--site-dir", folder / "site", cwd=project)
    assert built.returncode == 0, built.stderr
    return folder / "site"


def test_a_word_is_found_however_it_is_typed(
    site: Path, address_of: Callable[[Path], str], open_page: OpenPage
) -> None:
    page = open_page("about:blank")
    page.add_init_script(_LISTEN)
    page.goto(address_of(site) + "glossary/", wait_until="networkidle")
    lost = []
    languages = json.loads((site / INDEX).read_text(encoding="utf-8"))["config"]["lang"]
    for number, case in enumerate(CASES):
        if case.get("in-one-language") and len(languages) > 1:
            continue
        for typed in case["typed"]:
            found = "\n".join(_searched(page, typed))
            lost += [(typed, where) for where in (f"Page {number}", f"Term: Word {number}") if where not in found]
            assert page.locator(".md-search__input").input_value() == typed
    assert lost == []


def test_the_word_is_marked_on_the_page_as_it_is_printed_there(
    site: Path, address_of: Callable[[Path], str], open_page: OpenPage
) -> None:
    page = open_page("about:blank")
    page.add_init_script(_LISTEN)
    for number, case in enumerate(CASES):
        if "marked" not in case:
            continue
        page.goto(address_of(site) + "glossary/", wait_until="networkidle")
        _searched(page, case["typed"][0])
        page.locator(".md-search-result__item a", has_text=f"Page {number}").first.click()
        page.wait_for_url(f"**/page-{number}/**")
        marked = page.locator("[data-md-highlight]")
        marked.first.wait_for(timeout=10_000)
        assert any(case["marked"] in each for each in marked.all_inner_texts()), (number, marked.all_inner_texts())
