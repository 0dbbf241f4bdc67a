"""The numbers of sources: those that a page shows are those of its list, and every source of the list is cited."""

import re

import pytest

from explainer.commands.files.example_files import example_files
from explainer.model.stages import Page
from tests.cases import minimal_seeds, woven_seeds
from tests.stages import linked, printed

_LISTED = re.compile(r'^<li id="s-([^"]+)"', re.MULTILINE)
_CITED = re.compile(r"\[(\d+)(?:&nbsp;[^\]]*)?\]\(#s-([^)]+)\)")
_DEFINED = re.compile(r"\{: #t-(\S+) \}")
_TERMS = re.compile(r"aria-details=t-(\S+)")

EXAMPLE = {path: data for path, data in example_files().items() if path.startswith("seeds/")}


PAGES = [page for seeds in (minimal_seeds(), woven_seeds(), EXAMPLE) for page in printed(linked(seeds)[0])]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.path)
def test_a_page_lists_what_it_cites(page: Page) -> None:
    listed = _LISTED.findall(page.markdown)
    cited = {(source, int(number)) for number, source in _CITED.findall(page.markdown)}
    if "s-" in page.markdown and not cited:
        return  # the list of the whole site, or a page without numbers
    assert cited == {(source, number) for number, source in enumerate(listed, 1)}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.path)
def test_a_page_explains_the_terms_that_it_links(page: Page) -> None:
    assert set(_DEFINED.findall(page.markdown)) >= set(_TERMS.findall(page.markdown))


def test_some_pages_have_many() -> None:
    assert max(len(_LISTED.findall(page.markdown)) for page in PAGES) > 3
