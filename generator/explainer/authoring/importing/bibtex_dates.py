"""The date of an entry of BibTeX: `date` of BibLaTeX, else `year`, `month` and `day` in any of their spellings."""

import re
from collections.abc import Mapping

from explainer.authoring.importing import months
from explainer.authoring.importing.records import Lost
from explainer.text.foreign_dates import MONTHS


def issued(fields: Mapping[str, str], language: str, lost: list[Lost]) -> str:
    """The date; empty where none is understood. What of it is not taken goes to `lost`."""
    found = _taken("issued", fields.get("date", ""), language, lost)
    parts = {key: _plain(fields[key]) for key in ("year", "month", "day") if _plain(fields.get(key, ""))}
    if found:  # the other fields then only say again what `date` says
        again = _of_parts(parts, language, [])
        if parts and not (again and found.startswith(again.rstrip("~?%"))):
            lost += [Lost(key, value) for key, value in parts.items()]
        return found
    return _of_parts(parts, language, lost)


def accessed(written: str, language: str, lost: list[Lost]) -> str:
    """The day on which it was read."""
    return _taken("accessed", written, language, lost)


def _taken(name: str, written: str, language: str, lost: list[Lost]) -> str:
    plain = _plain(written, is_date=True)
    found = months.read(plain, language) if plain else None
    if plain and (found is None or found.left):
        lost.append(Lost(name, plain, found.date if found else ""))
    return found.date if found else ""


def _of_parts(parts: Mapping[str, str], language: str, lost: list[Lost]) -> str:
    """The most that is understood: year, month and day, or the year with the month, or the year alone."""
    year, month, day = (parts.get(key, "") for key in ("year", "month", "day"))
    if not re.search(r"[^\W\d_]", month):
        month = re.sub(r"(?<!\d)\d{1,2}(?!\d)", lambda match: _named(match[0]), month)
    tries = [(f"{day} {month} {year}", ()), (f"{month} {year}", ("day",)), (year, ("month", "day"))]
    for text, without in tries:
        if not (found := months.read(text, language) if text.strip() else None):
            continue
        lost += [Lost(key, parts[key]) for key in without if key in parts]
        if found.left:
            lost.append(Lost("issued", text, found.date))
        return found.date
    lost += [Lost("issued" if key == "year" else key, value) for key, value in parts.items()]
    return ""


def _named(number: str) -> str:
    return MONTHS[int(number) - 1] if 1 <= int(number) <= 12 else number


def _plain(written: str, *, is_date: bool = False) -> str:
    """Without braces; in a text, `~` is a space, in a date of BibLaTeX it says “about”."""
    plain = re.sub(r"[{}]|#(?=\w+#)|(?<=\w)#", "", written)  # JabRef shows a @string as #feb#
    if not is_date and not re.fullmatch(r"\s*-?\d{4}~\s*", plain):
        plain = re.sub(r"\\[ ,]|~", " ", plain)
    return " ".join(plain.split())
