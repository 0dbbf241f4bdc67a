"""The old addresses of renamed records: a page of its own leads on, an address on a page stays there as an anchor.

A redirect is plain HTML without theme and script, so that it works in every engine: it says where the page is now,
takes the reader there, and tells search engines (`canonical`) which address counts. Its policy lets nothing run that
stands in it. A browser drops the fragment on the way: of a renamed article, an old link to a note leads to the
article's beginning.
"""

import posixpath
from collections.abc import Iterable, Iterator, Mapping
from html import escape
from urllib.parse import quote

from explainer.interface.dates_in_words import in_words
from explainer.model import paths
from explainer.model.pairs import pairs_in
from explainer.model.paths import Address
from explainer.model.record_types import RecordType, Ref
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


def redirects(linked: Linked, below: Mapping[str, Iterable[str]]) -> Iterator[Asset]:
    """A page for each old address that was a page; `below` are the further pages of each article, by its id."""
    for ref, addresses in linked.former.items():
        for former in addresses:
            if not former.address.fragment:
                yield _redirect(linked, ref, former.address, linked.addresses[ref], former.since)
                if ref.type is RecordType.ARTICLE:
                    yield from _below(linked, ref, former, below.get(ref.id, ()))
    yield from _beside(linked)


def _below(linked: Linked, ref: Ref, former: Former, pages: Iterable[str]) -> Iterator[Asset]:
    old, new = (address.page.removesuffix(".md") for address in (former.address, linked.addresses[ref]))
    for page in pages:
        yield _redirect(linked, ref, Address(old + page.removeprefix(new)), Address(page), former.since)


def _beside(linked: Linked) -> Iterator[Asset]:
    """Where two articles stood side by side while one of them, or both, had another id."""
    for one, other in pairs_in(linked):
        names = [dict(_names(linked, id_)) for id_ in (one, other)]
        for first, first_since in names[0].items():
            for second, second_since in names[1].items():
                if since := max(first_since, second_since):
                    old, new = Address(paths.beside(first, second)), Address(paths.beside(one, other))
                    yield _redirect(linked, Ref(RecordType.ARTICLE, one), old, new, since)


def _names(linked: Linked, id_: str) -> Iterator[tuple[str, str]]:
    """The ids that an article has had, each with the day since which it has another one."""
    yield id_, ""
    for former in linked.former.get(Ref(RecordType.ARTICLE, id_), ()):
        yield posixpath.basename(former.address.page).removesuffix(".md"), former.since


def old_fragments(linked: Linked, ref: Ref) -> list[str]:
    """The addresses that a record had before on the page on which it stands."""
    page = linked.addresses[ref].page
    former = [each.address for each in linked.former.get(ref, ())]
    return [address.fragment for address in former if address.page == page and address.fragment]


def _redirect(linked: Linked, ref: Ref, was: Address, now: Address, changed: str) -> Asset:
    site = linked.seeds.site
    old, new = was.on_site, now.on_site
    way = quote(posixpath.relpath(new, old) + "/")
    base = site.value.address if site and site.value.address else ""
    words, label = linked.catalogue, escape(linked.labels[ref])
    since, page = in_words(words, changed), f'<a href="{way}">{label}</a>'
    html = _HTML.format(
        language=words.language,
        direction=words.direction,
        label=label,
        canonical=escape(f"{base.rstrip('/')}/{quote(new)}") if base else way,
        told=words.gettext("Since %(date)s this page is at another address: %(page)s.", date=since, page=page),
        way=way,
    )
    return Asset(f"{old}index.html", html)
