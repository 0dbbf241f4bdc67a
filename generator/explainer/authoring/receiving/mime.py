"""The parts of a letter (RFC 5322 and MIME), as far as pages and letters need them. Nothing raises for a broken one."""

import email.policy
from collections.abc import Iterator
from email import message_from_bytes
from email.errors import HeaderParseError
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parsedate_to_datetime
from typing import Any, TypeAlias

from explainer.authoring.receiving.received import CannotReadError

_MOST_PARTS = 2000

Part: TypeAlias = "Message[str, str]"


def letter(content: bytes) -> Part:
    """The letter that a file holds. The lenient parser: what real programs write breaks the rules often."""
    try:
        read: Part = message_from_bytes(content.lstrip(b"\r\n"), policy=email.policy.compat32)
    except (RecursionError, ValueError, LookupError) as error:
        raise CannotReadError("its parts are nested in each other without end") from error
    return read


def parts(of: Part) -> Iterator[Part]:
    """Every part that holds no others, in order; of a letter inside of the letter only its outside."""
    waiting, number = [of], 0
    while waiting and number < _MOST_PARTS:
        part = waiting.pop(0)
        number += 1
        inner: Any = part.get_payload()
        if part.is_multipart() and part.get_content_maintype() == "multipart" and isinstance(inner, list):
            waiting[:0] = inner
        else:
            yield part


def body(of: Part) -> bytes:
    """The bytes of a part, out of quoted-printable or base64."""
    try:
        content = of.get_payload(decode=True)
    except (ValueError, LookupError, AssertionError):
        content = None
    return content if isinstance(content, bytes) else b""


def charset(of: Part) -> str:
    """The encoding that the header of a part names."""
    try:
        return str(of.get_content_charset() or "")
    except (ValueError, LookupError, TypeError):
        return ""


def header(of: Part, name: str) -> str:
    """A line of the header, its encoded words read; empty where there is none."""
    value = of.get(name)
    if value is None:
        return ""
    try:
        text = str(make_header(decode_header(str(value))))
    except (HeaderParseError, LookupError, ValueError):
        text = str(value)
    return " ".join(text.encode("utf-8", "replace").decode().split())


def moment(text: str) -> str:
    """The moment of a line of the header, in ISO 8601, or its day where it has no zone; empty where it is none."""
    try:
        sent = parsedate_to_datetime(text)
        iso = sent.isoformat(timespec="minutes")
    except (ValueError, TypeError, IndexError, OverflowError):
        return ""
    return iso if sent.tzinfo else iso[:10]


def file_name(of: Part) -> str:
    """The name of a part that is a file; empty where it is none."""
    try:
        return " ".join(str(of.get_filename() or "").split())
    except (ValueError, LookupError, TypeError):
        return ""
