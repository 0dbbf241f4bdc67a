"""What each text says on each question: every cell has words, a silence that somebody looked for, or nobody looked."""

import csv
from io import StringIO

import pytest
from selectolax.lexbor import LexborHTMLParser

from explainer import rendering
from explainer.exporting import Addresses, coverage_table, report_collections
from explainer.model.coverage import Cell, texts_of
from explainer.model.stages import Linked
from explainer.rendering.coverage import COLUMNS
from explainer.rendering.given_words import given_words
from tests.cases import minimal_seeds, woven_seeds
from tests.stages import linked, printed

COUNTY = b"""
title: The county
source: county-2031-02-05
read: whole
passages:
  - id: list
    question: stalls
    quote: Twelve stalls were listed
    named: office
    by: the council's clerk
    counts: {stalls: 12}
"""
NOTICE = b"title: The notice\nsource: council-2031-02-04\nread: whole\nsilent-on: [stalls]\n"
REPORTS = {"seeds/reports/county.yaml": COUNTY, "seeds/reports/notice.yaml": NOTICE}


@pytest.fixture(scope="module")
def records() -> Linked:
    found, told = linked({**minimal_seeds(), **REPORTS})
    assert not told
    return found


@pytest.fixture(scope="module")
def pages(records: Linked) -> dict[str, str]:
    return {page.path: page.markdown for page in printed(records)}


def test_texts_stand_by_their_dates_and_each_cell_says_which_it_is(records: Linked) -> None:
    texts = {text.id: text for text in texts_of(records)}
    assert list(texts) == ["notice", "county", "market"]
    assert [text.cell("stalls") for text in texts.values()] == [Cell.SILENT, Cell.WORDS, Cell.WORDS]
    assert [text.is_printed for text in texts.values()] == [False, False, True]
    assert [saying.words for saying in texts["county"].sayings] == ["Twelve stalls were listed"]


def test_a_table_of_the_questions_and_a_page_each(pages: dict[str, str]) -> None:
    (table,) = LexborHTMLParser(pages["coverage/index.md"]).css("table.x-texts")
    assert [len(row.css("th, td")) for row in table.css("tr")] == [4, 4]
    assert "Says nothing of this" in table.text()
    assert "Twelve stalls were listed" in table.text()
    assert 'id="n-list"' in pages["articles/county.md"], "where its note would stand"
    assert "Says nothing of" in pages["articles/notice.md"]


def test_the_question_says_what_each_report_says_and_counts(pages: dict[str, str]) -> None:
    page = pages["questions/stalls.md"]
    part = page.partition("What each report says")[2]
    assert "Twelve stalls were listed" in part
    assert "2 reports say something on it, 1 says nothing" in " ".join(part.split())
    assert "What each report says" not in printed_minimal()["questions/stalls.md"], (
        "a site of one text compares nothing"
    )


def printed_minimal() -> dict[str, str]:
    return {page.path: page.markdown for page in printed(linked(minimal_seeds())[0])}


def test_a_report_that_is_printed_keeps_its_address_and_its_silence() -> None:
    own = b"title: The Bugle\nsource: bugle-2031-02-05\nread: whole\n"
    records, told = linked({**minimal_seeds(), **REPORTS, "seeds/reports/market.yaml": own})
    assert not told
    texts = texts_of(records)
    assert [text.title for text in texts if text.is_printed] == ["The Bugle"]
    assert len(texts) == 3
    assert [page.path for page in printed(records)].count("articles/market.md") == 1


@pytest.mark.parametrize(("count", "sizes"), [(1, [2]), (5, [6]), (7, [1, 4, 3]), (13, [1, 5, 5, 3])])
def test_a_table_has_few_texts(count: int, sizes: list[int]) -> None:
    """Those of one day, in parts that are alike; the article of the day before, alone or with the first few."""
    reports, sources = {}, ""
    for number in range(count):
        sources += f"  - {{id: more-{number}, type: webpage, title: More, issued: 2031-02-06, reading: original}}\n"
        text = f"title: Report {number:02}\nsource: more-{number}\nread: whole\nsilent-on: [stalls]\n"
        reports[f"seeds/reports/more-{number}.yaml"] = text.encode()
    seeds = minimal_seeds()
    listed = seeds["seeds/sources.yaml"].decode() + sources
    records, told = linked({**seeds, **reports, "seeds/sources.yaml": listed.encode()})
    assert not told
    page = next(page for page in printed(records) if page.path == "coverage/index.md")
    heads = [len(row.css("th")) for row in LexborHTMLParser(page.markdown).css("table.x-texts thead tr")]
    assert heads == sizes
    assert max(heads) <= COLUMNS


def test_words_are_counted_for_the_nearest_claim() -> None:
    records, _ = linked(woven_seeds())
    given = given_words(records.anchored.articles["market"], records)
    counts = {side.name: count for side, count in given.sides}
    assert given.total == sum(counts.values()) + given.own + given.others
    assert counts["Traders"] > 0
    assert all(0 <= given.percent(count) <= 100 for count in counts.values())


def test_exports_have_every_cell(records: Linked) -> None:
    rows = list(csv.DictReader(StringIO(coverage_table(records, Addresses("https://example.org/")))))
    assert [(row["text"], row["cell"]) for row in rows[:2]] == [("notice", "silent"), ("county", "words")]
    assert rows[1]["address"] == "https://example.org/articles/county/#n-list"
    assert rows[1]["counts"] == "stalls: 12"
    assert report_collections(records, Addresses("")) == [], "the county has no address, and the notice no words"


def test_each_page_that_lays_texts_side_by_side_is_known_to_show_them(records: Linked) -> None:
    """Also the second of them, for which nothing is left to be made of what both need alike."""
    show = rendering.prints(records)
    for path in ("coverage/index.md", "questions/stalls.md"):
        page = show(path)
        assert page
        assert ("passages", 0, "quote") in page.reads["report", "county"]
