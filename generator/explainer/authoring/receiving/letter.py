"""A letter (`.eml`): its subject, sender and day, and its page or its plain text; files that come with it are told."""

import re
from collections.abc import Iterator
from email.utils import parseaddr

from explainer.authoring.adding.encoding import decode_html
from explainer.authoring.adding.facts import Fact
from explainer.authoring.receiving import mime
from explainer.authoring.receiving.received import (
    CannotReadError,
    Envelope,
    Received,
    ReceivedPage,
    ReceivedText,
    Wanted,
)

_SEALED = re.compile(r"multipart/encrypted|application/(?:x-)?pkcs7-mime|application/ms-tnef")
_REPLY = re.compile(r"^(?:(?:re|aw|fwd?|wg|sv|vs|tr|rif|odp|отв|пер)(?:\[\d+\])?:\s*)+", re.IGNORECASE)


def from_letter(content: bytes, wanted: Wanted) -> Received:
    """The text of a letter: its page where it has one, unless the plain text is wanted."""
    whole = mime.letter(content)
    every = list(mime.parts(whole))
    shown = [part for part in every if _is_shown(part)]
    pages = [part for part in shown if part.get_content_type() == "text/html" and mime.body(part).strip()]
    plain = [part for part in shown if part.get_content_type() == "text/plain" and mime.body(part).strip()]
    is_sealed = any(_SEALED.fullmatch(part.get_content_type()) for part in (whole, *every))
    if is_sealed or (not pages and not plain):
        raise CannotReadError(_why_none(every, is_sealed=is_sealed), "save what it holds, and add that")
    chosen = plain if plain and (wanted.is_plain or not pages) else pages
    kind = chosen[0].get_content_type()
    others = plain[:1] if chosen is pages else pages[:1]
    envelope = Envelope(tuple(_facts(whole)))
    remarks = (*_other(others), *_files([part for part in every if part not in (*chosen, *others)], plain, chosen))
    part = f"the part of the type {kind}"
    if chosen is pages:
        page = chosen[0]
        return Received(
            ReceivedPage(decode_html(mime.body(page), mime.charset(page)), is_of_web=False), part, envelope, remarks
        )
    text = "\n\n".join(_plain(each).strip("\n") for each in chosen) + "\n"
    return Received(ReceivedText(text), part, envelope, remarks)


def _is_shown(part: mime.Part) -> bool:
    return part.get_content_disposition() != "attachment" and not mime.file_name(part)


def _why_none(every: list[mime.Part], *, is_sealed: bool) -> str:
    if is_sealed:
        return "this letter is encrypted, or packed by Outlook, so that its text cannot be read"
    names = ", ".join(filter(None, map(mime.file_name, every)))
    return f"this letter has no text{f'; with it came {names}' if names else ''}"


def _facts(whole: mime.Part) -> Iterator[Fact]:
    subject = _REPLY.sub("", mime.header(whole, "Subject"))
    if subject:
        yield Fact("title", subject, "the subject of the letter")
    name, address = parseaddr(mime.header(whole, "From"))
    if sender := name.strip(" \"'") or address:
        yield Fact("author", sender, "the sender of the letter", (sender,))
    if sent := mime.moment(mime.header(whole, "Date")):
        yield Fact("published", sent, "the date of the letter")


def _plain(part: mime.Part) -> str:
    """The text of a plain part, the lines that its program broke for the journey joined again (RFC 3676)."""
    text = decode_html(mime.body(part), mime.charset(part)).text.replace("\r\n", "\n").replace("\r", "\n")
    text = re.sub(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]", "", text)
    if str(part.get_param("format")).lower() != "flowed":
        return text
    deletes = str(part.get_param("delsp")).lower() == "yes"
    lines: list[str] = []
    is_open = False
    for line in text.split("\n"):
        own = line.removeprefix(" ")
        if is_open and not own.startswith(">"):
            lines[-1] = (lines[-1][:-1] if deletes else lines[-1]) + own
        else:
            lines.append(own)
        is_open = own.endswith(" ") and own != "-- " and not own.startswith(">")
    return "\n".join(lines)


def _other(others: list[mime.Part]) -> Iterator[str]:
    for other in others:
        way = "`--text` takes that" if other.get_content_type() == "text/plain" else "without `--text` that is taken"
        yield f"this letter has its text a second time, as {other.get_content_type()}; {way}"


def _files(left: list[mime.Part], plain: list[mime.Part], chosen: list[mime.Part]) -> Iterator[str]:
    for part in left:
        kind, name = part.get_content_type(), mime.file_name(part)
        if kind == "message/rfc822":
            yield "not taken: a letter that was forwarded with this one; save it alone to add it"
        elif part not in plain or (name and chosen is not plain):
            size = len(mime.body(part))
            what = f"{name or 'a part without a name'} ({kind}, {size:,} bytes)"
            yield f"not taken: {what}" + ("; save it to add it" if not kind.startswith("image/") else "")
