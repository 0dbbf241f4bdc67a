"""The corrections as an Atom feed (RFC 4287), for readers who want to be told.

Made without a clock: the feed is as new as its newest correction, or as what the site last checked. An entry's id
(RFC 4151) is made of the site's address, the day and the record, and never changes.
"""

import re
from collections.abc import Iterator
from urllib.parse import quote
from xml.sax.saxutils import escape, quoteattr

from explainer.model.fields import prose_of
from explainer.model.stages import Asset, Linked
from explainer.model.status import judgement_of
from explainer.prose.nodes import plain_text
from explainer.rendering.corrections_listed import ListedCorrection, newest_first
from explainer.text import dates
from explainer.text.dates import Moment, Period

PATH = "corrections.xml"
_PAGE = "corrections/"
_ADDRESS = re.compile(r"(https?://(?:[^/?#@]*@)?([^/?#@:]+)(?::[0-9]*)?)(?:/+([^?#]*))?")
"""The host with its scheme, the host alone, the folder."""
_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NEVER = "1970-01-01"
"""The date of a site that says of nothing when it was checked."""


def has_feed(linked: Linked) -> bool:
    """Not for a site that does not say where it stands: a feed needs full addresses."""
    site = linked.seeds.site
    return site is not None and _ADDRESS.match(site.value.address or "") is not None


def feed_of(linked: Linked) -> dict[str, object]:
    """For the front matter of a page whose head names the feed."""
    return {"feed": PATH} if has_feed(linked) else {}


def feed(linked: Linked) -> Asset | None:
    site = linked.seeds.site
    if site is None or not has_feed(linked):
        return None
    base = _base(site.value.address or "")
    listed = newest_first(linked)
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang={_attribute(site.value.language)}>',
        f"<id>{_text(base + PATH)}</id>",
        f"<title>{_text(f'{site.value.title}: corrections')}</title>",
        f"<updated>{_timestamp(listed[0].correction.date if listed else _last_checked(linked))}</updated>",
        f"<author><name>{_text(site.value.title)}</name></author>",
        f'<link rel="self" type="application/atom+xml" href={_attribute(base + PATH)}/>',
        f'<link rel="alternate" type="text/html" href={_attribute(base + _PAGE)}/>',
        *(line for each in listed for line in _entry(each, base, linked)),
        "</feed>",
        "",
    ]
    return Asset(PATH, "\n".join(lines))


def _entry(listed: ListedCorrection, base: str, linked: Linked) -> Iterator[str]:
    authority, folder = _authority(base)
    correction = listed.correction
    address = linked.addresses.get(listed.ref) if listed.ref else None
    what = linked.labels.get(listed.ref, correction.record) if listed.ref else correction.record
    yield "<entry>"
    yield f"<id>{_text(f'tag:{authority},{listed.day}:{quote(folder + correction.record + listed.number)}')}</id>"
    yield f"<title>{_text(f'{correction.type.label}: {what}')}</title>"
    yield f"<updated>{_timestamp(correction.date)}</updated>"
    yield f'<link rel="alternate" type="text/html" href={_attribute(base + (address.on_site if address else _PAGE))}/>'
    yield f"<category term={_attribute(correction.type.value)} label={_attribute(correction.type.label)}/>"
    yield f'<content type="text">{_text(plain_text(prose_of(correction.text)))}</content>'
    yield "</entry>"


def _base(address: str) -> str:
    """The address with a slash at its end, without what may follow a path."""
    match = _ADDRESS.match(address)
    assert match is not None, "asked before by `has_feed`"
    return "/".join(part.rstrip("/") for part in match.group(1, 3) if part) + "/"


def _authority(base: str) -> tuple[str, str]:
    match = _ADDRESS.match(base)
    assert match is not None
    return match[2].lower(), match[3] or ""


def _last_checked(linked: Linked) -> str:
    seeds = linked.seeds
    notes = (anchor.annotation.value for article in linked.anchored.articles.values() for anchor in article.anchors)
    judged = (
        judgement_of(record, seeds.questions) for record in (*notes, *(q.value for q in seeds.questions.values()))
    )
    shown = [*(each.as_of for each in judged if each), *(entry.value.as_of for entry in seeds.context.values())]
    return max(shown, key=_timestamp, default=_NEVER)


def _timestamp(date: str) -> str:
    """The moment at which a date begins, as RFC 3339 wants it; what the date does not say is the first of it."""
    start = _start(date)
    day = f"{start.year:04}-{start.month or 1:02}-{start.day or 1:02}"
    if start.hour is None:
        return f"{day}T00:00:00Z"
    sign, zone = ("-" if (start.zone or 0) < 0 else "+"), abs(start.zone or 0)
    offset = f"{sign}{zone // 60:02}:{zone % 60:02}" if zone else "Z"
    return f"{day}T{start.hour:02}:{start.minute or 0:02}:00{offset}"


def _start(date: str) -> Moment:
    parsed = dates.parse(date)
    return parsed.start if isinstance(parsed, Period) else parsed


def _text(text: str) -> str:
    return escape(_NO_XML.sub("\ufffd", text))


def _attribute(text: str) -> str:
    return quoteattr(_NO_XML.sub("\ufffd", text))
