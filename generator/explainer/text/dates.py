"""Dates as precise as their source: a subset of EDTF (ISO 8601-2), its words for readers, its order.

What is accepted is `model.fields.DATE`: a year, month, day or minute, with `~` about, `?` uncertain or `%` both,
or a period of two of these. No library is used: those that read EDTF cover seasons, sets and masks that no
seed needs, pull in parser generators, and none prints a date in words or says why it does not exist.
"""

import re
from calendar import isleap, monthrange
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR
from datetime import date as calendar_day
from typing import TypeAlias

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_MOMENT = re.compile(
    r"(?P<year>[0-9]{4})(?:-(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2})"
    r"(?:T(?P<hour>[0-9]{2}):(?P<minute>[0-9]{2})(?P<zone>Z|[+-][0-9]{2}:[0-9]{2})?)?)?)?(?P<mark>[~?%]?)"
)
_FARTHEST_ZONE = 14 * 60
"""Minutes: the islands at UTC+14 are the farthest from UTC."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A year, month, day or minute. What the source does not say is None."""

    year: int
    month: int | None = None
    day: int | None = None
    hour: int | None = None
    minute: int | None = None
    zone: int | None = None
    """Minutes ahead of UTC."""
    about: bool = False
    uncertain: bool = False


@dataclass(frozen=True, slots=True)
class Period:
    start: Moment
    end: Moment


Date: TypeAlias = Moment | Period


def parse(text: str) -> Date:
    """The date that `text` is; ValueError, with a message for the author, where there is no such date."""
    start, slash, end = text.partition("/")
    if not slash:
        return _moment(text)
    period = Period(_moment(start), _moment(end))
    if _plain(period.start) == _plain(period.end):
        raise ValueError(f"the period begins and ends with {_bare_words(period.start)}")
    if sort_key(period.end) < sort_key(period.start) and _last(period.end) < sort_key(period.start):
        raise ValueError(f"the period ends {words(period.end)}, before it begins {words(period.start)}")
    return period


def problem(text: str) -> str | None:
    """Why `text` is no date of the calendar, or None where it is one."""
    try:
        parse(text)
    except ValueError as error:
        return str(error)
    return None


def words(date: Date | str) -> str:
    """The date for readers: “12 March 2024”, “about March 2024”, “15–17 March 2024”, “March 2024 (uncertain)”.

    As in the functions below, a text is parsed first: records hold their dates as written, and validating has
    made sure that they exist.
    """
    date = _parsed(date)
    if isinstance(date, Moment):
        return _marked(_bare_words(date), date)
    start, end = date.start, date.end
    if (start.about, start.uncertain) == (end.about, end.uncertain):
        return _marked(_range_words(start, end), start)
    return f"{words(start)} – {words(end)}"


def month(number: int) -> str:
    """The name of a month, short: “Mar”."""
    return _MONTHS[number - 1][:3]


def datetime(date: Date | str) -> str | None:
    """The value for `<time datetime>`; None for a period and an inexact date, for which HTML has none."""
    date = _parsed(date)
    if isinstance(date, Period) or date.about or date.uncertain:
        return None
    parts = [f"{date.year:04}"]
    parts += [f"{part:02}" for part in (date.month, date.day) if part is not None]
    value = "-".join(parts)
    if date.hour is None or date.minute is None:
        return value
    return f"{value}T{date.hour:02}:{date.minute:02}{_zone(date.zone)}"


def sort_key(date: Date | str) -> tuple[int, ...]:
    """Earliest first; of two that begin together the less precise first, and a period after its first day.

    A time of day without a zone counts as UTC.
    """
    date = _parsed(date)
    if isinstance(date, Period):
        return (*sort_key(date.start), *sort_key(date.end))
    precision = sum(part is not None for part in (date.month, date.day, date.hour))
    return (_minutes(date, date.month or 1, date.day or 1, date.hour or 0, date.minute or 0), precision)


def _parsed(date: Date | str) -> Date:
    return parse(date) if isinstance(date, str) else date


def _moment(text: str) -> Moment:
    match = _MOMENT.fullmatch(text)
    if match is None:
        raise ValueError(f"“{text}” is not a date")
    year, month, day, hour, minute = (
        int(match[name]) if match[name] else None for name in ("year", "month", "day", "hour", "minute")
    )
    assert year is not None  # the expression asks for it
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError(f"there is no year {match['year']}")
    if month is not None and not 1 <= month <= 12:
        raise ValueError(f"there is no month {match['month']}")
    if month is not None and day is not None and not 1 <= day <= monthrange(year, month)[1]:
        raise ValueError(_no_such_day(year, month, day))
    if hour is not None and minute is not None and (hour > 23 or minute > 59):
        raise ValueError(f"there is no time {match['hour']}:{match['minute']}")
    mark = match["mark"]
    return Moment(year, month, day, hour, minute, _offset(match["zone"]), mark in ("~", "%"), mark in ("?", "%"))


def _offset(zone: str | None) -> int | None:
    if not zone:
        return None
    if zone == "Z":
        return 0
    minutes = int(zone[1:3]) * 60 + int(zone[4:])
    if minutes > _FARTHEST_ZONE or int(zone[4:]) > 59:
        raise ValueError(f"there is no time zone UTC{zone}")
    return -minutes if zone[0] == "-" else minutes


def _no_such_day(year: int, month: int, day: int) -> str:
    last = monthrange(year, month)[1]
    if month == 2 and day == 29 and not isleap(year):
        return f"February {year} has 28 days: it is not a leap year"
    return f"{_MONTHS[month - 1]} has {last} days, so there is no {day:02}"


def _minutes(date: Moment, month: int, day: int, hour: int, minute: int) -> int:
    """Minutes of UTC since the calendar began."""
    return (calendar_day(date.year, month, day).toordinal() * 24 + hour) * 60 + minute - (date.zone or 0)


def _last(date: Moment) -> tuple[int, int]:
    """The sort key of the last minute that the date covers."""
    month = date.month or 12
    day = date.day or monthrange(date.year, month)[1]
    hour = 23 if date.hour is None else date.hour
    minute = 59 if date.minute is None else date.minute
    return (_minutes(date, month, day, hour, minute), 3)


def _plain(date: Moment) -> tuple[int | None, ...]:
    return (date.year, date.month, date.day, date.hour, date.minute, date.zone)


def _zone(zone: int | None) -> str:
    if zone is None:
        return ""
    sign, minutes = ("-" if zone < 0 else "+"), abs(zone)
    return "Z" if zone == 0 else f"{sign}{minutes // 60:02}:{minutes % 60:02}"


def zone_words(zone: int | None) -> str:
    """“ (UTC+3)”, in every language; nothing where the source names no zone."""
    if zone is None:
        return ""
    hours, minutes = divmod(abs(zone), 60)
    ahead = f"{'−' if zone < 0 else '+'}{hours}{f':{minutes:02}' if minutes else ''}" if zone else ""
    return f" (UTC{ahead})"


def _bare_words(date: Moment) -> str:
    return f"{_day_words(date)}{f', {time_words(date)}{zone_words(date.zone)}' if date.hour is not None else ''}"


def _day_words(date: Moment) -> str:
    if date.month is None:
        return str(date.year)
    month = f"{_MONTHS[date.month - 1]} {date.year}"
    return month if date.day is None else f"{date.day} {month}"


def time_words(date: Moment) -> str:
    """“06:40”, in every language."""
    return f"{date.hour:02}:{date.minute:02}"


def _range_words(start: Moment, end: Moment) -> str:
    """Says once what both ends share: a day, a month, a year, a time zone."""
    same_precision = (start.month is None, start.day is None, start.hour is None) == (
        end.month is None, end.day is None, end.hour is None,
    )  # fmt: skip
    if not same_precision or start.year != end.year or start.month is None or end.month is None:
        joint = "–" if start.month is None and end.month is None else " – "
        return f"{_bare_words(start)}{joint}{_bare_words(end)}"
    if start.hour is not None:
        if (start.month, start.day, start.zone) == (end.month, end.day, end.zone):
            return f"{_day_words(start)}, {time_words(start)}–{time_words(end)}{zone_words(end.zone)}"
        return f"{_bare_words(start)} – {_bare_words(end)}"
    if start.day is None:
        return f"{_MONTHS[start.month - 1]}–{_bare_words(end)}"
    if start.month == end.month:
        return f"{start.day}–{_bare_words(end)}"
    return f"{start.day} {_MONTHS[start.month - 1]} – {_bare_words(end)}"


def _marked(text: str, date: Moment) -> str:
    return f"{'about ' if date.about else ''}{text}{' (uncertain)' if date.uncertain else ''}"
