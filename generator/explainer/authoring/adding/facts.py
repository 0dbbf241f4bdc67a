"""What a page says about itself: publisher, author, date, address, language, licence, each with where it was read.

Of several places that name one thing the first that we trust is taken: what was written for machines that cite
(JSON-LD), then for those that share (Open Graph), then what stands in the page. What its title is, is decided in
`headline`, which looks at the text too.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from explainer.authoring.adding import archived
from explainer.authoring.adding.linked_data import LinkedData
from explainer.authoring.adding.words import clean, is_address
from explainer.model import fields
from explainer.text import foreign_dates
from explainer.text.hypertext import Hypertext

_SAVED_FROM = re.compile(r"saved from url=\(\d+\)(\S+)|\burl:\s*(\S+)")
_SAVED_ON = re.compile(r"saved date:\s*\w{3} (\w{3} \d{1,2} \d{4})")
_SAVER = "the comment of the program that saved the page"
_NAMES = ("publisher", "author")
_BY = re.compile(r"^by\s+(?=\w)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Fact:
    """A value for `article.yaml`, and where it was read."""

    key: str
    value: str
    origin: str
    several: tuple[str, ...] = ()
    """The names one by one, where the value is a list of them."""


_Found = Iterator[Fact]


def facts_of(page: Hypertext, data: LinkedData) -> dict[str, Fact]:
    """By key, the first of each that has the form of its key. `author` is no key of ours, but worth knowing."""
    addresses = tuple(_addresses(page))
    own = tuple(address.partition("#")[0].rstrip("/") for address in addresses[:2])
    found = good_facts((*_archived(page, addresses), *_data(data, own), *_metas(page, data), *_body(page)))
    if "archive-url" in found and (copy := archived.copy_of(found["archive-url"].value)) and "url" not in found:
        found["url"] = Fact("url", copy.page, "the address of the copy in the archive")
    return found


def good_facts(facts: Iterable[Fact]) -> dict[str, Fact]:
    """By key, the first of each that has the form of its key."""
    found: dict[str, Fact] = {}
    for fact in facts:
        if (good := _good(fact)) and fact.key not in found:
            found[fact.key] = good
    return found


def _good(fact: Fact) -> Fact | None:
    """The fact in the form of its key; None where it cannot be the value of that key."""
    line = clean(fact.value)
    match fact.key:
        case "published" | "retrieved":
            line = foreign_dates.from_text(line) or ""
        case "url":
            if copy := archived.copy_of(line):
                line = copy.page
            is_own = re.fullmatch(fields.URL.pattern, line) and not archived.is_archive(archived.host_of(line))
            line = line if is_own else ""
        case "archive-url":
            line = line if re.fullmatch(fields.URL.pattern, line) else ""
        case "language":
            tag = line.replace("_", "-")
            line = tag if re.fullmatch(fields.LANGUAGE.pattern, tag) else ""
        case "publisher" | "author":
            line = "" if is_address(line) or archived.is_archive(line.lower()) else line
        case _:
            pass
    return replace(fact, value=line) if line else None


def _addresses(page: Hypertext) -> Iterator[str]:
    """What the page, or the program that saved it, says its address is; the page's own word first."""
    for wanted in ("canonical", "base", "bookmark", "original", "memento"):
        yield from (address for relation, address in page.links if wanted in relation.split())
    yield from (content for name, content in page.metas if name in ("og:url", "twitter:url"))
    for comment in page.comments:
        if match := _SAVED_FROM.search(comment):
            yield match[1] or match[2]


def _archived(page: Hypertext, addresses: tuple[str, ...]) -> _Found:
    """Where the page was saved from an archive: which copy of which page it is, and of which day."""
    copy = archived.first_copy(addresses)
    if copy is not None:
        yield Fact("archive-url", copy.archive, "the address of the copy")
        if copy.day:
            yield Fact("retrieved", copy.day, "the address of the copy: the day on which the archive made it")
    else:
        short = (address for address in addresses if archived.is_archive(archived.host_of(address)))
        yield from (Fact("archive-url", address, "the address of the copy") for address in short)
    for comment in page.comments:
        if day := archived.filed_on(comment):
            yield Fact("retrieved", day, "the comment of the archive: the day on which it made the copy")


def _data(data: LinkedData, addresses: tuple[str, ...]) -> _Found:
    article = data.article(addresses)
    if article is None:
        return
    for key, name in (("published", "datePublished"), ("language", "inLanguage"), ("description", "description")):
        value = article.get(name)
        language = value.get("alternateName") if key == "language" and isinstance(value, dict) else None
        yield Fact(key, data.text(language or value), f"JSON-LD `{name}`")
    for key, name in (("url", "url"), ("url", "mainEntityOfPage"), ("licence", "license")):
        yield Fact(key, data.address(article.get(name)), f"JSON-LD `{name}`")
    for key, name in (("publisher", "publisher"), ("author", "author"), ("author", "creator")):
        names = data.names(article.get(name))
        if key == "author":
            names = tuple(dict.fromkeys(_BY.sub("", each) for each in names))
        yield Fact(key, ", ".join(names), f"JSON-LD `{name}`", names)


def _metas(page: Hypertext, data: LinkedData) -> _Found:
    for key, names in (
        ("publisher", ("og:site_name", "dc.publisher", "dcterms.publisher", "citation_publisher")),
        ("published", ("article:published_time", "og:article:published_time", "citation_publication_date", "dc.date",
                       "dcterms.created", "date", "parsely-pub-date", "pubdate", "datepublished")),
        ("description", ("og:description", "description", "twitter:description")),
        ("author", ("author", "citation_author", "article:author", "dc.creator", "parsely-author")),
        ("licence", ("dc.rights", "copyright")),
    ):  # fmt: skip
        for name in names:
            told = [clean(content) for each, content in page.metas if each == name]
            if key == "author":
                people = tuple(dict.fromkeys(_BY.sub("", each) for each in told if not is_address(each)))
                yield Fact(key, ", ".join(people), f"`{name}`", people)
            else:
                yield from (Fact(key, content, f"`{name}`") for content in told)
    sites = data.sites()
    if len(sites) == 1:
        yield Fact("publisher", sites[0], "JSON-LD, the name of the site")
    yield from (Fact("publisher", content, f"`{name}`") for name, content in page.metas if name == "application-name")
    for relation, address in page.links:
        if relation == "canonical":
            yield Fact("url", address, "`link rel=canonical`")
        elif "license" in relation:
            yield Fact("licence", address, "`rel=license`")
    yield from (Fact("url", content, "`og:url`") for name, content in page.metas if name == "og:url")


def _body(page: Hypertext) -> _Found:
    for comment in page.comments:
        if match := _SAVED_FROM.search(comment):
            yield Fact("url", match[1] or match[2], _SAVER)
        if match := _SAVED_ON.search(comment):
            yield Fact("retrieved", match[1], _SAVER)
    yield from (Fact("published", time, "`time`") for time in page.times[:1])
    yield Fact("language", page.language, "`html lang`")
    yield from (Fact("language", content, "`og:locale`") for name, content in page.metas if name == "og:locale")
