"""The inverse of the matcher: over random spans of random texts, the selector found anchors that span alone."""

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from explainer.anchoring.edges import is_whole, widen
from explainer.anchoring.match import Match, find
from explainer.anchoring.select import select
from explainer.text.folded import Folded
from explainer.text.folding import fold
from tests.anchoring.articles import shown
from tests.anchoring.texts import texts
from tests.cases import HERE, cases_in


def check(text: str, start: int, end: int) -> None:
    """The selector of a span of `text` finds the words that the span touches, and nothing else."""
    passage = shown(text).passage
    first, last = passage.indexes(start, end)
    touched = [index for index in range(first, last) if is_seen(passage, index)]
    if not touched:
        with pytest.raises(ValueError, match="holds no text"):
            select(passage, start, end)
        return
    selector = select(passage, start, end)
    (found,) = (match for match in find(passage, selector) if is_whole(passage, match))
    assert found == widen(passage, Match(touched[0], touched[-1] + 1))
    assert fold(selector.quote).text == passage.text[found.start : found.end]


def is_seen(passage: Folded, index: int) -> bool:
    """Whether a character is no white space, and no mark on white space."""
    while not passage.is_edge(index):
        index -= 1
    return passage.text[index] != " "


@settings(max_examples=400)
@given(texts, st.data())
def test_random_spans_of_random_texts(text: str, data: st.DataObject) -> None:
    stripped = shown(text).article.blocks[0]
    assume(stripped.start < stripped.end)
    start = data.draw(st.integers(stripped.start, stripped.end - 1))
    end = data.draw(st.integers(start + 1, stripped.end))
    check(text, start, end)


@settings(max_examples=150)
@given(st.lists(st.sampled_from(["a", "b", "a b", "b a", "\n", "’s", "-a"]), min_size=2, max_size=30), st.data())
@example(["a"] * 12, None)
def test_words_that_repeat(words: list[str], data: st.DataObject | None) -> None:
    text = " ".join(words).strip()
    assume(text.strip())
    places = [index for index, char in enumerate(text) if not char.isspace()]
    for start in places if data is None else [data.draw(st.sampled_from(places))]:
        check(text, start, start + 1)


def test_the_table_of_what_anchors_run_backwards() -> None:
    """The selector of each passage of the table, read as a quote, is unique in its article."""
    for case in cases_in(HERE / "anchoring" / "harmless.yaml"):
        start = case["article"].index(case["at"])
        check(case["article"], start, start + len(case["at"]))
