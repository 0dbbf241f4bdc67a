"""A date as other programs and pages write it, in the form that our files take; nothing where that would be a guess.

`05/02/2031` is the fifth of February here and the second of May there: it is no date to us.
"""

import re
from collections.abc import Iterable

from generator import dates

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ISO = re.compile(
    r"(?P<year>\d{4})(?:[-/](?P<month>\d{1,2})(?:[-/](?P<day>\d{1,2})"
    r"(?:[T ](?P<hour>\d{2}):?(?P<minute>\d{2})(?::?\d{2}(?:[.,]\d+)?)?\s?(?P<zone>Z|[+-]\d{2}:?(?:\d{2})?)?)?)?)?"
)
_RIS = re.compile(r"(\d{4})(?:/(\d{0,2}))?(?:/(\d{0,2}))?(?:/.*)?")
_DAY_FIRST = re.compile(r"(?:(?P<day>\d{1,2})(?:st|nd|rd|th)?\.?\s+)?(?P<month>[A-Za-z]{3,9})\.?,?\s+(?P<year>\d{4})")
_MONTH_FIRST = re.compile(r"(?P<month>[A-Za-z]{3,9})\.?\s+(?P<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<year>\d{4})")


def from_text(text: str) -> str | None:
    """The date that a text is: ISO 8601, EDTF, `2031/02/05/`, `5 February 2031`, `Feb. 5, 2031`."""
    plain = re.sub(r"^[A-Za-z]{3,9},\s+", "", " ".join(text.split()))  # Wednesday, …
    if dates.problem(plain) is None:
        return plain
    if match := _RIS.fullmatch(plain):
        return from_parts(match.groups(""))
    if match := _ISO.fullmatch(plain):
        return _from_iso(match)
    if match := _DAY_FIRST.fullmatch(plain) or _MONTH_FIRST.fullmatch(plain):
        month = match["month"].lower()
        if month[:3] in _MONTHS:
            return from_parts((match["year"], str(_MONTHS.index(month[:3]) + 1), match["day"] or ""))
    return None


def from_parts(parts: Iterable[str], mark: str = "") -> str | None:
    """The date of a year, month and day, of which the later ones may be missing."""
    known: list[str] = []
    for part in parts:
        if not part.strip().isdigit():
            break
        known.append(part.strip().zfill(2 if known else 4))
    return _checked("-".join(known) + mark)


def _from_iso(match: re.Match[str]) -> str | None:
    day = "-".join(part.zfill(2) for part in match.group("year", "month", "day") if part)
    if not match["hour"]:
        return _checked(day)
    zone = match["zone"] or ""
    if len(zone) > 1:
        digits = zone[1:].replace(":", "").ljust(4, "0")
        zone = f"{zone[0]}{digits[:2]}:{digits[2:]}"
    return _checked(f"{day}T{match['hour']}:{match['minute']}{zone}") or _checked(day)


def _checked(date: str) -> str | None:
    return date if date and dates.problem(date) is None else None
