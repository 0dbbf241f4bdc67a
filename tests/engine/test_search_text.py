"""What the search plugin finds in a page without tags within lines is what it finds in the page as it is."""

from pathlib import Path

import pytest
from material.plugins.search.plugin import Parser
from selectolax.lexbor import LexborHTMLParser

from explainer.engine.search_text import plainer, without_numbers

Section = tuple[str | None, bool, str, str]


def sections(html: str) -> list[Section]:
    parser = Parser()
    parser.feed(html)
    parser.close()
    return [
        (each.id, each.is_excluded(), " ".join("".join(each.title).split()), " ".join("".join(each.text).split()))
        for each in parser.data
    ]


@pytest.mark.parametrize("site", ["real_site", "minimal_site"])
def test_sections_are_the_same(site: str, request: pytest.FixtureRequest) -> None:
    folder: Path = request.getfixturevalue(site)
    pages = sorted(folder.rglob("index.html"))
    shorter = 0
    for path in pages:
        article = LexborHTMLParser(path.read_text("utf-8")).css_first("article")
        assert article is not None, path
        html = article.inner_html or ""
        assert sections(plainer(html)) == sections(without_numbers(html)), path
        shorter += len(plainer(html)) < 0.9 * len(html)
    assert shorter > len(pages) / 2


def test_no_number_is_part_of_a_word() -> None:
    cite = '<a href="#s-a" class="x-cite" role="doc-biblioref" aria-label="Source 1">1</a>'
    note = '<a href="#n-a" id="r-a" class="x-ref" data-kind="note"><span data-no="6"><span>6</span></span></a>'
    html = (
        f'<h2 id="a">A</h2><p>Nobody&#8239;{cite}&#8239;{cite} in<mark> Russia</mark>{note}, or <a href="#1">1</a>.</p>'
    )
    assert sections(plainer(html))[-1][3] == "<p>Nobody in Russia, or 1.</p>"


def test_what_is_left_out_within_a_line_stays_left_out() -> None:
    html = '<h2 id="a">A</h2><p>Seen, <span data-search-exclude>unseen</span>, <b class="x">seen</b>.</p>'
    assert sections(plainer(html)) == sections(html)
    assert "unseen" not in str(sections(plainer(html)))
