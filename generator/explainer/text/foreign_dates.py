"""A date as other programs and pages write it, in the form that our files take; nothing where that would be a guess.

`05/02/2031` is the fifth of February here and the second of May there: it is no date to us. `25/02/2031` is one.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from explainer.text import dates

MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_MONTHS_OF_A_YEAR = 12
_LONGEST = 100
"""Characters: no date has more."""
_WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?"
_ISO = re.compile(
    r"(?P<year>\d{4})(?:[-/](?P<month>\d{1,2})(?:[-/](?P<day>\d{1,2})"
    r"(?:[T ](?P<hour>\d{2}):?(?P<minute>\d{2})(?::?(?P<second>\d{2}(?:[.,]\d+)?))?"
    r"\s?(?P<zone>Z|[+-]\d{2}:?(?:\d{2})?)?)?)?)?"
)
_COMPACT = re.compile(r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})")
_RIS = re.compile(r"(?P<year>\d{4})(?:/(?P<month>\d{0,2}))?(?:/(?P<day>\d{0,2}))?(?:/(?P<left>.*))?")
# The month or the day is said to be unknown: 2030-00-00, 2030-11-XX, 2030-uu.
_UNKNOWN = re.compile(r"(\d{4}(?:-(?!00)\d{2})??)(?:-(?:00|XX|uu)){1,2}", re.IGNORECASE)
_DAY_FIRST = re.compile(r"(?:(?P<day>\d{1,2})(?:st|nd|rd|th)?\.?\s+)?(?P<month>[A-Za-z]{3,9})\.?,?\s+(?P<year>\d{4})")
_WITH_HYPHENS = re.compile(r"(?P<day>\d{1,2})-(?P<month>[A-Za-z]{3,9})\.?-(?P<year>\d{4})")
_MONTH_FIRST = re.compile(r"(?P<month>[A-Za-z]{3,9})\.?\s+(?P<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<year>\d{4})")
_YEAR_FIRST = re.compile(
    r"(?P<year>\d{4}),?\s+(?P<month>[A-Za-z]{3,9})\.?(?:,?\s+(?P<day>\d{1,2})(?:st|nd|rd|th)?\.?)?"
)
_OF_WORDS = (_DAY_FIRST, _WITH_HYPHENS, _MONTH_FIRST, _YEAR_FIRST)
_TWO_NUMBERS = re.compile(r"(?P<one>\d{1,2})([/.-])(?P<other>\d{1,2})\2(?P<year>\d{4})")
_CIRCA = re.compile(r"(?:circa|about|approx|ca|c)\b\.?\s*(?=\w)|c(?=\d)", re.IGNORECASE)
_DASH = r"\s*(?:-{1,2}|[\u2010-\u2014]|/)\s*"
# A period that says its year, or its month too, once: 12–15 March 2031, March 12–15, 2031, July–August 2031.
_SHARED = (
    re.compile(rf"(?P<start>\d{{1,2}}){_DASH}(?P<end>\d{{1,2}})(?P<after>\.?\s+[A-Za-z]{{3,9}}\.?,?\s+\d{{4}})"),
    re.compile(
        rf"(?P<before>[A-Za-z]{{3,9}}\.?\s+)(?P<start>\d{{1,2}}){_DASH}(?P<end>\d{{1,2}})(?P<after>,?\s+\d{{4}})"
    ),
    re.compile(
        rf"(?P<start>(?:\d{{1,2}}\.?\s+)?[A-Za-z]{{3,9}}\.?(?:\s+\d{{1,2}})?){_DASH}"
        r"(?P<end>(?:\d{1,2}\.?\s+)?[A-Za-z]{3,9}\.?(?:\s+\d{1,2})?)(?P<after>,?\s+\d{4})"
    ),
    re.compile(rf"(?P<before>\d{{4}}([-/])\d{{1,2}}\2)(?P<start>\d{{1,2}}){_DASH}(?P<end>\d{{1,2}})(?P<after>)"),
)
_BETWEEN = re.compile(r"(?<!\s)\s*(?:/|-{1,2}|[\u2010-\u2014]|\s(?:to|until)\s)\s*")


@dataclass(frozen=True, slots=True)
class Read:
    """A date, and what its text says beside it that the date does not say, such as seconds."""

    date: str
    left: str = ""


def from_text(text: str) -> str | None:
    """The date that a text is, as `read` finds it."""
    found = read(text)
    return found.date if found else None


def read(text: str) -> Read | None:
    """The date of a text: ISO 8601, EDTF, `2031/02/05/`, `5 February 2031`, `Feb. 5, 2031`, `c. 1890`, a period."""
    plain = " ".join(text.split())
    if len(plain) > _LONGEST:
        return None
    plain = re.sub(rf"^{_WEEKDAY},?\s+(?=\w)|(?:,|(?<![\s,]))\s+\(?{_WEEKDAY}\)?$", "", plain, flags=re.IGNORECASE)
    if dates.problem(plain) is None:
        return Read(plain)
    if match := _CIRCA.match(plain):
        inner = read(plain[match.end() :])
        is_plain = inner is not None and inner.date[-1] not in "~?%" and not re.search("[T/]", inner.date)
        return Read(f"{inner.date}~", inner.left) if inner and is_plain else None
    moment = _moment(plain)
    return moment if moment and not moment.left else _period(plain) or moment


def from_parts(parts: Iterable[str], mark: str = "") -> Read | None:
    """The date of a year, month and day, of which the later ones may be missing; what follows a gap is left."""
    given = [part.strip() for part in parts]
    known: list[str] = []
    for part in given[:3]:
        number = _month(part) if len(known) == 1 and part.isalpha() else part
        if not number or not re.fullmatch("[0-9]{1,4}", number) or not int(number):
            break
        known.append(number.zfill(2 if known else 4))
    left = [part for part in given[len(known) :] if part.strip("0")]
    date = _checked("-".join(known) + mark)
    return Read(date, "/".join(left)) if date else None


def joined(first: Read | None, last: Read | None) -> Read | None:
    """The period of two dates; one date where both are the same, nothing where there is no such period."""
    if first is None or last is None:
        return None
    date = first.date if first.date == last.date else _checked(f"{first.date}/{last.date}")
    return Read(date, "/".join(filter(None, dict.fromkeys((first.left, last.left))))) if date else None


def _moment(text: str) -> Read | None:
    if match := _UNKNOWN.fullmatch(text):
        return _read(_checked(match[1]))
    if (match := _ISO.fullmatch(text) or _COMPACT.fullmatch(text)) and (found := _from_iso(match)):
        return found
    if match := _RIS.fullmatch(text):
        parts = [match["year"], match["month"] or "", match["day"] or ""]
        found = from_parts(parts)
        left = re.sub(rf"^{_WEEKDAY}$", "", (match["left"] or "").strip("/ "), flags=re.IGNORECASE)
        return Read(found.date, "/".join(filter(None, (found.left, left)))) if found else None
    if match := next(filter(None, (form.fullmatch(text) for form in _OF_WORDS)), None):
        month = _month(match["month"])
        return from_parts((match["year"], month, match["day"] or "")) if month else None
    if match := _TWO_NUMBERS.fullmatch(text):
        month, day = sorted((match["one"], match["other"]), key=int)
        return from_parts((match["year"], month, day)) if int(day) > _MONTHS_OF_A_YEAR or month == day else None
    return None


def _period(text: str) -> Read | None:
    for form in _SHARED:
        if match := form.fullmatch(text):
            before = match["before"] if "before" in form.groupindex else ""
            return _joined(f"{before}{match['start']}{match['after']}", f"{before}{match['end']}{match['after']}")
    for match in _BETWEEN.finditer(text):
        if found := _joined(text[: match.start()], text[match.end() :]):
            return found
    return None


def _joined(start: str, end: str) -> Read | None:
    ends = [Read(text) if dates.problem(text) is None and "/" not in text else _moment(text) for text in (start, end)]
    return joined(*ends)


def _month(word: str) -> str:
    """The number of a month by its English name, whole or shortened; empty where it is none."""
    plain = word.lower()
    found = [place for place, name in enumerate(MONTHS, 1) if len(plain) >= 3 and name.startswith(plain)]
    return str(found[0]) if found else ""


def _from_iso(match: re.Match[str]) -> Read | None:
    day = "-".join(part.zfill(2) for part in match.group("year", "month", "day") if part)
    if "hour" not in match.re.groupindex or not match["hour"]:
        return _read(_checked(day))
    zone = match["zone"] or ""
    if len(zone) > 1:
        digits = zone[1:].replace(":", "").ljust(4, "0")
        zone = f"{zone[0]}{digits[:2]}:{digits[2:]}"
    if minute := _checked(f"{day}T{match['hour']}:{match['minute']}{zone}"):
        second = match["second"] or ""
        return Read(minute, f"{second} s" if second.strip("0.,") else "")
    return _read(_checked(day), match[0].partition(day)[2].lstrip("T "))


def _read(date: str | None, left: str = "") -> Read | None:
    return Read(date, left) if date else None


def _checked(date: str) -> str | None:
    return date if date and dates.problem(date) is None else None
