"""Dates for readers in any language, by the patterns of CLDR: “12.–14. März 2024”, “бл. 12 березня 2024”.

English dates come from `text.dates`, which prints them for messages too.
"""

import datetime
import re

from explainer.interface.catalogue import Catalogue
from explainer.memo import memoized
from explainer.text import dates
from explainer.text.dates import Date, Moment, Period

_FIRST = re.compile(r"(?<!\d)1 (?=[a-zéû]{3})")
"""The first of a month in French, which is an ordinal there: 1er mars."""

_WORD_FOR_YEAR = re.compile(r"(?<=\d)\s(?:р|г|ж)\.")
"""Cut short in Ukrainian, Russian, Bulgarian, Kazakh, where a year says as well without it what it is: the full stop
would meet that of the sentence."""

_DASH = re.compile(r"(?<!\s)\s*–\s*")


@memoized
def in_words(catalogue: Catalogue, date: str, without_year: str = "") -> str:
    """A date of the seeds as precisely as it is written, less the year where that is `without_year`."""
    return words_of(catalogue, dates.parse(date), without_year)


def words_of(catalogue: Catalogue, date: Date, without_year: str = "") -> str:
    if catalogue.is_english:
        words = dates.words(date)
        return words.replace(f" {without_year}", "") if without_year else words
    words = _WORD_FOR_YEAR.sub("", _words(catalogue, date, without_year))
    return _FIRST.sub("1er ", words) if catalogue.main == "fr" else words


def month_name(catalogue: Catalogue, number: int) -> str:
    """The name of a month by itself, short: “Mar”, “бер”."""
    if catalogue.is_english:
        return dates.month(number)
    return str(catalogue.locale.months["stand-alone"]["abbreviated"][number])


def _words(catalogue: Catalogue, date: Date, without_year: str) -> str:
    if isinstance(date, Moment):
        return _marked(catalogue, _bare(catalogue, date, without_year), date)
    start, end = date.start, date.end
    if (start.about, start.uncertain) == (end.about, end.uncertain):
        return _marked(catalogue, _range(catalogue, date, without_year), start)
    ends = [_words(catalogue, each, without_year) for each in (start, end)]
    return _from_to(catalogue, *ends)


def _marked(catalogue: Catalogue, words: str, date: Moment) -> str:
    if date.about:
        words = catalogue.gettext("about %(date)s", date=words)
    return catalogue.gettext("%(date)s (uncertain)", date=words) if date.uncertain else words


def _bare(catalogue: Catalogue, date: Moment, without_year: str) -> str:
    day = _day(catalogue, date, without_year)
    if date.hour is None:
        return day
    return catalogue.gettext("%(day)s, %(time)s", day=day, time=dates.time_words(date)) + dates.zone_words(date.zone)


def _day(catalogue: Catalogue, date: Moment, without_year: str) -> str:
    from babel.dates import format_date, format_skeleton

    locale, has_year = catalogue.locale, str(date.year) != without_year
    if date.month is None:
        return str(date.year)
    day = datetime.date(date.year, date.month, date.day or 1)
    if date.day is None:
        return format_skeleton("yMMMM", day, locale=locale) if has_year else format_date(day, "LLLL", locale=locale)
    return format_date(day, "long", locale=locale) if has_year else format_skeleton("MMMMd", day, locale=locale)


def _range(catalogue: Catalogue, period: Period, without_year: str) -> str:
    """Says once what both ends share, where CLDR has a pattern for that."""
    start, end = period.start, period.end
    precisions = [(each.month is None, each.day is None, each.hour is None) for each in (start, end)]
    if start.hour is None and precisions[0] == precisions[1]:
        return _interval(catalogue, start, end, has_year=not str(start.year) == str(end.year) == without_year)
    same_day = (start.year, start.month, start.day, start.zone) == (end.year, end.month, end.day, end.zone)
    if same_day and start.hour is not None and end.hour is not None:
        time = f"{dates.time_words(start)}–{dates.time_words(end)}"
        day = _day(catalogue, start, without_year)
        return catalogue.gettext("%(day)s, %(time)s", day=day, time=time) + dates.zone_words(end.zone)
    return _from_to(catalogue, _bare(catalogue, start, without_year), _bare(catalogue, end, without_year))


def _interval(catalogue: Catalogue, start: Moment, end: Moment, *, has_year: bool) -> str:
    from babel.dates import DateTimePattern, parse_pattern

    if start.month is None or end.month is None:
        return f"{start.year}–{end.year}"
    year = "y" if has_year or start.year != end.year else ""
    skeletons = (f"{year}MMMM",) if start.day is None else (f"{year}MMMMd", f"{year}MMMd")
    differs = "y" if start.year != end.year else "M" if start.month != end.month else "d"
    formats = catalogue.locale.interval_formats
    known = next((formats[each] for each in skeletons if differs in formats.get(each, {})), None)
    if known is None:
        without_year = "" if has_year else str(start.year)
        return _from_to(catalogue, *(_day(catalogue, each, without_year) for each in (start, end)))
    days = [datetime.date(each.year, each.month or 1, each.day or 1) for each in (start, end)]
    parts = zip(days, (_with_long_month(part) for part in known[differs]), strict=True)
    patterns: list[tuple[datetime.date, DateTimePattern]] = [(day, parse_pattern(part)) for day, part in parts]
    words = "".join(pattern.apply(day, catalogue.locale) for day, pattern in patterns)
    # A dash between dates of several words has spaces, which CLDR makes thin in some languages and drops in others.
    return words.replace("\u2009", " ") if start.day is None or differs == "d" else _DASH.sub(" – ", words)


def _with_long_month(pattern: str) -> str:
    return re.sub(r"(?<![ML])([ML])\1\1(?![ML])", r"\1\1\1\1", pattern)


def _from_to(catalogue: Catalogue, start: str, end: str) -> str:
    return catalogue.gettext("%(start)s – %(end)s", start=start, end=end)
