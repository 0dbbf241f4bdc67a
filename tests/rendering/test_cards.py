"""Pictures for shared links: only of words that our faces can draw."""

import pytest

from explainer.rendering.cards import card_of


@pytest.mark.parametrize("words", ["Über die Brücke", "Łódź", "Їжак і ґанок", "12 – 14 % “so”"])
def test_latin_and_cyrillic_words_have_a_picture(words: str) -> None:
    assert card_of("context/cables.md", "Context", words) == "cards/context/cables.png"


@pytest.mark.parametrize("words", ["جسر يُغلق", "הגשר", "橋", "Γέφυρα"])
def test_other_words_have_none(words: str) -> None:
    assert card_of("context/cables.md", "Context", words) == ""
