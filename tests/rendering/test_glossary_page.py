"""The glossary: other names of a term, each once, and where it is used, by the part of the site."""

import pytest

from explainer.interface import ENGLISH, catalogue_of
from explainer.model.fields import OurText
from explainer.model.seeds import Term
from explainer.rendering import pages
from explainer.rendering.lists import _spelled
from explainer.rendering.spellings import Languages
from tests.cases import minimal_seeds
from tests.stages import linked

LANGUAGES = Languages(ENGLISH, ())


@pytest.mark.parametrize(
    ("term", "variants", "shown"),
    [
        ("drone", ["drones", "Drone", "UAV", "UAVs"], ["UAV"]),
        ("border guards", ["border guard", "border forces"], ["border forces"]),
        ("tank crew", ["tanks", "tank"], ["tanks"]),
        ("oblast", ["oblasti", "region"], ["oblasti", "region"]),
    ],
)
def test_a_name_stands_in_one_number(term: str, variants: list[str], shown: list[str]) -> None:
    made = Term(id="t", term=term, definition=OurText("A word."), variants=tuple(variants))
    assert _spelled(made, LANGUAGES) == (shown, ())


@pytest.mark.parametrize(
    ("language", "term", "variants", "shown"),
    [
        ("de", "Hafen", ["Häfen", "Hafens", "Port", "Hafenamt"], ["Port", "Hafenamt"]),
        ("uk", "лоцман", ["лоцмани", "лоцманів", "лоцманами", "штурман"], ["штурман"]),
        ("de", "Reederei", ["Reedereien", "Schifffahrt"], ["Schifffahrt"]),
    ],
)
def test_a_name_stands_in_one_form(language: str, term: str, variants: list[str], shown: list[str]) -> None:
    made = Term(id="t", term=term, definition=OurText("A word."), variants=tuple(variants))
    assert _spelled(made, Languages(catalogue_of(language), ())) == (shown, ())


def test_spellings_of_the_sites_language_stand_beside_the_variants() -> None:
    names = {"en-GB": ("gild", "guild"), "uk": ("гільдія",)}
    term = Term(id="t", term="guild", definition=OurText("A union."), variants=("guilds",), names=names)
    own, others = _spelled(term, LANGUAGES)
    assert own == ["gild"] and [(each.language, each.words) for each in others] == [("Ukrainian", ("гільдія",))]


def test_uses_are_told_apart_by_the_part_of_the_site() -> None:
    page = pages(linked(minimal_seeds())[0])["glossary.md"]()
    assert ":   In the article: [" in page.markdown
    assert "; Question: [" in page.markdown
