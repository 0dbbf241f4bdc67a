"""The corrections as an Atom feed (RFC 4287), for readers who want to be told.

Made without a clock: the feed is as new as its newest correction, or as what the site last checked. An entry's id
(RFC 4151) is made of the site's address, the day and the record, and never changes.
"""

import re
from urllib.parse import quote

from markupsafe import Markup

from explainer.model.fields import prose_of
from explainer.model.record_types import RecordType
from explainer.model.stages import Asset, Linked
from explainer.model.status import judgement_of
from explainer.prose.nodes import plain_text
from explainer.rendering.corrections_listed import ListedCorrection, newest_first
from explainer.rendering.phrases import label
from explainer.text import dates
from explainer.text.dates import Moment, Period

PATH = "corrections.xml"
_PAGE = "corrections/"
_ADDRESS = re.compile(r"(https?://(?:[^/?#@]*@)?([^/?#@:]+)(?::[0-9]*)?)(?:/+([^?#]*))?")
"""The host with its scheme, the host alone, the folder."""
_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NEVER = "1970-01-01"
"""The date of a site that says of nothing when it was checked."""


class Xml(Markup):
    """XML of the feed: whatever is put into it is text, in an element or in an attribute."""

    @classmethod
    def escape(cls, text: object) -> "Xml":
        return cls(Markup.escape(text if isinstance(text, Markup) else _NO_XML.sub("\ufffd", str(text))))


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
    title = site.value.title
    name = linked.catalogue.gettext("%(page)s – %(site)s", page=linked.catalogue.gettext("Corrections"), site=title)
    head = Xml(
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{language}">\n<id>{id}</id>\n'
        "<title>{name}</title>\n<updated>{updated}</updated>\n<author><name>{maker}</name></author>\n"
        '<link rel="self" type="application/atom+xml" href="{id}"/>\n'
        '<link rel="alternate" type="text/html" href="{page}"/>\n'
    ).format(
        language=site.value.language, id=base + PATH, name=name, maker=site.value.made_by or title, page=base + _PAGE,
        updated=_timestamp(listed[0].correction.date if listed else _last_checked(linked)),
    )  # fmt: skip
    entries = Xml("").join(_entry(each, base, linked) for each in listed)
    return Asset(PATH, f'<?xml version="1.0" encoding="utf-8"?>\n{head}{entries}</feed>\n')


def _entry(listed: ListedCorrection, base: str, linked: Linked) -> "Xml":
    authority, folder = _authority(base)
    correction = listed.correction
    address = linked.addresses.get(listed.ref) if listed.ref else None
    what = linked.labels.get(listed.ref, correction.record) if listed.ref else correction.record
    words = linked.catalogue
    if listed.ref and listed.ref.type is RecordType.ANNOTATION:  # named by words of its article
        what = words.pgettext("quotation", "“%(words)s”", words=what)
    kind = label(words, correction.type)
    name = words.pgettext("correction", "%(type)s: %(what)s", type=kind, what=what)
    return Xml(
        "<entry>\n<id>tag:{authority},{day}:{place}</id>\n<title>{name}</title>\n<updated>{updated}</updated>\n"
        '<link rel="alternate" type="text/html" href="{page}"/>\n<category term="{term}" label="{kind}"/>\n'
        '<content type="text">{text}</content>\n</entry>\n'
    ).format(
        authority=authority, day=listed.day, place=quote(folder + correction.record + listed.number),
        kind=kind, term=correction.type.value, name=name, updated=_timestamp(correction.date),
        page=base + (address.on_site if address else _PAGE), text=plain_text(prose_of(correction.text)),
    )  # fmt: skip


def _base(address: str) -> str:
    """The address with a slash at its end, without what may follow a path."""
    match = _ADDRESS.match(address)
    assert match is not None, "asked before by `has_feed`"
    return "/".join(part.rstrip("/") for part in match.group(1, 3) if part) + "/"


def _authority(base: str) -> tuple[str, str]:
    match = _ADDRESS.match(base)
    assert match is not None
    return match[2].lower(), match[3] or ""


def last_day(linked: Linked) -> str:
    """The day on which the site was last checked or corrected, or as of which it last judged, as `2024-03-12`."""
    site, listed = linked.seeds.site, newest_first(linked)
    dates_told = [*((site.value.checked,) if site and site.value.checked else ()), _last_checked(linked)]
    return max(_timestamp(date) for date in (*dates_told, *(each.correction.date for each in listed[:1])))[:10]


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
