"""Two articles side by side: every character of both once, what stands in both, and what differs."""

import csv
import re
from io import StringIO

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from explainer.exporting import Addresses, pair_collections, pairs_table
from explainer.model.collation import Alike, rows_of, shared_words
from explainer.model.stages import Linked
from tests.cases import changed
from tests.commands.test_compare import ABOUT, WIRE
from tests.stages import linked, printed

GERMAN = """Markthalle nach Sturm geschlossen

Der Rat zählte 12 beschädigte Stände. Die Gilde spricht von 40 zerstörten Ständen, der Rat von keinem.
"""
NOTES = """\
- {id: gilde, kind: claim, quote: Die Gilde spricht von 40 zerstörten Ständen, party: guild, question: stalls}
"""
PAIRS = """events: [storm, visit]
compare:
  - articles: [market, wire]
    note: Both follow the county [@county-2031-02-05].
    root: county-2031-02-05
  - articles: [market, halle]
"""


@pytest.fixture(scope="module")
def records() -> Linked:
    seeds = changed({"edit": {"seeds/site.yaml": [["events: [storm, visit]\n", PAIRS]]}})
    german = ABOUT.replace("headline: Hall of Brindle closed after storm", "language: de\npublisher: Der Bote")
    seeds |= {
        "seeds/articles/wire/source.txt": WIRE.encode(),
        "seeds/articles/wire/article.yaml": ABOUT.encode(),
        "seeds/articles/halle/source.txt": GERMAN.encode(),
        "seeds/articles/halle/article.yaml": german.encode(),
        "seeds/articles/halle/annotations.yaml": NOTES.encode(),
    }
    return linked(seeds)[0]


@pytest.fixture(scope="module")
def pages(records: Linked) -> dict[str, str]:
    return {page.path: page.markdown for page in printed(records)}


def cells(page: str, column: int) -> list[LexborNode]:
    return LexborHTMLParser(page).css(f"table.x-two tbody tr > :nth-child({column})")


def words(nodes: list[LexborNode]) -> str:
    """What the cells show of an article: without the numbers of paragraphs and the links to notes."""
    shown = []
    for node in nodes:
        if "x-none" not in (node.attributes.get("class") or ""):
            html = re.sub(r"<small.*?</small>|\[<span.*?\}", "", node.html or "")
            shown.append(LexborHTMLParser(html).text())
    return " ".join(" ".join(shown).split())


@pytest.mark.parametrize(("other", "text"), [("wire", WIRE), ("halle", GERMAN)])
def test_every_word_of_both_stands_there_once(records: Linked, pages: dict[str, str], other: str, text: str) -> None:
    page = pages[f"articles/market/beside/{other}.md"]
    market = records.anchored.articles["market"].seed.text
    shown = " ".join(market.text[block.start : block.end] for block in market.blocks)
    assert words(cells(page, 2)) == " ".join(shown.split())
    assert words(cells(page, 3)) == " ".join(text.split())


def test_what_stands_in_both_and_what_differs(pages: dict[str, str]) -> None:
    page = pages["articles/market/beside/wire.md"]
    assert "31 words stand in both" in page
    assert "goes back, as we found, to" in page
    assert "Who has them from whom" not in page, "an author said it"
    called = [node.text() for node in cells(page, 4) if "12" in node.text()]
    assert [re.sub(r"\s+", " ", each).strip() for each in called] == ["A number: 12 / 21"]
    marked = LexborHTMLParser(page).css("td mark")
    assert "damaged stalls" in " ".join(node.text() for node in marked)
    assert "](../../market.md#n-inspectors)" in page, "notes are reached from there"


def test_across_languages_questions_and_numbers_hold_sentences_together(records: Linked) -> None:
    articles = records.anchored.articles
    rows = rows_of(articles["market"], articles["halle"])
    assert {row.alike for row in rows if row.alike} == {Alike.HEADLINES, Alike.QUESTION} or Alike.QUESTION in {
        row.alike for row in rows
    }
    assert shared_words(articles["market"], articles["halle"]) == ()


def test_other_pages_lead_there(pages: dict[str, str]) -> None:
    assert "Side by side with The wire on the hall" in pages["articles/market.md"]
    assert "](market/beside/wire.md)" in pages["articles/index.md"]
    assert "](../articles/market/beside/wire.md)" in pages["coverage/index.md"]
    assert "](articles/market/beside/wire.md)" in pages["sources.md"], "where the source is used"
    assert [path for path in pages if "/beside/" in path] == [
        "articles/market/beside/halle.md", "articles/market/beside/wire.md",
    ]  # fmt: skip


def test_both_go_out_as_a_table_and_what_they_share_as_annotations(records: Linked) -> None:
    there = Addresses("https://example.org/")
    rows = list(csv.DictReader(StringIO(pairs_table(records, there))))
    assert {row["other"] for row in rows} == {"wire", "halle"}
    assert next(row for row in rows if "12 / 21" in row["differs"])["address"].startswith(
        "https://example.org/articles/market/beside/wire/#row-"
    )
    (collection,) = pair_collections(records, there)
    first = collection["first"]["items"][0]
    market, wire = (records.anchored.articles[id_].seed.text.text for id_ in ("market", "wire"))
    for text, passage in ((market, first["target"]), (wire, first["body"])):
        quote, place = passage["selector"]
        assert text[place["start"] : place["end"]] == quote["exact"]


def test_it_is_printed_in_a_language_of_many_plurals() -> None:
    seeds = changed(
        {"edit": {"seeds/site.yaml": [["language: en\n", "language: ar\n"], ["events: [storm, visit]\n", PAIRS]]}}
    )
    seeds |= {"seeds/articles/wire/source.txt": WIRE.encode(), "seeds/articles/wire/article.yaml": ABOUT.encode()}
    seeds["seeds/articles/market/source.2031-02-05.txt"] = WIRE.encode()
    made = {page.path: page.markdown for page in printed(linked(seeds)[0])}
    assert "جنبًا إلى جنب" in made["articles/market/beside/wire.md"]
    assert "إلى جانب أصله" in made["articles/market/corrected.md"]
    assert "في موضع واحد" in made["articles/market/original.md"]
    assert any("/earlier/" in path for path in made)
