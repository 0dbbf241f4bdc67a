"""Who counts, and what is printed of it: passages inside others and across them, claims, sides, uses."""

import re

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from explainer.model.record_types import RecordType, Ref
from explainer.model.stages import Linked
from explainer.rendering.notes import lemma
from explainer.rendering.passages import numbered, pieces
from tests.cases import woven_seeds
from tests.stages import linked, printed


@pytest.fixture(scope="module")
def records() -> Linked:
    return linked(woven_seeds())[0]


@pytest.fixture(scope="module")
def pages(records: Linked) -> dict[str, str]:
    return {page.path: page.markdown for page in printed(records)}


def part(markdown: str, css: str) -> LexborNode:
    """The one element of a page, whose raw HTML is read as HTML."""
    (found,) = LexborHTMLParser(markdown).css(css)
    return found


# --- passages -------------------------------------------------------------------------------------------


def test_of_two_passages_the_longer_is_outside(records: Linked) -> None:
    article = records.anchored.articles["market"]
    notes = numbered(article)
    stacks = [
        [note.anchor.end - note.anchor.start for note in piece.passages]
        for block in article.seed.text.blocks
        for piece in pieces(block, notes, ())
    ]
    assert any(len(stack) > 1 for stack in stacks)
    assert all(stack == sorted(stack, reverse=True) for stack in stacks)


def test_a_passage_inside_another_is_marked_inside_it(pages: dict[str, str]) -> None:
    inner = part(pages["articles/market.md"], "mark[data-note=fairy-tale]")
    assert inner.parent is not None
    assert inner.parent.attributes["data-note"] == "tale"


def test_of_two_passages_that_end_together_the_shorter_has_the_first_number(pages: dict[str, str]) -> None:
    markdown = pages["articles/market.md"]
    found = re.search(
        r">(\d+)</span></span>\]\(#n-fairy-tale\)[^\[]*\[<span data-no=\"(\d+)\">.*?\]\(#n-tale\)", markdown
    )
    assert found
    assert int(found[1]) + 1 == int(found[2])


def test_passages_that_cross_are_each_marked_whole(pages: dict[str, str]) -> None:
    tree = LexborHTMLParser(re.sub(r"\[<span data-no=[^\]]*\]\(#n-[^}]*\}", "", pages["articles/market.md"]))
    for name, passage in (
        ("stalls-of-guild", "40 stalls were destroyed"),
        ("counting", "destroyed and called the council’s figures"),
        ("tale", "called the council’s figures “a fairy tale”"),
    ):
        found = tree.css(f"mark[data-note={name}]")
        assert "".join(mark.text() for mark in found) == passage
        assert [mark.attributes.get("id") for mark in found] == [f"a-{name}", *[None] * (len(found) - 1)]
        assert [mark.attributes.get("aria-details") for mark in found][1:] == [None] * (len(found) - 1)


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("one two three four five six seven eight", "one two three four five six seven eight"),
        ("one two three four five six seven eight nine", "one two three four five six seven eight nine"),
        ("one two three four five six seven eight nine ten", "one two three four five … eight nine ten"),
        ("one\n two  three", "one two three"),
    ],
)
def test_only_a_long_passage_is_shortened(words: str, shown: str) -> None:
    assert lemma(words) == shown


# --- claims ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("claim", "status", "date"),
    [
        ("closing", "confirmed", "2031-02-06"),
        ("stalls-of-guild", "disputed", "2031-02-06"),
        ("tale", "cannot-be-judged", "2031-02-05"),
    ],
)
def test_a_claim_has_its_own_status_or_else_that_of_its_question(
    claim: str, status: str, date: str, pages: dict[str, str]
) -> None:
    note = part(pages["articles/market.md"], f"#n-{claim}")
    assert [each.attributes["data-status"] for each in note.css(".x-status")] == [status]
    assert [each.attributes["datetime"] for each in note.css(".x-asof time")] == [date]


def test_only_claims_have_a_status_and_a_speaker(pages: dict[str, str]) -> None:
    for note in LexborHTMLParser(pages["articles/market.md"]).css("aside"):
        is_claim = note.attributes["data-kind"] == "claim"
        assert bool(note.css(".x-status")) == bool(note.attributes.get("data-party")) == is_claim


# --- sides ----------------------------------------------------------------------------------------------


def columns(pages: dict[str, str]) -> list[str | None]:
    found = LexborHTMLParser(pages["questions/stalls.md"]).css(".x-accounts tr[data-party]")
    return [column.attributes.get("data-party") for column in found]


def test_a_side_that_takes_part_has_a_line_even_where_it_says_nothing(pages: dict[str, str]) -> None:
    """One that takes no part (grey) has one where it speaks: C, not E."""
    assert columns(pages) == ["A", "B", "C", "D"]
    silent = part(pages["questions/stalls.md"], ".x-accounts tr[data-party=D]")
    assert silent.text().count("No position recorded here.") == 1


def test_the_list_of_questions_names_only_those_who_spoke(pages: dict[str, str]) -> None:
    line = part(pages["questions/index.md"], "ul.x-line")
    assert [badge.attributes["data-party"] for badge in line.css("b.x-p")] == ["A", "B", "C"]


def test_a_side_lists_the_passages_of_its_own(pages: dict[str, str]) -> None:
    for letter, passages in (("A", ["stalls-of-guild", "tale"]), ("B", [])):
        column = part(pages["questions/stalls.md"], f".x-pos[data-party={letter}]")
        assert re.findall(r"market\.md#n-([\w-]+)", column.html or "") == passages


def test_the_filter_of_an_article_names_the_sides_whose_claims_it_has(pages: dict[str, str]) -> None:
    labels = LexborHTMLParser(pages["articles/market.md"]).css(".x-speakers input")
    assert [label.attributes["id"] for label in labels] == ["by-A", "by-B"]


# --- uses -----------------------------------------------------------------------------------------------


def test_no_record_is_its_own_use(records: Linked) -> None:
    box = Ref(RecordType.CONTEXT, "institute")
    assert "[[context/institute]]" in woven_seeds()["seeds/context/institute.yaml"].decode()
    assert [use.by for use in records.uses[box]] == [Ref(RecordType.ANNOTATION, "market/inspectors")]
    assert [ref for ref, uses in records.uses.items() if any(use.by == ref for use in uses)] == []


def test_the_events_that_a_record_names_are_not_listed_again(pages: dict[str, str]) -> None:
    markdown = pages["questions/stalls.md"]
    assert "timeline.md#storm" in markdown.partition("{: #where-and-when }")[2].partition("{: #used-in")[0]
    assert "timeline.md#storm" not in markdown.partition("{: #used-in")[2].partition("{: #terms")[0]
