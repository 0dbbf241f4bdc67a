"""The home page of one article, of a few, and of many; the lists of articles; topics."""

import re
from functools import cache

from tests.cases import changed
from tests.stages import linked, printed

ARTICLE = "seeds/articles/market/"
TOPICS = b"- {id: roof, title: The roof, text: What became of it., articles: [market, copy-1], questions: [stalls]}\n"
CORRECTIONS = b"""\
- {date: 2031-02-07, type: update, record: question/stalls, text: Another count is known.}
- {date: 2031-02-08, type: correction, record: annotation/market/clock, text: A name was wrong.}
"""


@cache
def pages(count: int) -> dict[str, str]:
    """Of the small site, with so many copies of its article, each a month older, every third from another outlet."""
    seeds = changed({})
    seeds |= {"seeds/topics.yaml": TOPICS, "seeds/corrections.yaml": CORRECTIONS}
    for number in range(1, count):
        folder = f"seeds/articles/copy-{number}/"
        seeds |= {folder + name: seeds[ARTICLE + name] for name in ("source.txt", "annotations.yaml", "article.yaml")}
        facts = seeds[folder + "article.yaml"].replace(
            b"published: 2031-02-05", f"published: {2031 - number}-02".encode()
        )
        if number % 3 == 0:
            facts = facts.replace(b"The Brindle Bugle", b"The Other Paper")
        seeds[folder + "article.yaml"] = facts
    return {page.path: page.markdown for page in printed(linked(seeds)[0])}


def cards(page: str) -> list[str]:
    return re.findall(r'<li class="x-card"[^>]*>\s*### \[[^\]]*\]\([^)]*?([\w-]+)\.md\)', page)


def test_one_article_is_the_home_page() -> None:
    home = pages(1)["index.md"]
    assert "Who says what" in home
    assert cards(home) == []
    assert "articles/index.md" not in pages(1)


def test_each_of_a_few_has_a_card_newest_first() -> None:
    home = pages(4)["index.md"]
    assert cards(home) == ["market", "copy-1", "copy-2", "copy-3"]
    assert "<b>1</b> major mistake</span>" in home
    assert "in 4 articles" in home
    assert "x-find" not in home


def test_of_many_there_are_a_search_what_is_new_and_topics() -> None:
    home = pages(60)["index.md"]
    assert cards(home) == ["market", "copy-1", "copy-2", "copy-3", "copy-4"]
    parts = [
        home.index(part) for part in ('name="q"', "New articles", "Answers that changed", "## Corrections", "## Topics")
    ]
    assert parts == sorted(parts)
    assert "2 articles, 1 open question" in home
    answers, corrections = home.split("Answers that changed")[1].split("## Corrections")
    assert "Another count is known" in answers
    assert "A name was wrong" in corrections


def test_articles_are_listed_by_month_and_a_new_one_moves_none_to_another_page() -> None:
    made, more = pages(110), pages(111)
    first, earlier = made["articles/index.md"], made["articles/by/all-page-1.md"]
    assert (len(cards(first)), len(cards(earlier))) == (60, 50)
    assert "## February 2031 {: #m-2031-02 }" in first
    assert "[1](by/all-page-1.md)" in first
    assert "[Newest](../index.md)" in earlier
    assert not set(cards(first)) & set(cards(earlier))
    assert len(cards(more["articles/index.md"])) == 61


def test_a_month_has_an_address_on_the_first_page_also_where_it_stands_on_another() -> None:
    made = pages(110)
    months = set(re.findall(r"{: #(m-[0-9a-z-]+) }", made["articles/by/all-page-1.md"]))
    first = made["articles/index.md"]
    assert months
    for month in months:
        line = f'<li id="{month}" markdown="1">'
        assert f"{{: #{month} }}" in first or (line in first and f"](by/all-page-1.md#{month})" in first)


def test_the_list_of_articles_says_where_reports_are_that_are_only_quoted() -> None:
    seeds = changed({})
    for number in (1, 2):
        folder = f"seeds/articles/copy-{number}/"
        seeds |= {folder + name: seeds[ARTICLE + name] for name in ("source.txt", "annotations.yaml", "article.yaml")}

    def index() -> str:
        return next(page.markdown for page in printed(linked(seeds)[0]) if page.path == "articles/index.md")

    assert "Reports that are only quoted" not in index()
    seeds["seeds/reports/bugle.yaml"] = b"{title: The hall is gone, source: bugle-2031-02-05, read: whole}"
    assert "Reports that are only quoted stand here: [Report by report](../coverage/index.md)." in index()


def test_an_outlet_has_a_list_of_its_own() -> None:
    made = pages(60)
    assert "](by/outlet-the-other-paper.md)" in made["articles/index.md"]
    assert len(cards(made["articles/by/outlet-the-other-paper.md"])) == 19
    assert not [path for path in made if path.startswith("articles/by/language")], "all are in one language"
    assert not [path for path in pages(4) if path.startswith("articles/by/")]


def test_a_topic_has_its_questions_and_articles() -> None:
    page = pages(4)["topics/roof.md"]
    assert cards(page) == ["market", "copy-1"]
    assert "](../questions/stalls.md)" in page
