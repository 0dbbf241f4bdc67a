"""Copies of a page in a web archive: the page's own address, the archive's, and the day of the capture.

An archive writes its own address into the copy where the page had its own. Nearly all have the form of Memento
(RFC 7089): the address of the archive, the moment of the capture in digits, the address of the page.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from explainer.text import dates

_MOMENT = r"(?P<year>\d{4})[.-]?(?P<month>\d{2})?[.-]?(?P<day>\d{2})?[.T-]?(?P<time>\d{6})?(?:[a-z]{2}_)?"
_COPY = re.compile(
    r"(?P<archive>https?://(?P<host>[^/\s]+)/(?:[\w.-]+/){0,3}?)"
    rf"{_MOMENT}(?P<any>\*?)/(?P<page>(?:https?:|[\w-]+\.)\S+)",
    re.IGNORECASE,
)
_UNDATED = re.compile(r"https?://(?P<host>web\.archive\.org)/web/\*?/?(?P<page>(?:https?:)\S+)", re.IGNORECASE)
_ONLY_WITH_SCHEME = re.compile(r"https?:", re.IGNORECASE)
_HOSTS = re.compile(
    r"(?:www\.|web\.|wayback\.|webcache\.)?(?:archive\.(?:org|today|ph|is|md|li|fo|vn)|archive-it\.org|perma\.cc|arquivo\.pt"
    r"|ghostarchive\.org|webcitation\.org|megalodon\.jp|nationalarchives\.gov\.uk)|webarchive\.[\w.-]+|web-?archive\.[\w.-]+",
    re.IGNORECASE,
)  # fmt: skip
_TOOLBAR = "<!-- BEGIN WAYBACK TOOLBAR INSERT -->", "<!-- END WAYBACK TOOLBAR INSERT -->"
_FILED = re.compile(r"FILE ARCHIVED ON \d\d:\d\d:\d\d (\w{3} \d{1,2}, \d{4})")
_OF_WAYBACK = frozenset({"wm-ipp-base", "wm-ipp", "wm-ipp-print", "donato"})
_OF_ARCHIVE_TODAY = frozenset({"HEADER"})
_FROM_ARCHIVE_TODAY = re.compile(
    r"<(?:link|meta|base)[^<>]+https?://archive\.(?:today|ph|is|md|li|fo|vn)/|saved from url=\(\d+\)https?://archive\.\w+/"
)


@dataclass(frozen=True, slots=True)
class Copy:
    """One copy of a page."""

    page: str
    """The page's own address."""
    archive: str
    """The address of the copy."""
    day: str
    """When it was made, as precisely as its address says; empty where it does not."""


def copy_of(address: str) -> Copy | None:
    """What the address of a copy says; None where it is no address of a copy."""
    match = _COPY.fullmatch(address)
    if match and (is_archive(match["host"]) or (match["time"] and _ONLY_WITH_SCHEME.match(match["page"]))):
        day = "-".join(match.group("year", "month", "day")) if match["day"] and not match["any"] else ""
        is_day = bool(day) and dates.problem(day) is None
        page = _whole(match["page"])
        inner = copy_of(page)  # an archive may keep the copy of another one
        return Copy(inner.page if inner else page, address, day if is_day else "")
    if match := _UNDATED.fullmatch(address):
        return Copy(_whole(match["page"]), address, "")
    return None


def first_copy(addresses: Iterable[str]) -> Copy | None:
    """The copy that the first address of one names; of copies of one page, the first that says its day."""
    found = [copy for address in addresses if (copy := copy_of(address))]
    same = [copy for copy in found if copy.page == found[0].page]
    return next((copy for copy in same if copy.day), found[0]) if found else None


def is_archive(host: str) -> bool:
    """Whether a host is that of a web archive."""
    return bool(_HOSTS.fullmatch(host.partition(":")[0]))


def host_of(address: str) -> str:
    """The host of an address, in small letters."""
    return re.sub(r"^[a-z]+://", "", address.lower()).partition("/")[0]


def filed_on(comment: str) -> str:
    """The day that the Wayback Machine writes at the end of a copy, as it writes it; empty where it does not."""
    match = _FILED.search(comment)
    return match[1] if match else ""


def toolbars_of(html: str) -> frozenset[str]:
    """The ids of what an archive shows above a page, and which is not of the page."""
    return _OF_WAYBACK | _OF_ARCHIVE_TODAY if _FROM_ARCHIVE_TODAY.search(html) else _OF_WAYBACK


def without_toolbar(html: str) -> str:
    """The page without what the Wayback Machine puts above it, where both of its marks stand in it."""
    before, found, rest = html.partition(_TOOLBAR[0])
    _, ended, after = rest.partition(_TOOLBAR[1])
    return before + after if found and ended else html


def _whole(page: str) -> str:
    """The address of a page as the archive has it, with a scheme and both of its slashes."""
    if _ONLY_WITH_SCHEME.match(page):
        return re.sub(r"^(https?):/+", r"\1://", page, flags=re.IGNORECASE)
    return f"http://{page}"
