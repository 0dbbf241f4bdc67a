"""What each language prints: `tests/cases/languages.yaml`."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from explainer.interface import ENGLISH, catalogue_of
from explainer.interface.dates_in_words import in_words, month_name
from explainer.interface.sorting import first_letter, sorted_by_name

CASES: dict[str, Any] = yaml.load(
    (Path(__file__).parents[1] / "cases" / "languages.yaml").read_text(encoding="utf-8"), yaml.BaseLoader
)


def _each(part: str) -> list[tuple[str, str, str]]:
    return [(given, language, shown) for given, every in CASES[part].items() for language, shown in every.items()]


def _plain(words: str) -> str:
    """With usual spaces for those that do not break."""
    return words.replace("\u202f", " ").replace("\u00a0", " ")


@pytest.mark.parametrize(("date", "language", "shown"), _each("dates"))
def test_a_date(date: str, language: str, shown: str) -> None:
    assert _plain(in_words(catalogue_of(language), date)) == shown


@pytest.mark.parametrize(("number", "language", "shown"), _each("numbers"))
def test_a_number(number: str, language: str, shown: str) -> None:
    assert _plain(catalogue_of(language).number(int(number))) == shown


@pytest.mark.parametrize(("tag", "language", "shown"), _each("languages"))
def test_the_name_of_a_language(tag: str, language: str, shown: str) -> None:
    assert catalogue_of(language).language_name(tag) == shown


@pytest.mark.parametrize("language", CASES["sorted"])
def test_names_in_order(language: str) -> None:
    names = CASES["sorted"][language]
    assert sorted_by_name(catalogue_of(language), reversed(names), str) == names


@pytest.mark.parametrize(("language", "name", "letter"), _each("letters"))
def test_the_letter_of_an_index(language: str, name: str, letter: str) -> None:
    assert first_letter(catalogue_of(language), name) == letter


def test_a_date_without_the_year_that_a_heading_says() -> None:
    assert in_words(catalogue_of("de"), "2024-03-12", "2024") == "12. März"
    assert in_words(ENGLISH, "2024-03-12/2024-03-14", "2024") == "12–14 March"
    assert month_name(catalogue_of("uk"), 3) == "бер."


def test_a_language_without_a_catalogue_has_english_words_and_its_own_numbers() -> None:
    finnish = catalogue_of("fi")
    assert finnish.gettext("Glossary") == "Glossary"
    assert finnish.number(3.2) == "3,2"


def test_a_region_takes_the_catalogue_of_its_language() -> None:
    assert catalogue_of("de-AT").gettext("Glossary") == "Glossar"
    assert in_words(catalogue_of("de-AT"), "2024-01-12") == "12. Jänner 2024"


@pytest.mark.parametrize(("count", "language", "shown"), _each("counts"))
def test_plurals_are_those_of_the_language(count: str, language: str, shown: str) -> None:
    one, several = "%(count)s open question", "%(count)s open questions"
    assert catalogue_of(language).ngettext(one, several, int(count)) == shown


@pytest.mark.parametrize(("count", "language", "shown"), _each("major"))
def test_what_is_said_of_counted_things_goes_with_their_number(count: str, language: str, shown: str) -> None:
    told = "%(count)s of them major"
    assert catalogue_of(language).ngettext(told, told, int(count)) == shown
