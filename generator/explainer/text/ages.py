"""How old a dated statement is, and what `2y` means."""

import re
from calendar import monthrange
from datetime import date

from explainer.text import dates

_AGE = re.compile(r"([1-9][0-9]{0,3})([dwmy])")


def day_before(today: date, age: str) -> date:
    """The day that lies `age` before today: `30d`, `8w`, `6m`, `2y`. ValueError where it is no such age."""
    match = _AGE.fullmatch(age)
    if match is None:
        raise ValueError(f"`{age}` is not an age; write a number and d, w, m or y, such as 6m or 2y")
    count, unit = int(match[1]), match[2]
    if unit in "dw":
        return date.fromordinal(max(1, today.toordinal() - count * (7 if unit == "w" else 1)))
    months = today.year * 12 + today.month - 1 - count * (12 if unit == "y" else 1)
    year, month = max(1, months // 12), months % 12 + 1
    return date(year, month, min(today.day, monthrange(year, month)[1]))


def is_older(written: str, than: str, on: str) -> bool:
    """Whether a date of the seeds lay more than the age `than` back on the day `on`."""
    return last_day(written) < day_before(last_day(on), than)


def last_day(written: str) -> date:
    """The last day that a date of the seeds may mean: of `2024-03` the 31st."""
    parsed = dates.parse(written)
    moment = parsed.end if isinstance(parsed, dates.Period) else parsed
    month = moment.month or 12
    return date(moment.year, month, moment.day or monthrange(moment.year, month)[1])
