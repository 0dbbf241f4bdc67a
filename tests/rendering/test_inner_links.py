"""Every link inside a page leads to a part of it: to the source that it cites, the word it explains, the note."""

import re

import pytest

from explainer.model.stages import Page
from explainer.rendering.inner_links import LeadsNowhereError, checked
from tests.cases import changed
from tests.stages import linked, printed

CITING = """\
- date: 2031-02-07
  type: clarification
  record: {record}
  text: "The ledger shows it [@ledger], and so does the [[term/hall]]."
"""
LEDGER = """
  - id: ledger
    type: book
    title: Ledger of the hall
    issued: 2031-01
    reading: original
"""
RECORDS = [
    "article/market", "annotation/market/clock", "question/stalls", "context/institute", "term/guild", "side/town",
    "party/guild", "place/brindle", "event/storm", "source/council-2031-02-04",
]  # fmt: skip


def pages(record: str) -> dict[str, str]:
    seeds = changed({"files": {"seeds/corrections.yaml": CITING.format(record=record)}})
    seeds["seeds/sources.yaml"] += LEDGER.encode()
    records, mistakes = linked(seeds)
    assert [each for each in mistakes if each.is_error] == []
    return {page.path: page.markdown for page in printed(records)}


@pytest.mark.parametrize("record", RECORDS)
def test_what_only_a_correction_cites_is_a_source_of_its_page(record: str) -> None:
    for path, markdown in pages(record).items():
        if '<li id="s-' in markdown:
            cited = set(re.findall(r"\(#s-([\w-]+)\)", markdown))
            assert cited == set(re.findall(r'<li id="s-([\w-]+)"', markdown)), path
    citing = [path for path, markdown in pages(record).items() if "The ledger shows it" in markdown]
    assert len(citing) == 2, "on its own page and in the list of corrections"


def page(body: str) -> Page:
    return Page("a.md", f'---\ntitle: "[x](#no)"\n---\n\n{body}\n<script type="x">[y](#no)</script>\n', None)


@pytest.mark.parametrize(
    "link", ["[1](#s-ledger)", '<a href="#s-ledger">1</a>', "[a](b.md){: .x aria-details=s-ledger }",
             '<section aria-labelledby="s-ledger">'],
)  # fmt: skip
def test_a_page_that_leads_nowhere_is_not_made(link: str) -> None:
    with pytest.raises(LeadsNowhereError, match=r"a\.md leads to parts that it lacks: #s-ledger"):
        checked(page(link))
    for part in ('<li id="s-ledger">', "# Ledger {: .x #s-ledger }"):
        assert checked(page(f"{link}\n\n{part}"))
