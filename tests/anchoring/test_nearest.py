"""The passage that is proposed for a quote that is not there: also where none of its words is in the text."""

import pytest

from explainer.anchoring.nearest import Words, nearest
from explainer.text.folding import fold

TEXT = "The ferry crossed at noon. Nobody saw the harbourmaster of Lowestrand leave; the tide was out by then."


@pytest.mark.parametrize(
    ("quote", "passage"),
    [
        ("ferry crossed at moon", "ferry crossed at noon"),
        # No word of it stands in the text: the whole text is compared.
        ("harbormasters", "harbourmaster"),
        ("Lowstrandt", "Lowestrand"),
        # A word of it does, but elsewhere.
        ("harbourmasters off Lowstrand tide", "harbourmaster of Lowestrand"),
    ],
)
def test_the_nearest_passage(quote: str, passage: str) -> None:
    words = Words(fold(TEXT))
    found = nearest(words, fold(quote).text)
    assert found is not None
    assert words.passage.text[found.start : found.end] == passage


def test_nothing_is_proposed_where_nothing_is_similar() -> None:
    assert nearest(Words(fold(TEXT)), "xyzzy plugh") is None
