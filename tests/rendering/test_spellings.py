"""Other spellings of names: any language, those that readers meet first, columns only where there is something."""

import pytest

from explainer.interface import catalogue_of
from explainer.rendering import pages
from explainer.rendering.spellings import Languages
from tests.cases import changed
from tests.stages import linked

LANGUAGES = Languages(catalogue_of("sr"), ("uk", "de", "ru"))


def test_the_sites_own_language_then_those_that_readers_meet() -> None:
    names = {"ar": ("أ",), "ru": ("а",), "de": ("b",), "sr": ("ц",), "sr-Latn": ("c",), "sr-RS": ("ч",), "ja": ()}
    own, others = LANGUAGES.spelled(names)
    assert own == ("ц", "ч")
    assert [each.tag for each in others] == ["de", "ru", "ar", "sr-Latn"]


def test_columns_only_where_they_have_something_to_say() -> None:
    assert LANGUAGES.columns([{}, {"sr": ("ц",)}, {"pl": ()}]) == ()
    found = LANGUAGES.columns([{"ar": ("أ",)}, {"ru": ("а",), "pl": ("a",)}, {"de": ("b",)}])
    assert [each.tag for each in found] == ["de", "ru", "ar"]


@pytest.mark.parametrize(
    ("names", "columns", "entry"),
    [
        ("{en: [Brindle-on-Fen]}", "| Place | Where |", "Also Brindle-on-Fen"),
        (
            "{ar: [برندل], de: [Brindel]}",
            "| Place | Arabic | German | Where |",
            'Arabic <span lang="ar" dir="rtl">برندل<',
        ),
    ],
)
def test_the_page_of_places(names: str, columns: str, entry: str) -> None:
    seeds = changed({"edit": {"seeds/places.yaml": [["{en: [Brindle-on-Fen]}", names]]}})
    page = pages(linked(seeds)[0])["people-and-places.md"]().markdown
    assert columns in page and entry in page
