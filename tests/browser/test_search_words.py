"""The search finds a word in whatever form its apostrophe, quotation marks and hyphens are printed or typed."""

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from explainer.engine.search import words
from tests.browser.opening import OpenPage
from tests.browser.searching import FIELD, RESULT, search
from tests.cases import HERE
from tests.conftest import once
from tests.projects import copy_minimal, run_module

CASES = yaml.safe_load((HERE / "search" / "words.yaml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Each text on a hand-written page, and in the note of a record."""
    return once(tmp_path_factory, "search-words", _build) / "site"


def _build(folder: Path) -> None:
    project = copy_minimal(folder / "project")
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


def test_a_word_is_found_however_it_is_typed(
    site: Path, address_of: Callable[[Path], str], open_page: OpenPage
) -> None:
    page = open_page(address_of(site) + "glossary/")
    lost = []
    for number, case in enumerate(CASES):
        for typed in case["typed"]:
            search(page, typed)
            found = page.locator("#x-search").inner_text()
            lost += [(typed, where) for where in (f"Page {number}", f"Term: Word {number}") if where not in found]
            assert page.locator(FIELD).input_value() == typed
    assert lost == []


def test_the_word_is_marked_on_the_page_as_it_is_printed_there(
    site: Path, address_of: Callable[[Path], str], open_page: OpenPage
) -> None:
    page = open_page("about:blank")
    for number, case in enumerate(CASES):
        if "marked" not in case:
            continue
        page.goto(address_of(site) + "glossary/", wait_until="load")
        search(page, case["typed"][0])
        page.locator(f"{RESULT} a", has_text=f"Page {number}").first.click()
        page.wait_for_url(f"**/page-{number}/**")
        marked = page.locator(".x-found")
        marked.first.wait_for(timeout=10_000)
        assert any(case["marked"] in each for each in marked.all_inner_texts()), (number, marked.all_inner_texts())


def test_both_halves_of_the_search_take_the_same_for_a_word(
    site: Path, address_of: Callable[[Path], str], open_page: OpenPage
) -> None:
    """Python writes the index, a browser asks it: what one folds, the other must."""
    pages = yaml.safe_load((HERE / "search" / "queries.yaml").read_text(encoding="utf-8"))["pages"]
    texts = [text for case in CASES for text in (case["printed"], *case["typed"])]
    texts += [text for _, text in pages.values()]
    letters = [chr(code) for code in range(0x40, 0x2000) if chr(code).isalpha()]
    texts += ["".join(letters[at : at + 64]) for at in range(0, len(letters), 64)]
    page = open_page(address_of(site) + "?h=x")
    page.wait_for_function("() => window.explainer.found")
    theirs = page.evaluate("(texts) => texts.map((text) => explainer.found.tokens(text))", texts)
    both = [(words.tokens(text), each) for text, each in zip(texts, theirs, strict=True)]
    differing = [pair for pair in both if pair[0] != pair[1]]
    assert differing == []
