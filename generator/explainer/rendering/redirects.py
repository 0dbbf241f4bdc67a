"""The old addresses of renamed records: a page of its own leads on, an address on a page stays there as an anchor.

A redirect is plain HTML without theme and script, so that it works in every engine: it says where the page is now,
takes the reader there, and tells search engines (`canonical`) which address counts. Its policy lets nothing run that
stands in it. A browser drops the fragment on the way: of a renamed article, an old link to a note leads to the
article's beginning.
"""

import posixpath
from collections.abc import Iterator
from html import escape
from urllib.parse import quote

from explainer.interface.dates_in_words import in_words
from explainer.model.record_types import Ref
from explainer.model.stages import Asset, Former, Linked

_HTML = """\
<!doctype html>
<html lang="{language}" dir="{direction}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'self'; base-uri 'none'; form-action 'none'">
<title>{label}</title>
<link rel="canonical" href="{canonical}">
<meta name="viewport" content="width=device-width">
<meta http-equiv="refresh" content="0; url={way}">
</head>
<body>
<p>{told}</p>
</body>
</html>
"""


def redirects(linked: Linked) -> Iterator[Asset]:
    """A page for each old address that was a page."""
    for ref, addresses in linked.former.items():
        for former in addresses:
            if not former.address.fragment:
                yield _redirect(linked, ref, former)


def old_fragments(linked: Linked, ref: Ref) -> list[str]:
    """The addresses that a record had before on the page on which it stands."""
    page = linked.addresses[ref].page
    former = [each.address for each in linked.former.get(ref, ())]
    return [address.fragment for address in former if address.page == page and address.fragment]


def _redirect(linked: Linked, ref: Ref, former: Former) -> Asset:
    site = linked.seeds.site
    old, new = former.address.on_site, linked.addresses[ref].on_site
    way = quote(posixpath.relpath(new, old) + "/")
    base = site.value.address if site and site.value.address else ""
    words, label = linked.catalogue, escape(linked.labels[ref])
    since, page = in_words(words, former.since), f'<a href="{way}">{label}</a>'
    html = _HTML.format(
        language=words.language,
        direction=words.direction,
        label=label,
        canonical=escape(f"{base.rstrip('/')}/{quote(new)}") if base else way,
        told=words.gettext("Since %(date)s this page is at another address: %(page)s.", date=since, page=page),
        way=way,
    )
    return Asset(f"{old}index.html", html)
