"""Dates as precise as their source: what they say to readers, to browsers, and to a sorted list."""

from datetime import date as day
from datetime import timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explainer.text import dates

WORDS = {
    "2024": "2024",
    "2024-03": "March 2024",
    "2024-03-12": "12 March 2024",
    "2024-03-02": "2 March 2024",
    "2024-03-12T16:30": "12 March 2024, 16:30",
    "2024-03-12T16:30Z": "12 March 2024, 16:30 (UTC)",
    "2024-03-12T16:30+03:00": "12 March 2024, 16:30 (UTC+3)",
    "2024-03-12T16:30-03:30": "12 March 2024, 16:30 (UTC−3:30)",
    "2024-03~": "about March 2024",
    "2024-03-12?": "12 March 2024 (uncertain)",
    "2024%": "about 2024 (uncertain)",
    "2023/2024": "2023–2024",
    "2023-12/2024-01": "December 2023 – January 2024",
    "2024-03/2024-04": "March–April 2024",
    "2024-03-12/2024-03-15": "12–15 March 2024",
    "2024-03-31/2024-04-02": "31 March – 2 April 2024",
    "2023-12-31/2024-01-01": "31 December 2023 – 1 January 2024",
    "2024-03-12/2024": "12 March 2024 – 2024",
    "2024-03-12T16:30/2024-03-12T18:00": "12 March 2024, 16:30–18:00",
    "2024-03-12T16:30+03:00/2024-03-12T18:00+03:00": "12 March 2024, 16:30–18:00 (UTC+3)",
    "2024-03-12T23:30/2024-03-13T01:00": "12 March 2024, 23:30 – 13 March 2024, 01:00",
    "2024-03-12~/2024-03-15~": "about 12–15 March 2024",
    "2024-03-12~/2024-03-15": "about 12 March 2024 – 15 March 2024",
}
NO_DATES = {
    "2024-02-30": "February has 29 days, so there is no 30",
    "2023-02-29": "February 2023 has 28 days: it is not a leap year",
    "1900-02-29": "February 1900 has 28 days: it is not a leap year",
    "2024-04-31": "April has 30 days, so there is no 31",
    "2024-13": "there is no month 13",
    "2024-00-01": "there is no month 00",
    "2024-01-00": "January has 31 days, so there is no 00",
    "0000": "there is no year 0000",
    "2024-03-12T24:00": "there is no time 24:00",
    "2024-03-12T12:60": "there is no time 12:60",
    "2024-03-12T12:00+14:01": "there is no time zone UTC+14:01",
    "2024-03-12T12:00-03:60": "there is no time zone UTC-03:60",
    "2024-03-15/2024-03-12": "the period ends 12 March 2024, before it begins 15 March 2024",
    "2024-03-12/2024-03-12": "the period begins and ends with 12 March 2024",
    "2024-03-12T12:00Z/2024-03-12T12:00+03:00": (
        "the period ends 12 March 2024, 12:00 (UTC+3), before it begins 12 March 2024, 12:00 (UTC)"
    ),
    "2024-3": "“2024-3” is not a date",
    "2024-03-12 ": "“2024-03-12 ” is not a date",
    "٢٠٢٤": "“٢٠٢٤” is not a date",
    "": "“” is not a date",
}
BROWSER = {
    "2024": "2024",
    "2024-03": "2024-03",
    "2024-03-12": "2024-03-12",
    "2024-03-12T16:30+03:00": "2024-03-12T16:30+03:00",
    "2024-03-12T16:30Z": "2024-03-12T16:30Z",
    "2024-03-12T16:30-03:30": "2024-03-12T16:30-03:30",
    "2024-03~": None,
    "2024-03?": None,
    "2023/2024": None,
}
IN_ORDER = (
    "2023", "2023-12-31", "2024", "2024-03", "2024-03-12", "2024-03-12/2024-03-13", "2024-03-12T00:00",
    "2024-03-12T16:30+03:00", "2024-03-12T13:31Z", "2024-03-12T16:30", "2024-03-13",
)  # fmt: skip


@pytest.mark.parametrize(("text", "words"), WORDS.items())
def test_words(text: str, words: str) -> None:
    assert dates.words(text) == words
    assert dates.problem(text) is None


@pytest.mark.parametrize(("text", "problem"), NO_DATES.items())
def test_dates_that_do_not_exist(text: str, problem: str) -> None:
    assert dates.problem(text) == problem


@pytest.mark.parametrize(("text", "value"), BROWSER.items())
def test_for_browsers(text: str, value: str | None) -> None:
    assert dates.datetime(text) == value


def test_order() -> None:
    keys = [dates.sort_key(text) for text in IN_ORDER]
    assert keys == sorted(keys)
    assert len(set(keys)) == len(keys)


@given(st.dates(), st.dates())
def test_days_of_the_calendar(one: day, other: day) -> None:
    first, second = sorted((one, other))
    assert dates.datetime(first.isoformat()) == first.isoformat()
    assert (dates.sort_key(first.isoformat()) < dates.sort_key(second.isoformat())) == (first < second)
    period = f"{first}/{second}"
    assert (dates.problem(period) is None) == (first < second)
    assert dates.words(one.isoformat()).endswith(str(one.year))


def test_every_day_of_a_leap_year_and_no_other() -> None:
    days = [day(2024, 1, 1) + timedelta(number) for number in range(366)]
    assert all(dates.problem(each.isoformat()) is None for each in days)
    assert all(dates.sort_key(a.isoformat()) < dates.sort_key(b.isoformat()) for a, b in pairwise(days))
    written = [f"2024-{month:02}-{number:02}" for month in range(14) for number in range(33)]
    assert sum(dates.problem(text) is None for text in written) == 366
