"""What the search finds, one by one: records of the seeds, and the sections of pages that are none of those."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from explainer.engine.search.sections import Section
from explainer.interface import Catalogue
from explainer.model.search_kinds import SearchKind
from explainer.model.seeds import Side
from explainer.model.stages import SearchEntry

_FOR_AUTHORS = "authors/"
_LONGEST = 1500
"""Characters of one record: a longer section stands there in several, of which the result shows the best."""


@dataclass(frozen=True, slots=True)
class Record:
    """Texts are texts, never HTML: the browser shows them as such."""

    url: str
    """From the root of the site."""
    kind: SearchKind
    title: str
    text: str
    quoted: str = ""
    language: str = ""
    also: tuple[str, ...] = ()
    mentions: tuple[str, ...] = ()
    side: Side | None = None
    status: str = ""


@dataclass(frozen=True, slots=True)
class SearchedPage:
    url: str
    title: str
    sections: tuple[Section, ...]
    language: str = ""
    """Where it is not that of the site."""


def records(
    entries: Iterable[SearchEntry], pages: Iterable[SearchedPage], urls: Mapping[str, str], words: Catalogue
) -> list[Record]:
    """`urls` are the addresses of pages by their path below the docs folder; entries of other pages are left out."""
    found = [record for entry in entries if entry.address.page in urls for record in _of_entry(entry, urls)]
    taken = {record.url for record in found}
    for page in pages:
        found += (record for record in _of_page(page, words) if record.url not in taken)
    return found


def _of_entry(entry: SearchEntry, urls: Mapping[str, str]) -> Iterator[Record]:
    url = urls[entry.address.page] + (f"#{entry.address.fragment}" if entry.address.fragment else "")
    record = Record(
        url,
        entry.kind,
        entry.title,
        entry.text,
        entry.quoted,
        entry.language,
        entry.also,
        entry.mentions,
        entry.side,
        entry.status,
    )
    if entry.text or len(entry.quoted) <= _LONGEST:
        yield record
    else:
        yield from (replace(record, quoted=part) for part in _parts(entry.quoted))


def _of_page(page: SearchedPage, words: Catalogue) -> Iterator[Record]:
    kind = SearchKind.AUTHORS if page.url.startswith(_FOR_AUTHORS) else SearchKind.PAGE
    is_first = True
    for section in page.sections:
        # The first heading of a page is its title, and its address that of the page.
        url = page.url if is_first or not section.id else f"{page.url}#{section.id}"
        title = section.title or page.title
        is_first = is_first and not section.title
        if title != page.title:
            title = words.gettext("%(page)s – %(site)s", page=title, site=page.title)
        for text in _parts(section.text):
            yield Record(url, kind, title, text, language=page.language)


def _parts(text: str) -> Iterator[str]:
    """The text, cut between words where it is long."""
    while len(text) > _LONGEST:
        cut = max(text.rfind(". ", _LONGEST // 2, _LONGEST) + 1, 0) or text.rfind(" ", 0, _LONGEST)
        cut = cut if cut > 0 else _LONGEST
        yield text[:cut].strip()
        text = text[cut:].strip()
    yield text
