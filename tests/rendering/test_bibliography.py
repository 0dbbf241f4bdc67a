"""An entry of the list of sources, as a reader sees it."""

import re
from html import unescape
from typing import Any

import pytest

from explainer.interface import ENGLISH, catalogue_of
from explainer.model.seeds import Source
from explainer.rendering import bibliography
from explainer.vocabulary import Reading


@pytest.mark.parametrize(
    ("fields", "shown"),
    [
        ({"publisher": "a news agency, not named"}, "A news agency, not named, “Raid ends”, date not seen"),
        ({"publisher": "an outlet, not named"}, "An outlet, not named, “Raid ends”, date not seen"),
        ({"publisher": "my.ua"}, "my.ua, “Raid ends”, date not seen"),
        ({"title": "“Raid” ends, says “X”"}, "“‘Raid’ ends, says ‘X’”, date not seen"),
        ({"accessed": "2030-10-04"}, "“Raid ends”, date not seen, read 4 October 2030"),
        ({"accessed": "2030-10"}, "“Raid ends”, date not seen, read October 2030"),
        ({"accessed": "2030-10-04", "issued": "2030-10-01"}, "“Raid ends”, 1 October 2030"),
        (
            {"accessed": "2030-10-04", "issued": "2030-10-01", "URL": "https://a.example/"},
            "“Raid ends”, 1 October 2030, read 4 October 2030",
        ),
        ({"URL": "https://a.example/"}, "“Raid ends”, date not seen"),
    ],
)
def test_entry(fields: dict[str, Any], shown: str) -> None:
    usual = {"id": "s", "type": "article-newspaper", "title": "Raid ends", "reading": Reading.ORIGINAL}
    source = Source(**(usual | fields))
    assert unescape(re.sub("<[^>]+>", "", bibliography.entry(source, ENGLISH))) == shown


def test_a_title_of_another_language_says_so() -> None:
    usual: dict[str, Any] = {"id": "s", "type": "webpage", "title": "Рейд завершено", "reading": Reading.ORIGINAL}
    printed = bibliography.entry(Source(**usual, language="uk", URL="https://a.example/"), ENGLISH)
    assert '<a href="https://a.example/" lang="uk" dir="ltr">“Рейд завершено”</a>' in printed
    without_address = bibliography.entry(Source(**usual, language="uk"), ENGLISH)
    assert '<span lang="uk" dir="ltr">“Рейд завершено”</span>' in without_address
    assert "lang=" not in bibliography.entry(Source(**usual, language="en"), ENGLISH)


def test_a_list_does_not_repeat_what_stands_above_it() -> None:
    source = Source(id="s", type="webpage", description="Report on a raid (headline not seen)", reading=Reading.COPY)
    assert bibliography.entry(source, ENGLISH, in_list=True) == "Report on a raid"


@pytest.mark.parametrize(
    ("fields", "shown"),
    [
        ({"accessed": "2030-10-04"}, "The Courier, read 4 October 2030"),
        (
            {"accessed": "2030-10-04", "issued": "2030-10-01", "URL": "https://a.example/"},
            "The Courier, 1 October 2030",
        ),
    ],
)
def test_short_name(fields: dict[str, Any], shown: str) -> None:
    usual = {"id": "s", "type": "webpage", "publisher": "The Courier", "reading": Reading.ORIGINAL}
    assert bibliography.short_name(Source(**(usual | fields)), ENGLISH) == shown


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("Er sagte: „Nein“", "“Er sagte: „Nein“”"),
        ("„Nein“ und „Ja“", "“„Nein“ und „Ja“”"),
        ("„Nie” mówi", "“„Nie” mówi”"),
        ("Она: „Нет“, он: “Да”", "“Она: „Нет“, он: ‘Да’”"),
        ("“So „nein“ there”, he said", "“‘So „nein“ there’, he said”"),
        ("„So “no” da“", "“„So “no” da“”"),
        ("»Nein« und «Non»", "“»Nein« und «Non»”"),
        ("「行く」と言う", "“「行く」と言う”"),
        ("”Nej” säger hon", "“”Nej” säger hon”"),
        ('The "so-called" raid', '“The "so-called" raid”'),
        ("“Raid” isn’t over", "“‘Raid’ isn’t over”"),
        ("A “word never closed", "“A “word never closed”"),
    ],
)
def test_only_our_own_marks_are_turned_inside_a_title(title: str, shown: str) -> None:
    assert bibliography.quoted(title, ENGLISH) == shown


def test_a_title_has_the_quotation_marks_of_the_site() -> None:
    german = catalogue_of("de")
    assert bibliography.quoted("Er sagte: „Nein“", german) == "„Er sagte: ‚Nein‘“"
    assert bibliography.quoted("«Ні», — сказав він", german) == "„«Ні», — сказав він“"


def test_a_name_is_kept_apart_from_the_date_that_stands_beside_it() -> None:
    source = Source(
        id="a", type="webpage", publisher="Fenshire Wire", issued="2031-02-05", language="en", reading=Reading.ORIGINAL
    )
    assert str(bibliography.plain_name(source, catalogue_of("ar"))).startswith("<bdi>Fenshire Wire</bdi>")
    assert "<bdi>" not in bibliography.plain_name(source, ENGLISH)
