"""The page of an address in a web archive (WARC, WACZ). Alone imports warcio, which need not be there.

An archive holds what servers answered: pages, pictures, redirects, and notes that a page was as it had been before.
"""

import json
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from typing import Any, BinaryIO

from explainer.authoring.adding.encoding import decode_html
from explainer.authoring.adding.facts import Fact
from explainer.authoring.receiving import encodings, zipped
from explainer.authoring.receiving.received import CannotReadError, Envelope, Received, ReceivedPage, Wanted

_MISSING = "reading WARC needs the optional group `archives`; in the folder of explainer: pip install '.[archives]'"
_PAGES = ("text/html", "application/xhtml+xml")
_LARGEST_ARCHIVE = 4_000_000_000
_MOST_RECORDS = 2_000_000
_MOST_HOPS = 10
_SHOWN = 12

_Files = Sequence[Callable[[], AbstractContextManager[BinaryIO]]]
"""The WARC files of an archive, each to be opened again and again."""


@dataclass(frozen=True, slots=True)
class _Capture:
    """What a server answered at an address, but its body."""

    number: int
    """Of the record, in the whole archive."""
    address: str
    moment: str
    status: str
    kind: str
    charset: str
    digest: str
    leads_to: str = ""
    """Of a redirect, where to; of a note that nothing changed, the address of the record with the body."""

    @property
    def is_page(self) -> bool:
        return self.kind in _PAGES and self.status in ("200", "203", "")


def from_warc(file: BinaryIO, wanted: Wanted) -> Received:
    """The page that is wanted, or the only one."""
    return _taken([lambda: nullcontext(file)], wanted, ())


def from_wacz(file: BinaryIO, wanted: Wanted) -> Received:
    """The same from an archive that is packed with a list of its pages."""
    with zipped.opened(file, _LARGEST_ARCHIVE) as parts:
        names = sorted(name for name in parts.names if re.fullmatch(r"archive/[^/]+\.warc(?:\.gz)?", name))
        if not names:
            raise CannotReadError("this archive holds no WARC file")
        listed: list[str] = []
        if "pages/pages.jsonl" in parts.names:
            for line in parts.read("pages/pages.jsonl").splitlines():
                listed += _address_of(line)
        return _taken([lambda name=name: parts.opened(name) for name in names], wanted, tuple(dict.fromkeys(listed)))  # type: ignore[misc]


def _address_of(line: bytes) -> list[str]:
    try:
        page = json.loads(line)
    except (ValueError, RecursionError):
        return []
    address = page.get("url") if isinstance(page, dict) else None
    return [address] if isinstance(address, str) else []


def _taken(files: _Files, wanted: Wanted, listed: tuple[str, ...]) -> Received:
    captures = [capture for _, capture in _records(files) if capture]
    remarks: list[str] = []
    capture = _chosen(captures, wanted.part, listed, remarks)
    body, name = b"", ""
    for record, each in _records(files):
        if each and each.number == capture.number:
            body, name = _body(record), each.address
            break
    others = len({each.address for each in captures if each.is_page}) - 1
    if others > 0:
        remarks.append(
            f"the archive holds {others} other {'page' if others == 1 else 'pages'}; `--part ADDRESS` takes one"
        )
    digest = f", payload digest {capture.digest}" if capture.digest else ""
    return Received(
        ReceivedPage(decode_html(body, capture.charset)),
        f"the answer of {name} at {capture.moment}{digest}",
        Envelope(
            [Fact("retrieved", capture.moment[:10], "the archive: the day on which it fetched the page")],
            [Fact("url", capture.address, "the archive")],
        ),
        remarks,
        (f"warcio {_version()}",),
    )


def _chosen(captures: Sequence[_Capture], part: str, listed: tuple[str, ...], remarks: list[str]) -> _Capture:
    """The capture of the address that is wanted, its redirects followed; without one, the only page."""
    pages = [each for each in captures if each.is_page]
    if not part:
        addresses = tuple(dict.fromkeys(each.address for each in pages))
        bare = {_bare(each) for each in addresses}
        known = [each for each in listed if _bare(each) in bare]
        only = known if len(known) == 1 else addresses
        if not addresses:
            raise CannotReadError("this archive holds no page of HTML", _kinds(captures))
        if len(only) > 1:
            raise CannotReadError(
                f"this archive holds {len(addresses)} pages",
                f"say which with `--part ADDRESS`: {_all(known or addresses)}",
            )
        part = only[0]
    address, _, moment = part.partition(" ")
    for _ in range(_MOST_HOPS):
        found = [each for each in captures if _bare(each.address) == _bare(address) and each.moment.startswith(moment)]
        good = sorted((each for each in found if each.is_page), key=lambda each: each.moment)
        if good:
            if len(good) > 1:
                days = ", ".join(each.moment for each in good[:_SHOWN])
                remarks.append(f"the archive has this page {len(good)} times: {days}")
                remarks.append('the last is taken; `--part "ADDRESS DATE"` takes another')
            return good[-1]
        onward = next((each for each in found if each.leads_to), None)
        if onward is None:
            break
        if _bare(onward.leads_to) == _bare(address):
            raise CannotReadError(
                f"of {address} the archive only says that it was as before ({onward.leads_to})",
                "find the archive that has it",
            )
        remarks.append(f"{address} leads on to {onward.leads_to}")
        address, moment = onward.leads_to, ""
    if found:
        what = found[-1].kind or f"an answer {found[-1].status}"
        raise CannotReadError(
            f"what the archive has of {address} is no page but {what}", "take it out, and add it alone"
        )
    raise CannotReadError(f"the archive holds no page {address}", f"it has {_all([each.address for each in pages])}")


def _all(addresses: Sequence[str]) -> str:
    unique = list(dict.fromkeys(addresses))
    more = f" and {len(unique) - _SHOWN} others" if len(unique) > _SHOWN else ""
    return " ".join(unique[:_SHOWN]) + more


def _kinds(captures: Sequence[_Capture]) -> str:
    kinds = sorted({each.kind for each in captures if each.kind})
    return f"it holds {', '.join(kinds[:_SHOWN])}" if kinds else "it may be cut short"


def _bare(address: str) -> str:
    """An address to be compared: without scheme, fragment and the slash at its end."""
    return re.sub(r"^https?://(?:www\.)?", "", address.partition("#")[0], flags=re.IGNORECASE).rstrip("/")


def _records(files: _Files) -> Iterator[tuple[Any, _Capture | None]]:
    """Every record with what it is; None for what no server answered."""
    iterate, broken = _library()
    number = 0
    for opened in files:
        with opened() as file:
            if file.seekable():
                file.seek(0)
            try:
                for record in iterate(file, arc2warc=True):
                    number += 1
                    if number > _MOST_RECORDS:
                        raise CannotReadError(f"this archive holds more than {_MOST_RECORDS:,} records")
                    yield record, _capture(record, number)
            except broken as error:
                why = " ".join(str(error).split())[:200]
                raise CannotReadError(f"this archive is broken or cut short: {why}") from None


def _capture(record: Any, number: int) -> _Capture | None:
    if record.rec_type not in ("response", "resource", "revisit"):
        return None
    told, http = record.rec_headers, record.http_headers
    status = (http.get_statuscode() if http else "") or ""
    kind = (http.get_header("Content-Type") if http else told.get_header("Content-Type")) or ""
    charset = re.search(r"charset\s*=\s*[\"']?([\w.:-]+)", kind, re.IGNORECASE)
    address = told.get_header("WARC-Target-URI") or ""
    leads_to = ""
    if record.rec_type == "revisit":
        leads_to, kind = told.get_header("WARC-Refers-To-Target-URI") or address, ""
    elif status.startswith("3") and http:
        leads_to = _joined(address, http.get_header("Location") or "")
    return _Capture(
        number, address, told.get_header("WARC-Date") or "", status, kind.partition(";")[0].strip().lower(),
        charset[1] if charset else "", told.get_header("WARC-Payload-Digest") or "", leads_to,
    )  # fmt: skip


def _joined(address: str, location: str) -> str:
    from urllib.parse import urljoin

    try:
        return urljoin(address, location) if location else ""
    except ValueError:
        return ""


def _body(record: Any) -> bytes:
    from warcio.bufferedreaders import ChunkedDataReader

    http, stream = record.http_headers, record.raw_stream
    if http and (http.get_header("Transfer-Encoding") or "").strip().lower() == "chunked":
        stream = ChunkedDataReader(stream, decomp_type=None)
    pieces, size = [], 0
    while size <= encodings.LARGEST and (piece := stream.read(65_536)):
        pieces.append(piece)
        size += len(piece)
    if size > encodings.LARGEST:
        raise CannotReadError(f"this page is larger than {encodings.LARGEST // 1_000_000} MB")
    return encodings.unpacked(b"".join(pieces), (http.get_header("Content-Encoding") or "") if http else "")


def _library() -> tuple[Any, tuple[type[Exception], ...]]:
    try:
        from warcio.archiveiterator import ArchiveIterator
        from warcio.exceptions import ArchiveLoadFailed
    except ImportError:
        raise CannotReadError(_MISSING) from None
    return ArchiveIterator, (ArchiveLoadFailed, EOFError, OSError, ValueError, KeyError, AttributeError)


def _version() -> str:
    from importlib.metadata import version

    return version("warcio")
