"""A page that a browser saved as one file of parts: MHTML of Chromium, Edge and Internet Explorer, Safari’s webarchive.

What counts is the page itself; the other parts are pictures, styles and frames.
"""

import plistlib
import re
from collections.abc import Iterator
from urllib.parse import unquote

from explainer.authoring.adding.encoding import decode_html
from explainer.authoring.adding.facts import Fact
from explainer.authoring.receiving import mime
from explainer.authoring.receiving.received import CannotReadError, Envelope, Received, ReceivedPage

_PAGES = ("text/html", "application/xhtml+xml")
_SAVER = "the header of the saved file"


def from_mhtml(content: bytes) -> Received:
    """The page of a file in MHTML, and its address and day as its header has them."""
    whole = mime.letter(content)
    pages = [part for part in mime.parts(whole) if part.get_content_type() in _PAGES]
    if not pages:
        raise CannotReadError("this saved page holds no part of HTML; it may be cut short", "save the page again")
    address = mime.header(whole, "Snapshot-Content-Location")
    page = _root(whole, pages, address)
    place = mime.header(page, "Content-Location")
    named = place or mime.header(page, "Content-ID")
    return Received(
        ReceivedPage(decode_html(mime.body(page), mime.charset(page))),
        f"the part of the type {page.get_content_type()} with the Content-Location {named}" if named else "",
        Envelope(otherwise=(*_address(address or place), *_day(mime.header(whole, "Date")))),
        tuple(_frames(pages, page)),
    )


def from_webarchive(content: bytes) -> Received:
    """The page of a file that Safari saved."""
    try:
        whole = plistlib.loads(content, fmt=plistlib.FMT_BINARY)
        main = whole["WebMainResource"]
        data, address = main["WebResourceData"], str(main.get("WebResourceURL", ""))
        frames = len(whole.get("WebSubframeArchives", ()))
    except Exception as error:  # its reader has no error of its own for half of what can be broken
        raise CannotReadError("this web archive of Safari is broken or cut short", "save the page again") from error
    if not isinstance(data, bytes) or main.get("WebResourceMIMEType") not in _PAGES:
        raise CannotReadError("this web archive of Safari holds no page", "save the page itself")
    told = (f"not taken: {frames} frames of other pages",) if frames else ()
    read = decode_html(data, str(main.get("WebResourceTextEncodingName", "")))
    return Received(
        ReceivedPage(read), f"WebMainResource, {address}", Envelope(otherwise=tuple(_address(address))), told
    )


def _root(whole: mime.Part, pages: list[mime.Part], address: str) -> mime.Part:
    """The part that the file names as its page; the first of HTML where it names none."""
    start = whole.get_param("start")
    for page in pages:
        if isinstance(start, str) and mime.header(page, "Content-ID") == start:
            return page
    return next((page for page in pages if address and mime.header(page, "Content-Location") == address), pages[0])


def _address(text: str) -> Iterator[Fact]:
    if re.match(r"https?://", text):
        yield Fact("url", text, _SAVER)


def _day(text: str) -> Iterator[Fact]:
    if day := mime.moment(text)[:10]:
        yield Fact("retrieved", day, f"{_SAVER}: the day on which the page was saved")


def _frames(pages: list[mime.Part], page: mime.Part) -> Iterator[str]:
    others = [each for each in pages if each is not page]
    if others:
        named = "; ".join(
            unquote(mime.header(each, "Content-Location"))[:100] or "without address" for each in others[:3]
        )
        more = f" and {len(others) - 3} others" if len(others) > 3 else ""
        yield f"not taken: {'a frame' if len(others) == 1 else f'{len(others)} frames'} of other pages ({named}{more})"
