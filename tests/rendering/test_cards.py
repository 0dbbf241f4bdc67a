"""Pictures for shared links: only of words that our faces can draw."""

import re
from collections.abc import Iterator
from unicodedata import category

import pytest
from PIL import ImageFont

from explainer.engine.theme_files import ASSETS
from explainer.rendering.cards import card_of
from explainer.rendering.faces import FILES


@pytest.mark.parametrize(
    "words", ["Über die Brücke", "Łódź", "Sărăcia în Țara Făgărașului", "Їжак і ґанок", "12 – 14 % “so”"]
)
def test_latin_and_cyrillic_words_have_a_picture(words: str) -> None:
    assert card_of("context/cables.md", "Context", words) == "cards/context/cables.png"


@pytest.mark.parametrize("words", ["جسر يُغلق", "הגשר", "橋", "Γέφυρα", "Қазақ", "Ƕ"])
def test_other_words_have_none(words: str) -> None:
    assert card_of("context/cables.md", "Context", words) == ""


def _letters(written: str) -> Iterator[str]:
    for each in written.split(","):
        first, _, last = each.strip().removeprefix("U+").partition("-")
        yield from map(chr, range(int(first, 16), int(last or first, 16) + 1))


@pytest.mark.parametrize("face", ["sans", "serif"])
@pytest.mark.parametrize("script", FILES)
def test_the_faces_have_the_letters_that_they_are_said_to_have(face: str, script: str) -> None:
    drawn = ImageFont.truetype(ASSETS / "fonts" / f"{face}-{script}.woff2", 40)
    empty = bytes(drawn.getmask("\u3042"))
    letters = [char for char in _letters(FILES[script]) if category(char)[0] in "LN"]
    assert len(letters) > 60
    assert not [char for char in letters if bytes(drawn.getmask(char)) == empty]


def test_the_style_sheet_names_the_same_letters() -> None:
    style = (ASSETS / "explainer.css").read_text(encoding="utf-8")
    told = re.findall(r"fonts/(?:sans|serif)-([\w-]+)\.woff2.*?unicode-range:([^;]+);", style, re.DOTALL)
    assert sorted({script for script, _ in told}) == sorted(FILES)
    for script, written in told:
        assert list(_letters(written)) == list(_letters(FILES[script])), script
