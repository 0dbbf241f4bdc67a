"""What is wrong in an article: in the panel under its headline, in the table of all, and corrected in place."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.cases import changed
from tests.stages import linked, printed

ANNOTATIONS = "seeds/articles/market/annotations.yaml"
PAGE, TABLE, CORRECTED = "articles/market.md", "articles/market/mistakes.md", "articles/market/corrected.md"
ERRATUM = """\

- id: {id}
  kind: erratum
  quote: {quote}
  {reading}type: wording
  confidence: {confidence}
  {more}note: A mistake in {id}. More of it.
  evidence: [{{source: council-2031-02-04, relation: refutes}}]
"""
HALL = "The hall was built in 1788 and burned down once."


def erratum(id: str, quote: str, reading: str = "", confidence: str = "high", more: str = "") -> str:
    should_be = f"should-be: {reading}\n  " if reading else ""
    return ERRATUM.format(id=id, quote=quote, reading=should_be, confidence=confidence, more=more and f"{more}\n  ")


def pages(*errata: str, without_the_first: bool = False) -> dict[str, str]:
    seeds = changed({})
    text = seeds[ANNOTATIONS].decode()
    if without_the_first:
        text = re.sub(r"- id: built-in\n(?:  .*\n)*", "", text)
    seeds[ANNOTATIONS] = (text + "".join(errata)).encode()
    return {page.path: page.markdown for page in printed(linked(seeds)[0])}


def plain(markdown: str) -> str:
    """The words that a reader sees, in one line, without marks of emphasis and without the addresses of links."""
    words = re.sub(r"\]\([^)]*\)", "]", markdown.replace("*", "")).replace("[", "").replace("]", "")
    return " ".join(re.sub(r"&#(\d+);", lambda found: chr(int(found[1])), words).split())


def corrected(markdown: str) -> str:
    """Without attributes, and without the markers of notes."""
    shown = re.sub(r"\[<span data-no.*?\{:[^}]*\}", "", markdown)
    return plain(re.sub(r"<(/?\w+)[^>]*>", r"<\1>", shown).replace("<ins> </ins><ins>", "<ins> "))


def panel(markdown: str) -> str:
    return plain(markdown.partition("x-wrong")[2].partition("</details>")[0])


def test_the_panel_has_the_first_major_mistakes_with_reason_and_sureness() -> None:
    words = panel(pages(erratum("hurt", "was hurt", "was injured", "low", "weight: minor"))[PAGE])
    assert "2 mistakes, 1 of them major" in words
    assert re.search(r"built in 1788</del> → <ins[^>]*>built in 1878</ins>", words)
    assert "Two digits changed places. <b>Sure.</b>" in words
    assert "was injured" not in words


def test_an_author_says_what_stands_in_the_panel_and_in_which_order() -> None:
    made = pages(
        erratum("hurt", "was hurt", "was injured", more="panel: 2"),
        erratum("once", "burned down once", "burned twice", more="panel: 1"),
    )
    words = panel(made[PAGE])
    assert 0 < words.index("burned twice") < words.index("was injured")
    assert "built in 1878" not in words
    assert "A mistake in once. <b>" in words


def test_the_table_has_every_mistake_in_the_order_of_the_article() -> None:
    table = plain(pages(erratum("hurt", "was hurt", "was injured", "low", "weight: minor"))[TABLE])
    assert "2 places are wrong or garbled: 1 sure, 1 our guess." in table
    assert "figure 1, other words 1." in table
    assert 0 < table.index("was injured") < table.index("built in 1878")


def test_an_article_without_mistakes_has_neither_page() -> None:
    made = pages(without_the_first=True)
    assert TABLE not in made
    assert CORRECTED not in made
    assert "What is wrong here" not in made[PAGE]


def test_the_home_page_leads_to_the_gravest_and_to_all() -> None:
    home = pages()["index.md"]
    assert f"[1 mistake]({PAGE}#wrong)" in home.replace("&#32;", " ")
    assert f"]({TABLE})" in home


@pytest.mark.parametrize(
    ("errata", "shown"),
    [
        ([erratum("in", "built in 1788", "built in 1878")], "was built in <del>1788</del><ins> 1878</ins>"),
        ([erratum("in", "burned down once")], "and <del>burned down once</del>."),
        ([erratum("in", "burned down once", "burned down just once")], "burned down<ins> just</ins> once."),
        ([erratum("in", "burned down once", "nearly burned down once")], "<ins>nearly </ins>burned down once."),
        ([erratum("in", "burned down once", "burned down once before")], "once<ins> before</ins>."),
        (
            [erratum("in", "built in 1788", "begun in 1878"), erratum("year", "1788", "1878")],
            "The hall was <del>built in 1788</del><ins> begun in 1878</ins> and",
        ),
        (
            [erratum("in", "built in 1788", "begun then"), erratum("and", "1788 and burned", "and fell")],
            "<del>built in 1788</del><ins> begun then</ins> <del>and burned</del><ins> and fell</ins>",
        ),
    ],
    ids=["word", "gone", "inside", "before", "behind", "in one another", "crossing"],
)  # fmt: skip
def test_corrected_in_place(errata: list[str], shown: str) -> None:
    assert shown in corrected(pages(*errata, without_the_first=True)[CORRECTED])


@given(
    st.lists(st.tuples(st.integers(0, 8), st.integers(1, 5), st.sampled_from(["", "hall in", "one two"])), max_size=4)
)
def test_without_what_is_inserted_the_text_is_the_article_s(drawn: list[tuple[int, int, str]]) -> None:
    words = HALL.rstrip(".").split()
    errata = [
        erratum(f"e{number}", " ".join(words[start : start + length]), reading)
        for number, (start, length, reading) in enumerate(drawn)
        if len(words[start : start + length]) == length and words[start : start + length] != ["in"]
    ]
    made = pages(erratum("always", "1788", "1878"), *errata, without_the_first=True)[CORRECTED]
    bare = re.sub(r"<ins>.*?</ins>", "", corrected(made))
    assert HALL in bare.replace("<del>", "").replace("</del>", "")
